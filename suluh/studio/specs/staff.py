"""Drawings of staff: ratings, hours and reach of training, scores before and after."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from suluh.palette import DATA, GOLD, INK, PAPER
from suluh.studio.specs.parts import (
    foot_axis,
    gaps,
    key,
    panel_titles,
    row_labels,
    row_y,
    segments,
    time_x,
    value_grid,
    value_x,
    value_y,
    year_axis,
    year_lines,
)
from suluh.studio.specs.theme import (
    LEFT,
    RIGHT,
    TEXT,
    Layers,
    Rows,
    Spec,
    base,
    framed,
    stacked,
    when,
)

LABEL_LINE, BAR_LINE = -8, 9
RATINGS = Rows("labels", 40, 38, 18)
SCORES = Rows("rows", 38, 22, 16)
HOURS = (26, 106)
REACH = (160, 248)


def ratings(width: int) -> Spec:
    """Kind `predikat`: a bar a year, its organisation's rating above it."""
    left, right = 2, width - 14
    y = row_y(RATINGS)
    return framed(
        key(),
        foot_axis("axis", value_x("nilai", left, right), RATINGS.head - 2),
        row_labels("labels", y, width, LABEL_LINE),
        segments(y, left, right, BAR_LINE),
        width=width,
        height=RATINGS,
    )


def hours_and_reach(width: int) -> Spec:
    """Kind `jp`: bars of hours above, dots of two shares below, on the same years."""
    return framed(
        key(),
        panel_titles([HOURS[0] - 18, REACH[0] - 34]),
        year_lines(*HOURS, width),
        year_axis(*REACH, width),
        stacked(_hours(width), _reach(width)),
        width=width,
        height=REACH[1] + 24,
    )


def _hours(width: int) -> Layers:
    top, bottom = HOURS
    y = value_y("nilai", top, bottom)
    faint = alt.FillOpacityValue(1, condition=when("datum.unfinished", 0.45))
    bars = base("hours").mark_rect(fill=GOLD, cornerRadiusTopLeft=2, cornerRadiusTopRight=2)
    bold: dict[str, Any] = {"fontWeight": "bold", "dy": -8}
    ground = base("hours").mark_text(**bold, stroke=PAPER, strokeWidth=4)
    values = base("hours").mark_text(**bold, fill=INK)
    place = {"x": time_x("middle", width), "y": y, "text": TEXT}
    line = base("required").mark_rule(stroke=INK, strokeDash=[5, 3])
    return (
        *value_grid("hours_axis", top, bottom, width),
        bars.encode(
            x=time_x("x", width), x2=alt.X2("x2:Q"), y=y, y2=alt.Y2Datum(0), fillOpacity=faint
        ),
        line.encode(y=y, x=alt.XValue(LEFT), x2=alt.X2Value(width - RIGHT)),
        ground.encode(**place),
        values.encode(**place),
        gaps("hours_gaps", bottom, width),
    )


def _reach(width: int) -> Layers:
    top, bottom = REACH
    return (
        *value_grid("reach_axis", top, bottom, width),
        *_shares("reached", "circle", GOLD, GOLD, width, "right"),
        *_shares("reach", "diamond", PAPER, DATA, width, "left"),
        gaps("reach_gaps", bottom, width),
    )


def _shares(
    name: str, shape: str, fill: str, stroke: str, width: int, align: Literal["left", "right"]
) -> Layers:
    """A dot a year, its interval and its value."""
    x, y = time_x("x", width), value_y("nilai", *REACH)
    interval = base(name).mark_rule(stroke=stroke, strokeOpacity=0.35, strokeWidth=5)
    dot = base(name).mark_point(shape=shape, size=62, fill=fill, stroke=stroke)
    value = base(name).mark_text(align=align, dx=6 if align == "left" else -6, fill=INK)
    return (
        interval.encode(x=x, y=value_y("batas_bawah", *REACH), y2=alt.Y2("batas_atas:Q")),
        dot.encode(x=x, y=y),
        value.encode(x=x, y=y, text=TEXT),
    )


def scores(width: int) -> Spec:
    """Kind `nilai`: in each row a line of words above the way from before to after."""
    left, right = 12, width - 14
    x, y = value_x("nilai", left, right), row_y(SCORES)
    way = base("rows").mark_rule(stroke=GOLD, strokeWidth=1.6, yOffset=BAR_LINE)
    return framed(
        key(),
        foot_axis("axis", x, SCORES.head - 4),
        row_labels("rows", y, width, LABEL_LINE),
        _bands("before", y, left, right),
        _bands("after", y, left, right),
        way.encode(x=x, x2=alt.X2("akhir:Q"), y=y),
        _ends("before", PAPER).encode(x=x, y=y),
        _ends("after", GOLD).encode(x=x, y=y),
        width=width,
        height=SCORES,
    )


def _bands(name: str, y: alt.Y, left: float, right: float) -> alt.Chart:
    band = base(name).mark_rule(stroke=GOLD, strokeOpacity=0.25, strokeWidth=9, yOffset=BAR_LINE)
    drawn: alt.Chart = band.encode(
        x=value_x("batas_bawah", left, right), x2=alt.X2("batas_atas:Q"), y=y
    )
    return drawn


def _ends(name: str, fill: str) -> alt.Chart:
    drawn: alt.Chart = base(name).mark_point(size=75, fill=fill, stroke=GOLD, yOffset=BAR_LINE)
    return drawn
