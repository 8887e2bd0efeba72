"""Artists: processes that do nothing but draw.

V8, which runs Vega, takes half a second to start and does not survive a fork. So artists are
hired first, compile what is not compiled while the records are read, and then draw what the
processes that print pages ask them for.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Lock
from pathlib import Path
from typing import ClassVar

from suluh.charts.compiling import uncompiled
from suluh.charts.drawing import compile_kind, drawn_here
from suluh.charts.exploring import keep_library
from suluh.colleague import Colleague, attempt

_NICE = 5
"""Artists get ready while others wait for the records: whoever reads them goes first."""

_WARM_UP = '{"marks": [{"type": "rect"}]}'


@dataclass(frozen=True)
class Artist(Colleague):
    """The way to an artist's process; `drawing` is held by whoever has something drawn."""

    drawing: Lock = field(default_factory=multiprocessing.get_context("fork").Lock)
    duty: ClassVar[str] = "draws charts"

    def __call__(self, vega: str) -> str:
        """Have a Vega drawing (JSON) drawn as SVG; what the artist cannot draw is raised here."""
        self.tell(vega)
        return str(self.answer())


@dataclass(frozen=True)
class Studio:
    """Artists for this process and all that are forked from it."""

    artists: Sequence[Artist]

    def await_compiling(self) -> None:
        """Wait until every kind is compiled: to be done once, before anything is drawn."""
        for artist in self.artists:
            artist.answer()

    def __call__(self, vega: str) -> str:
        """Have a Vega drawing (JSON) drawn as SVG by the first artist who is free.

        So where little is to be drawn the others need not even start V8.
        """
        *others, last = self.artists
        free = next((artist for artist in others if artist.drawing.acquire(block=False)), None)
        if free is None:
            free = last
            free.drawing.acquire()
        try:
            return free(vega)
        finally:
            free.drawing.release()


@contextmanager
def artists(count: int, cache: Path) -> Iterator[Studio]:
    """Hire artists; they share what is to be compiled into the folder `cache`."""
    todo = uncompiled(cache)
    with ExitStack() as hired:
        yield Studio(
            [
                hired.enter_context(Artist.hire(_work, todo[place::count], cache, not place))
                for place in range(count)
            ]
        )


def _work(asked: Connection, kinds: Sequence[tuple[str, bool]], cache: Path, first: bool) -> None:
    os.nice(_NICE)
    asked.send(attempt(_compile, kinds, cache, first))
    while (vega := asked.recv()) is not None:
        asked.send(attempt(drawn_here, vega))


def _compile(kinds: Sequence[tuple[str, bool]], cache: Path, first: bool) -> None:
    for kind in kinds:
        compile_kind(kind, cache)
    if first:
        keep_library(cache)
        drawn_here(_WARM_UP)
