"""Open data: `Published` as files for people and programs, the same figures as on the pages."""

from __future__ import annotations

from suluh.opendata.downloads import write_downloads
from suluh.opendata.figure_texts import (
    CSV_DECIMALS,
    cells_of,
    csv_line,
    csv_lines,
    csv_number,
    row_start,
)

__all__ = [
    "CSV_DECIMALS",
    "cells_of",
    "csv_line",
    "csv_lines",
    "csv_number",
    "row_start",
    "write_downloads",
]
