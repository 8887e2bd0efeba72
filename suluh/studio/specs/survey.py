"""Drawings of the survey: the IKM along time, the nine elements, the spread of answers."""

from __future__ import annotations

import altair as alt

from suluh.palette import DATA, INK, MUTED
from suluh.studio.specs.parts import (
    dots,
    foot_axis,
    gaps,
    key,
    row_labels,
    row_y,
    segments,
    targets,
    trend,
    value_grid,
    value_x,
    value_y,
    year_axis,
)
from suluh.studio.specs.theme import RIGHT, TEXT, Layers, Rows, Spec, base, framed

TREND = (10, 178)
ELEMENTS = Rows("labels", 34, 22, 16)
ANSWERS = Rows("labels", 34, 40, 2)
LABEL_LINE, DOT_LINE = -7, 9
"""The two lines of a row, from its middle."""


def satisfaction_trend(width: int) -> Spec:
    """Kind `ikm-tren`."""
    top, bottom = TREND
    return framed(
        year_axis(top, bottom, width),
        value_grid("axis", top, bottom, width),
        bands(top, bottom, width),
        targets("targets", top, bottom, width),
        trend("satisfaction", top, bottom, width, DATA),
        gaps("gaps", bottom, width),
        width=width,
        height=bottom + 26,
    )


def bands(top: float, bottom: float, width: int) -> Layers:
    """A dotted line where each band of the IKM begins, and its letter at the right."""
    y = value_y("nilai", top, bottom)
    lines = base("bands").mark_rule(stroke=MUTED, strokeDash=[1, 3])
    letters = base("bands").mark_text(align="left", dy=-7)
    return (
        lines.encode(y=y, x=alt.XValue(32), x2=alt.X2Value(width - RIGHT)),
        letters.encode(y=y, x=alt.XValue(width - RIGHT + 1), text=TEXT),
    )


def elements(width: int) -> Spec:
    """Kind `unsur`: in each row a line of words above a line with the dot."""
    left, right = 12, width - 14
    x, y = value_x("nilai", left, right), row_y(ELEMENTS)
    band = base("elements").mark_rule(
        stroke=DATA, strokeOpacity=0.25, strokeWidth=9, yOffset=DOT_LINE
    )
    city = base("city").mark_tick(
        orient="vertical", color=INK, thickness=2, size=17, yOffset=DOT_LINE
    )
    dot = dots("elements", DATA, 75, y_offset=DOT_LINE)
    return framed(
        key(),
        foot_axis("axis", x, ELEMENTS.head - 4),
        row_labels("labels", y, width, LABEL_LINE),
        band.encode(x=value_x("batas_bawah", left, right), x2=alt.X2("batas_atas:Q"), y=y),
        city.encode(x=x, y=y),
        dot.encode(x=x, y=y),
        width=width,
        height=ELEMENTS,
    )


def answers(width: int) -> Spec:
    """Kind `sebaran`: in each row a line of words above a bar of the four scores."""
    y = row_y(ANSWERS)
    return framed(
        key(),
        row_labels("labels", y, width, LABEL_LINE),
        segments(y, 0, width, DOT_LINE),
        width=width,
        height=ANSWERS,
    )
