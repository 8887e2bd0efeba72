"""Drawings with a point a department: the funnel, and change against change."""

from __future__ import annotations

import altair as alt

from suluh.charts.palette import DATA, INK, LINE, MAROON, MUTED, PAPER
from suluh.charts.specs.parts import key, value_grid, value_x, value_y
from suluh.charts.specs.theme import LEFT, RIGHT, Layers, base, framed

FUNNEL = (46, 290)
IMPACT = (18, 290)


def funnel(width: int) -> alt.LayerChart:
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
        mean.encode(y=y, x=alt.value(left), x2=alt.value(right)),
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
        lines.encode(x=x, y=alt.value(top), y2=alt.value(bottom + 4)),
        numbers.encode(x=x, y=alt.value(bottom + 7), text="text:N"),
    )


def _limits(low: str, high: str, x: alt.X, strength: float) -> alt.Chart:
    y = value_y(low, *FUNNEL)
    band = base("limits").mark_area(fill=DATA, fillOpacity=strength, clip=True)
    drawn: alt.Chart = band.encode(x=x, y=y, y2=f"{high}:Q")
    return drawn


def _points(emphasis: str, x: alt.X, y: alt.Y) -> Layers:
    """A dot a department; the emphasised ones are full and carry their number."""
    test = f"datum.{emphasis}"
    fill = alt.condition(test, alt.value(MAROON), alt.value(PAPER))
    edge = alt.condition(test, alt.value(MAROON), alt.value(DATA))
    dot = base("points").mark_point(size=44)
    number = base("points").mark_text(
        dx=alt.expr("datum.dx"), dy=alt.expr("datum.dy"), fill=INK, fontWeight="bold"
    )
    return (
        dot.encode(x=x, y=y, fill=fill, stroke=edge),
        number.transform_filter(test).encode(x=x, y=y, text="number:N"),
    )


def _foot(right: float, bottom: float) -> alt.Chart:
    words = base("foot").mark_text(align="right", baseline="top")
    drawn: alt.Chart = words.encode(x=alt.value(right), y=alt.value(bottom + 22), text="text:N")
    return drawn


def impact(width: int) -> alt.LayerChart:
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
    return framed(
        _foot(right, bottom),
        value_grid("y_axis", top, bottom, width),
        lines.encode(x=across, y=alt.value(top), y2=alt.value(bottom + 4)),
        numbers.encode(x=across, y=alt.value(bottom + 7), text="text:N"),
        zero.encode(y=y, x=alt.value(left), x2=alt.value(right)),
        zero.encode(x=across, y=alt.value(top), y2=alt.value(bottom)),
        corners.encode(x=x, y=alt.value(0), text="text:N"),
        interval.encode(x=x, y=value_y("low", top, bottom), y2="high:Q"),
        *_points("clear", x, y),
        width=width,
        height=bottom + 36,
    )
