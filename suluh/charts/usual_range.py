"""What a control chart draws beside its series: levels, their limits, and signals."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from suluh.charts.key import BAND, DIAMOND, SQUARE, STROKE, Sign, key_rows
from suluh.charts.series import drawn
from suluh.charts.time_axis import middle, span
from suluh.figures import Status
from suluh.palette import INK, MAROON, MUTED, PAPER
from suluh.periods import Period
from suluh.process_limits import Limits, Stage
from suluh.published import Figure
from suluh.studio import Row
from suluh.text import say

LOWEST, HIGHEST = 25.0, 100.0
"""The ends of the IKM: nothing can pass a limit that lies beyond them, so it is not drawn."""

RISE, FALL = "triangle-up", "triangle-down"

_SIZE, _SQUARE_SIZE = 95, 50
"""Of a sign, in square pixels; a square of the others' size would look the largest."""


def level_rows(levels: Sequence[Stage]) -> tuple[Row, ...]:
    """A row a level with limits: from `x` to `x2` its mean `nilai`, `low` and `high`."""
    return tuple(
        {**_extent(stage), "nilai": drawn(stage.limits.mean, "indeks"), **_ends(stage.limits)}
        for stage in levels
        if stage.limits
    )


def limit_rows(levels: Sequence[Stage]) -> tuple[Row, ...]:
    """A row a limit that can be passed: from `x` to `x2` at `nilai`."""
    return tuple(
        {"x": row["x"], "x2": row["x2"], "nilai": row[end]}
        for row in level_rows(levels)
        for end in ("low", "high")
        if row[end] not in (LOWEST, HIGHEST)
    )


def signal_rows(levels: Sequence[Stage]) -> tuple[Row, ...]:
    """A row a signal: `x`, `nilai`, its sign and colours; hollow where the sample is small."""
    return tuple(
        {
            "x": middle(Period.parse(figure.periode)),
            "nilai": drawn(figure.nilai, figure.satuan),
            "shape": shape,
            "size": _SQUARE_SIZE if shape == SQUARE else _SIZE,
            "fill": PAPER if figure.status is Status.SMALL_SAMPLE else _colour(shape),
            "stroke": _colour(shape),
        }
        for stage in levels
        for figure in stage.figures
        if (shape := _shape(stage, figure))
    )


def usual_key(levels: Sequence[Stage]) -> tuple[Row, ...]:
    """What the lines are, and each kind of signal there is."""
    return key_of({_shape(stage, figure) for stage in levels for figure in stage.figures})


def key_of(shapes: Collection[str]) -> tuple[Row, ...]:
    """The key with these signs: two lines at most, below them lie the marks of events."""
    fall = say("turun") if RISE in shapes else say("bergeser turun")
    signals = (
        (DIAMOND, say("di luar batas")),
        (RISE, say("bergeser naik")),
        (FALL, fall),
        (SQUARE, say("lama di satu sisi")),
    )
    lines = (
        Sign(say("rata-rata"), STROKE, MUTED),
        Sign(say("batas biasa"), BAND, INK, MUTED, strength=0.07),
    )
    seen = (Sign(text, shape, _colour(shape)) for shape, text in signals if shape in shapes)
    return key_rows((*lines, *seen))


def _extent(stage: Stage) -> Row:
    first, last = (Period.parse(stage.figures[i].periode) for i in (0, -1))
    return {"x": span(first)[0], "x2": span(last)[1]}


def _ends(limits: Limits) -> Row:
    low, high = max(limits.lower, LOWEST), min(limits.upper, HIGHEST)
    return {"low": drawn(low, "indeks"), "high": drawn(high, "indeks")}


def _shape(stage: Stage, figure: Figure) -> str:
    """The sign of a figure's signal, the gravest first; empty where there is none."""
    if stage.side(figure):
        return DIAMOND
    if stage.shift and figure is stage.figures[0]:
        return RISE if stage.rose else FALL
    return SQUARE if any(figure in run.figures for run in stage.runs) else ""


def _colour(shape: str) -> str:
    return MAROON if shape == DIAMOND else INK
