"""What a reader's own browser draws, when asked to: the same drawings, their marks told.

A drawing of a kind is one file for all charts of that kind; the rows of a page's charts lie in
another. Both are fetched only when a reader asks for them (docs/adr/0026).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from suluh.charts.chart import Chart
from suluh.ground import Ground
from suluh.studio import drawings, explorable_text, library

FOLDER = "assets/grafik"
"""Below the site's root: the library, and a file for each drawing of a kind."""

ROWS = "data.json"
"""Beside a page's pictures: the rows of those of its charts that can be explored."""

_LIBRARY = "vega.js"


def write_tools(site: Ground, cache: Path) -> None:
    """Lay what every chart is explored with; the cache holds all of it (`artists`)."""
    for name, text in _tools(cache):
        site.lay(f"{FOLDER}/{name}", text)


def is_explorable(chart: Chart) -> bool:
    """Whether it has rows that a reader can be told more of."""
    return any("kunci" in row for rows in chart.data.values() for row in rows[:1])


def explored_rows(chart: Chart, rows: str) -> str:
    """What a chart is explored with beside its drawing, as JSON; empty if it cannot be.

    `rows` is its data as JSON.
    """
    return f'{{"jenis":{json.dumps(chart.kind)},"data":{rows}}}' if is_explorable(chart) else ""


def rows_file(rows: Mapping[str, str]) -> str:
    """The `explored_rows` of a page's charts, by id, as one file."""
    members = (f"{json.dumps(id_)}:{own}" for id_, own in rows.items() if own)
    return "{" + ",\n".join(members) + "}\n"


def _tools(cache: Path) -> Iterator[tuple[str, str]]:
    for kind, wide in drawings():
        yield f"{kind}{'-lebar' if wide else ''}.json", explorable_text(kind, wide, cache)
    yield _LIBRARY, library(cache)
