"""One table's file: read and checked by itself, unless it was and nothing was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from suluh.contract import Table
from suluh.intake.kept import keep, kept
from suluh.intake.personal_cells import personal_data_problems
from suluh.intake.problems import Place, Problem, problem
from suluh.intake.shape import shape_problems
from suluh.intake.sheet import UnreadableError, read_content, read_sheet
from suluh.intake.typed import TypedTable, read_table

REQUIRED_TABLE = "opd"
"""The one table that must exist: without departments there is nobody to report on."""


def read_table_file(
    path: Path, table: Table, cache: Path | None
) -> tuple[TypedTable | None, Sequence[Problem]]:
    """Return the typed table, None if its cells cannot be told apart, and all its problems."""
    try:
        content = read_content(path)
        known = kept(content, table, cache) if cache else None
        if known:
            return known, ()
        typed = read_table(read_sheet(content, table), table)
    except UnreadableError as error:
        return None, (error.problem,)
    problems = tuple(_problems(typed))
    if cache and not problems:
        keep(typed, content, cache)
    return typed, problems


def _problems(typed: TypedTable) -> Iterator[Problem]:
    """Every problem, warnings too, that one file shows by itself."""
    from suluh.intake.cells import cell_problems  # noqa: PLC0415 pandera loads slowly

    if typed.table.name == REQUIRED_TABLE and typed.sheet.cells.empty:
        yield problem("table-empty", Place(typed.table.path))
    yield from shape_problems(typed.sheet, typed.table)
    yield from personal_data_problems(typed.sheet, typed.table)
    yield from cell_problems(typed)
