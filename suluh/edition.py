"""`Edition`: a page in one language, whole, as it will lie on the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from suluh.bodies import Bodies, Extent
from suluh.figures import CITY
from suluh.ground import Ground
from suluh.pages.page import Page, Section
from suluh.sentences import plain
from suluh.text import Language, language_of


@dataclass(frozen=True)
class PrintedPage:
    """What the site needs to know of a page whose `body` lies on the stage, in one language.

    A hand-written page has `markdown` instead, with a slot for each of its `charts`. `feed` is
    the department whose changes its reader may follow, or `kota`.
    """

    path: str
    title: str
    description: str
    sections: tuple[Section, ...] = ()
    feed: str = CITY
    body: Extent | None = None
    markdown: str | None = None
    charts: Mapping[str, Extent] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """English below the folder `en`."""
        return language_of(self.path)


@dataclass(frozen=True)
class PageFrame:
    """A page but for its charts: its head, and its body with slots for them, in each language.

    `root` is the way from the page to the site's root.
    """

    root: str
    heads: Mapping[Language, PrintedPage]
    bodies: Mapping[Language, str]

    @classmethod
    def of(cls, page: Page, bodies: Mapping[Language, str]) -> PageFrame:
        """The frame of a page that has these bodies."""
        return cls(page.root, {language: _head(page, language) for language in bodies}, bodies)


def _head(page: Page, language: Language) -> PrintedPage:
    say = language.say
    sections = tuple(Section(section.id, say(section.title)) for section in page.sections)
    path, lead = language.folder + page.path, plain(page.lead, language)
    return PrintedPage(path, say(page.title), lead, sections, page.feed)


@dataclass(frozen=True)
class Edition:
    """A page in one language: its head, its body, and the files that lie beside it, by name.

    The `body` is said as such, or is where it lies already.
    """

    head: PrintedPage
    body: str | Extent
    files: Mapping[str, str]

    def lay(self, bodies: Bodies, site: Ground) -> PrintedPage:
        """Lay the files into the site, and the body aside to be bound; its head says where."""
        lay_files(self.files, site, self.head.path)
        lies = bodies.keep(self.body) if isinstance(self.body, str) else bodies.hold(self.body)
        return replace(self.head, body=lies)


def lay_files(files: Mapping[str, str], site: Ground, page: str) -> None:
    """Lay files beside the page of that path."""
    for name, content in files.items():
        site.lay(page + name, content)
