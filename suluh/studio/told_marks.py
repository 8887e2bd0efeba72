"""Marks that a reader can go to and be told of: what makes a drawing explorable.

Of each data set one mark stands for its rows, the dot rather than the band around it. It is
described by the row's `ket`, which the page's script takes from the table beside the chart.
Vega's own descriptions are English, and every other mark is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

_TELLING = ("symbol", "rect", "rule")
"""The kinds of marks that may stand for a row, the best first."""

_WORDS = {"signal": "datum.ket || ''"}


def told(vega: Mapping[str, Any]) -> dict[str, Any]:
    """A compiled drawing whose marks say what the row they are drawn from is told as."""
    drawing = deepcopy(dict(vega))
    drawing.get("config", {}).pop("aria", None)
    marks = list(_marks(drawing))
    for mark in marks:
        mark["aria"] = False
    for mark in _telling(marks, _sources(drawing)):
        mark["aria"] = True
        mark["encode"]["update"]["description"] = _WORDS
    return drawing


def _marks(group: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for mark in group.get("marks", ()):
        yield mark
        yield from _marks(mark)


def _sources(drawing: Mapping[str, Any]) -> Mapping[str, str]:
    """Data sets made from others, and which."""
    return {entry["name"]: entry["source"] for entry in drawing["data"] if "source" in entry}


def _telling(marks: list[dict[str, Any]], sources: Mapping[str, str]) -> list[dict[str, Any]]:
    best: dict[str, dict[str, Any]] = {}
    for mark in marks:
        name = mark.get("from", {}).get("data", "")
        root = sources.get(name, name)
        known = best.get(root)
        if mark["type"] in _TELLING and (known is None or _rank(mark) < _rank(known)):
            best[root] = mark
    return list(best.values())


def _rank(mark: Mapping[str, Any]) -> int:
    return _TELLING.index(mark["type"])
