"""Digits written as words, as people dictate a number: `nol delapan satu dua …`."""

from __future__ import annotations

import re

_WORDS = {
    "nol": "0",
    "kosong": "0",
    "satu": "1",
    "dua": "2",
    "tiga": "3",
    "empat": "4",
    "lima": "5",
    "enam": "6",
    "tujuh": "7",
    "delapan": "8",
    "sembilan": "9",
    "sepuluh": "10",
    "sebelas": "11",
}
_WORD = "|".join(_WORDS)
_LEAST, _LEAST_WORDS = 5, 3
"""So many in a row, so many of them words, are no longer a count of something."""

_DICTATED = re.compile(
    rf"\b(?:{_WORD}|\d+)\b(?:[\s.,\-]+(?:{_WORD}|belas|\d+)\b){{{_LEAST - 1},}}", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s.,\-]+")
_DIGIT = re.compile(rf"\b({_WORD})\b(\s+belas\b)?", re.IGNORECASE)

_LONGEST = 18
_TOKENS = frozenset(
    word.encode() for word in (*_WORDS, "belas", *("0" * n for n in range(1, _LONGEST + 1)))
)
_PLAIN = bytes.maketrans(b".,-\n\r\t123456789", b"      000000000")


def may_dictate(joined: bytes) -> bool:
    """Tell cheaply whether cells joined by ` | ` need a closer look."""
    tokens = joined.lower().translate(_PLAIN).split()
    return b"\1" * _LEAST in bytes(map(_TOKENS.__contains__, tokens))


def with_digits(text: str) -> str:
    """The text with its dictated numbers in digits; words that count something stay words."""
    return _DICTATED.sub(_undictated, text)


def _undictated(run: re.Match[str]) -> str:
    if len(_DIGIT.findall(run.group())) < _LEAST_WORDS:
        return run.group()
    return _BETWEEN.sub(" ", _DIGIT.sub(_digits, run.group()))


def _digits(word: re.Match[str]) -> str:
    digit = _WORDS[word[1].lower()]
    return f"1{digit}" if word[2] else digit
