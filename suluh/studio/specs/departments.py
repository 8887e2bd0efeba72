"""Drawings with a point a department: the funnel, and change against change."""

from __future__ import annotations

import altair as alt

from suluh.palette import DATA, INK, LINE, MAROON, MUTED, PAPER
from suluh.studio.specs.parts import key, value_grid, value_x, value_y
from suluh.studio.specs.theme import LEFT, RIGHT, TEXT, Layers, Spec, base, framed, when

FUNNEL = (46, 290)
IMPACT = (18, 290)


def funnel(width: int) -> Spec:
    """Kind `corong`."""
    top, bottom = FUNNEL
    left, right = LEFT, width - RIGHT
    x, y = value_x("x", left, right), value_y("nilai", top, bottom)
    mean = base("mean").mark_rule(stroke=INK)
    return framed(
        key(),
        value_grid("axis", top, bottom, width),
        _counts(x, top, bottom),
        _limits("lower", "higher", x, 0.1),
        _limits("low", "high", x, 0.14),
        mean.encode(y=y, x=alt.XValue(left), x2=alt.X2Value(right)),
        *_points("outside", x, y),
        _foot(right, bottom),
        width=width,
        height=bottom + 36,
    )


def _counts(x: alt.X, top: float, bottom: float) -> Layers:
    lines, numbers = (
        base("counts").mark_rule(stroke=LINE),
        base("counts").mark_text(baseline="top"),
    )
    return (
        lines.encode(x=x, y=alt.YValue(top), y2=alt.Y2Value(bottom + 4)),
        numbers.encode(x=x, y=alt.YValue(bottom + 7), text=TEXT),
    )


def _limits(low: str, high: str, x: alt.X, strength: float) -> alt.Chart:
    y = value_y(low, *FUNNEL)
    band = base("limits").mark_area(fill=DATA, fillOpacity=strength, clip=True)
    drawn: alt.Chart = band.encode(x=x, y=y, y2=alt.Y2(f"{high}:Q"))
    return drawn


def _points(emphasis: str, x: alt.X, y: alt.Y) -> Layers:
    """A dot a department; the emphasised ones are full and carry their number."""
    test = f"datum.{emphasis}"
    maroon = when(test, MAROON)
    fill, edge = alt.FillValue(PAPER, condition=maroon), alt.StrokeValue(DATA, condition=maroon)
    dot = base("points").mark_point(size=44)
    number = base("points").mark_text(
        dx=alt.expr("datum.dx"), dy=alt.expr("datum.dy"), fill=INK, fontWeight="bold"
    )
    return (
        dot.encode(x=x, y=y, fill=fill, stroke=edge),
        number.transform_filter(test).encode(x=x, y=y, text=alt.Text("number:N")),
    )


def _foot(right: float, bottom: float) -> alt.Chart:
    words = base("foot").mark_text(align="right", baseline="top")
    drawn: alt.Chart = words.encode(x=alt.XValue(right), y=alt.YValue(bottom + 22), text=TEXT)
    return drawn


def impact(width: int) -> Spec:
    """Kind `dampak`."""
    top, bottom = IMPACT
    left, right = LEFT, width - RIGHT
    x, y = value_x("x", left, right), value_y("nilai", top, bottom)
    lines = base("x_axis").mark_rule(stroke=LINE)
    numbers = base("x_axis").mark_text(baseline="top")
    across = value_x("nilai", left, right)
    interval = base("points").mark_rule(stroke=DATA, strokeOpacity=0.3, strokeWidth=1.5)
    zero = base("zero").mark_rule(stroke=MUTED)
    place = alt.expr(f"datum.top ? {top - 8} : {bottom - 8}")
    corners = base("corners").mark_text(fontSize=10.5, fontStyle="italic", dy=place)
    trend = base("trend").mark_rule(stroke=MAROON, strokeDash=[5, 4], strokeWidth=1.5)
    return framed(
        _foot(right, bottom),
        value_grid("y_axis", top, bottom, width),
        lines.encode(x=across, y=alt.YValue(top), y2=alt.Y2Value(bottom + 4)),
        numbers.encode(x=across, y=alt.YValue(bottom + 7), text=TEXT),
        zero.encode(y=y, x=alt.XValue(left), x2=alt.X2Value(right)),
        zero.encode(x=across, y=alt.YValue(top), y2=alt.Y2Value(bottom)),
        corners.encode(x=x, y=alt.YValue(0), text=TEXT),
        interval.encode(x=x, y=value_y("low", top, bottom), y2=alt.Y2("high:Q")),
        trend.encode(x=x, x2=alt.X2("x2:Q"), y=value_y("low", top, bottom), y2=alt.Y2("high:Q")),
        *_points("clear", x, y),
        width=width,
        height=bottom + 36,
    )
