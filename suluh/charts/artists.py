"""Artists: processes that do nothing but draw.

V8, which runs Vega, takes half a second to start and does not survive a fork. So artists are
hired first, compile what is not compiled while the records are read, and then draw what the
processes that print pages ask them for.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from suluh.charts.compiling import uncompiled
from suluh.charts.drawing import compile_kind, drawn_here
from suluh.charts.exploring import keep_library

_WARM_UP = '{"marks": [{"type": "rect"}]}'


@dataclass(frozen=True)
class Artist:
    """The way to an artist's process; one asker at a time."""

    process: BaseProcess
    connection: Connection

    def __call__(self, vega: str) -> str:
        """Have a Vega drawing (JSON) drawn as SVG; what the artist cannot draw is raised here."""
        with suppress(BrokenPipeError):  # it is gone: its answer says so
            self.connection.send(vega)
        return self._answer()

    def await_compiling(self) -> None:
        """Wait until the kinds it was given are compiled."""
        self._answer()

    def _answer(self) -> str:
        try:
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError) as gone:
            raise RuntimeError("a process that draws charts ended before its work did") from gone
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    def dismiss(self) -> None:
        with suppress(OSError):
            self.connection.send(None)
        self.connection.close()
        self.process.join()


@contextmanager
def artists(count: int, cache: Path) -> Iterator[tuple[Artist, ...]]:
    """Hire artists; they share what is to be compiled into the folder `cache`."""
    todo = uncompiled(cache)
    hired = [_hire(todo[place::count], cache, first=not place) for place in range(count)]
    try:
        yield tuple(hired)
    finally:
        for artist in hired:
            artist.dismiss()


def _hire(kinds: Sequence[tuple[str, bool]], cache: Path, *, first: bool) -> Artist:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, kinds, cache, first), daemon=True)
    process.start()
    theirs.close()
    return Artist(process, ours)


def _work(asked: Connection, kinds: Sequence[tuple[str, bool]], cache: Path, first: bool) -> None:
    with suppress(EOFError, OSError, KeyboardInterrupt):  # whoever asked is gone
        asked.send(_attempt(_compile, kinds, cache, first))
        while (vega := asked.recv()) is not None:
            asked.send(_attempt(drawn_here, vega))


def _compile(kinds: Sequence[tuple[str, bool]], cache: Path, first: bool) -> str:
    for kind in kinds:
        compile_kind(kind, cache)
    if first:
        keep_library(cache)
    return drawn_here(_WARM_UP)


def _attempt(work: Callable[..., str], *given: object) -> str | Exception:
    """What the work gives, or what went wrong, with where it did as a note."""
    try:
        return work(*given)
    except Exception as error:  # noqa: BLE001 raised again by whoever asked
        error.add_note(traceback.format_exc())
        return error
