"""Charts: `Published` in, data and texts out (`Chart`), drawn as SVG (`draw`)."""

from __future__ import annotations

from suluh.charts.artists import Artist, artists
from suluh.charts.atlas import city_charts, department_charts, year_charts
from suluh.charts.chart import Chart, ChartTable
from suluh.charts.drawing import Drawing, draw, drawn_here
from suluh.charts.svg import standalone
from suluh.charts.translated import in_language

__all__ = [
    "Artist",
    "Chart",
    "ChartTable",
    "Drawing",
    "artists",
    "city_charts",
    "department_charts",
    "draw",
    "drawn_here",
    "in_language",
    "standalone",
    "year_charts",
]
