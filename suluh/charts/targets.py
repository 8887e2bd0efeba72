"""Targets beside a series, and an axis that holds both."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.chart import Row
from suluh.charts.scales import value_axis, widened
from suluh.charts.series import extent, has_values
from suluh.charts.time_axis import span
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure

LEAST_SPAN = 12.0
"""IKM points the axis shows at least."""


def target_rows(
    own: DepartmentFigures, indicator: str, figures: Sequence[Figure]
) -> tuple[Row, ...]:
    """A row a year with a target, as long as its quarters run; the first carries the label."""
    rows: list[Row] = []
    for target in own.years("target", indicator):
        within = [f for f in figures if f.periode.startswith(target.periode)]
        if target.nilai is None or not within:
            continue
        text = "" if rows else f"target {number_text(target.nilai)}"
        ends = span(Period.parse(within[0].periode))[0], span(Period.parse(within[-1].periode))[1]
        above = _stands_below(within, target.nilai)
        rows.append(
            {"x": ends[0], "x2": ends[1], "nilai": target.nilai, "text": text, "above": above}
        )
    return tuple(rows)


def _stands_below(figures: Sequence[Figure], target: float) -> bool:
    """Whether the series runs below its target there, which leaves room above it."""
    known = [f.nilai for f in figures if f.nilai is not None]
    return not known or sum(known) / len(known) < target


def reach(own: DepartmentFigures, figures: Sequence[Figure], count: int) -> tuple[Row, ...]:
    """The axis of an IKM series: its values, limits and targets, and no less than a few points."""
    if not has_values(figures):
        return value_axis(25.0, 100.0, 2)
    low, high = extent([*figures, *own.years("target", figures[0].indikator)])
    return value_axis(*widened(low, high, LEAST_SPAN, 100.0), count)
