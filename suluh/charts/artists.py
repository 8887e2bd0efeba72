"""Artists: processes that do nothing but draw.

V8, which runs Vega, takes half a second to start and does not survive a fork. So artists are
hired first, compile what is not compiled while the records are read, and then draw what the
processes that print pages ask them for. Meanwhile a librarian bundles Vega for browsers, once.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event, Lock
from pathlib import Path
from time import perf_counter
from typing import ClassVar

from suluh.charts.compiling import Kind, uncompiled
from suluh.charts.drawing import compile_kind, drawn_here
from suluh.charts.exploring import has_library, library
from suluh.colleague import Colleague, attempt

_NICE = 5
"""Artists get ready while others wait for the records: whoever reads them goes first."""

_SECONDS_TO_WAKE = 0.4

_SHARED = multiprocessing.get_context("fork")

_numbers = count()
"""Of what this process has asked artists for."""

_WARM_UP = '{"marks": [{"type": "rect"}]}'


@dataclass(frozen=True)
class Artist(Colleague):
    """The way to an artist's process.

    `drawing` is held by whoever has something drawn, `awake` is set once V8 has been started.
    """

    drawing: Lock = field(default_factory=_SHARED.Lock)
    awake: Event = field(default_factory=_SHARED.Event)
    duty: ClassVar[str] = "draws charts"

    def __call__(self, vega: str) -> str:
        """Have a Vega drawing (JSON) drawn as SVG; what the artist cannot draw is raised here.

        Whoever is interrupted meanwhile leaves an answer behind, whole or half: the artist is
        ended, and what was asked for by another is not taken for what was asked for here.
        """
        asked = (os.getpid(), next(_numbers))
        try:
            self.tell((asked, vega))
            answered, drawn = self.answer()
            while answered != asked:
                answered, drawn = self.answer()
        except Exception:
            raise
        except BaseException:
            self.process.kill()
            raise
        if isinstance(drawn, Exception):
            raise drawn
        self.awake.set()
        return str(drawn)


@dataclass
class Studio:
    """Artists for this process and all that are forked from it, the first of them awake.

    Once a process has `waited` for those who are awake as long as it takes to wake one, it wakes
    others: so little is drawn by one, and much by all.
    """

    artists: Sequence[Artist]
    librarian: Colleague | None = None
    waited: float = 0.0

    def await_compiling(self) -> None:
        """Wait until every kind is compiled: to be done once, before anything is drawn."""
        for artist in self.artists:
            if artist.answer():
                artist.awake.set()

    def await_library(self) -> None:
        """Wait until Vega is bundled for browsers: to be done once, where that is needed."""
        if self.librarian:
            self.librarian.answer()

    def __call__(self, vega: str) -> str:
        """Have a Vega drawing (JSON) drawn as SVG by an artist who is free."""
        artist = self._free() or self._next()
        try:
            return artist(vega)
        finally:
            artist.drawing.release()

    def _free(self) -> Artist | None:
        """One who is awake and free, or may be woken."""
        impatient = self.waited > _SECONDS_TO_WAKE
        able = (artist for artist in self.artists if impatient or artist.awake.is_set())
        return next((artist for artist in able if artist.drawing.acquire(block=False)), None)

    def _next(self) -> Artist:
        """The first, as soon as nobody has anything drawn by it."""
        started = perf_counter()
        self.artists[0].drawing.acquire()
        self.waited += perf_counter() - started
        return self.artists[0]


@contextmanager
def artists(hired: int, cache: Path) -> Iterator[Studio]:
    """Hire artists; they share what is to be compiled into the folder `cache`."""
    todo = uncompiled(cache)
    with ExitStack() as working, _numbers_of(todo) as numbers:
        hire = working.enter_context
        yield Studio(
            [hire(Artist.hire(_work, todo, numbers, cache, not n)) for n in range(hired)],
            None if has_library(cache) else hire(Librarian.hire(_bundle, cache)),
        )


@contextmanager
def _numbers_of(todo: Sequence[Kind]) -> Iterator[int]:
    """A pipe from which each number is taken once, by whoever comes first; it needs no lock."""
    numbers, all_of_them = os.pipe()
    os.write(all_of_them, bytes(range(len(todo))))
    os.close(all_of_them)
    try:
        yield numbers
    finally:
        os.close(numbers)


class Librarian(Colleague):
    """The way to a process that bundles Vega; whoever does not wait for it does not need it."""

    duty: ClassVar[str] = "bundles Vega"

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        super().__exit__()


def _bundle(asked: Connection, cache: Path) -> None:
    os.nice(2 * _NICE)  # nobody needs it before all is drawn
    bundled = attempt(library, cache)
    asked.send(bundled if isinstance(bundled, Exception) else None)


def _work(
    asked: Connection, kinds: Sequence[Kind], numbers: int, cache: Path, first: bool
) -> None:
    os.nice(_NICE)
    asked.send(attempt(_compile, asked, kinds, numbers, cache, first))
    while (request := asked.recv()) is not None:
        number, vega = request
        asked.send((number, attempt(drawn_here, vega)))


def _compile(
    asked: Connection, kinds: Sequence[Kind], numbers: int, cache: Path, first: bool
) -> bool:
    """Compile kinds of charts until none is left or nobody waits; whether V8 has been started."""
    compiled = False
    while not asked.poll() and (number := os.read(numbers, 1)):
        compile_kind(kinds[number[0]], cache)
        compiled = True
    if first and not asked.poll():
        drawn_here(_WARM_UP)
    return first or compiled
