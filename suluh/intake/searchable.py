"""A text as personal data are looked for in it: full-width signs and O for 0 hide nothing."""

from __future__ import annotations

import re
import unicodedata

_LETTER = r"[^\W\d_]"
_O_AMONG_DIGITS = re.compile(
    rf"[oO](?:(?<!{_LETTER}[oO])(?=\d)|(?<=\d[oO])(?!{_LETTER}))"  # begins with what is rare
)


def searchable(text: str) -> str:
    """Compatible signs made one (Unicode NFKC), and the letter O at a digit made a zero."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _O_AMONG_DIGITS.sub("0", plain)
