"""Numbered marks of what happened, above what is drawn along the same time."""

from __future__ import annotations

import altair as alt

from suluh.palette import GOLD, MAROON, PAPER
from suluh.studio.specs.parts import time_x
from suluh.studio.specs.theme import Layers, base, when


def events(lanes: float, bottom: float, width: int) -> Layers:
    """Marks in two lanes that end at `lanes`, each with a dotted line down to `bottom`."""
    x = time_x("x", width)
    y = alt.Y("lane:Q", scale=alt.Scale(domain=[0, 1], range=[lanes - 8, lanes - 24]), axis=None)
    maroon = when("datum.commitment", MAROON)
    square = alt.ShapeValue("circle", condition=when("datum.commitment", "square"))
    lines = base("events").mark_rule(strokeDash=[1.5, 2.5], strokeWidth=1.3)
    signs = base("events").mark_point(size=190, strokeWidth=0)
    numbers = base("events").mark_text(fill=PAPER, fontSize=10, fontWeight="bold")
    return (
        lines.encode(
            x=x,
            y=y,
            y2=alt.Y2Value(bottom),
            stroke=alt.StrokeValue(GOLD, condition=maroon),
        ),
        signs.encode(x=x, y=y, fill=alt.FillValue(GOLD, condition=maroon), shape=square),
        numbers.encode(x=x, y=y, text=alt.Text("number:N")),
    )
