"""Which periods a department's pages report on."""

from __future__ import annotations

from suluh.pages.roll import named
from suluh.periods import Period
from suluh.published import DepartmentFigures, Published
from suluh.sentences.phrases import latest_complete


def years_of(published: Published, kode_opd: str) -> tuple[Period, ...]:
    """The years with figures in which the department existed, newest first."""
    department = named(published)[kode_opd]
    return tuple(y for y in reversed(published.years) if department.valid_in(y))


def newest_period(own: DepartmentFigures) -> Period:
    """The newest quarter with figures of the department, or its newest year."""
    return max(Period.parse(periode) for periode in {periode for _, periode, _ in own.by_key})


def newest_year(published: Published, kode_opd: str, indikator: str) -> Period:
    """The newest whole year in which an indicator has a value, else the newest year."""
    figure = latest_complete(published, published.of(kode_opd).years(indikator))
    return Period.parse(figure.periode) if figure else years_of(published, kode_opd)[0]
