"""One table by itself: read and checked, unless it was and nothing was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def read_table_file(
    path: Path, table: Table, cache: Path | None
) -> tuple[TypedTable | None, Sequence[Problem]]:
    """Return what `read_source` does of a table's CSV file."""
    try:
        return read_source(csv_source(path), table, cache)
    except UnreadableError as error:
        return None, (error.problem,)


def read_source(
    source: Source, table: Table, cache: Path | None
) -> tuple[TypedTable | None, Sequence[Problem]]:
    """Return the typed table, None if its cells cannot be told apart, and all its problems."""
    known = kept(source, table, cache) if cache else None
    if known:
        return known, ()
    try:
        typed = read_afresh(source, table)
    except UnreadableError as error:
        return None, (error.problem,)
    problems = tuple(most_of(_problems(typed)))
    if cache and not problems:
        keep(typed, source, cache)
    return typed, problems


def read_afresh(source: Source, table: Table) -> TypedTable:
    """Read the cells; UnreadableError where they cannot be told apart."""
    return read_table(source.read(table), table)


def _problems(typed: TypedTable) -> Iterator[Problem]:
    """Every problem, warnings too, that one table shows by itself."""
    if typed.table.name == REQUIRED_TABLE and typed.sheet.cells.empty:
        yield problem("table-empty", typed.origin.place())
    yield from shape_problems(typed.sheet, typed.table)
    yield from personal_data_problems(typed.sheet, typed.table)
    yield from cell_problems(typed)
