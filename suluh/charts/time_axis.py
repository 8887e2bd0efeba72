"""The axis of time: days and periods as numbers, a year one long and its quarters equal.

Numbers rather than dates, so that the drawing does not depend on a time zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from suluh.periods import Period
from suluh.studio import Row


def position(day: date) -> float:
    """Where a day lies: 2024-07-01 at 2024.5."""
    start, end = span(Period.quarter_of(day))
    quarter = Period.quarter_of(day)
    days = (quarter.end - quarter.start).days + 1
    return round(start + (end - start) * (day - quarter.start).days / days, 3)


def span(period: Period) -> tuple[float, float]:
    """Where a year or a quarter begins and ends."""
    if period.is_year:
        return float(period.year), float(period.year + 1)
    return period.year + (period.quarter - 1) / 4, period.year + period.quarter / 4


def middle(period: Period) -> float:
    """The middle of a year or a quarter."""
    start, end = span(period)
    return (start + end) / 2


def year_rows(periods: Sequence[Period]) -> tuple[Row, ...]:
    """The years the periods (oldest first) lie in: `x` where each begins, `middle`, `text`.

    The first and the last may be years in part; a row without text closes the axis.
    """
    first, last = span(periods[0])[0], span(periods[-1])[1]
    rows: list[Row] = []
    for year in range(periods[0].year, periods[-1].year + 1):
        start, end = max(first, year), min(last, year + 1)
        rows.append({"x": start, "middle": (start + end) / 2, "text": str(year)})
    return (*rows, {"x": last, "middle": last, "text": ""})
