"""The words of every problem, from messages.toml: what is wrong, and what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("id", "en")

_SUGGESTION = {"id": "Maksud Anda “{nearest}”?", "en": "Did you mean “{nearest}”?"}


@dataclass(frozen=True)
class Wording:
    """Templates of one problem in one language, filled in with `str.format`."""

    message: str
    fix: str
    suggestion: str


@dataclass(frozen=True)
class Entry:
    """A problem's level, `error` or `warning`, and its words by language."""

    level: str
    words: Mapping[str, Wording]


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every problem by its code."""
    with (Path(__file__).parent / "messages.toml").open("rb") as file:
        return {code: _entry(words) for code, words in tomllib.load(file).items()}


def _entry(words: Mapping[str, Any]) -> Entry:
    level = "warning" if words.get("warning") else "error"
    return Entry(level, {lang: _wording(words, lang) for lang in LANGUAGES})


def _wording(words: Mapping[str, Any], lang: str) -> Wording:
    message, fix = words[lang]
    return Wording(message, fix, _SUGGESTION[lang])


def wording(code: str, lang: str) -> Wording:
    """Return the words of a problem; KeyError for an unknown code or language."""
    return catalogue()[code].words[lang]
