"""What the catalogue tells of each problem beyond its message, from explanations.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suluh.intake.messages import LANGUAGES


@dataclass(frozen=True)
class Explanation:
    """One problem in one language: what it is called, why it matters, and how it is mended.

    `wrong` and `right` are an example before and after, one or more lines each.
    """

    title: str
    why: str
    remedy: str
    wrong: str
    right: str


@cache
def explanations() -> Mapping[str, Mapping[str, Explanation]]:
    """The explanation of every code, by language."""
    with (Path(__file__).parent / "explanations.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {
        code: {lang: _explanation(entry, lang) for lang in LANGUAGES}
        for code, entry in entries.items()
    }


def explanation(code: str, lang: str) -> Explanation:
    """Return the explanation of a code; KeyError for an unknown code or language."""
    return explanations()[code][lang]


def _explanation(entry: Mapping[str, Any], lang: str) -> Explanation:
    title, why, remedy = entry[lang]
    wrong, right = (entry.get(f"{side}_{lang}", entry[side]) for side in ("wrong", "right"))
    return Explanation(title, why, remedy, wrong, right)
