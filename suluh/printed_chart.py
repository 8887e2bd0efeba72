"""`PrintedChart`: a chart in one language, as it stands on a page and in the files beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from suluh.charts import ROWS, rows_file
from suluh.text import Language


@dataclass(frozen=True)
class PrintedChart:
    """Its `figure` with table and downloads as HTML, its `picture` as SVG.

    `rows` is what it is explored with, as JSON; empty if it cannot be.
    """

    figure: str
    picture: str
    rows: str


PrintedCharts: TypeAlias = Mapping[Language, PrintedChart]
"""A chart in every language."""


def chart_files(charts: Mapping[str, PrintedChart]) -> Mapping[str, str]:
    """A page's charts as files to download and explore, by name."""
    if not charts:
        return {}
    pictures = {f"grafik/{id_}.svg": chart.picture for id_, chart in charts.items()}
    rows = rows_file({id_: chart.rows for id_, chart in charts.items()})
    return {**pictures, f"grafik/{ROWS}": rows}
