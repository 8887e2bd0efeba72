"""The catalogue of problems as pages of the docs, one section a code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from suluh.intake.explanations import explanations
from suluh.intake.messages import LANGUAGES, catalogue
from suluh.problem_report.templates import environment

PAGES: Mapping[str, str] = {"id": "masalah.md", "en": "problems.md"}
"""The page of each language below docs/."""

_FILLED_IN = re.compile(r"\{\w+\}")


def catalogue_pages(templates: Path) -> Mapping[str, str]:
    """Every page's text by its name."""
    return {PAGES[lang]: _page(lang, templates) for lang in LANGUAGES}


def _page(lang: str, templates: Path) -> str:
    template = environment(templates, escape=False).get_template(f"masalah/{PAGES[lang]}")
    entries = [
        {
            "code": code,
            "warning": entry.level == "warning",
            "message": _unfilled(entry.words[lang].message),
            "fix": _unfilled(entry.words[lang].fix),
            "told": explanations()[code][lang],
        }
        for code, entry in catalogue().items()
    ]
    return template.render(entries=entries)


def _unfilled(words: str) -> str:
    """A message with … for what comes from the data."""
    return _FILLED_IN.sub("…", words)
