"""`Sheet`: one table's cells as a spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from suluh.contract import Table
from suluh.intake.delimited import Grid, is_blank
from suluh.intake.headers import Header, column_letters, read_header
from suluh.intake.origin import Origin
from suluh.intake.problems import NO_DETAILS, Place, Problem, problem

_BLOCK_ROWS, _FEWEST_ROWS = 16, 2
"""Excel saves rows in blocks, and of fewer rows nothing can be told (see `_shortened`)."""


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
    none of their cells is trusted. `spoilt`: by column and line, the code of the problem of a
    cell that is not what its text says.
    """

    origin: Origin
    cells: pd.DataFrame
    header: Header
    widths: pd.Series
    broken: pd.Index
    old_encoding: bool
    spoilt: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

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
            return problem(code, self.origin.place(_number(line), column), details)
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
        return problem(code, self.origin.place(number, column, cell, value), details)

    def _cell(self, line: int, position: Hashable) -> str:
        return str(self._columns[position][self.cells.index.get_loc(line)])

    @cached_property
    def _columns(self) -> Mapping[Hashable, np.ndarray[Any, Any]]:
        """Columns as plain arrays: a file may have many thousand problems to look up."""
        return {position: cells.to_numpy() for position, cells in self.cells.items()}


def _number(label: Hashable) -> int:
    """Turn a label of the cells' rows or columns into a plain number."""
    return int(label)  # type: ignore[call-overload, no-any-return]


def empty_sheet(origin: Origin) -> Sheet:
    """A table without even a header."""
    none = pd.Series(dtype="int64")
    nothing = pd.DataFrame(index=none.index)
    return Sheet(
        origin,
        nothing,
        Header((), {}),
        none,
        none.index,
        old_encoding=False,
    )


def sheet_of(grid: Grid, table: Table, origin: Origin, *, old_encoding: bool) -> Sheet:
    """Tell header and rows of a grid apart."""
    header = read_header(list(grid.cells.iloc[0, : grid.widths[1]]), table)
    rows = grid.cells.iloc[1:]
    blank = is_blank(rows)
    filled: pd.DataFrame = rows[~blank] if blank.any() else rows
    broken = _broken_lines(filled, grid, header)
    return Sheet(origin, filled, header, grid.widths, broken, old_encoding)


def _broken_lines(filled: pd.DataFrame, grid: Grid, header: Header) -> pd.Index:
    """Lines with cells missing, with cells beyond the header, or too wide to have been read."""
    widths = grid.widths[filled.index]
    short = widths.index[widths < header.named_width]
    if len(short):
        short = short.difference(_shortened(grid.widths, header.named_width))
    spare = filled.loc[widths > len(header.texts), len(header.texts) :]
    unread = grid.widths.index.difference(grid.cells.index)
    return short.union(spare.index[~is_blank(spare)]).union(unread)


def _shortened(widths: pd.Series, expected: int) -> pd.Index:
    """Lines that Excel itself cut short: it leaves blank cells at the end of 16 rows out.

    Of such a block (rows 1–16, 17–32, …) every row has the same width, so one row that lost a
    cell on the way is not taken for it (Microsoft knowledge base 77295; Stata FAQ, How Excel
    writes empty cells).
    """
    blocks = widths.groupby((widths.index - 1) // _BLOCK_ROWS)
    same = (blocks.transform("min") == blocks.transform("max")) & (widths < expected)
    return widths.index[same & (blocks.transform("size") >= _FEWEST_ROWS)]
