"""Moulds: pages that differ only in name, title and contents have one shell, made by mkdocs once.

A department's page stands in the same frame as every other department's. So mkdocs builds the
frame for a page with a made-up name, and each page's own name and words are put into it: what
mkdocs does no longer grows with the number of departments.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from suluh.edition import PrintedPage
from suluh.pages.page import Section
from suluh.text import ENGLISH

TITLE, DESCRIPTION, SECTION = "suluh-judul", "suluh-deskripsi", "suluh-bagian"
"""What stands in a mould for the words of its pages."""

_MADE_UP = "suluh-nama-"
_NAME = _MADE_UP + "{place}-{kind}"
"""What stands in a mould for a folder's name, at a place of its path. Its kind is all else that
tells moulds apart: no two of them lie in one place."""

_ENTRY = re.compile(rf"(<li\b[^>]*>\s*<a\b[^>]*#{SECTION}\b(?:(?!</?li\b).)*</li>\s*)", re.DOTALL)
"""The entry of a section in a list of contents: a list item that begins with the link to it."""


@dataclass(frozen=True, order=True)
class Mould:
    """What the frames of some pages have in common: `path` and `feed`, with made-up names.

    `twin` is the way to the same mould in the other language, empty if its pages have none.
    """

    path: str
    feed: str
    twin: str
    has_sections: bool


def mould_of(page: PrintedPage, paths: Container[str]) -> Mould:
    """The mould of a page without Markdown of its own, among all pages by their paths.

    Folders of the first level are in the navigation, and keep their names.
    """
    _, *below = page.path.removeprefix(page.language.folder).rstrip("/").split("/")
    paired = has_twin(page.path, paths)
    feed = "" if page.feed in below else page.feed
    kind = "-".join(filter(None, ("isi" if page.sections else "", "dua" if paired else "", feed)))
    names = {name: _NAME.format(place=place, kind=kind) for place, name in enumerate(below)}
    path = "/".join(names.get(folder, folder) for folder in page.path.split("/"))
    return Mould(
        path=path,
        feed=names.get(page.feed, page.feed),
        twin=way_to_twin(path) if paired else "",
        has_sections=bool(page.sections),
    )


@dataclass(frozen=True)
class Frame:
    """What mkdocs made of a mould, up to the body of a page and after it."""

    mould: Mould
    pieces: tuple[Sequence[str], Sequence[str]]
    _cut: dict[tuple[Section, ...], Sequence[Sequence[bytes]]] = field(default_factory=dict)

    @classmethod
    def of(cls, mould: Mould, before: str, after: str) -> Frame:
        """The frame in pieces: every second one is the entry of a section."""
        return cls(mould, (_ENTRY.split(before), _ENTRY.split(after)))

    def around(self, body: bytes, page: PrintedPage) -> bytes:
        """A page's body in the frame, with the page's own names and words."""
        if page.sections not in self._cut:  # most pages of a mould have the same
            sides = (self._with_sections(side, page.sections) for side in self.pieces)
            self._cut[page.sections] = [self._cut_up(side) for side in sides]
        words = {TITLE: escape(page.title), DESCRIPTION: escape(page.description)}
        words |= zip(self.mould.path.split("/"), page.path.split("/"), strict=True)
        said = {name.encode(): word.encode() for name, word in words.items()}
        before, after = (_cast(side, said) for side in self._cut[page.sections])
        return b"".join((before, body, after))

    def _with_sections(self, pieces: Sequence[str], sections: Sequence[Section]) -> str:
        """An entry for each section; the link that skips to the first of them leads there."""
        if not sections:
            return "".join(pieces)
        linked = [
            "".join(_entry(piece, section) for section in sections)
            if place % 2
            else piece.replace(f"#{SECTION}", f"#{sections[0].id}")
            for place, piece in enumerate(pieces)
        ]
        return "".join(linked)

    def _cut_up(self, text: str) -> Sequence[bytes]:
        """A side of the frame: every second piece stands for a name or words of the page."""
        made_up = (name for name in self.mould.path.split("/") if name.startswith(_MADE_UP))
        places = sorted(map(re.escape, (TITLE, DESCRIPTION, *made_up)), key=len, reverse=True)
        return re.split(f"({'|'.join(places)})".encode(), text.encode())


def _cast(pieces: Sequence[bytes], said: Mapping[bytes, bytes]) -> bytes:
    whole = [said[piece] if place % 2 else piece for place, piece in enumerate(pieces)]
    return b"".join(whole)


def way_to_twin(path: str) -> str:
    """Where the same page lies in the other language, from the root of the site."""
    return _twin(path) or "./"


def has_twin(path: str, paths: Container[str]) -> bool:
    """Whether the same page is there in the other language."""
    return _twin(path) in paths


def _twin(path: str) -> str:
    english = ENGLISH.folder
    return path.removeprefix(english) if path.startswith(english) else english + path


def _entry(entry: str, section: Section) -> str:
    linked = entry.replace(f"#{SECTION}", f"#{section.id}")
    return linked.replace(SECTION, escape(section.title))
