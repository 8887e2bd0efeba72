"""Targets and bands beside a series, and an axis that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from suluh.charts.scales import ends, value_axis, widened
from suluh.charts.series import extent, has_values
from suluh.charts.time_axis import span
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure
from suluh.studio import Row
from suluh.text import say

BAND_LIMITS = ((65.0, "C"), (76.61, "B"), (88.31, "A"))
"""Where each band of the IKM begins, PermenPANRB 14/2017."""

LEAST_SPAN = 12.0
"""IKM points the axis shows at least."""

LABEL_ROOM = 1.0
"""IKM points below and above a target: its label lies neither on the names of the years nor on
the marks above the drawing."""


def target_rows(
    own: DepartmentFigures, indicator: str, figures: Sequence[Figure]
) -> tuple[Row, ...]:
    """A row a year with a target, as long as its quarters run; one of them carries the label."""
    targets = [t for t in own.years("target", indicator) if t.nilai is not None]
    within = {t.periode: [f for f in figures if f.periode.startswith(t.periode)] for t in targets}
    held = [t for t in targets if within[t.periode]]
    labelled = max(held, key=lambda t: abs(_above(t, within[t.periode])), default=None)
    return tuple(
        {
            "x": span(Period.parse(within[t.periode][0].periode))[0],
            "x2": span(Period.parse(within[t.periode][-1].periode))[1],
            "nilai": t.nilai,
            "text": say("target {value}", value=number_text(t.nilai or 0))
            if t is labelled
            else "",
            "above": _above(t, within[t.periode]) >= 0,
        }
        for t in held
    )


def _above(target: Figure, figures: Sequence[Figure]) -> float:
    """How far a target lies above its year's series: that much room its label has there."""
    known = [f.nilai for f in figures if f.nilai is not None]
    gaps = [(target.nilai or 0) - value for value in known]
    return min(gaps, key=abs, default=100.0)


def reach(
    own: DepartmentFigures, figures: Sequence[Figure], count: int, others: Iterable[float] = ()
) -> tuple[Row, ...]:
    """The axis of an IKM series: its values, limits and targets, and no less than a few points.

    `others`: what else the drawing has at some height.
    """
    if not has_values(figures):
        return value_axis(25.0, 100.0, 2)
    targets = [t.nilai for t in own.years("target", figures[0].indikator) if t.nilai is not None]
    room = [target + side for target in targets for side in (-LABEL_ROOM, LABEL_ROOM)]
    drawn = (*extent(figures), *targets, *room, *others)
    return value_axis(*widened(min(drawn), max(drawn), LEAST_SPAN, 100.0), count)


def band_rows(scale: Sequence[Row]) -> tuple[Row, ...]:
    """The band limits within an axis, each with the letter of the band above it."""
    low, high = ends(scale)
    return tuple(
        {"nilai": limit, "text": letter} for limit, letter in BAND_LIMITS if low < limit < high
    )
