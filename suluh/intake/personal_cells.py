"""Every cell that could tell who somebody is, whichever column it is in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

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
from suluh.intake.searchable import searchable
from suluh.intake.sheet import Sheet
from suluh.intake.spoken_digits import may_dictate

_CELLS_AT_ONCE = 20_000


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
            if len(text) <= LONGEST_CELL and sought.holds(text):
                yield sheet.problem_at(sought.code, 1, place)
    for position, cells in sheet.cells.items():
        for code, found in _found(_of_a_sheet(cells)).items():
            for line in cells.index[cells.isin(found)]:
                yield sheet.problem_at(code, line, position)
    for column in table.columns:
        if column.pseudonym and sheet.has(column.name):
            yield from _names(sheet, sheet.header.positions[column.name])


def _of_a_sheet(cells: pd.Series) -> Sequence[str]:
    """Distinct cells that a spreadsheet can hold; a longer one is refused for its length."""
    return [cell for cell in cells.unique() if len(cell) <= LONGEST_CELL]


def _found(distinct: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """By the code of what they hold, cells with personal data; as many as anybody is told of."""
    found: dict[str, list[str]] = {}
    for start in range(0, len(distinct), _CELLS_AT_ONCE):
        cells = distinct[start : start + _CELLS_AT_ONCE]
        joined = searchable(" | ".join(cells)).encode(errors="replace")
        for sought in _SOUGHT:
            if sought.may(joined) and len(found.get(sought.code, ())) < MOST_PROBLEMS:
                held = [cell for cell in cells if sought.holds(cell)]
                found |= {sought.code: [*found.get(sought.code, ()), *held]} if held else {}
    return found


def _names(sheet: Sheet, position: Hashable) -> Iterator[Problem]:
    cells = sheet.cells[position]
    found = [cell for cell in _of_a_sheet(cells) if reads_like_a_name(cell)]
    for line in cells.index[cells.isin(found)]:
        problem = sheet.problem_at("personal-name", line, position)
        yield replace(problem, value=masked_name(problem.value))
