"""Artists: processes that do nothing but draw.

V8, which runs Vega, takes half a second to start and does not survive a fork. So artists are
hired first, and draw what the processes that print pages ask them for; while nobody asks, the
first compiles what is not compiled yet.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event, Lock
from pathlib import Path
from time import perf_counter
from typing import ClassVar

from suluh.colleague import Colleague, attempt
from suluh.studio.compiling import Kind, compiled, explorable_text, is_compiled, uncompiled
from suluh.studio.drawing import drawn_here, start_drawing
from suluh.studio.library import has_library, library

_NICE = 5
"""Artists get ready while others wait for the records: whoever reads them goes first."""

_SECONDS_TO_WAKE = 0.4

_SHARED = multiprocessing.get_context("fork")

_numbers = count()
"""Of what this process has asked artists for."""


@dataclass(frozen=True)
class Artist(Colleague):
    """The way to an artist's process.

    `busy` is held by whoever has something done by it, `awake` is set once V8 has been started.
    """

    busy: Lock = field(default_factory=_SHARED.Lock)
    awake: Event = field(default_factory=_SHARED.Event)
    duty: ClassVar[str] = "draws charts"

    def do(self, work: Callable[..., object], *given: object) -> object:
        """Have `work(*given)` done with V8; what goes wrong with it is raised here.

        Whoever is interrupted meanwhile leaves an answer behind, whole or half: the artist is
        ended, and what was asked for by another is not taken for what was asked for here.
        """
        asked = (os.getpid(), next(_numbers))
        try:
            self.tell((asked, work, given))
            answered, done = self.answer()
            while answered != asked:
                answered, done = self.answer()
        except Exception:
            raise
        except BaseException:
            self.process.kill()
            raise
        if isinstance(done, Exception):
            raise done
        self.awake.set()
        return done


@dataclass
class Studio:
    """Artists for this process and all that are forked from it, the first of them awake.

    Once a process has `waited` for those who are awake as long as it takes to wake one, it wakes
    others: so little is drawn by one, and much by all. Only the first compiles: what that needs
    takes as long to import as to wake one.
    """

    artists: Sequence[Artist]
    waited: float = 0.0

    def __call__(self, kind: Kind, rows: str, cache: Path) -> str:
        """Have rows (JSON, by data set) drawn as SVG by an artist who is free."""
        artist = self._free(kind, cache) or self._first()
        try:
            return str(artist.do(drawn_here, kind, rows, cache))
        finally:
            artist.busy.release()

    def await_tools(self, cache: Path) -> None:
        """Wait until the cache holds all that readers explore charts with."""
        if uncompiled(cache) or not has_library(cache):
            with self.artists[0].busy:
                self.artists[0].do(_make_tools, cache)

    def dismiss(self) -> None:
        """Tell all to end, as nothing is left to draw; V8 takes a while to, and nobody waits."""
        for artist in self.artists:
            artist.tell(None)

    def _free(self, kind: Kind, cache: Path) -> Artist | None:
        """One who is free and awake, or may be woken."""
        first, *others = self.artists
        impatient = self.waited > _SECONDS_TO_WAKE
        able = [artist for artist in others if impatient or artist.awake.is_set()]
        asked = [first, *able] if able and is_compiled(kind, cache) else [first]
        return next((artist for artist in asked if artist.busy.acquire(block=False)), None)

    def _first(self) -> Artist:
        """The first, as soon as nobody has anything done by it."""
        started = perf_counter()
        self.artists[0].busy.acquire()
        self.waited += perf_counter() - started
        return self.artists[0]


@contextmanager
def artists(hired: int, cache: Path) -> Iterator[Studio]:
    """Hire artists; what the first compiles, it keeps in the folder `cache`."""
    todo = uncompiled(cache)
    with ExitStack() as working:
        hire = working.enter_context
        first = hire(Artist.hire(_work, cache, todo, True))
        others = [hire(Artist.hire(_work, cache, (), False)) for _ in range(1, hired)]
        yield Studio((first, *others))


def _work(asked: Connection, cache: Path, todo: Sequence[Kind], awake: bool) -> None:
    os.nice(_NICE)
    ahead: deque[Callable[[], object]] = deque(partial(compiled, *kind, cache) for kind in todo)
    if awake:
        ahead.append(start_drawing)
    while True:
        while ahead and not asked.poll():
            attempt(ahead.popleft())  # what goes wrong will do so again, where it is needed
        request = asked.recv()
        if request is None:
            return
        number, work, given = request
        asked.send((number, attempt(work, *given)))


def _make_tools(cache: Path) -> None:
    for kind in uncompiled(cache):
        explorable_text(*kind, cache)
    library(cache)
