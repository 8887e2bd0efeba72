"""`Page`: what a template needs to draw one page. Pages compute nothing after this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from suluh.charts import ChartOf
from suluh.figures import CITY
from suluh.sentences import Sentence


@dataclass(frozen=True)
class Section:
    """A part of a page: the `id` of its heading and the heading itself."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `path` is its folder below the site's root, `opd/disdukcapil/`, or empty for the home page.
    `lead` is the sentence it opens with. `feed` is the code of the department, or `kota`, whose
    changes its reader may want to follow. `charts`, by id, are those it has where there is
    something to draw: they are made apart. `content` holds what only its own template uses.
    """

    path: str
    template: str
    title: str
    lead: Sentence
    sections: tuple[Section, ...] = ()
    feed: str = CITY
    charts: Mapping[str, ChartOf] = field(default_factory=dict)
    content: Mapping[str, object] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """Relative way from the page to the site's root: `../../`."""
        return "../" * self.path.count("/")
