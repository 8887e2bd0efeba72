"""Colours and letters of every chart; colours are the site's CSS variables.

One drawing serves the light and the dark page. The value after the comma is the light one,
used where the page's style sheet is absent: a downloaded SVG, a reader without CSS.
"""

import re

INK = "var(--c-ink,#1d2327)"
MUTED = "var(--c-muted,#5b6470)"
LINE = "var(--c-line,#e3ded2)"
PAPER = "var(--c-paper,#faf8f4)"
DATA = "var(--c-data,#0b5f66)"
GOLD = "var(--c-gold,#8a5f00)"
MAROON = "var(--c-maroon,#8c1c2c)"

RATINGS = (
    "var(--c-r1,#8c510a)",
    "var(--c-r2,#d8b365)",
    "var(--c-r3,#dcd7c9)",
    "var(--c-r4,#5ab4ac)",
    "var(--c-r5,#01665e)",
)
"""Five ratings, lowest first: the same in light and dark."""

ON_RATINGS = ("#ffffff", "#1d2327", "#1d2327", "#1d2327", "#ffffff")
"""Letters that are read on each rating's colour."""

FONT = "Arial, Helvetica, sans-serif"
"""Letters every machine has, or their metric twin: the build measures what readers see."""

_VARIABLE = re.compile(r"var\(--[\w-]+,\s*([^)]+)\)")


def without_variables(svg: str) -> str:
    """A drawing, or a colour, with the light value in the place of each variable."""
    return _VARIABLE.sub(r"\1", svg)
