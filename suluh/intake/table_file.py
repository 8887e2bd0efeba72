"""One table by itself: read, unless it is kept, and checked, unless it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suluh.contract import Table
from suluh.intake.cells import cell_problems
from suluh.intake.constraints import keeps_all
from suluh.intake.csv_file import csv_source
from suluh.intake.kept import keep, kept
from suluh.intake.personal_cells import personal_data_problems
from suluh.intake.problems import Problem, most_of, problem
from suluh.intake.shape import shape_problems
from suluh.intake.sheet import UnreadableError
from suluh.intake.source import Source
from suluh.intake.typed import TypedTable, read_table

REQUIRED_TABLE = "opd"
"""The one table that must exist: without departments there is nobody to report on."""


@dataclass(frozen=True)
class ReadTable:
    """A typed table and where it was read; `is_checked` if it is kept, and so without a problem.

    Without a folder `cache` nothing is kept.
    """

    typed: TypedTable
    source: Source
    cache: Path | None
    is_checked: bool

    def is_sound(self) -> bool:
        """Whether every cell could be read and keeps the contract; the rest is for `problems`."""
        if self.is_checked:
            return True
        unread = any(len(lines) for lines in self.typed.unread.values())
        return not unread and keeps_all(self.typed.table, self.typed.frame)

    def problems(self) -> Sequence[Problem]:
        """Every problem, warnings too, that it shows by itself; it is kept if there is none."""
        if self.is_checked:
            return ()
        found = tuple(most_of(_problems(self.typed)))
        if self.cache and not found:
            keep(self.typed, self.source, self.cache)
        return found


def read_table_file(
    path: Path, table: Table, cache: Path | None
) -> tuple[TypedTable | None, Sequence[Problem]]:
    """The table in a CSV file, None if its cells cannot be told apart, and all its problems."""
    try:
        read = read_source(csv_source(path), table, cache)
    except UnreadableError as error:
        return None, (error.problem,)
    return read.typed, read.problems()


def read_source(source: Source, table: Table, cache: Path | None) -> ReadTable:
    """Read a table, or take what is kept; UnreadableError if its cells cannot be told apart."""
    known = kept(source, table, cache) if cache else None
    return ReadTable(known or read_afresh(source, table), source, cache, known is not None)


def read_afresh(source: Source, table: Table) -> TypedTable:
    """Read the cells; UnreadableError where they cannot be told apart."""
    return read_table(source.read(table), table)


def _problems(typed: TypedTable) -> Iterator[Problem]:
    if typed.table.name == REQUIRED_TABLE and typed.sheet.cells.empty:
        yield problem("table-empty", typed.origin.place())
    yield from shape_problems(typed.sheet, typed.table)
    yield from personal_data_problems(typed.sheet, typed.table)
    yield from cell_problems(typed)
