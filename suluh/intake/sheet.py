"""`Sheet`: one CSV file as a spreadsheet shows it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from suluh.contract import Table
from suluh.intake.delimited import Grid, OpenQuoteError, first_line, is_blank, read_grid
from suluh.intake.encoding import OLD_EXCEL, EncodingError, to_utf8
from suluh.intake.headers import Header, column_letters, find_separator, read_header
from suluh.intake.nearest import choices
from suluh.intake.problems import NO_DETAILS, Place, Problem, problem


class UnreadableError(Exception):
    """A file whose cells cannot be told apart; its one problem says why."""

    def __init__(
        self, code: str, place: Place, details: Mapping[str, object] = NO_DETAILS
    ) -> None:
        self.problem = problem(code, place, details)
        super().__init__(code)


@dataclass(frozen=True)
class Sheet:
    """Cells as text, blank rows left out: index = spreadsheet line, columns from 0.

    `widths` is how many cells a line really has. `broken` are lines with too few or too many:
    none of their cells is trusted.
    """

    file: str
    cells: pd.DataFrame
    header: Header
    widths: pd.Series
    broken: pd.Index
    old_encoding: bool

    def has(self, column: str) -> bool:
        """Whether the file has this column of the contract."""
        return column in self.header.positions

    def text(self, column: str) -> pd.Series:
        """Return the trusted cells of a column of the contract."""
        return self.cells[self.header.positions[column]].drop(self.broken, errors="ignore")

    @property
    def trusted_lines(self) -> pd.Index:
        return self.cells.index.difference(self.broken)

    def problem(
        self, code: str, line: Hashable, column: str, details: Mapping[str, object] = NO_DETAILS
    ) -> Problem:
        """Make a problem of the cell in that line and column of the contract."""
        if not self.has(column):
            return problem(code, Place(self.file, _number(line), column), details)
        return self.problem_at(code, line, self.header.positions[column], details)

    def problem_at(
        self,
        code: str,
        line: Hashable,
        position: Hashable,
        details: Mapping[str, object] = NO_DETAILS,
    ) -> Problem:
        """Make a problem of the cell in that line and place from the left."""
        number, column = _number(line), self.header.text(_number(position))
        value = column if number == 1 else self._cell(number, position).strip()
        cell = f"{column_letters(_number(position))}{number}"
        return problem(code, Place(self.file, number, column, cell, value), details)

    def _cell(self, line: int, position: Hashable) -> str:
        return str(self._columns[position][self.cells.index.get_loc(line)])

    @cached_property
    def _columns(self) -> Mapping[Hashable, np.ndarray[Any, Any]]:
        """Columns as plain arrays: a file may have many thousand problems to look up."""
        return {position: cells.to_numpy() for position, cells in self.cells.items()}


def _number(label: Hashable) -> int:
    """Turn a label of the cells' rows or columns into a plain number."""
    return int(label)  # type: ignore[call-overload, no-any-return]


def read_content(path: Path) -> bytes:
    """Read a file's bytes; UnreadableError where the disk or its rights refuse."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError("file-unreadable", Place(path.name), {"reason": reason}) from error


def read_sheet(content: bytes, table: Table) -> Sheet:
    """Read a table's file; UnreadableError where its cells cannot be told apart."""
    file = table.path
    content, encoding = _utf8_text(content, file)
    if not content.strip(b" \t\r\n,;"):
        return _empty_sheet(file)
    separator = find_separator(first_line(content), table)
    if separator is None:
        expected = choices([column.name for column in table.columns])
        raise UnreadableError("header-unknown", Place(file, 1), {"expected": expected})
    try:
        grid = read_grid(content, separator)
    except OpenQuoteError as error:
        raise UnreadableError("quote-open", Place(file, error.line)) from error
    return _sheet(file, grid, table, old_encoding=encoding == OLD_EXCEL)


def _utf8_text(content: bytes, file: str) -> tuple[bytes, str]:
    try:
        return to_utf8(content)
    except EncodingError as error:
        raise UnreadableError(error.code, Place(file)) from error


def _empty_sheet(file: str) -> Sheet:
    none = pd.Series(dtype="int64")
    header = Header((), {})
    return Sheet(
        file,
        pd.DataFrame(index=none.index),
        header,
        none,
        none.index,
        old_encoding=False,
    )


def _sheet(file: str, grid: Grid, table: Table, old_encoding: bool) -> Sheet:
    header = read_header(list(grid.cells.iloc[0, : grid.widths[1]]), table)
    rows = grid.cells.iloc[1:]
    filled: pd.DataFrame = rows[~is_blank(rows)]
    broken = _broken_lines(filled, grid, header)
    return Sheet(file, filled, header, grid.widths, broken, old_encoding)


def _broken_lines(filled: pd.DataFrame, grid: Grid, header: Header) -> pd.Index:
    """Lines with cells missing, with cells beyond the header, or too wide to have been read."""
    widths = grid.widths[filled.index]
    short = widths.index[widths < header.named_width]
    spare = filled.loc[widths > len(header.texts), len(header.texts) :]
    unread = grid.widths.index.difference(grid.cells.index)
    return short.union(spare.index[~is_blank(spare)]).union(unread)
