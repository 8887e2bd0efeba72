"""What is wrong with a sheet's shape: its encoding, its header and the width of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.contract import Table
from suluh.intake.delimited import is_blank
from suluh.intake.header_names import normal_name
from suluh.intake.headers import column_letters
from suluh.intake.nearest import nearest
from suluh.intake.problems import Problem, problem
from suluh.intake.sheet import Sheet


def shape_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Yield every problem of the sheet as a whole, its header and its rows' widths."""
    if sheet.old_encoding:
        yield problem("encoding-old", sheet.origin.place())
    if sheet.header.texts:
        yield from _header_problems(sheet, table)
        yield from _missing_columns(sheet, table)
        yield from _row_problems(sheet)


def _header_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    names = [normal_name(text) for text in sheet.header.texts]
    missing = {column.name for column in table.columns} - set(sheet.header.positions)
    suggestions = nearest(names, missing)
    for position, name in enumerate(names):
        first = names.index(name)
        if not name:
            yield from _nameless_column(sheet, position)
        elif first < position:
            cell = f"{column_letters(first)}1"
            yield sheet.problem_at("header-duplicate", 1, position, {"first": cell})
        else:
            yield from _meaning_problems(sheet, position, suggestions.get(name, ""))


def _meaning_problems(sheet: Sheet, position: int, suggestion: str) -> Iterator[Problem]:
    """A header that means two columns, the same as another one, or none."""
    header = sheet.header
    if position in header.ambiguous:
        expected = ", ".join(header.ambiguous[position])
        yield sheet.problem_at("header-ambiguous", 1, position, {"expected": expected})
    elif position in header.repeated:
        name = header.repeated[position]
        first = f"{column_letters(header.positions[name])}1"
        yield sheet.problem_at("header-repeated", 1, position, {"first": first, "name": name})
    elif position not in header.positions.values():
        yield sheet.problem_at("column-unknown", 1, position, {"nearest": suggestion})


def _nameless_column(sheet: Sheet, position: int) -> Iterator[Problem]:
    if position in sheet.cells and not is_blank(sheet.cells[[position]]).all():
        yield sheet.problem_at("header-blank", 1, position)


def _missing_columns(sheet: Sheet, table: Table) -> Iterator[Problem]:
    unclear = {name for names in sheet.header.ambiguous.values() for name in names}
    for column in table.columns:
        if column.required and not sheet.has(column.name) and column.name not in unclear:
            titles = {"title": column.titles["id"], "title_en": column.titles["en"]}
            yield sheet.problem("column-missing", 1, column.name, titles)


def _row_problems(sheet: Sheet) -> Iterator[Problem]:
    expected, widest = sheet.header.named_width, len(sheet.header.texts)
    for line in sheet.broken:
        found = int(sheet.widths[line])
        code, edge = ("row-short", found) if found < expected else ("row-long", widest)
        cell = f"{column_letters(edge)}{line}"
        place = sheet.origin.place(int(line), cell=cell)
        yield problem(code, place, {"found": found, "expected": expected})
