"""From the city's records to all that may be public of them: up to the wall, and through it."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure import protect
from suluh.figures import Figures
from suluh.indicators import compute
from suluh.intake import Problem, problems_as, read_records
from suluh.job import Job
from suluh.progress import Progress
from suluh.published import Published
from suluh.records import Records
from suluh.usage import UserError


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
    """Read the job's records; UserError with every problem if there are any."""
    with progress.stage("intake"):
        intake = read_records(job.data, job.as_of, job.cache / "tables", whole=True)
    if intake.records is None:
        raise UserError.of_data(problems_as("text", intake.problems, job.lang))
    with progress.stage("indicators"):
        figures = compute(intake.records)
    with progress.stage("disclosure"):
        published = protect(figures, intake.records)
    return Reading(published, intake.records, figures, intake.problems)
