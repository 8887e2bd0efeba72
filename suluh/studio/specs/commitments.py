"""Drawing of commitments: a line each, along time."""

from __future__ import annotations

import altair as alt

from suluh.palette import INK, LINE, MAROON, MUTED
from suluh.studio.specs.parts import key, row_labels, row_y
from suluh.studio.specs.theme import NARROW, TEXT, Rows, Spec, base, framed, linear

ROWS = Rows("labels", 36, 38, 16)
LABEL_LINE, TIME_LINE = -8, 8


def commitments(width: int) -> Spec:
    """Kind `komitmen`: from promise to due date; beyond it the line is dashed."""
    left, right = 4, width - 8

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=linear(left, right), axis=None)

    y = row_y(ROWS)
    rows = base("rows")
    uprights = base("years").mark_rule(stroke=LINE)
    names = base("years").mark_text(baseline="bottom")
    promise = rows.mark_rule(stroke=MUTED, strokeWidth=2, strokeOpacity=0.6, yOffset=TIME_LINE)
    beyond = rows.mark_rule(stroke=MAROON, strokeWidth=2, strokeDash=[3, 2], yOffset=TIME_LINE)
    due = rows.mark_tick(orient="vertical", color=INK, thickness=2, size=11, yOffset=TIME_LINE)
    sign = rows.mark_point(size=68, strokeWidth=1.8, yOffset=TIME_LINE)
    return framed(
        key(),
        uprights.encode(
            x=x("x"), y=alt.YValue(ROWS.head - 2), y2=alt.Y2Value(alt.expr("height - 15"))
        ),
        names.encode(x=x("middle"), y=alt.YValue("height"), text=TEXT),
        row_labels("labels", y, width, LABEL_LINE, "label" if width == NARROW else "long"),
        promise.encode(x=x("x"), x2=alt.X2("due:Q"), y=y),
        beyond.transform_filter("datum.late").encode(x=x("due"), x2=alt.X2("end:Q"), y=y),
        due.transform_filter("!datum.cancelled").encode(x=x("due"), y=y),
        sign.encode(
            x=x("end"),
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        ),
        width=width,
        height=ROWS,
    )
