"""Which charts a page of a department, of one of its years, or of the city can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

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

_OF_ONE: Mapping[str, Callable[..., Chart | None]] = {
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
_OF_A_YEAR = ("unsur", "sebaran", "predikat")


@dataclass(frozen=True)
class ChartOf:
    """Which chart, by its name here, and of whom; of a year, or of all time."""

    name: str
    kode_opd: str = CITY
    year: Period | None = None

    def __call__(self, published: Published) -> Chart | None:
        """The chart, or None where there is nothing to draw."""
        if self.name in _OF_ALL:
            chart = _OF_ALL[self.name](published)
        elif self.year:
            chart = _OF_ONE[self.name](published, self.kode_opd, self.year)
        else:
            chart = _OF_ONE[self.name](published, self.kode_opd)
        return chart and _dated(published, chart)


def department_charts(kode_opd: str) -> Mapping[str, ChartOf]:
    """Every chart of a department by id."""
    return {name: ChartOf(name, kode_opd) for name in _OF_ONE}


def year_charts(kode_opd: str, year: Period) -> Mapping[str, ChartOf]:
    """The charts of one year of a department by id."""
    return {name: ChartOf(name, kode_opd, year) for name in _OF_A_YEAR}


def city_charts(*names: str) -> Mapping[str, ChartOf]:
    """The charts of the whole city, and those that compare departments, by id.

    Only those named, or every one.
    """
    chosen = names or (*_OF_ONE, *_OF_ALL)
    return {name: ChartOf(name) for name in (*_OF_ONE, *_OF_ALL) if name in chosen}


def made(charts: Mapping[str, ChartOf], published: Published) -> Mapping[str, Chart]:
    """Charts by id, without those that have nothing to draw."""
    found = {id_: of(published) for id_, of in charts.items()}
    return {id_: chart for id_, chart in found.items() if chart}


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
