"""Charts: `Published` in, data and texts out (`Chart`), drawn as SVG (`draw`) by the studio."""

from __future__ import annotations

from suluh.charts.atlas import ChartOf, city_charts, department_charts, made, year_charts
from suluh.charts.chart import Chart, ChartTable
from suluh.charts.drawing import Drawer, Drawing, draw
from suluh.charts.exploring import ROWS, explored_rows, is_explorable, rows_file, write_tools
from suluh.charts.social_card import SocialCard, social_card
from suluh.charts.svg import standalone
from suluh.charts.translated import in_language

__all__ = [
    "ROWS",
    "Chart",
    "ChartOf",
    "ChartTable",
    "Drawer",
    "Drawing",
    "SocialCard",
    "city_charts",
    "department_charts",
    "draw",
    "explored_rows",
    "in_language",
    "is_explorable",
    "made",
    "rows_file",
    "social_card",
    "standalone",
    "write_tools",
    "year_charts",
]
