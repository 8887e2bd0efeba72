"""The key of a chart: signs and words, flowing over lines as wide as a phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.studio import Row

LINE_WIDTH = 300
_LINE = 17
_INDENT, _SIGN, _GAP = 6.0, 16.0, 10.0
_LETTER = 5.9
"""Average width of a letter of Arial at 11 px; the signs stand apart enough for the rest."""

DOT = "circle"
SQUARE = "square"
DIAMOND = "diamond"
BAND = "M-1,-0.45H1V0.45H-1Z"
TICK = "M-0.12,-0.9H0.12V0.9H-0.12Z"
STROKE = "M-1,-0.16H1V0.16H-1Z"
DASHES = "M-1,-0.13H-0.3V0.13H-1ZM0.3,-0.13H1V0.13H0.3Z"
CROSS = "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7"


@dataclass(frozen=True)
class Sign:
    """An entry: a shape (a name of Vega's or a path), its filling and edge, and its words."""

    text: str
    shape: str
    fill: str
    stroke: str = "transparent"
    strength: float = 1.0


def key_rows(signs: Iterable[Sign], top: int = 8) -> tuple[Row, ...]:
    """Rows to draw, each with its place in pixels; the first line lies at `top`."""
    rows: list[Row] = []
    x, y = _INDENT, top
    for sign in signs:
        width = _SIGN + _GAP + _LETTER * len(sign.text)
        if x > _INDENT and x + width > LINE_WIDTH + _GAP:
            x, y = _INDENT, y + _LINE
        rows.append({"x": round(x), "y": y, **_drawn(sign)})
        x += width
    return tuple(rows)


def _drawn(sign: Sign) -> Row:
    return {
        "text": sign.text,
        "shape": sign.shape,
        "fill": sign.fill,
        "stroke": sign.stroke,
        "strength": sign.strength,
    }
