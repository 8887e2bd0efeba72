"""Which charts a page of a department, of one of its years, or of the city can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

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
from suluh.localisation import date_text, period_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.text import capitalised, say

_OF_ONE: Mapping[str, Callable[[Published, str], Chart | None]] = {
    "perjalanan": journey,
    "ikm-tren": satisfaction_trend,
    "unsur": elements,
    "sebaran": answer_spread,
    "predikat": ratings,
    "tindak-lanjut": follow_up,
    "jp": hours_and_reach,
    "nilai": before_and_after,
    "kepuasan-peserta": satisfaction_of_participants,
    "penerapan": application_at_work,
    "pengaduan": complaints,
    "kurva": settlement_curve,
    "komitmen": commitments,
}
_OF_ALL: Mapping[str, Callable[[Published], Chart | None]] = {
    "jangkauan": reach_by_department,
    "corong": funnel,
    "dampak": impact,
}


def department_charts(published: Published, kode_opd: str) -> Mapping[str, Chart]:
    """Every chart of a department by id; one without data is left out."""
    return _by_id(published, (make(published, kode_opd) for make in _OF_ONE.values()))


def year_charts(published: Published, kode_opd: str, year: Period) -> Mapping[str, Chart]:
    """The charts of one year of a department by id."""
    makers = (elements, answer_spread, ratings)
    return _by_id(published, (make(published, kode_opd, year) for make in makers))


def city_charts(published: Published, *names: str) -> Mapping[str, Chart]:
    """The charts of the whole city, and those that compare departments, by id.

    Only those named, or every one; one without data is left out.
    """
    chosen = names or (*_OF_ONE, *_OF_ALL)
    of_city = (make(published, CITY) for id_, make in _OF_ONE.items() if id_ in chosen)
    compared = (make(published) for id_, make in _OF_ALL.items() if id_ in chosen)
    return _by_id(published, (*of_city, *compared))


def _by_id(published: Published, charts: Iterable[Chart | None]) -> Mapping[str, Chart]:
    return {chart.id: _dated(published, chart) for chart in charts if chart is not None}


def _dated(published: Published, chart: Chart) -> Chart:
    """The chart with a note where it has a year or quarter that is not over."""
    cells = (cell for row in chart.table.rows for cell in row)
    shown = {Period.parse(cell.periode) for cell in cells if isinstance(cell, Figure)}
    notes = (
        say(
            "{period} belum selesai: angkanya sampai {day}.",
            period=capitalised(period_text(period)),
            day=date_text(published.as_of),
        )
        for period in sorted(shown)
        if period.is_under_way(published.as_of)
    )
    return replace(chart, notes=(*chart.notes, *notes))
