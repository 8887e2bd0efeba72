"""The press: make every page, draw its charts, render it and lay its body on the stage.

Pages do not depend on one another, so they are printed in parallel; each worker draws what
its page shows, and only a page's head (title, description, sections) comes back.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib.metadata import version
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import TypeAlias

from suluh import store
from suluh.charts import (
    ROWS,
    Artist,
    Chart,
    Drawing,
    as_png,
    draw,
    drawn_here,
    in_language,
    rows_file,
    social_card,
    standalone,
)
from suluh.figures import CITY
from suluh.pages.page import Page, Section
from suluh.published import Published
from suluh.render import Templates, environment, render_editions, render_social_card
from suluh.sentences import plain
from suluh.text import LANGUAGES, Language, language_of

PageMaker: TypeAlias = Callable[[Published], Page]


SOCIAL_CARDS = {"id": "assets/kartu.png", "en": "assets/kartu-en.png"}


@dataclass(frozen=True)
class PrintedPage:
    """What the site needs to know of a page whose body lies on the stage, in one language.

    `feed` is the department whose changes its reader may follow, or `kota`; `markdown` is None
    where the body is all there is.
    """

    path: str
    title: str
    description: str
    sections: tuple[Section, ...] = ()
    feed: str = CITY
    markdown: str | None = None

    @property
    def language(self) -> Language:
        """English below the folder `en`."""
        return language_of(self.path)


@dataclass(frozen=True)
class Press:
    """Everything a worker needs to print any page."""

    published: Published
    templates: Path
    fragments: Path
    site: Path
    cache: Path
    artist: Callable[[str], str] = drawn_here

    @property
    def environment(self) -> Templates:
        return environment(self.templates, self.cache / "templates")

    def print_page(self, make: PageMaker) -> tuple[PrintedPage, ...]:
        """Make one page, draw its charts, and print it in every language."""
        page = make(self.published)
        drawn = draw(page.charts, self.cache, self.artist)
        drawings = {language: in_language(page.charts, drawn, language) for language in LANGUAGES}
        bodies = self._bodies(page, drawings)
        return tuple(
            self._lay(page, drawings[language], bodies[language], language)
            for language in LANGUAGES
        )

    def _lay(
        self, page: Page, drawings: Mapping[str, Drawing], html: str, language: Language
    ) -> PrintedPage:
        """Write the page's body, and each of its charts as a file to download."""
        path, say = language.folder + page.path, language.say
        self.lay_charts(path, page.charts, drawings)
        body = self.fragments / path / "index.html"
        body.parent.mkdir(parents=True, exist_ok=True)
        body.write_text(html, encoding="utf-8")
        sections = tuple(Section(section.id, say(section.title)) for section in page.sections)
        lead = plain(page.lead, language)
        return PrintedPage(path, say(page.title), lead, sections, page.feed)

    def _bodies(
        self, page: Page, drawings: Mapping[Language, Mapping[str, Drawing]]
    ) -> Mapping[Language, str]:
        """The page's HTML, rendered unless a page with the very same content was before."""
        key = store.digest(self.edition, repr(page))
        folder = self.cache / "pages" / key[:2]
        kept = {language: folder / f"{key}-{language.code}" for language in drawings}
        found = {language: store.read(path) for language, path in kept.items()}
        bodies = {language: body for language, body in found.items() if body is not None}
        if len(bodies) < len(kept):
            bodies = dict(render_editions(self.environment, page, drawings))
            for language, body in bodies.items():
                store.write(kept[language], body)
        return bodies

    @cached_property
    def edition(self) -> str:
        """A name for all that a page's HTML depends on beside its content."""
        program = Path(__file__).parent
        sources = sorted((*program.rglob("*.py"), *program.rglob("*.toml")))
        sources += sorted((*self.templates.glob("*.html"), *program.rglob("*.po")))
        libraries = [version(name) for name in ("jinja2", "babel", "altair", "vl-convert-python")]
        return store.digest(*libraries, *(path.read_text(encoding="utf-8") for path in sources))

    def print_social_card(self, language: Language) -> None:
        """Lay the picture that is shown with a link to a page of a language where it is named."""
        svg = render_social_card(self.environment, social_card(self.published), language)
        target = self.site / SOCIAL_CARDS[language.code]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(as_png(svg, self.cache))

    def lay_charts(
        self, path: str, charts: Mapping[str, Chart], drawings: Mapping[str, Drawing]
    ) -> None:
        """Lay the drawings of a page's charts beside it as files to download and explore."""
        folder = self.site / path / "grafik"
        if drawings:
            folder.mkdir(parents=True, exist_ok=True)
        for id_, drawing in drawings.items():
            picture = standalone(drawing.wide or drawing.narrow)
            (folder / f"{id_}.svg").write_text(picture, encoding="utf-8")
        if drawings:
            rows = rows_file(charts.values(), {i: d.rows for i, d in drawings.items()})
            (folder / ROWS).write_text(rows, encoding="utf-8")


Printing: TypeAlias = Callable[[Press], tuple[PrintedPage, ...]]
"""Prints one page in its languages; handed to another process, so it can be pickled."""


def printing(make: PageMaker) -> Printing:
    """How to print the page that `make` makes."""
    return partial(Press.print_page, make=make)


def print_pages(
    press: Press,
    printings: Sequence[Printing],
    hired: Sequence[Artist],
    advance: Callable[[], None],
) -> Iterator[PrintedPage]:
    """Print every page, in the order given, a process an artist; call `advance` after each."""
    for artist in hired:
        artist.await_compiling()
    if len(hired) == 1:
        alone = replace(press, artist=hired[0])
        for printing in printings:
            yield from printing(alone)
            advance()
        return
    context = multiprocessing.get_context("fork")
    waiting = context.SimpleQueue()
    for place in range(len(hired)):
        waiting.put(place)
    with ProcessPoolExecutor(len(hired), context, _start_worker, (press, hired, waiting)) as pool:
        for printed in pool.map(_print, printings, chunksize=4):
            yield from printed
            advance()


_worker: list[Press] = []
"""The press of this worker process, set once when it starts and not sent with every page."""


def _start_worker(press: Press, hired: Sequence[Artist], waiting: SimpleQueue[int]) -> None:
    _worker[:] = [replace(press, artist=hired[waiting.get()])]


def _print(printing: Printing) -> tuple[PrintedPage, ...]:
    return printing(_worker[0])
