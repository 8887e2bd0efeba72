"""Drawing: a `Chart` becomes SVG, or is taken from the cache by the hash of its content."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from suluh import store
from suluh.charts import svg
from suluh.charts.chart import Chart
from suluh.studio import Kind, Row, drawn_here, edition
from suluh.text import INDONESIAN, Language, Text


@dataclass(frozen=True)
class Drawing:
    """A chart's SVG, 300 px wide; `wide` (640 px) only for charts along time.

    `rows`: the chart's data as JSON, for a reader's browser to draw it from.
    """

    narrow: str
    wide: str | None
    rows: str = "{}"


Drawer: TypeAlias = Callable[[Kind, str, Path], str]
"""Draws rows (JSON, by data set) as a kind that the cache holds, or will: as SVG."""


def draw(chart: Chart, cache: Path, drawer: Drawer = drawn_here) -> Drawing:
    """The drawing of a chart, kept below the folder `cache`; what is not, is drawn by `drawer`."""
    rows = rows_text(chart)
    key = _content_key(chart, rows)
    path = cache / "drawings" / key[:2] / key
    kept = store.read(path)
    if kept is None:
        kept = json.dumps([_render(chart, rows, wide, cache, drawer) for wide in _widths(chart)])
        store.write(path, kept)
    narrow, *wide = json.loads(kept)
    return Drawing(narrow, wide[0] if wide else None, rows)


def content_key(chart: Chart) -> str:
    """A name for all that the drawing of a chart depends on."""
    return _content_key(chart, rows_text(chart))


def rows_text(chart: Chart, language: Language = INDONESIAN) -> str:
    """A chart's data as JSON, its texts in a language."""
    data: Mapping[str, object] = chart.data
    if language != INDONESIAN:
        data = {name: [_said(row, language) for row in rows] for name, rows in chart.data.items()}
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _said(row: Row, language: Language) -> Row:
    return {k: language.say(v) if isinstance(v, Text) else v for k, v in row.items()}


def _content_key(chart: Chart, rows: str) -> str:
    texts = (chart.id, chart.kind, chart.title, chart.description, str(chart.wide))
    return store.digest(_edition(), *texts, rows)


@cache
def _edition() -> str:
    """A name for all that a drawing depends on beside its chart."""
    own = (Path(__file__).with_name(name) for name in ("drawing.py", "svg.py"))
    return store.digest(edition(), *(path.read_text(encoding="utf-8") for path in own))


def _widths(chart: Chart) -> tuple[bool, ...]:
    return (False, True) if chart.wide else (False,)


def _render(chart: Chart, rows: str, wide: bool, cache: Path, drawer: Drawer) -> str:
    drawn = drawer((chart.kind, wide), rows, cache)
    name = f"{chart.id}-lebar" if wide else chart.id
    return svg.finish(drawn, name, chart.title, chart.description)
