"""A table of all departments in one period: alphabetical, never ranked, every state in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from suluh.figures import CITY
from suluh.pages.roll import by_name
from suluh.periods import Period
from suluh.published import Department, Figure, Published


@dataclass(frozen=True)
class Column:
    """What a column shows: an indicator, or one of its categories.

    `detailed`: its interval and n stand below the value.
    """

    indikator: str
    heading: str
    rincian: str = ""
    detailed: bool = False


@dataclass(frozen=True)
class Row:
    """One department, or the city where `department` is None. `note` is said beside it."""

    department: Department | None
    figures: tuple[Figure | None, ...]
    note: str = ""


@dataclass(frozen=True)
class DepartmentTable:
    """`rows` are the city, then the departments that existed in the period, by name."""

    id: str
    period: Period
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note_heading: str = ""


def department_table(
    published: Published, id_: str, period: Period, columns: Sequence[Column]
) -> DepartmentTable:
    """The figures of every department valid in the period, and of the city."""
    valid = by_name(d for d in published.departments if d.valid_in(period))
    rows = [Row(d, _figures(published, d.kode_opd, period, columns)) for d in valid]
    city = Row(None, _figures(published, CITY, period, columns))
    return DepartmentTable(id_, period, tuple(columns), (city, *rows))


def annotated(table: DepartmentTable, heading: str, note: Callable[[Row], str]) -> DepartmentTable:
    """The same table with a last column of words."""
    rows = tuple(replace(row, note=note(row)) for row in table.rows)
    return replace(table, rows=rows, note_heading=heading)


def _figures(
    published: Published, kode_opd: str, period: Period, columns: Sequence[Column]
) -> tuple[Figure | None, ...]:
    return tuple(published.figure(kode_opd, c.indikator, str(period), c.rincian) for c in columns)
