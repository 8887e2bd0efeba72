"""The press: make every page, draw its charts, render it and lay the HTML on the stage.

Pages do not depend on one another, so they are printed in parallel; each worker draws what
its page shows, and only a page's head (title, description, sections) comes back.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from suluh.charts import Drawing, draw
from suluh.pages.page import Page, Section
from suluh.published import Published
from suluh.render import Templates, environment, render
from suluh.sentences import plain

PageMaker: TypeAlias = Callable[[Published], Page]


@dataclass(frozen=True)
class PrintedPage:
    """What the site needs to know of a page whose body lies on the stage.

    `markdown` is None where the body is all there is.
    """

    path: str
    title: str
    description: str
    sections: tuple[Section, ...] = ()
    markdown: str | None = None


@dataclass(frozen=True)
class Press:
    """Everything a worker needs to print any page."""

    published: Published
    templates: Path
    fragments: Path
    files: Path
    cache: Path

    @property
    def environment(self) -> Templates:
        return environment(self.templates, self.cache / "templates")

    def print_page(self, make: PageMaker) -> PrintedPage:
        """Make one page and write its body, and each of its charts as a file to download."""
        page = make(self.published)
        drawings = self.draw_charts(page)
        body = self.fragments / page.path / "index.html"
        body.parent.mkdir(parents=True, exist_ok=True)
        body.write_text(render(self.environment, page, drawings), encoding="utf-8")
        return PrintedPage(page.path, page.title, plain(page.lead), page.sections)

    def draw_charts(self, page: Page) -> Mapping[str, Drawing]:
        """Draw a page's charts, and lay each beside the page as a file to download."""
        drawings = draw(page.charts, self.cache / "charts")
        for id_, drawing in drawings.items():
            picture = self.files / page.path / "grafik" / f"{id_}.svg"
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_text(drawing.wide or drawing.narrow, encoding="utf-8")
        return drawings


def print_pages(
    press: Press, makers: Sequence[PageMaker], jobs: int, advance: Callable[[], None]
) -> Iterator[PrintedPage]:
    """Print every page, in the order given, on `jobs` processes; call `advance` after each."""
    if jobs == 1:
        for make in makers:
            yield press.print_page(make)
            advance()
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, _start_worker, (press,)) as pool:
        for printed in pool.map(_print_page, makers, chunksize=4):
            yield printed
            advance()


_worker: list[Press] = []
"""The press of this worker process, sent once when it starts and not with every page."""


def _start_worker(press: Press) -> None:
    _worker[:] = [press]


def _print_page(make: PageMaker) -> PrintedPage:
    return _worker[0].print_page(make)
