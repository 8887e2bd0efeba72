"""The reader: a process that reads the records and hands over what may be public of them.

The process that publishes never holds a record, and gets ready to publish meanwhile: what each
of the two imports takes as long as what it does (docs/adr/0033).
"""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, ClassVar

from suluh.colleague import Colleague, attempt
from suluh.job import Job
from suluh.progress import Progress

if TYPE_CHECKING:
    from suluh.published import Published
    from suluh.reading import Reading


_NICE = 19
"""Once what may be public is handed over, whoever prints it goes first: what is left to ask is
told when the site is bound."""


class Reader(Colleague):
    """The way to that process; both answers are asked for once, in this order."""

    duty: ClassVar[str] = "reads the records"

    def published(self, progress: Progress) -> Published:
        """All that may be public of the records; UserError if there are problems in them."""
        published: Published
        published, seconds = self.answer()
        progress.seconds.update(seconds)
        return published

    def warnings(self) -> str:
        """What is left to ask of the records, in words; empty if there is nothing."""
        return str(self.answer())


def reader(job: Job) -> Reader:
    """Have the job's records read while the body of its `with` runs."""
    return Reader.hire(_read, job)


def import_what_it_needs() -> None:
    """Import what readers would each import, where many are forked from one process."""
    from suluh.reading import read  # noqa: F401, PLC0415 not read, only kept


def _read(asked: Connection, job: Job) -> None:
    handed = attempt(_hand_over, asked, job)
    asked.send(handed if isinstance(handed, Exception) else attempt(_questions, handed, job.lang))


def _hand_over(asked: Connection, job: Job) -> Reading:
    from suluh.reading import read  # noqa: PLC0415 heavy, and by this process alone

    progress = Progress(job.lang)
    reading = read(job, progress)
    asked.send((reading.published, progress.seconds))
    os.nice(_NICE)
    return reading


def _questions(reading: Reading, lang: str) -> str:
    from suluh.intake import problems_as  # noqa: PLC0415 as above

    warnings = reading.warnings()
    return problems_as("text", warnings, lang) if warnings else ""
