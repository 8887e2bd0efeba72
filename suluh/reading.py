"""From the city's records to all that may be public of them: up to the wall, and through it."""

from __future__ import annotations

from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import ClassVar, Self, cast

from suluh.colleague import Colleague, attempt
from suluh.disclosure import protect
from suluh.figures import Figures
from suluh.indicators import compute
from suluh.intake import Draft, Problem, has_errors, problems_as, read_draft
from suluh.job import Job
from suluh.progress import Progress
from suluh.published import Published
from suluh.records import Records
from suluh.usage import UserError


@dataclass(frozen=True)
class Reading:
    """What may be public of the records, and what is left to ask of them."""

    published: Published
    figures: Figures
    records: Records
    problems: tuple[Problem, ...]

    def warnings(self) -> tuple[Problem, ...]:
        from suluh.examination import questions  # noqa: PLC0415 when nobody waits any more

        return (*self.problems, *questions(self.records, self.figures))


class Checker(Colleague):
    """A process that looks for what is wrong with records while this one computes with them."""

    duty: ClassVar[str] = "checks the records"

    @classmethod
    def of(cls, draft: Draft) -> Self:
        return cls.hire(_check, draft)

    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the records, warnings too; asked for once."""
        found: tuple[Problem, ...] = self.answer()
        return found


def read(job: Job, progress: Progress) -> Reading:
    """Read the job's records; UserError with every problem if there are any.

    Nothing made of them leaves this process before all of them are checked.
    """
    with progress.stage("intake"):
        draft = read_draft(job.data, job.as_of, job.cache / "tables", whole=True)
    if draft.records is None:
        raise _refused(draft.check(), job)
    with Checker.of(draft) as checker:
        made = attempt(_made, draft.records, progress)
        problems = checker.problems()
    if has_errors(problems):
        raise _refused(problems, job)  # whatever became of them
    if isinstance(made, Exception):
        raise made
    return Reading(*cast("tuple[Published, Figures]", made), draft.records, problems)


def _check(asked: Connection, draft: Draft) -> None:
    asked.send(attempt(draft.check))


def _made(records: Records, progress: Progress) -> tuple[Published, Figures]:
    with progress.stage("indicators"):
        figures = compute(records)
    with progress.stage("disclosure"):
        return protect(figures, records), figures


def _refused(problems: tuple[Problem, ...], job: Job) -> UserError:
    return UserError.of_data(problems_as("text", problems, job.lang))
