"""What reads like a person's name where only a pseudonym may stand."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s.,'’_]+")
_TITLE = re.compile(
    r"\b(?:S|M|A|D)\.\s?[A-Z][A-Za-z]{0,3}\b|\b(?:Drs?|Dra|Ir|Hj?|Prof|dr|drg|Ns)\.\s*\w{2,}"
)
_PROPER = re.compile(r"\b[A-Z][a-z]{2,}\b")
_LEAST_WORDS = 2
_LETTER = re.compile(r"(?<=[^\W\d_])[^\W\d_]")


def reads_like_a_name(text: str) -> bool:
    """Whether a cell has two words of letters alone, one as `Siti`, or a title: `Siti A., S.E.`.

    A single word in small letters or in capitals cannot be told from a pseudonym.
    """
    if any(sign.isdigit() for sign in text):
        return False
    words = [word for word in _BETWEEN.split(text) if len(word) > 1]
    plain = all(word.replace("-", "").isalpha() for word in words)
    return (
        (plain and len(words) >= _LEAST_WORDS)
        or _PROPER.search(text) is not None
        or _TITLE.search(text) is not None
    )


def masked_name(text: str) -> str:
    """Initials alone: enough to find the cell by, not to tell whose it is."""
    return _LETTER.sub("•", text)
