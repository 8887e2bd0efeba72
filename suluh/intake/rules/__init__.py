"""Rules that hold between cells, rows and tables; each rule is one function of the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem, most_of
from suluh.intake.rules.completion import done_date_fits_status
from suluh.intake.rules.dates import dates_in_order
from suluh.intake.rules.headcount import evaluated_within_headcount, participants_within_headcount
from suluh.intake.rules.indicator_ids import indicators_are_known
from suluh.intake.rules.rating import rating_fits_matrix
from suluh.intake.rules.reserved import city_code_is_reserved
from suluh.intake.rules.targets import targets_within_range
from suluh.intake.rules.validity import departments_are_valid

RULES: tuple[Callable[[Folder], Iterator[Problem]], ...] = (
    city_code_is_reserved,
    departments_are_valid,
    dates_in_order,
    done_date_fits_status,
    rating_fits_matrix,
    indicators_are_known,
    targets_within_range,
    participants_within_headcount,
    evaluated_within_headcount,
)


def broken_rules(folder: Folder) -> Iterator[Problem]:
    """Yield every place where a rule is broken."""
    for rule in RULES:
        yield from most_of(rule(folder))
