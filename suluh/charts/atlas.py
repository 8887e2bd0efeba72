"""Which charts a page of a department, of one of its years, or of the city can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from suluh.charts.answers import answer_spread
from suluh.charts.chart import Chart
from suluh.charts.commitments import commitments
from suluh.charts.complaints import complaints, settlement_curve
from suluh.charts.elements import elements
from suluh.charts.funnel import funnel
from suluh.charts.impact import impact
from suluh.charts.journey import journey
from suluh.charts.ratings import ratings
from suluh.charts.reactions import application_at_work, satisfaction_of_participants
from suluh.charts.satisfaction import satisfaction_trend
from suluh.charts.shares import follow_up, reach_by_department
from suluh.charts.training import before_and_after, hours_and_reach
from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import Published

_OF_ONE = (
    journey,
    satisfaction_trend,
    elements,
    answer_spread,
    ratings,
    follow_up,
    hours_and_reach,
    before_and_after,
    satisfaction_of_participants,
    application_at_work,
    complaints,
    settlement_curve,
    commitments,
)


def department_charts(published: Published, kode_opd: str) -> Mapping[str, Chart]:
    """Every chart of a department by id; one without data is left out."""
    return _by_id(make(published, kode_opd) for make in _OF_ONE)


def year_charts(published: Published, kode_opd: str, year: Period) -> Mapping[str, Chart]:
    """The charts of one year of a department by id."""
    return _by_id((elements(published, kode_opd, year), ratings(published, kode_opd, year)))


def city_charts(published: Published) -> Mapping[str, Chart]:
    """Every chart of the whole city by id, and those that compare departments."""
    of_all = (make(published, CITY) for make in _OF_ONE)
    compared = (make(published) for make in (reach_by_department, funnel, impact))
    return _by_id((*of_all, *compared))


def _by_id(charts: Iterable[Chart | None]) -> Mapping[str, Chart]:
    return {chart.id: chart for chart in charts if chart is not None}
