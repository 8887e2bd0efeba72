"""What reads like a person's name where only a pseudonym may stand."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s.,'’]+")
_TITLE = re.compile(
    r"\b(?:S|M|A|D)\.\s?[A-Z][A-Za-z]{0,3}\b|\b(?:Drs?|Dra|Ir|Hj?|Prof|dr|drg|Ns)\.\s*\w{2,}"
)
_LEAST_WORDS = 2
_LETTER = re.compile(r"(?<=[^\W\d_])[^\W\d_]")


def reads_like_a_name(text: str) -> bool:
    """Whether a cell has two words of letters alone, or an academic title: `Siti A., S.E.`."""
    if any(sign.isdigit() for sign in text):
        return False
    words = [word for word in _BETWEEN.split(text) if len(word) > 1]
    plain = all(word.replace("-", "").isalpha() for word in words)
    return (plain and len(words) >= _LEAST_WORDS) or _TITLE.search(text) is not None


def masked_name(text: str) -> str:
    """Initials alone: enough to find the cell by, not to tell whose it is."""
    return _LETTER.sub("•", text)
