"""Unusual changes: true or a mistake, and only an officer can tell; so they are asked to.

A warning, never a refusal; quiet once `konfirmasi.csv` says why it is true (docs/adr/0020).
"""

from __future__ import annotations

from collections.abc import Iterable

from suluh.figures import Figures
from suluh.intake.origin import where_it_is
from suluh.intake.problems import Problem, in_order
from suluh.records import Records
from suluh.unusual.confirmations import unconfirmed
from suluh.unusual.dates import dates_far_ahead, long_trainings
from suluh.unusual.figures import unusual_figures
from suluh.unusual.headcount import headcount_jumps
from suluh.unusual.slips import hours_beyond_days, users_jumps
from suluh.unusual.two_departments import in_two_departments

__all__ = ["to_confirm", "unusual_changes"]


CODES = (
    "unusual-value",
    "unusual-response-count",
    "unusual-complaint-count",
    "headcount-jump",
    "person-in-two-departments",
    "date-far-ahead",
    "training-long",
    "training-hours",
    "users-jump",
)
"""What `kode_masalah` of `konfirmasi.csv` can be."""


def unusual_changes(figures: Figures, records: Records) -> tuple[Problem, ...]:
    """Every unusual change that nobody has confirmed, and every confirmation of none."""
    found = (
        *unusual_figures(figures, records.as_of),
        *headcount_jumps(records),
        *in_two_departments(records),
        *dates_far_ahead(records),
        *long_trainings(records),
        *hours_beyond_days(records),
        *users_jumps(records),
    )
    return in_order(where_it_is(p, records) for p in unconfirmed(found, records))


def to_confirm(problems: Iterable[Problem]) -> list[Problem]:
    """Of all problems those that a row of `konfirmasi.csv` can make quiet."""
    return [p for p in problems if p.code in CODES]
