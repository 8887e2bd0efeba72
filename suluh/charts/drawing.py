"""Drawing: a `Chart` becomes SVG, or is taken from the cache by the hash of its content."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suluh import store
from suluh.charts import svg
from suluh.charts.chart import Chart, Row
from suluh.charts.compiling import Kind, Vega, compiled, edition
from suluh.charts.engine import refuse_after_fork
from suluh.charts.whole_rows import bounded
from suluh.text import INDONESIAN, Language, Text


@dataclass(frozen=True)
class Drawing:
    """A chart's SVG, 300 px wide; `wide` (640 px) only for charts along time.

    `rows`: the chart's data as JSON, for a reader's browser to draw it from.
    """

    narrow: str
    wide: str | None
    rows: str = "{}"


def drawn_here(vega: str) -> str:
    """A Vega drawing (JSON) as SVG, drawn by this process."""
    import vl_convert  # noqa: PLC0415 a build that finds every drawing in the cache needs none

    refuse_after_fork()
    svg: str = vl_convert.vega_to_svg(vega)
    return svg


def draw(chart: Chart, cache: Path, artist: Callable[[str], str] = drawn_here) -> Drawing:
    """The drawing of a chart, kept below the folder `cache`.

    What is not kept is drawn by `artist`, from Vega (JSON) to SVG.
    """
    rows = rows_text(chart)
    key = _content_key(chart, rows)
    path = cache / "drawings" / key[:2] / key
    kept = store.read(path)
    if kept is None:
        kept = json.dumps([_render(chart, wide, cache, artist) for wide in _widths(chart)])
        store.write(path, kept)
    narrow, *wide = json.loads(kept)
    return Drawing(narrow, wide[0] if wide else None, rows)


def compile_kind(drawing: Kind, cache: Path) -> None:
    """Compile one of the `uncompiled` drawings into the cache: seconds, so never done twice."""
    compiled(*drawing, cache)


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
    return store.digest(edition(), *texts, rows)


def _widths(chart: Chart) -> tuple[bool, ...]:
    return (False, True) if chart.wide else (False,)


def _render(chart: Chart, wide: bool, cache: Path, artist: Callable[[str], str]) -> str:
    drawn = artist(json.dumps(filled(compiled(chart.kind, wide, cache), chart)))
    name = f"{chart.id}-lebar" if wide else chart.id
    return svg.finish(drawn, name, chart.title, chart.description)


def filled(vega: Vega, chart: Chart) -> Vega:
    """The compiled drawing with the chart's rows in its data sets; ValueError if they differ."""
    empty = {entry["name"] for entry in vega["data"] if not {"source", "values"} & entry.keys()}
    if empty != set(chart.data):
        raise ValueError(f"{chart.kind}: data sets differ: {sorted(empty ^ set(chart.data))}")
    data = [
        {**entry, "values": list(chart.data[entry["name"]])} if entry["name"] in empty else entry
        for entry in vega["data"]
    ]
    rows = vega.get("usermeta", {}).get("rows")
    height = _height(rows, chart) if rows else vega["height"]
    return {**vega, "data": data, "scales": bounded(vega, chart.data), "height": height}


def _height(rows: Mapping[str, Any], chart: Chart) -> float:
    """The height of a frame that has a row for each row of a data set."""
    height: float = rows["head"] + len(chart.data[rows["data"]]) * rows["pixels"] + rows["foot"]
    return height
