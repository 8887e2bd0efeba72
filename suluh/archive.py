"""`Archive`: what was printed before, kept for as long as it would be printed the same again.

A page is known by what is on it; and, before it is made, by what it read when it was. Its charts
and all else on it are kept apart as well: one of them may change alone.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from suluh import store
from suluh.bodies import Extent
from suluh.charts import Chart
from suluh.edition import Edition
from suluh.footprint import Footprint, Parts, Watched
from suluh.pages import PageMaker
from suluh.pages.page import Page

T = TypeVar("T")

_SIZE = 8
"""Bytes that tell how many a page's bodies have."""


@dataclass(frozen=True)
class Keys:
    """What a page is kept under; its frame, which is all but its charts; and each of those."""

    page: str
    frame: str
    charts: Mapping[str, str]


NO_KEYS = Keys("", "", {})
"""Those of a page that is not kept."""


@dataclass(frozen=True)
class Archive:
    """A `folder` of the cache; `program` names all that prints, `parts` are what is published."""

    folder: Path
    program: str
    parts: Parts

    def page(
        self, make: PageMaker, printed: Callable[[Page, Keys], tuple[Edition, ...]]
    ) -> tuple[Edition, ...]:
        """What is printed of the page that `make` makes; made only if that may have changed."""
        trace = self._path("footprints", self._key(_name(make)))
        known: tuple[Footprint, str] | None = _read(trace)
        if known and known[0].digest == self.parts.digest(known[0].parts):
            found = _read_editions(self._path("pages", known[1]))
            if found is not None:
                return found
        watched = Watched(self.parts.published)
        page = make(watched)
        keys = self._keys(page)
        path = self._path("pages", keys.page)
        found = _read_editions(path) or _write_editions(path, printed(page, keys))
        _write(trace, (watched.footprint(self.parts), keys.page))
        return found

    def kept(self, kind: str, key: str, make: Callable[[], T]) -> T:
        """What `make` makes, unless it was made before."""
        path = self._path(kind, key)
        found: T | None = _read(path)
        if found is None:
            found = make()
            _write(path, found)
        return found

    def chart_key(self, chart: Chart, root: str) -> str:
        """What a chart is kept under, for a page whose way to the site's root is `root`."""
        return self._key(root, repr(chart))

    def _keys(self, page: Page) -> Keys:
        charts = {id_: self.chart_key(chart, page.root) for id_, chart in page.charts.items()}
        frame = self._key(repr(replace(page, charts={})), *charts)
        return Keys(self._key(frame, *charts.values()), frame, charts)

    def _key(self, *contents: str) -> str:
        return store.digest(self.program, *contents)

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key


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
