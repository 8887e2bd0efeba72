"""`Archive`: what was printed before, kept for as long as it would be printed the same again.

A page is known by what it read when it was made, and so is each of its charts: one of them may
change alone. Its frame is all else on it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

from suluh import store
from suluh.bodies import Extent
from suluh.charts import Chart, ChartOf
from suluh.edition import Edition, PageFrame
from suluh.footprint import Footprint, Parts, Watched
from suluh.pages import PageMaker
from suluh.pages.page import Page
from suluh.printed_chart import PrintedCharts
from suluh.published import Published

T = TypeVar("T")

_SIZE = 8
"""Bytes that tell how many a page's bodies have."""


class Printer(Protocol):
    """Prints what is not kept, in every language."""

    def print_frame(self, page: Page, charts: Collection[str]) -> PageFrame:
        """All of a page but its charts, which have these ids."""

    def print_chart(self, chart: Chart, root: str) -> PrintedCharts:
        """A chart for a page whose way to the site's root is `root`."""

    def bind(self, frame: PageFrame, charts: Mapping[str, PrintedCharts]) -> tuple[Edition, ...]:
        """A page with its charts, by id."""


@dataclass(frozen=True)
class Mark:
    """What was read to make something, and a name for that; no name if nothing was made."""

    read: Footprint
    name: str


_UNKNOWN = Mark(Footprint((), ""), "")


@dataclass(frozen=True)
class Trace:
    """How a page came about: from where, with which charts, and what it is kept under."""

    page: Mark = _UNKNOWN
    root: str = ""
    charts: Mapping[str, ChartOf] = field(default_factory=dict)
    marks: Mapping[ChartOf, Mark] = field(default_factory=dict)
    key: str = ""

    def holds(self, parts: Parts) -> bool:
        """Whether everything would be made the same again."""
        return all(mark.read.holds(parts) for mark in (self.page, *self.marks.values()))


class Piece(Generic[T]):
    """A page or a chart, made when it is asked for, or when what is `known` of it has changed."""

    def __init__(
        self, make: Callable[[Published], T], archive: Archive, known: Mark | None = None
    ) -> None:
        watched = Watched(archive.parts.published)
        self.made = cache(partial(make, watched))
        if known and known.read.holds(archive.parts):
            self.mark = known
        else:
            made = self.made()
            name = "" if made is None else archive.key(repr(made))
            self.mark = Mark(watched.footprint(archive.parts), name)


@dataclass(frozen=True)
class Archive:
    """A `folder` of the cache; `program` names all that prints, `parts` are what is published."""

    folder: Path
    program: str
    parts: Parts

    def page(self, make: PageMaker, printer: Printer) -> tuple[Edition, ...]:
        """What is printed of the page that `make` makes; made only if that may have changed."""
        path = self._path("footprints", self.key(_name(make)))
        trace: Trace = _read(path) or Trace()
        if trace.holds(self.parts):
            found = _read_editions(self._path("pages", trace.key))
            if found is not None:
                return found
        trace, found = self._printed(make, trace, printer)
        _write(path, trace)
        return found

    def chart(self, chart: Chart, root: str, printer: Printer) -> PrintedCharts:
        """What is printed of a chart, for a page whose way to the site's root is `root`."""
        printed = partial(printer.print_chart, chart, root)
        return self._kept("charts", self.key(root, self.key(repr(chart))), printed)

    def made(self, name: str, make: Callable[[Published], T]) -> T:
        """What `make` makes; made only if what it read has changed.

        `name` says all else that it depends on, and is that of no other.
        """
        path = self._path("made", self.key(name))
        known: tuple[Footprint, T] | None = _read(path)
        if known is not None and known[0].holds(self.parts):
            return known[1]
        watched = Watched(self.parts.published)
        made = make(watched)
        _write(path, (watched.footprint(self.parts), made))
        return made

    def key(self, *contents: str) -> str:
        """What is kept under a name of its own, as long as this program prints it."""
        return store.digest(self.program, *contents)

    def _printed(
        self, make: PageMaker, before: Trace, printer: Printer
    ) -> tuple[Trace, tuple[Edition, ...]]:
        """Print what is not kept of a page; all of that may still be as it was `before`."""
        page = Piece(make, self, before.page)
        if page.mark is before.page:
            root, wanted = before.root, before.charts
        else:
            root, wanted = page.made().root, page.made().charts
        charts = {id_: Piece(of, self, before.marks.get(of)) for id_, of in wanted.items()}
        drawn = {id_: piece for id_, piece in charts.items() if piece.mark.name}
        keys = {id_: self.key(root, piece.mark.name) for id_, piece in drawn.items()}
        frame = self.key(page.mark.name, *drawn)
        key = self.key(frame, *keys.values())
        path = self._path("pages", key)

        def bound() -> tuple[Edition, ...]:
            whole = self._kept("frames", frame, lambda: printer.print_frame(page.made(), [*drawn]))
            printed = {
                id_: self._kept("charts", keys[id_], partial(_drawn, piece, root, printer))
                for id_, piece in drawn.items()
            }
            return printer.bind(whole, printed)

        marks = {wanted[id_]: piece.mark for id_, piece in charts.items()}
        trace = Trace(page.mark, root, wanted, marks, key)
        return trace, _read_editions(path) or _write_editions(path, bound())

    def _kept(self, kind: str, key: str, make: Callable[[], T]) -> T:
        """What `make` makes, unless it was made before."""
        path = self._path(kind, key)
        found: T | None = _read(path)
        if found is None:
            found = make()
            _write(path, found)
        return found

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key


def _drawn(piece: Piece[Chart | None], root: str, printer: Printer) -> PrintedCharts:
    return printer.print_chart(cast("Chart", piece.made()), root)


def _name(make: PageMaker) -> str:
    """The same in every build."""
    if isinstance(make, partial):
        return f"{_name(make.func)} {sorted(make.keywords.items())}"
    return f"{make.__module__}.{make.__qualname__}"


def _write_editions(path: Path, editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Keep editions; their bodies stay where they are kept, before all else.

    So another process that keeps the same page puts them into the same places.
    """
    heads, bodies = [], []
    for edition in editions:
        bodies.append(cast("str", edition.body).encode())
        heads.append((replace(edition, body=""), len(bodies[-1])))
    whole = b"".join(bodies)
    store.write_bytes(path, len(whole).to_bytes(_SIZE) + whole + pickle.dumps(heads))
    return _placed(path, heads)


def _read_editions(path: Path) -> tuple[Edition, ...] | None:
    content = store.read_bytes(path)
    if content is None:
        return None
    behind = _SIZE + int.from_bytes(content[:_SIZE])
    return _placed(path, pickle.loads(memoryview(content)[behind:]))  # noqa: S301 as below


def _placed(path: Path, heads: Iterable[tuple[Edition, int]]) -> tuple[Edition, ...]:
    """Editions whose bodies, of these lengths, lie one behind the other in a kept file."""
    found, place = [], store.SEAL + _SIZE
    for edition, length in heads:
        found.append(replace(edition, body=Extent(path, place, length)))
        place += length
    return tuple(found)


def _read(path: Path) -> T | None:
    content = store.read_bytes(path)
    if content is None:
        return None
    # The cache is the user's own, made by this program alone, as Python's bytecode is.
    found: T = pickle.loads(content)  # noqa: S301
    return found


def _write(path: Path, made: object) -> None:
    store.write_bytes(path, pickle.dumps(made))
