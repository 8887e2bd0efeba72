"""The words of the workbook to fill in: workbook.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("id", "en")

_FILE = Path(__file__).with_name("workbook.toml")


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    read_me: str
    dictionary: str
    choices: str
    required: str
    optional: str
    example: str
    error: str
    yes: str
    no: str
    columns: list[str]
    sheets: list[str]
    steps: list[str]

    @classmethod
    def of(cls, lang: str) -> Words:
        text = _FILE.read_text(encoding="utf-8")
        return cls(**tomllib.loads(text)[lang])


def sheet_names() -> Iterator[str]:
    """The names of the sheets that hold no table, in every language."""
    for lang in LANGUAGES:
        words = Words.of(lang)
        yield from (words.read_me, words.dictionary, words.choices)
