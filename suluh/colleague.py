"""A colleague: another process of ours that is told what to do and answers.

What goes wrong there is raised here, where its answer is asked for, and says where it did.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ClassVar, Self


@dataclass(frozen=True)
class Colleague:
    """The way to another process; one asker at a time. Where its `with` ends, so does it."""

    process: BaseProcess
    connection: Connection
    duty: ClassVar[str] = "works"

    @classmethod
    def hire(cls, work: Callable[..., None], *given: object) -> Self:
        """Have `work(connection, *given)` done in a process of its own, forked from this one."""
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(work, os.getpid(), ours, theirs, *given))
        process.start()
        theirs.close()
        return cls(process, ours)

    def tell(self, message: object) -> None:
        with suppress(BrokenPipeError):  # it is gone: its answer says so
            self.connection.send(message)

    def answer(self) -> Any:  # noqa: ANN401 whatever it was asked for
        """Wait for its next answer; RuntimeError if it is gone."""
        try:
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError) as gone:
            raise RuntimeError(f"a process that {self.duty} ended before its work did") from gone
        if isinstance(answer, Exception):
            raise answer
        return answer

    def send_home(self) -> None:
        """End it whatever it is doing: nobody asks for its next answer."""
        self.process.terminate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until it has ended; it ends with the next message or answer."""
        with suppress(OSError):
            self.connection.send(None)
        self.connection.close()
        self.process.join()


def attempt(work: Callable[..., object], *given: object) -> object:
    """What the work gives, or what went wrong, with where it did as a note."""
    try:
        return work(*given)
    except Exception as error:  # noqa: BLE001 raised again by whoever asked
        error.add_note(traceback.format_exc())
        return error


def end_with(parent: int) -> None:
    """End this process within a second of its parent, however that ended.

    A pipe would not tell: other processes forked from the same parent hold its other end, too.
    SIGTERM ends it at once, whatever its parent does on that.
    """

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)


def _work(
    work: Callable[..., None], parent: int, asker: Connection, asked: Connection, *given: object
) -> None:
    asker.close()  # else nobody would ever be seen to be gone
    end_with(parent)
    with suppress(EOFError, OSError, KeyboardInterrupt):  # whoever asked is gone
        work(asked, *given)
