"""Value axes: round tick values and their labels, as rows to draw.

The axes are drawn from data rather than by Vega, so that a chart's frame does not depend on
the letters of the machine it is built on, and every number is written by Babel.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

from suluh.localisation import number_text
from suluh.studio import Row

_STEPS = (1, 2, 5, 10)


def ticks(low: float, high: float, count: int = 4) -> tuple[float, ...]:
    """About `count` round numbers, from at or below `low` to at or above `high`."""
    step = _step((high - low) / max(count - 1, 1))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(i * step, 10) for i in range(first, max(last, first + 1) + 1))


def _step(rough: float) -> float:
    """The first of 1, 2, 5 × 10ᵏ that is not below `rough`."""
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(s * power for s in _STEPS if s * power >= rough * (1 - 1e-9))


def axis(values: tuple[float, ...]) -> tuple[Row, ...]:
    """Rows `nilai`, `text` of an axis; whole numbers without decimals."""
    decimals = 0 if all(v == round(v) for v in values) else 1
    return tuple({"nilai": v, "text": number_text(v, decimals)} for v in values)


def value_axis(low: float, high: float, count: int = 4) -> tuple[Row, ...]:
    """An axis that holds everything from `low` to `high`."""
    return axis(ticks(low, high, count))


def widened(low: float, high: float, span: float, top: float) -> tuple[float, float]:
    """At least `span` from end to end, not above `top`: a tiny change must not look big."""
    missing = max(0.0, span - (high - low))
    high = min(top, high + missing / 2)
    return min(low, high - span), high


def ends(rows: Sequence[Row]) -> tuple[float, float]:
    """The first and the last value of an axis."""
    return float(str(rows[0]["nilai"])), float(str(rows[-1]["nilai"]))
