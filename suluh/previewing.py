"""Printing the pages that somebody is looking at: what a build does, for these pages alone."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from suluh import store
from suluh.edition import PrintedPage
from suluh.job import Job
from suluh.pages import PageMaker, page_makers
from suluh.pages.content import ContentError, content_pages
from suluh.press import Press, Printing
from suluh.progress import Progress
from suluh.published import Published
from suluh.reader import import_what_it_needs, reader
from suluh.render import environment
from suluh.site import ShellError, bind_pages
from suluh.staging import Stage, own_folder
from suluh.studio import Studio, artists
from suluh.text import ENGLISH, LANGUAGES
from suluh.usage import UserError


@dataclass
class Desk:
    """What is at hand: an artist, and what may be public of the records of one `state`."""

    job: Job
    served: Path
    studio: Studio
    program: object
    state: str = ""
    published: Published | None = None
    makers: Mapping[str, PageMaker] = field(default_factory=dict)
    """What makes the page of a path, for the departments and periods of `published`."""

    def show(self, paths: Collection[str]) -> frozenset[str]:
        """Put pages into `served`; the names of all files of it that are as they should be."""
        with suppress(UserError, ContentError, ShellError, OSError):  # the build will tell of it
            published = self.read()
            if paths and self.program == _program():
                return self._show(paths, published)
        return frozenset()

    def read(self) -> Published:
        """All that may be public of the records as they are."""
        records = sorted(path for path in self.job.data.iterdir() if path.is_file())
        state = store.digest(*(f"{path.name}\0".encode() + path.read_bytes() for path in records))
        if self.published is None or state != self.state:
            with reader(self.job) as hired:
                published = hired.published(Progress())
                hired.send_home()  # the build behind will tell what is left to ask
            if self.published is None or _has_others(published, self.published):
                self.makers = {make(published).path: make for make in page_makers(published)}
            self.published, self.state = published, state
        return self.published

    def _show(self, paths: Collection[str], published: Published) -> frozenset[str]:
        stage = Stage(own_folder(self.job.out), self.served)
        stage.bodies.root.mkdir(parents=True)
        try:
            press = self._press(published, stage)
            texts = dict(content_pages(self.job.content))
            pages = list(self._printed(press, texts, paths))
            every = {*texts, *(f"{x.folder}{path}" for x in LANGUAGES for path in self.makers)}
            kept = self.job.cache / "pratinjau.zip"
            bind_pages(self.job.mkdocs_yml, kept, stage, pages, every, published)
            return frozenset(_move(stage.site.root, self.served))
        finally:
            shutil.rmtree(stage.root, ignore_errors=True)

    def _press(self, published: Published, stage: Stage) -> Press:
        """A press that keeps nothing: what is kept was made of what lies on the disk."""
        environment.cache_clear()  # templates may have changed, also those that others import
        templates, cache = self.job.templates, self.job.cache
        return Press(published, templates, stage.bodies, stage.site, cache, artist=self.studio)

    def _printed(
        self, press: Press, texts: Mapping[str, Printing], paths: Collection[str]
    ) -> Iterator[PrintedPage]:
        """The pages of these paths, each in every language that it is printed in."""
        own = {path.removeprefix(ENGLISH.folder) for path in paths}
        for path in sorted({*paths, *own}):
            if path in self.makers:
                yield from press.print_page(self.makers[path])
            elif path in texts:
                yield from texts[path](press)


def _has_others(published: Published, before: Published) -> bool:
    """Whether it has pages that the one before had not, or lacks some."""
    return (published.departments, published.periods) != (before.departments, before.periods)


def _program() -> object:
    """What tells that the program is another than the one that runs here."""
    files = (path for path in Path(__file__).parent.rglob("*") if path.is_file())
    found = ((path, path.stat()) for path in files if path.suffix != ".pyc")
    return sorted((str(path), status.st_mtime_ns, status.st_size) for path, status in found)


def _move(root: Path, served: Path) -> Iterator[str]:
    """Put files in the place of those that are served; their names."""
    for file in [path for path in root.rglob("*") if path.is_file()]:
        name = file.relative_to(root).as_posix()
        (served / name).parent.mkdir(parents=True, exist_ok=True)
        file.replace(served / name)
        yield name


@contextmanager
def desk(job: Job, served: Path) -> Iterator[Desk]:
    """Get everything ready at once, before anybody asks."""
    program = _program()
    with artists(1, job.cache) as studio:
        import_what_it_needs()
        ready = Desk(job, served, studio, program)
        with suppress(UserError, OSError):  # the next build will tell of it
            ready.read()
        yield ready
