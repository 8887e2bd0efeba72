"""Sizes and frame of every chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import altair as alt

from suluh.palette import FONT, MUTED

NARROW = 300
"""Width of a card on a phone of 360 px, where letters of 11–12.5 px keep their size."""

WIDE = 640
"""Width of the second rendering of charts along time."""

LEFT = 32
"""Room for the labels of a value axis."""

RIGHT = 8
"""Room right of the last period."""


Spec: TypeAlias = dict[str, Any]
"""A drawing, or a part of one, as Vega-Lite."""

Layers: TypeAlias = tuple[alt.Chart, ...]
"""A part of a drawing: layers that share the scales of the whole."""


@dataclass(frozen=True)
class Rows:
    """A frame as high as the rows of a data set: each `pixels`, below a head, above a foot."""

    data: str
    pixels: float
    head: float
    foot: float


TEXT = alt.Text("text:N")
"""The words of a row."""


def base(name: str) -> alt.Chart:
    """A chart of a named data set, to be filled in when it is drawn."""
    return alt.Chart(alt.NamedData(name=name))


def linear(start: float, end: float) -> alt.Scale:
    """A scale from the lowest to the highest value drawn, between two places in pixels."""
    return alt.Scale(range=[start, end], nice=False, zero=False)


def when(test: str, value: object) -> dict[str, object]:
    """The condition under which a channel has this value rather than its usual one."""
    return {"test": test, "value": value}


def stacked(*panels: Layers) -> Spec:
    """Panels one below the other, each with a value axis of its own."""
    return {"layer": [{"layer": _described(panel)} for panel in panels], "resolve": _OWN_AXES}


def framed(*parts: alt.Chart | Spec | Layers, width: int, height: int | Rows) -> Spec:
    """Parts in a frame of exactly this size, without axes, legends and Vega's own roles.

    altair describes the layers, and they are put together as plain Vega-Lite: its own layered
    charts copy all they hold at every step, for seconds.
    """
    layers = [x for part in parts for x in (part if isinstance(part, tuple) else (part,))]
    spec: Spec = {
        "$schema": alt.SCHEMA_URL,
        "layer": _described(layers),
        "width": width,
        "height": height,
        "padding": 0,
        "autosize": {"type": "none"},
        "config": _CONFIG.to_dict(),
    }
    if isinstance(height, Rows):  # set when the rows are known, see drawing.filled
        spec |= {"height": 1, "usermeta": {"rows": asdict(height)}}
    if any(isinstance(layer, dict) for layer in layers):
        spec["resolve"] = _OWN_AXES
    return spec


def _described(layers: Iterable[alt.Chart | Spec]) -> list[Spec]:
    """Each layer as Vega-Lite; it is compiled next, which refuses what is wrong."""
    inner = {"top_level": False}
    return [
        layer if isinstance(layer, dict) else layer.to_dict(validate=False, context=inner)
        for layer in layers
    ]


_OWN_AXES = {"scale": {"y": "independent"}}
_CONFIG = alt.Config(
    aria=False,
    background="transparent",
    font=FONT,
    view=alt.ViewConfig(stroke=None),
    legend=alt.LegendConfig(disable=True),
    mark=alt.MarkConfig(invalid="show"),  # rows are whole; filtering takes a fifth of the time
    text=alt.MarkConfig(fontSize=11, fill=MUTED),
    point=alt.MarkConfig(opacity=1, strokeWidth=1.6),
)
