"""Drawings of complaints: their flow along time, and how long settling takes."""

from __future__ import annotations

import altair as alt

from suluh.palette import DATA, INK, LINE, MAROON, MUTED
from suluh.studio.specs.parts import (
    dots,
    gaps,
    key,
    time_x,
    value_grid,
    value_x,
    value_y,
    year_axis,
    year_lines,
)
from suluh.studio.specs.theme import LEFT, RIGHT, TEXT, Layers, Spec, base, framed, stacked

FLOW = (26, 120)
OPEN = (142, 212)
CURVE = (28, 186)


def complaints(width: int) -> Spec:
    """Kind `pengaduan`: received and settled side by side, what stays open below."""
    return framed(
        key(),
        year_lines(*FLOW, width),
        year_axis(*OPEN, width),
        stacked(_flow(width), _open(width)),
        width=width,
        height=OPEN[1] + 24,
    )


def _flow(width: int) -> Layers:
    top, bottom = FLOW
    place = {"x": time_x("x", width), "x2": alt.X2("x2:Q"), "y": value_y("nilai", top, bottom)}
    floor = alt.Y2Datum(0)
    return (
        *value_grid("flow_axis", top, bottom, width),
        base("received").mark_rect(fill=MUTED, fillOpacity=0.55).encode(**place, y2=floor),
        base("settled").mark_rect(fill=DATA).encode(**place, y2=floor),
        gaps("flow_gaps", bottom, width),
    )


def _open(width: int) -> Layers:
    top, bottom = OPEN
    x, y = time_x("x", width), value_y("nilai", top, bottom)
    line = base("open").mark_line(stroke=MAROON, strokeWidth=2)
    return (
        *value_grid("open_axis", top, bottom, width),
        line.encode(x=x, y=y, detail=alt.Detail("run:N")),
        dots("open", MAROON).encode(x=x, y=y),
        gaps("open_gaps", bottom, width),
    )


def settlement_curve(width: int) -> Spec:
    """Kind `kurva`: the share settled within so many days, in steps."""
    top, bottom = CURVE
    right = width - RIGHT - 6
    x, y = value_x("x", LEFT, right), value_y("nilai", top, bottom)
    upright = base("day_axis").mark_rule(stroke=LINE)
    days = base("day_axis").mark_text(baseline="top")
    days_x = value_x("nilai", LEFT, right)
    city = base("city").mark_line(
        stroke=INK, strokeWidth=1.5, strokeDash=[5, 3], interpolate="step-after"
    )
    curve = base("curve").mark_line(stroke=DATA, strokeWidth=2.2, interpolate="step-after")
    unit = base("unit").mark_text(align="right", baseline="top")
    return framed(
        key(),
        value_grid("share_axis", top, bottom, width),
        upright.encode(x=days_x, y=alt.YValue(top), y2=alt.Y2Value(bottom + 4)),
        days.encode(x=days_x, y=alt.YValue(bottom + 7), text=TEXT),
        unit.encode(x=alt.XValue(right), y=alt.YValue(bottom + 20), text=TEXT),
        city.encode(x=x, y=y),
        curve.encode(x=x, y=y),
        base("points").mark_point(size=22, fill=DATA, strokeWidth=0).encode(x=x, y=y),
        width=width,
        height=bottom + 34,
    )
