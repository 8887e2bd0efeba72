"""All of `angka.xlsx` but its figures, made by openpyxl: sheets, tables, filters, properties."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

os.environ["OPENPYXL_LXML"] = "False"  # else the bytes depend on whether lxml is installed
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from suluh.figures import FIGURE_COLUMNS
from suluh.opendata.note_sheets import Sheet

_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 Excel's dates have no time zone; there is no clock
_HEAD = "0B5F66"
_WIDTHS = (26, 20, 10, 28, 12, 12, 12, 10, 12, 12, 18)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def frame(notes: Sequence[Sheet], figures: Mapping[str, int], title: str) -> Mapping[str, bytes]:
    """Parts of the file by name; the sheets of `figures` come last, each with its head alone.

    `figures`: how many rows each of them will have. The same sheets give the same bytes.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.title = "Suluh", title
    book.properties.created = book.properties.modified = _NO_TIME
    for notice in notes:
        sheet = book.create_sheet(notice.name)
        for place, row in enumerate((notice.head, *notice.rows), 1):
            _write(sheet, place, row)
        _lay_out(sheet, notice.head, notice.widths, len(notice.rows))
        _wrap(sheet)
    for name, rows in figures.items():
        sheet = book.create_sheet(name)
        _write(sheet, 1, FIGURE_COLUMNS)
        _lay_out(sheet, FIGURE_COLUMNS, _WIDTHS, rows)
    return _parts(book)


def _write(sheet: Worksheet, place: int, texts: Sequence[str]) -> None:
    """A row of words, which stay words: `=1+1` is a name as any other."""
    for column, text in enumerate(texts, 1):
        if text:
            clean = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)
            sheet.cell(place, column, clean).data_type = TYPE_STRING


def _lay_out(sheet: Worksheet, head: Sequence[str], widths: Sequence[int], rows: int) -> None:
    """A head that stays in sight, and the table that programs and screen readers go by.

    openpyxl finds out the names of a table's columns by making every cell of the table, unless
    it is told them.
    """
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEAD)
    last = f"{get_column_letter(len(widths))}{max(rows, 1) + 1}"
    table = Table(displayName=f"Tabel_{sheet.title.replace(' ', '_')}", ref=f"A1:{last}")
    table.tableColumns = [TableColumn(id=n, name=name) for n, name in enumerate(head, 1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def _wrap(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _parts(book: Workbook) -> Mapping[str, bytes]:
    """The files in the file; openpyxl stamps the time of writing into one of them."""
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    core = "docProps/core.xml"
    parts[core] = _MODIFIED.sub(rb"\g<1>" + f"{_NO_TIME:%Y-%m-%dT%H:%M:%SZ}".encode(), parts[core])
    return parts
