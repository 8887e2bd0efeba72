"""Printing the pages that somebody is looking at: what a build does, for these pages alone."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from suluh import store
from suluh.charts import Artist, artists
from suluh.edition import PrintedPage
from suluh.job import Job
from suluh.pages import PageMaker, page_makers
from suluh.pages.content import ContentError, content_pages
from suluh.press import Press
from suluh.progress import Progress
from suluh.published import Published
from suluh.reader import import_what_it_needs, reader
from suluh.site import ShellError, bind_pages
from suluh.staging import Stage
from suluh.text import ENGLISH
from suluh.usage import UserError


@dataclass
class Desk:
    """What is at hand: an artist, and what may be public of the records of one `state`."""

    job: Job
    artist: Artist
    state: str = ""
    published: Published | None = None
    makers: Mapping[str, PageMaker] = field(default_factory=dict)
    """What makes the page of a path, for the departments and periods of `published`."""

    def show(self, paths: Collection[str]) -> frozenset[str]:
        """Put pages into the site; the names of all files of it that are as they should be."""
        with suppress(UserError, ContentError, ShellError):  # the build will tell of it
            published = self.read()
            return self._show(paths, published) if paths else frozenset()
        return frozenset()

    def read(self) -> Published:
        """All that may be public of the records as they are."""
        records = sorted(path for path in self.job.data.iterdir() if path.is_file())
        state = store.digest(*(f"{path.name}\0".encode() + path.read_bytes() for path in records))
        if self.published is None or state != self.state:
            with reader(self.job) as hired:
                published = hired.published(Progress())
            if self.published is None or _has_others(published, self.published):
                self.makers = {make(published).path: make for make in page_makers(published)}
            self.published, self.state = published, state
        return self.published

    def _show(self, paths: Collection[str], published: Published) -> frozenset[str]:
        out = self.job.out
        with tempfile.TemporaryDirectory(".pratinjau", f".{out.name}.", out.parent) as folder:
            stage = Stage(Path(folder), out)
            press = Press(
                published,
                self.job.templates,
                stage.fragments,
                stage.site,
                self.job.cache,
                self.artist,
            )
            pages = list(self._printed(press, paths))
            kept = self.job.cache / "pratinjau.zip"
            bind_pages(self.job.mkdocs_yml, kept, stage, pages, _paths(out), published)
            return frozenset(_move(stage.site.root, out))

    def _printed(self, press: Press, paths: Collection[str]) -> Iterator[PrintedPage]:
        """The pages of these paths, each in every language that it is printed in."""
        texts = dict(content_pages(self.job.content))
        own = {path.removeprefix(ENGLISH.folder) for path in paths}
        for path in sorted({*paths, *own}):
            if path in self.makers:
                yield from press.print_page(self.makers[path])
            elif path in texts:
                yield from texts[path](press)


def _has_others(published: Published, before: Published) -> bool:
    """Whether it has pages that the one before had not, or lacks some."""
    return (published.departments, published.periods) != (before.departments, before.periods)


def _paths(out: Path) -> set[str]:
    """The paths of all pages of the site."""
    found = (page.parent.relative_to(out).as_posix() for page in out.rglob("index.html"))
    return {"" if path == "." else f"{path}/" for path in found}


def _move(root: Path, out: Path) -> Iterator[str]:
    """Put files in the place of those of the site; their names."""
    for file in [path for path in root.rglob("*") if path.is_file()]:
        name = file.relative_to(root).as_posix()
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        file.replace(out / name)
        yield name


@contextmanager
def desk(job: Job) -> Iterator[Desk]:
    """Get everything ready at once, before anybody asks."""
    with artists(1, job.cache) as (artist,):
        import_what_it_needs()
        artist.await_compiling()
        ready = Desk(job, artist)
        with suppress(UserError):  # the next build will tell of it
            ready.read()
        yield ready
