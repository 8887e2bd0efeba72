"""Texts set without measuring them.

Vega measures every text with the machine's letters, about 0.1 ms a letter: more than all the
rest of a drawing. Nothing depends on it here, as the frame is fixed and no axis is Vega's own.
So a compiled drawing sets its texts at size 0, which is not measured, and carries the size in
the name of the font; `svg` puts it back. `test_charts_drawing` holds this against Vega's way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

DEFAULT_SIZE = 11
"""Vega's own font size, and ours: `specs.theme`."""

_BASELINES = {"top": 0.79, "middle": 0.30, "bottom": -0.21, "alphabetic": 0.0}
"""How far down Vega moves a text, in font sizes (vega-scenegraph, `text.js`)."""


def unmeasured(vega: Mapping[str, Any]) -> dict[str, Any]:
    """A compiled drawing whose texts have size 0 and their size as the font's name."""
    drawing = deepcopy(dict(vega))
    for text in _texts(drawing):
        encoding = text["encode"]["update"]
        size = encoding.get("fontSize", {}).get("value", DEFAULT_SIZE)
        baseline = encoding.get("baseline", {}).get("value", "alphabetic")
        shift = round(_BASELINES[baseline] * size)
        encoding["dy"] = _moved(encoding.get("dy", {"value": 0}), shift)
        encoding["baseline"] = {"value": "alphabetic"}
        encoding["fontSize"] = {"value": 0}
        encoding["font"] = {"value": f"{size:g}"}
    return drawing


def _texts(group: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for mark in group.get("marks", ()):
        if mark["type"] == "text":
            yield mark
        yield from _texts(mark)


def _moved(dy: Mapping[str, Any], shift: int) -> dict[str, Any]:
    if "signal" in dy:
        return {"signal": f"({dy['signal']}) + {shift}"}
    return {"value": dy["value"] + shift}
