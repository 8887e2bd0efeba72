"""Parts that several drawings share: grids, the years, gaps, bands, dots, a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from suluh.palette import INK, LINE, MUTED, PAPER
from suluh.studio.specs.theme import LEFT, RIGHT, TEXT, Layers, Rows, base, linear, when


def time_x(name: str, width: int) -> alt.X:
    """The place in time, from the labels of the value axis to the right edge."""
    return alt.X(f"{name}:Q", scale=linear(LEFT, width - RIGHT), axis=None)


def value_y(name: str, top: float, bottom: float) -> alt.Y:
    """The height of a value between two places in pixels."""
    return alt.Y(f"{name}:Q", scale=linear(bottom, top), axis=None)


def value_grid(name: str, top: float, bottom: float, width: int) -> Layers:
    """A line and a label for each row `nilai`, `text` of a value axis."""
    y = value_y("nilai", top, bottom)
    ends = {"x": alt.XValue(LEFT), "x2": alt.X2Value(width - RIGHT)}
    lines = base(name).mark_rule(stroke=LINE).encode(y=y, **ends)
    labels = base(name).mark_text(align="right").encode(y=y, x=alt.XValue(LEFT - 6), text=TEXT)
    return lines, labels


def year_axis(top: float, bottom: float, width: int) -> Layers:
    """A faint upright line where each year of `years` begins, and its name below the middle."""
    names = base("years").mark_text(baseline="top")
    return (
        year_lines(top, bottom + 4, width),
        names.encode(x=time_x("middle", width), y=alt.YValue(bottom + 7), text=TEXT),
    )


def year_lines(top: float, bottom: float, width: int) -> alt.Chart:
    """A faint upright line where each year of `years` begins."""
    lines = base("years").mark_rule(stroke=LINE)
    drawn: alt.Chart = lines.encode(
        x=time_x("x", width), y=alt.YValue(top), y2=alt.Y2Value(bottom)
    )
    return drawn


def gaps(name: str, bottom: float, width: int) -> alt.Chart:
    """The mark of each period without a value, at the foot of its place."""
    marks = base(name).mark_text(baseline="bottom", fontSize=10)
    drawn: alt.Chart = marks.encode(x=time_x("x", width), y=alt.YValue(bottom - 2), text=TEXT)
    return drawn


def trend(name: str, top: float, bottom: float, width: int, colour: str) -> Layers:
    """A line with its 95 % band, broken at gaps; small samples are hollow dots."""
    x, y = time_x("x", width), value_y("nilai", top, bottom)
    lower = value_y("batas_bawah", top, bottom)
    band = base(name).mark_area(fill=colour, fillOpacity=0.16)
    line = base(name).mark_line(stroke=colour, strokeWidth=2)
    return (
        band.encode(x=x, y=lower, y2=alt.Y2("batas_atas:Q"), detail=alt.Detail("run:N")),
        line.encode(x=x, y=y, detail=alt.Detail("run:N")),
        dots(name, colour).encode(x=x, y=y),
    )


def dots(name: str, colour: str, size: int = 26, y_offset: float = 0) -> alt.Chart:
    """A dot a row, hollow where the sample is small."""
    fill = alt.FillValue(colour, condition=when("datum.small", PAPER))
    dot = base(name).mark_point(stroke=colour, size=size, yOffset=y_offset)
    drawn: alt.Chart = dot.encode(fill=fill)
    return drawn


def targets(name: str, top: float, bottom: float, width: int) -> Layers:
    """A dashed line as long as a target holds; its label, if any, `above` or below it."""
    x, y = time_x("x", width), value_y("nilai", top, bottom)
    line = base(name).mark_rule(stroke=INK, strokeDash=[5, 3]).encode(x=x, x2=alt.X2("x2:Q"), y=y)
    shift = alt.expr("datum.above ? -7 : 9")
    label = base(name).mark_text(align="left", fill=INK, dx=3, dy=shift)
    return line, label.encode(x=x, y=y, text=TEXT)


def value_x(name: str, left: float, right: float) -> alt.X:
    """The place of a value between two places in pixels."""
    return alt.X(f"{name}:Q", scale=linear(left, right), axis=None)


def row_y(rows: Rows) -> alt.Y:
    """The middle of each row."""
    first = rows.head + rows.pixels / 2
    scale = alt.Scale(domain=[0, 1], range=[first, first + rows.pixels])
    return alt.Y("row:Q", scale=scale, axis=None)


def row_labels(name: str, y: alt.Y, width: int, dy: float, label_field: str = "label") -> Layers:
    """What a row is at the left of its label line, `text` in bold at the right.

    The line has a ground of its own, so that no upright line runs through the words.
    """
    label = base(name).mark_text(align="left", fontSize=12, fill=INK, dy=dy)
    value = base(name).mark_text(align="right", fontSize=12.5, fontWeight="bold", fill=INK, dy=dy)
    ground = base(name).mark_rule(stroke=PAPER, strokeWidth=15, yOffset=dy)
    return (
        ground.encode(x=alt.XValue(0), x2=alt.X2Value(width), y=y),
        label.encode(x=alt.XValue(0), y=y, text=alt.Text(f"{label_field}:N")),
        value.encode(x=alt.XValue(width), y=y, text=TEXT),
    )


def foot_axis(name: str, x: alt.X, top: float) -> Layers:
    """Upright lines for each row `nilai`, `text` of a value axis, labelled at the foot."""
    lines = base(name).mark_rule(stroke=LINE)
    numbers = base(name).mark_text(baseline="bottom")
    return (
        lines.encode(x=x, y=alt.YValue(top), y2=alt.Y2Value(alt.expr("height - 15"))),
        numbers.encode(x=x, y=alt.YValue("height"), text=TEXT),
    )


def panel_titles(places: Sequence[float]) -> Layers:
    """The title of each panel (rows `panel`, `text`), on a ground that no line crosses."""
    scale = alt.Scale(domain=list(range(len(places))), range=list(places))
    place = {
        "x": alt.XValue(0),
        "y": alt.Y("panel:Q", scale=scale, axis=None),
        "text": TEXT,
    }
    bold: dict[str, Any] = {"align": "left", "fontSize": 12, "fontWeight": "bold"}
    ground = base("titles").mark_text(**bold, fill=PAPER, stroke=PAPER, strokeWidth=4)
    return ground.encode(**place), base("titles").mark_text(**bold, fill=INK).encode(**place)


def segments(y: alt.Y, left: float, right: float, y_offset: float) -> Layers:
    """Bars of segments: rows `row`, `x`, `x2`, `middle`, `text`, `fill`, `ink`."""
    bars = base("segments").mark_rule(strokeWidth=16, yOffset=y_offset)
    numbers = base("segments").mark_text(fontSize=10.5, dy=y_offset + 0.5)
    middle = value_x("middle", left, right)
    return (
        bars.encode(
            x=value_x("x", left, right),
            x2=alt.X2("x2:Q"),
            y=y,
            stroke=alt.Stroke("fill:N", scale=None),
        ),
        numbers.encode(x=middle, y=y, text=TEXT, fill=alt.Fill("ink:N", scale=None)),
    )


def key() -> Layers:
    """The key: rows `x`, `y` in pixels, `shape`, `fill`, `strength`, `stroke` and `text`."""
    x = alt.X("x:Q", scale=None, axis=None)
    y = alt.Y("y:Q", scale=None, axis=None)
    signs = (
        base("key")
        .mark_point(size=80, strokeWidth=1.4)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            fillOpacity=alt.FillOpacity("strength:Q", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    words = base("key").mark_text(align="left", dx=11, fill=MUTED)
    return signs, words.encode(x=x, y=y, text=TEXT)
