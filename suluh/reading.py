"""From the city's records to all that may be public of them: up to the wall, and through it."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure import protect
from suluh.examiner import examiner
from suluh.figures import Figures
from suluh.indicators import compute
from suluh.intake import Problem, read_unexamined
from suluh.job import Job
from suluh.progress import Progress
from suluh.published import Published
from suluh.records import Records


@dataclass(frozen=True)
class Reading:
    """What may be public of the records, and what is left to ask of them."""

    published: Published
    records: Records
    figures: Figures
    problems: tuple[Problem, ...]

    def warnings(self) -> tuple[Problem, ...]:
        from suluh.examination import questions  # noqa: PLC0415 when nobody waits any more

        return (*self.problems, *questions(self.records, self.figures))


def read(job: Job, progress: Progress) -> Reading:
    """Read the job's records; UserError with every problem if there are any.

    Figures are computed while the records are examined by another process, and count for nothing
    until that has found no error.
    """
    with progress.stage("intake"):
        unexamined = read_unexamined(job.data, job.as_of, job.cache / "tables")
    with examiner(unexamined) as examining:
        if not unexamined.is_sound():
            examining.await_verdict(job.lang)
        try:
            with progress.stage("indicators"):
                records = unexamined.records()
                figures = compute(records)
            with progress.stage("disclosure"):
                published = protect(figures, records)
        except Exception:
            examining.await_verdict(job.lang)  # what is wrong with the records is told instead
            raise
        with progress.stage("examination"):
            problems = examining.await_verdict(job.lang)
    return Reading(published, records, figures, problems)
