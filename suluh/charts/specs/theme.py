"""Sizes and frame of every chart."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import altair as alt

from suluh.charts.palette import FONT, MUTED

NARROW = 300
"""Width of a card on a phone of 360 px, where letters of 11–12.5 px keep their size."""

WIDE = 640
"""Width of the second rendering of charts along time."""

LEFT = 32
"""Room for the labels of a value axis."""

RIGHT = 8
"""Room right of the last period."""


Layers: TypeAlias = tuple[alt.Chart, ...]
"""A part of a drawing: layers that share the scales of the whole."""


@dataclass(frozen=True)
class Rows:
    """A frame as high as the rows of a data set: each `pixels`, below a head, above a foot."""

    data: str
    pixels: float
    head: float
    foot: float


def base(name: str) -> alt.Chart:
    """A chart of a named data set, to be filled in when it is drawn."""
    return alt.Chart(alt.NamedData(name=name))


def linear(start: float, end: float) -> alt.Scale:
    """A scale from the lowest to the highest value drawn, between two places in pixels."""
    return alt.Scale(range=[start, end], nice=False, zero=False)


def stacked(*panels: Layers) -> alt.LayerChart:
    """Panels one below the other, each with a value axis of its own."""
    layers = [alt.layer(*panel) for panel in panels]
    return alt.LayerChart(layer=layers, resolve=_OWN_AXES)


def framed(
    *parts: alt.Chart | alt.LayerChart | Layers, width: int, height: int | Rows
) -> alt.LayerChart:
    """Parts in a frame of exactly this size, without axes, legends and Vega's own roles.

    Everything is given at once: each method of a layered chart copies all of it.
    """
    layers = [x for part in parts for x in (part if isinstance(part, tuple) else (part,))]
    properties: dict[str, Any] = {"height": height}
    if isinstance(height, Rows):  # set when the rows are known, see drawing.filled
        properties = {"height": 1, "usermeta": {"rows": asdict(height)}}
    if any(isinstance(layer, alt.LayerChart) for layer in layers):
        properties["resolve"] = _OWN_AXES
    return alt.LayerChart(
        layer=layers,
        width=width,
        padding=0,
        autosize=alt.AutoSizeParams(type="none"),
        config=_CONFIG,
        **properties,
    )


_OWN_AXES = alt.Resolve(scale=alt.ScaleResolveMap(y="independent"))
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
