"""One table by itself: read, unless it was and nothing was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suluh.contract import Table
from suluh.intake.cells import cell_problems
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
class Fresh:
    """A table that was not kept: its cells are checked by the contract, and nothing else yet."""

    typed: TypedTable
    source: Source
    problems: tuple[Problem, ...]

    def search(self, cache: Path | None) -> tuple[Problem, ...]:
        """Search it for personal data; keep it in the folder `cache` if nothing is wrong."""
        found = tuple(most_of(personal_data_problems(self.typed.sheet, self.typed.table)))
        if cache and not found and not self.problems:
            keep(self.typed, self.source, cache)
        return found


def read_source(source: Source, table: Table, cache: Path | None) -> TypedTable | Fresh:
    """The table as it was kept, or read; UnreadableError where its cells cannot be told apart."""
    known = kept(source, table, cache) if cache else None
    return known or read_afresh(source, table)


def read_afresh(source: Source, table: Table) -> Fresh:
    """Read a table; UnreadableError where its cells cannot be told apart."""
    typed = read_table(source.read(table), table)
    return Fresh(typed, source, tuple(most_of(_problems(typed))))


def read_table_file(path: Path, table: Table) -> tuple[TypedTable | None, Sequence[Problem]]:
    """The table in a CSV file, None if its cells cannot be told apart, and all its problems."""
    try:
        fresh = read_afresh(csv_source(path), table)
    except UnreadableError as error:
        return None, (error.problem,)
    return fresh.typed, (*fresh.problems, *fresh.search(None))


def _problems(typed: TypedTable) -> Iterator[Problem]:
    """Problems of one table, warnings too, but for personal data."""
    if typed.table.name == REQUIRED_TABLE and typed.sheet.cells.empty:
        yield problem("table-empty", typed.origin.place())
    yield from shape_problems(typed.sheet, typed.table)
    yield from cell_problems(typed)
