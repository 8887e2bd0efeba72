"""Drawing of the signature chart: training, evaluation and satisfaction along one time."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from suluh.palette import DATA, GOLD, INK, MAROON
from suluh.studio.specs.events import events
from suluh.studio.specs.parts import (
    gaps,
    panel_titles,
    targets,
    time_x,
    trend,
    value_grid,
    value_y,
    year_axis,
    year_lines,
)
from suluh.studio.specs.theme import TEXT, Layers, Spec, base, framed, stacked


class Panel(NamedTuple):
    """Where a panel's plot lies, in pixels from the top."""

    top: float
    bottom: float


LANES = 34
TRAINING = Panel(60, 116)
EVALUATION = Panel(156, 214)
SATISFACTION = Panel(250, 338)
HEIGHT = 362
TITLES = [46, 140, 236]


def journey(width: int) -> Spec:
    """Kind `perjalanan`."""
    above = (TRAINING, EVALUATION)
    time = [year_lines(top, bottom, width) for top, bottom in above]
    time += year_axis(*SATISFACTION, width)
    panels = stacked(training(width), evaluation(width), satisfaction(width))
    return framed(
        *time,
        events(LANES, SATISFACTION.bottom, width),
        panel_titles(TITLES),
        panels,
        width=width,
        height=HEIGHT,
    )


def training(width: int) -> Layers:
    """JP per employee, a bar a quarter."""
    top, bottom = TRAINING
    bars = base("training").mark_rect(fill=GOLD, cornerRadiusTopLeft=1.5, cornerRadiusTopRight=1.5)
    ends = {"x": time_x("x", width), "x2": alt.X2("x2:Q")}
    return (
        *value_grid("training_axis", top, bottom, width),
        bars.encode(y=value_y("nilai", top, bottom), y2=alt.Y2Datum(0), **ends),
        gaps("training_gaps", bottom, width),
    )


def evaluation(width: int) -> Layers:
    """A share a year: a stroke as long as the year, its interval, and the value in words."""
    top, bottom = EVALUATION
    ends = {"x": time_x("x", width), "x2": alt.X2("x2:Q")}
    value = value_y("nilai", top, bottom)
    band = base("evaluation").mark_rect(fill=MAROON, fillOpacity=0.16)
    stroke = base("evaluation").mark_rule(stroke=MAROON, strokeWidth=2.5)
    over = base("evaluation").mark_text(fill=INK, fontWeight="bold", dy=-8)
    under = base("evaluation").mark_text(fill=INK, fontWeight="bold", dy=9)
    middle = {"x": time_x("middle", width), "text": TEXT}
    return (
        *value_grid("evaluation_axis", top, bottom, width),
        band.encode(y=value_y("batas_bawah", top, bottom), y2=alt.Y2("batas_atas:Q"), **ends),
        stroke.encode(y=value, **ends),
        over.transform_filter("!datum.below").encode(y=value, **middle),
        under.transform_filter("datum.below").encode(
            y=value_y("batas_bawah", top, bottom), **middle
        ),
        gaps("evaluation_gaps", bottom, width),
    )


def satisfaction(width: int) -> Layers:
    """The IKM of each quarter with its interval, and the target."""
    top, bottom = SATISFACTION
    return (
        *value_grid("satisfaction_axis", top, bottom, width),
        *targets("targets", top, bottom, width),
        *trend("satisfaction", top, bottom, width, DATA),
        gaps("satisfaction_gaps", bottom, width),
    )
