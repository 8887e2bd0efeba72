"""A sheet of a workbook as a `Sheet`: the same cells as a CSV file saved from it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from suluh.contract import ColumnType, Table
from suluh.intake.csv_file import unknown_header
from suluh.intake.delimited import Grid
from suluh.intake.header_names import meanings, normal_name
from suluh.intake.origin import Origin
from suluh.intake.sheet import Sheet, empty_sheet, sheet_of
from suluh.intake.workbook_cells import DATE_CELL, SERIAL_1904
from suluh.intake.workbook_file import RawSheet


def read_raw_sheet(raw: RawSheet, origin: Origin, table: Table) -> Sheet:
    """Read a table off a sheet; UnreadableError where the first row names no column of it."""
    if not raw.filled_rows:
        return empty_sheet(origin)
    if not meanings(table).keys() & {normal_name(text) for text in raw.rows[0]}:
        raise unknown_header(table, origin)
    sheet = sheet_of(_grid(raw), table, origin, old_encoding=False)
    return _with_spoilt(sheet, raw, table)


def _grid(raw: RawSheet) -> Grid:
    """All rows as wide as the widest: in a sheet no cell is missing."""
    width = max(len(row) for row in raw.rows)
    lines = pd.RangeIndex(1, len(raw.rows) + 1)
    padded = [[*row, *[""] * (width - len(row))] for row in raw.rows]
    cells = pd.DataFrame(padded, index=lines, columns=range(width), dtype=object)
    return Grid(cells, pd.Series(width, index=lines))


def _with_spoilt(sheet: Sheet, raw: RawSheet, table: Table) -> Sheet:
    """Add the cells of known columns that are not what their text says."""
    spoilt: dict[str, dict[int, str]] = {}
    for column in table.columns:
        place = sheet.header.positions.get(column.name)
        found = {
            line: code
            for (line, position), known in raw.codes.items()
            if position == place
            and line in sheet.cells.index
            and (code := _code_in(known, column.type))
        }
        spoilt |= {column.name: found} if found else {}
    return replace(sheet, spoilt=spoilt)


def _code_in(code: str, type_: ColumnType) -> str:
    """What is wrong with a cell in a column of that type; "" where nothing is."""
    if code == DATE_CELL:
        return "" if type_ == "date" else "date-unexpected"
    if code == SERIAL_1904:
        return "date-serial" if type_ == "date" else ""
    return code
