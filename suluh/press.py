"""The press: make every page, draw its charts, render it and lay its body on the stage.

Pages do not depend on one another, so they are printed in parallel; each worker draws what
its page shows, and only a page's head (title, description, sections) comes back.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from suluh import store
from suluh.archive import Archive
from suluh.bodies import Bodies
from suluh.charts import (
    Chart,
    Drawer,
    draw,
    explored_rows,
    in_language,
    made,
    social_card,
    standalone,
)
from suluh.colleague import end_with
from suluh.edition import Edition, PageFrame, PrintedPage
from suluh.ground import Ground
from suluh.pages import PageMaker
from suluh.pages.page import Page
from suluh.printed_chart import PrintedChart, PrintedCharts, chart_files
from suluh.published import Published
from suluh.render import (
    Templates,
    environment,
    macros_of,
    render_chart,
    render_social_card,
    render_without_charts,
    with_charts,
)
from suluh.studio import as_png, drawn_here
from suluh.text import LANGUAGES, Language
from suluh.translation import catalogue

_NICE = 5
"""As artists have: all wait for them, and V8 for its own threads."""

_WAITING = 1
"""Of the processes that print: so many wait for an artist at any time."""

SOCIAL_CARDS = {"id": "assets/kartu.png", "en": "assets/kartu-en.png"}


@dataclass(frozen=True)
class Press:
    """Everything a worker needs to print any page; without an `archive` it keeps nothing."""

    published: Published
    templates: Path
    bodies: Bodies
    site: Ground
    cache: Path
    archive: Archive | None = None
    artist: Drawer = drawn_here

    @property
    def environment(self) -> Templates:
        return environment(self.templates, self.cache / "templates")

    def print_page(self, make: PageMaker) -> tuple[PrintedPage, ...]:
        """Make one page, and print it in every language with its charts."""
        editions = self.archive.page(make, self) if self.archive else self._afresh(make)
        return tuple(edition.lay(self.bodies, self.site) for edition in editions)

    def _afresh(self, make: PageMaker) -> tuple[Edition, ...]:
        page = make(self.published)
        charts = made(page.charts, self.published)
        printed = {id_: self.print_chart(chart, page.root) for id_, chart in charts.items()}
        return self.bind(self.print_frame(page, charts), printed)

    def print_frame(self, page: Page, charts: Collection[str]) -> PageFrame:
        """All of a page but its charts, which have these ids."""
        return PageFrame.of(page, render_without_charts(self.environment, page, charts, LANGUAGES))

    def print_chart(self, chart: Chart, root: str) -> PrintedCharts:
        """A chart for a page whose way to the site's root is `root`."""
        drawn = draw(chart, self.cache, self.artist)
        drawings = {language: in_language(chart, drawn, language) for language in LANGUAGES}
        figures = render_chart(self.environment, chart, drawings, root)
        return {
            language: PrintedChart(
                figures[language],
                standalone(drawing.wide or drawing.narrow),
                explored_rows(chart, drawing.rows),
            )
            for language, drawing in drawings.items()
        }

    def kept_chart(self, chart: Chart, root: str) -> PrintedCharts:
        """What `print_chart` prints, out of the archive if it is there."""
        if self.archive:
            return self.archive.chart(chart, root, self)
        return self.print_chart(chart, root)

    def bind(self, frame: PageFrame, charts: Mapping[str, PrintedCharts]) -> tuple[Edition, ...]:
        """A page with its charts, by id."""
        own = {language: {id_: charts[id_][language] for id_ in charts} for language in LANGUAGES}
        bodies = with_charts(self.environment, frame.root, frame.bodies, own)
        return tuple(
            Edition(frame.heads[of], bodies[of], chart_files(own[of])) for of in LANGUAGES
        )

    def print_social_card(self, language: Language) -> None:
        """Lay the picture that is shown with a link to a page of a language where it is named."""
        svg = render_social_card(self.environment, social_card(self.published), language)
        self.site.lay(SOCIAL_CARDS[language.code], as_png(svg, self.cache))


@cache
def program(templates: Path) -> str:
    """A name for all that an edition depends on beside its page."""
    package = Path(__file__).parent
    sources = sorted((*package.rglob("*.py"), *package.rglob("*.toml")))
    sources += sorted((*templates.glob("*.html"), *templates.glob("*.xml")))
    sources += sorted(package.rglob("*.po"))
    libraries = [
        version(name) for name in ("jinja2", "babel", "altair", "pandas", "vl-convert-python")
    ]
    return store.digest(*libraries, *(path.read_text(encoding="utf-8") for path in sources))


def get_ready(templates: Path, cache: Path) -> None:
    """Read what whoever prints needs, so that processes forked from this one have it."""
    program(templates)
    rendering = environment(templates, cache / "templates")
    for file in sorted(templates.glob("*.html")):
        rendering.get_template(file.name)
    macros_of(rendering)
    for language in LANGUAGES:
        catalogue(language.code)


Printing: TypeAlias = Callable[[Press], tuple[PrintedPage, ...]]
"""Prints one page in its languages; handed to another process, so it can be pickled."""


def printing(make: PageMaker) -> Printing:
    """How to print the page that `make` makes."""
    return partial(Press.print_page, make=make)


@contextmanager
def printed(
    press: Press, printings: Sequence[Printing], processes: int
) -> Iterator[Iterator[tuple[PrintedPage, ...]]]:
    """What each printing prints, in the order given, meanwhile, by so many processes at once."""
    if processes == 1:
        yield (printing(press) for printing in printings)
        return
    context = multiprocessing.get_context("fork")
    prints = (processes + _WAITING, context, _start_worker, (press, os.getpid()))
    with ProcessPoolExecutor(*prints) as pool:
        try:
            yield pool.map(_print, printings, chunksize=4)
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what is under way still writes
            raise


_worker: list[Press] = []
"""The press of this worker process, set once when it starts and not sent with every page."""


def _start_worker(press: Press, parent: int) -> None:
    os.nice(_NICE)
    end_with(parent)
    _worker[:] = [press]


def _print(printing: Printing) -> tuple[PrintedPage, ...]:
    return printing(_worker[0])
