"""`TypedTable`: a sheet's rows in the contract's types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import pandas as pd

from suluh.contract import Table
from suluh.intake.headers import Header
from suluh.intake.limits import MOST_ROWS_AT_ONCE
from suluh.intake.origin import Origin
from suluh.intake.sheet import Sheet
from suluh.intake.values import DTYPES, read_column


@dataclass(frozen=True)
class TypedTable:
    """Typed rows of one table; index = spreadsheet line, all columns of the contract.

    A cell that could not be read is missing and its line is in `unread` of its column.
    `read_sheet` gives the cells as text.
    """

    table: Table
    header: Header
    frame: pd.DataFrame
    unread: Mapping[str, pd.Index]
    read_sheet: Callable[[], Sheet]
    origin: Origin

    @cached_property
    def sheet(self) -> Sheet:
        """The cells as text, which only problems quote: read when there is one."""
        return self.read_sheet()

    def lacks(self, column: str) -> bool:
        """Whether the file has a header without this column of the contract."""
        return bool(self.header.texts) and column not in self.header.positions

    def unread_texts(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield the texts of a column that could not be read, each with its line."""
        lines = self.unread.get(column, ())
        for start in range(0, len(lines), MOST_ROWS_AT_ONCE):
            piece = lines[start : start + MOST_ROWS_AT_ONCE]
            yield from zip(piece, self.sheet.text(column)[piece].str.strip(), strict=True)


def read_table(sheet: Sheet, table: Table) -> TypedTable:
    """Type the trusted rows of a sheet by the contract; a column the file lacks is missing."""
    readings = {
        column.name: read_column(column, sheet.text(column.name))
        for column in table.columns
        if sheet.has(column.name)
    }
    lines = sheet.trusted_lines
    absent = {
        column.name: pd.Series(index=lines, dtype=DTYPES[column.type]) for column in table.columns
    }
    columns = {name: readings[name].typed if name in readings else absent[name] for name in absent}
    unread = {name: reading.unread for name, reading in readings.items()}
    frame = pd.DataFrame(columns, index=lines)
    for name, spoilt in sheet.spoilt.items():
        frame.loc[list(spoilt), name] = pd.NA
        unread[name] = unread[name].union(list(spoilt))
    return TypedTable(table, sheet.header, frame, unread, lambda: sheet, sheet.origin)


_Values = TypeVar("_Values", pd.Series, pd.DataFrame)


def looked_up(keys: pd.Series, by_key: _Values) -> _Values:
    """The values of each key, missing where it is unknown; keeps the types of the values."""
    return by_key.reindex(keys).set_axis(keys.index)
