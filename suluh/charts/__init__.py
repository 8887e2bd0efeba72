"""Charts: `Published` in, data and texts out (`Chart`), drawn as SVG (`draw`)."""

from __future__ import annotations

from suluh.charts.atlas import city_charts, department_charts, year_charts
from suluh.charts.chart import Chart, ChartTable
from suluh.charts.compiling import uncompiled
from suluh.charts.drawing import Drawing, compile_kind, draw
from suluh.charts.svg import standalone

__all__ = [
    "Chart",
    "ChartTable",
    "Drawing",
    "city_charts",
    "compile_kind",
    "department_charts",
    "draw",
    "standalone",
    "uncompiled",
    "year_charts",
]
