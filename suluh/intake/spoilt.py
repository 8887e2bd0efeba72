"""Cells that hold no value at all, whatever their column: what Excel left in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suluh.intake.limits import LONGEST_CELL

_SCIENTIFIC = re.compile(r"[+-]?\d([.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_ERRORS = frozenset({
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA",
})  # fmt: skip
"""Excel's errors; they are the same words in every language of Excel in use here."""

_SIGNS = ("=", "#", "E+", "e+")
_HASHES = re.compile(r"#{3,}")
_FORMULA = re.compile(r"(?!=[DPp]+(?:\s|\Z))=[-+@({]*[\w$'\"\[#]")
"""A citizen's smile (`=)`, `=D`) is none."""


def may_be_spoilt(texts: Sequence[str]) -> bool:
    """Tell cheaply whether any of these texts needs a closer look: false only if none does."""
    joined = "\n".join(texts)
    return max(map(len, texts), default=0) > LONGEST_CELL or any(s in joined for s in _SIGNS)


def why_spoilt(text: str) -> str:
    """Return the code of the problem of a text that is no value in any column; "" for a value."""
    if len(text) > LONGEST_CELL:
        return "cell-too-long"
    if text[:1] == "#" and (text.upper() in _ERRORS or _HASHES.fullmatch(text)):
        return "error-value"
    if _FORMULA.match(text):
        return "formula-cell"
    return "scientific-number" if _SCIENTIFIC.fullmatch(text) else ""
