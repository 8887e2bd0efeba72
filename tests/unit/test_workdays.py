"""Due dates across weekends and holidays."""

from __future__ import annotations

import numpy as np
import pytest

from suluh.workdays import due_dates

# August 2026: the 14th is a Friday, the 17th (Monday) is Independence Day.
HOLIDAYS = np.array(["2026-08-17", "2026-08-25", "2026-08-29"], "datetime64[D]")


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2026-08-10", 1, "2026-08-11"),  # Monday: Tuesday is the first
        ("2026-08-10", 3, "2026-08-13"),
        ("2026-08-10", 5, "2026-08-18"),  # weekend and holiday between
        ("2026-08-13", 1, "2026-08-14"),
        ("2026-08-14", 1, "2026-08-18"),  # Friday before a long weekend
        ("2026-08-15", 1, "2026-08-18"),  # Saturday
        ("2026-08-16", 1, "2026-08-18"),  # Sunday
        ("2026-08-17", 1, "2026-08-18"),  # the holiday itself
        ("2026-08-15", 3, "2026-08-20"),
        ("2026-08-24", 1, "2026-08-26"),  # a holiday in the week
        ("2026-08-25", 1, "2026-08-26"),
        ("2026-08-28", 1, "2026-08-31"),  # a holiday on a Saturday takes nothing away
        ("2026-08-03", 14, "2026-08-24"),
        ("2026-08-03", 60, "2026-10-28"),
    ],
)
def test_due_date(received: str, days: int, due: str) -> None:
    day = np.array([received], "datetime64[s]")
    assert due_dates(day, days, HOLIDAYS)[0] == np.datetime64(due)


def test_a_limit_of_its_own_for_each() -> None:
    days = np.array(["2026-08-10", "2026-08-10"], "datetime64[D]")
    assert due_dates(days, [1, 5], HOLIDAYS).astype(str).tolist() == ["2026-08-11", "2026-08-18"]


def test_without_holidays() -> None:
    days = np.array(["2026-08-14"], "datetime64[D]")
    none = np.array([], "datetime64[D]")
    assert due_dates(days, 1, none)[0] == np.datetime64("2026-08-17")
