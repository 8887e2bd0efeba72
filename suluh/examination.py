"""All that can be said of a data folder without building a site from it (`build.py check`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from suluh.figures import Figures
from suluh.indicators import compute
from suluh.intake import Problem, read_records
from suluh.records import Records
from suluh.review import unapproved_texts
from suluh.unusual import unusual_changes


def examine(data: Path, as_of: date | None = None) -> tuple[Problem, ...]:
    """All problems of a folder; what there is to ask, too, once nothing in it is wrong."""
    intake = read_records(data, as_of, whole=True)
    if intake.records is None:
        return intake.problems
    return (*intake.problems, *questions(intake.records, compute(intake.records)))


def questions(records: Records, figures: Figures) -> tuple[Problem, ...]:
    """What an officer is asked of records without errors: texts to approve, unusual changes."""
    return (*unapproved_texts(records), *unusual_changes(figures, records))
