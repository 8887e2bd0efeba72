"""All that can be said of a data folder without building a site from it (`build.py check`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from suluh.indicators import compute
from suluh.intake import Problem, read_records
from suluh.unusual import unusual_changes


def examine(data: Path, as_of: date | None = None) -> tuple[Problem, ...]:
    """All problems of a folder; what is unusual, too, once nothing in it is wrong."""
    intake = read_records(data, as_of)
    if intake.records is None:
        return intake.problems
    return (*intake.problems, *unusual_changes(compute(intake.records), intake.records))
