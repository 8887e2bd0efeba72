"""The workbook to fill in: from the contract to an Excel file with a sheet a table.

What Excel would bend is typed as text, what has a list gets a drop-down, and each column says what
belongs in it as soon as a cell of it is chosen.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from suluh.contract import Column, Contract, Table
from suluh.workbook_words import Words

LAST_ROW = 1_048_576
"""The last row of an Excel sheet."""

_LONGEST_TITLE, _LONGEST_PROMPT = 32, 255
_ONLY_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 Excel's dates have no time zone; there is no clock
_FIRST_DATE = date(1950, 1, 1)
_REQUIRED, _OPTIONAL = "0B5F66", "5B6470"
_NUMBER_FORMATS = {"date": "yyyy-mm-dd", "integer": "0", "number": "General", "string": "@"}


def write_workbook(contract: Contract, path: Path, lang: str = "id") -> None:
    """Write the workbook of a contract; `lang` is that of its explanations, `id` or `en`.

    The same contract gives the same bytes. OSError if the file cannot be written.
    """
    words, book = Words.of(lang), Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    book.properties.creator = "Suluh"
    book.properties.created = book.properties.modified = _ONLY_DATE
    _write_read_me(book.create_sheet(words.read_me), contract, words, lang)
    _write_dictionary(book.create_sheet(words.dictionary), contract, words, lang)
    choices = Choices(words.choices)
    for table in contract.tables.values():
        _write_table(book.create_sheet(table.name), table, choices, words, lang)
    choices.write(book)
    path.write_bytes(_without_clock(book))


class Choices:
    """The sheet of choices: a column for each list, found by its words."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.lists: list[tuple[str, ...]] = []

    def formula(self, words: tuple[str, ...]) -> str:
        """Where a list stands; it is added when it is new."""
        if words not in self.lists:
            self.lists.append(words)
        letter = get_column_letter(self.lists.index(words) + 1)
        return f"={quote_sheetname(self.title)}!${letter}$1:${letter}${len(words)}"

    def write(self, book: Workbook) -> None:
        sheet = book.create_sheet(self.title)
        sheet.sheet_state = "hidden"
        for column, words in enumerate(self.lists, 1):
            for row, word in enumerate(words, 1):
                sheet.cell(row, column, word)


def _write_table(
    sheet: Worksheet, table: Table, choices: Choices, words: Words, lang: str
) -> None:
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns, 1):
        letter = get_column_letter(place)
        head = sheet.cell(1, place, column.name)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor=_REQUIRED if column.required else _OPTIONAL)
        sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
        sheet.column_dimensions[letter].number_format = _NUMBER_FORMATS[column.type]
        validation = _validation(table, column, choices)
        _explain(validation, column, words, lang)
        validation.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)


def _validation(table: Table, column: Column, choices: Choices) -> DataValidation:
    """What Excel itself can hold a cell to; the rest is for `check`."""
    if column.enum:
        return DataValidation(type="list", formula1=choices.formula(column.enum))
    source = _looked_up(table, column)
    if source:
        return DataValidation(type="list", formula1=source, errorStyle="warning")
    if column.type == "date":
        first = f"DATE({_FIRST_DATE.year},{_FIRST_DATE.month},{_FIRST_DATE.day})"
        return DataValidation(type="date", operator="greaterThanOrEqual", formula1=first)
    if column.type in ("integer", "number"):
        return _within(column, "whole" if column.type == "integer" else "decimal")
    return DataValidation()


def _within(column: Column, kind: Literal["whole", "decimal"]) -> DataValidation:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return DataValidation(
            type=kind, operator="between", formula1=f"{low:g}", formula2=f"{high:g}"
        )
    if low is not None:
        return DataValidation(type=kind, operator="greaterThanOrEqual", formula1=f"{low:g}")
    if high is not None:
        return DataValidation(type=kind, operator="lessThanOrEqual", formula1=f"{high:g}")
    return DataValidation(type=kind, operator="between", formula1="-1E+15", formula2="1E+15")


def _looked_up(table: Table, column: Column) -> str:
    """The cells of the department sheet that a department code is chosen from."""
    for key in table.foreign_keys:
        if key.columns == (column.name,) and key.table == "opd" and table.name != "opd":
            return "=opd!$A$2:$A$2000"
    return ""


def _explain(validation: DataValidation, column: Column, words: Words, lang: str) -> None:
    needed = words.required if column.required else words.optional
    example = f" {words.example} {column.example}" if column.example else ""
    text = f"{column.descriptions[lang]} {needed}{example}"
    validation.promptTitle = column.titles[lang][:_LONGEST_TITLE]
    validation.prompt = text[:_LONGEST_PROMPT]
    validation.errorTitle = words.error
    validation.error = text[:_LONGEST_PROMPT]
    validation.showInputMessage = validation.showErrorMessage = True
    validation.allowBlank = True


def _write_read_me(sheet: Worksheet, contract: Contract, words: Words, lang: str) -> None:
    sheet.append([contract.package.get("title", contract.city)])
    sheet["A1"].font = Font(bold=True, size=14)
    for number, step in enumerate(words.steps, 1):
        sheet.append([f"{number}. {step}"])
    sheet.append([])
    sheet.append(words.sheets)
    _embolden(sheet, sheet.max_row)
    for table in contract.tables.values():
        sheet.append([table.name, table.path, table.titles[lang], table.descriptions[lang]])
    _widen(sheet, (18, 22, 32, 90))


def _write_dictionary(sheet: Worksheet, contract: Contract, words: Words, lang: str) -> None:
    sheet.append(words.columns)
    _embolden(sheet, 1)
    sheet.freeze_panes = "A2"
    for table in contract.tables.values():
        for column in table.columns:
            sheet.append([
                table.name, column.name, column.titles[lang],
                words.yes if column.required else words.no, column.descriptions[lang],
                ", ".join(column.enum), column.example,
            ])  # fmt: skip
            sheet.cell(sheet.max_row, 7).number_format = "@"
    _widen(sheet, (16, 20, 28, 8, 70, 50, 24))


def _embolden(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)


def _widen(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for (cell,) in sheet.iter_rows(min_col=4, max_col=4):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _without_clock(book: Workbook) -> bytes:
    """The file's bytes; openpyxl would stamp the time of writing into it twice."""
    written, fixed = io.BytesIO(), io.BytesIO()
    book.save(written)
    stamp = f"{book.properties.modified:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                original = f"{_ONLY_DATE:%Y-%m-%dT%H:%M:%SZ}".encode()
                content = content.replace(stamp, original)
            target.writestr(
                zipfile.ZipInfo(name, _ONLY_DATE.timetuple()[:6]), content, zipfile.ZIP_DEFLATED
            )
    return fixed.getvalue()
