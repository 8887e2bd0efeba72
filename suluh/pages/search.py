"""`/cari/`: everything that can be found, from A to Z, for whom no script runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from suluh.pages.findable import Entry, Kind, entries
from suluh.pages.page import Page, Section
from suluh.pages.roll import named
from suluh.published import Published
from suluh.sentences import search_lead
from suluh.text import LANGUAGES, Language, say

LISTED = (Kind.DEPARTMENT, Kind.SERVICE, Kind.INDICATOR, Kind.TERM)
"""Promises are too many for a list; the forum page has them."""


@dataclass(frozen=True)
class Letter:
    """What begins with one letter, by name; `#` for what begins with none."""

    letter: str
    entries: tuple[Entry, ...]


def search_page(published: Published) -> Page:
    """The list, with the box that searches it where a script runs."""
    return Page(
        path="cari/",
        template="cari.html",
        title=say("Cari"),
        lead=search_lead(),
        sections=(Section("abjad", say("Daftar A–Z")),),
        content={
            "letters": {language: _letters_in(published, language) for language in LANGUAGES},
            "known": named(published),
        },
    )


def _letters_in(published: Published, language: Language) -> tuple[Letter, ...]:
    listed = entries(published, language=language)
    return letters(entry for entry in listed if entry.kind in LISTED)


def letters(listed: Iterable[Entry]) -> tuple[Letter, ...]:
    """Entries by the letter they begin with."""
    ordered = sorted(listed, key=lambda e: (_first(e), e.title.casefold(), e.address))
    return tuple(Letter(letter, tuple(own)) for letter, own in groupby(ordered, _first))


def _first(entry: Entry) -> str:
    first = entry.title[:1].upper()
    return first if first.isalpha() else "#"
