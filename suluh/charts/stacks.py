"""Bars made of segments in the colours of the ratings, a gap between neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.palette import LINE, MUTED, ON_RATINGS, RATINGS
from suluh.studio import Row

_BETWEEN = 0.004
"""Share of the axis left free between neighbours."""

_LETTERS = 0.021
"""Share of the axis a letter takes."""


@dataclass(frozen=True)
class Segment:
    """A part of a bar: its length, its text and the key of its figure.

    Without a rating it stands for what is hidden.
    """

    length: float
    text: str
    rating: int | None
    key: str


def segment_rows(row: int, segments: Iterable[Segment], whole: float) -> list[Row]:
    """Rows of one bar on an axis of length `whole`; a text that finds no room is left out."""
    rows: list[Row] = []
    start = 0.0
    for segment in segments:
        if segment.length <= 0:
            continue
        end = start + segment.length
        fits = segment.length > (len(segment.text) + 1) * _LETTERS * whole
        rows.append(
            {
                "row": row,
                "x": round(start, 2),
                "x2": round(max(end - _BETWEEN * whole, start + 0.001 * whole), 2),
                "middle": round((start + end) / 2, 2),
                "text": segment.text if fits else "",
                "kunci": segment.key,
                "fill": LINE if segment.rating is None else RATINGS[segment.rating],
                "ink": MUTED if segment.rating is None else ON_RATINGS[segment.rating],
            }
        )
        start = end
    return rows
