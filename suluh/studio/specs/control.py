"""Drawing of a control chart: a series in the grey lane of what is usual of it."""

from __future__ import annotations

import altair as alt

from suluh.palette import DATA, INK, MUTED
from suluh.studio.specs.events import events
from suluh.studio.specs.parts import (
    gaps,
    key,
    targets,
    time_x,
    trend,
    value_grid,
    value_y,
    year_axis,
)
from suluh.studio.specs.survey import bands
from suluh.studio.specs.theme import Layers, Spec, base, framed, stacked

LANES = 72
"""Where the lanes of the events end, below two lines of the key."""

TREND = (78, 256)


def control_chart(width: int) -> Spec:
    """Kind `ikm-kendali`: the trend `ikm-tren` with its usual range, signals and events."""
    top, bottom = TREND
    series = (
        *usual_range(top, bottom, width),
        *value_grid("axis", top, bottom, width),
        *bands(top, bottom, width),
        *targets("targets", top, bottom, width),
        *trend("satisfaction", top, bottom, width, DATA),
        signals(top, bottom, width),
        gaps("gaps", bottom, width),
    )
    time = year_axis(top, bottom, width)
    height = bottom + 26
    return framed(
        key(), time, events(LANES, bottom, width), stacked(series), width=width, height=height
    )


def usual_range(top: float, bottom: float, width: int) -> Layers:
    """Of each level a faint lane between its limits, thin lines at these and at the mean."""
    ends = {"x": time_x("x", width), "x2": alt.X2("x2:Q")}
    lane = base("levels").mark_rect(fill=INK, fillOpacity=0.07)
    mean = base("levels").mark_rule(stroke=MUTED, strokeWidth=1.2)
    limit = base("limits").mark_rule(stroke=MUTED, strokeWidth=0.7)
    value = value_y("nilai", top, bottom)
    return (
        lane.encode(y=value_y("low", top, bottom), y2=alt.Y2("high:Q"), **ends),
        limit.encode(y=value, **ends),
        mean.encode(y=value, **ends),
    )


def signals(top: float, bottom: float, width: int) -> alt.Chart:
    """A sign over the dot of each signal: rows `shape`, `size`, `fill`, `stroke`."""
    signs = base("signals").mark_point(strokeWidth=1.6)
    drawn: alt.Chart = signs.encode(
        x=time_x("x", width),
        y=value_y("nilai", top, bottom),
        shape=alt.Shape("shape:N", scale=None),
        size=alt.Size("size:Q", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
    )
    return drawn
