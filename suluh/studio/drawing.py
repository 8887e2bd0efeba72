"""Drawing: rows, in a compiled kind, by V8; what Vega gives, as it gives it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from suluh import store
from suluh.studio.compiling import Kind, Vega, compiled
from suluh.studio.engine import refuse_after_fork
from suluh.studio.whole_rows import Rows, bounded


def drawn_here(kind: Kind, rows: str, cache: Path) -> str:
    """Rows (JSON, by data set) as SVG, drawn by this process: what an artist does when asked."""
    import vl_convert  # noqa: PLC0415 a build that finds every drawing in the cache needs none

    refuse_after_fork()
    drawing = filled(compiled(*kind, cache), json.loads(rows))
    svg: str = vl_convert.vega_to_svg(json.dumps(drawing))
    return svg


def start_drawing() -> None:
    """Have Vega ready in this process: half a second that nobody need wait for later."""
    import vl_convert  # noqa: PLC0415 as above

    refuse_after_fork()
    vl_convert.vega_to_svg('{"marks": [{"type": "rect"}]}')


def filled(vega: Vega, rows: Mapping[str, Rows]) -> Vega:
    """The compiled drawing with these rows in its data sets; ValueError if those are others."""
    empty = {entry["name"] for entry in vega["data"] if not {"source", "values"} & entry.keys()}
    if empty != set(rows):
        raise ValueError(f"data sets differ: {sorted(empty ^ set(rows))}")
    data = [
        {**entry, "values": list(rows[entry["name"]])} if entry["name"] in empty else entry
        for entry in vega["data"]
    ]
    grid = vega.get("usermeta", {}).get("rows")
    height = _height(grid, rows) if grid else vega["height"]
    return {**vega, "data": data, "scales": bounded(vega, rows), "height": height}


def as_png(svg: str, cache: Path) -> bytes:
    """A drawing as PNG; from the cache where it was made before."""
    kept = cache / "png" / store.digest(version("vl-convert-python"), svg)
    picture = store.read_bytes(kept)
    if picture is None:
        import vl_convert  # noqa: PLC0415 as above

        picture = bytes(vl_convert.svg_to_png(svg))
        store.write_bytes(kept, picture)
    return picture


def _height(grid: Mapping[str, Any], rows: Mapping[str, Rows]) -> float:
    """The height of a frame that has a row for each row of a data set."""
    height: float = grid["head"] + len(rows[grid["data"]]) * grid["pixels"] + grid["foot"]
    return height
