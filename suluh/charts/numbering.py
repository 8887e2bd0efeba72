"""Numbers beside dots, each in a corner where it touches no other number and no other dot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from suluh.studio import Row

WIDTH, HEIGHT = 300.0, 250.0
"""The plot, about, in pixels."""

_CORNERS = ((10, -7), (10, 8), (-10, -7), (-10, 8), (0, -12), (0, 13))


class _Place(NamedTuple):
    x: float
    y: float


def numbered(
    rows: Sequence[Row], across: tuple[float, float], up: tuple[float, float]
) -> tuple[Row, ...]:
    """The rows with `dx`, `dy` added: where to write `number` from the dot at `x`, `nilai`.

    `across` and `up` are the values at the ends of the plot.
    """
    places = [_place(row, across, up) for row in rows]
    taken = list(places)
    result = []
    for row, place in zip(rows, places, strict=True):
        dx, dy = (0, 0)
        if row["number"]:
            dx, dy = max(_CORNERS, key=lambda c: _clearance(place, c, taken))
            taken.append(_Place(place.x + dx, place.y + dy))
        result.append({**row, "dx": dx, "dy": dy})
    return tuple(result)


def _place(row: Row, across: tuple[float, float], up: tuple[float, float]) -> _Place:
    (left, right), (low, high) = across, up
    x, y = float(str(row["x"])), float(str(row["nilai"]))
    return _Place((x - left) / (right - left) * WIDTH, (high - y) / (high - low) * HEIGHT)


def _clearance(place: _Place, corner: tuple[int, int], taken: Sequence[_Place]) -> float:
    """Distance to the nearest dot or number, as far as it matters; ties fall to the first."""
    x, y = place.x + corner[0], place.y + corner[1]
    others = (t for t in taken if t != place)
    return min((min(12.0, max(abs(x - t.x), abs(y - t.y))) for t in others), default=12.0)
