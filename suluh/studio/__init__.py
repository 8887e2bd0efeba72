"""The studio, where charts are drawn: all that knows Altair, vl-convert, and V8 that runs Vega.

It knows nothing of figures. A kind of charts is compiled once, and drawn from rows of data. Nor
does it need a library that is slow to import before it draws: artists are hired first of all, and
get ready while others import what they need.
"""

from __future__ import annotations

from suluh.studio.artists import Studio, artists
from suluh.studio.compiling import KINDS, Kind, drawings, edition, explorable_text
from suluh.studio.drawing import as_png, drawn_here
from suluh.studio.library import library
from suluh.studio.whole_rows import Row, Rows

__all__ = [
    "KINDS",
    "Kind",
    "Row",
    "Rows",
    "Studio",
    "artists",
    "as_png",
    "drawings",
    "drawn_here",
    "edition",
    "explorable_text",
    "library",
]
