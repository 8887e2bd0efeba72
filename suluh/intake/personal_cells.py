"""Every cell that could tell who somebody is, whichever column it is in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from suluh.contract import Table
from suluh.intake.contacts import (
    holds_email,
    holds_mobile_number,
    may_hold_email,
    may_hold_mobile_number,
)
from suluh.intake.limits import LONGEST_CELL, MOST_PROBLEMS
from suluh.intake.names import masked_name, reads_like_a_name
from suluh.intake.personal import (
    holds_personal_number,
    may_hold_personal_number,
    names_a_number,
)
from suluh.intake.problems import Problem
from suluh.intake.sheet import Sheet
from suluh.intake.spoken_digits import may_dictate

_CELLS_AT_ONCE = 5_000


@dataclass(frozen=True)
class _Sought:
    """A kind of personal data: `may` looks at many cells joined, `holds` at one."""

    code: str
    may: Callable[[bytes], bool]
    holds: Callable[[str], bool]


_SOUGHT = (
    _Sought(
        "personal-number",
        lambda joined: (
            may_hold_personal_number(joined) or names_a_number(joined) or may_dictate(joined)
        ),
        holds_personal_number,
    ),
    _Sought(
        "personal-phone",
        lambda joined: may_hold_mobile_number(joined) or may_dictate(joined),
        holds_mobile_number,
    ),
    _Sought("personal-email", may_hold_email, holds_email),
)


def personal_data_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Yield a problem for each cell with personal data, header and broken rows included."""
    for place, text in enumerate(sheet.header.texts):
        for sought in _SOUGHT:
            if _fits(text) and sought.holds(text):
                yield sheet.problem_at(sought.code, 1, place)
    for position, cells in sheet.cells.items():
        distinct = cells.unique().tolist()
        for sought in _SOUGHT:
            found = list(islice(_holding(distinct, sought), MOST_PROBLEMS))
            for line in cells.index[cells.isin(found)] if found else ():
                yield sheet.problem_at(sought.code, line, position)
    for column in table.columns:
        if column.pseudonym and sheet.has(column.name):
            yield from _names(sheet, sheet.header.positions[column.name])


def _holding(distinct: Sequence[str], sought: _Sought) -> Iterator[str]:
    """The cells that hold what is sought; a few are asked one by one, most are looked past."""
    for start in range(0, len(distinct), _CELLS_AT_ONCE):
        cells = [cell for cell in distinct[start : start + _CELLS_AT_ONCE] if _fits(cell)]
        if sought.may(" | ".join(cells).encode(errors="replace")):
            yield from (cell for cell in cells if sought.holds(cell))


def _fits(cell: str) -> bool:
    """Whether a spreadsheet can hold the cell; a longer one is refused for its length."""
    return len(cell) <= LONGEST_CELL


def _names(sheet: Sheet, position: Hashable) -> Iterator[Problem]:
    cells = sheet.cells[position]
    found = [cell for cell in cells.unique() if _fits(cell) and reads_like_a_name(cell)]
    for line in cells.index[cells.isin(found)]:
        problem = sheet.problem_at("personal-name", line, position)
        yield replace(problem, value=masked_name(problem.value))
