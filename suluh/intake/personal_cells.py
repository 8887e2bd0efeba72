"""Every cell that holds a NIP or NIK, whichever column it is in."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.intake.limits import LONGEST_CELL
from suluh.intake.personal import holds_personal_number, may_hold_personal_number
from suluh.intake.problems import Problem
from suluh.intake.sheet import Sheet


def personal_number_problems(sheet: Sheet) -> Iterator[Problem]:
    """Yield a problem for each cell with a personal number, header and broken rows included."""
    if not sheet.suspicious:
        return
    for place, text in enumerate(sheet.header.texts):
        if holds_personal_number(text):
            yield sheet.problem_at("personal-number", 1, place)
    for position, cells in sheet.cells.items():
        distinct = cells.unique()
        if may_hold_personal_number("|".join(distinct).encode()):
            found = cells.isin([cell for cell in distinct if _holds_one(cell)])
            for line in cells.index[found]:
                yield sheet.problem_at("personal-number", line, position)


def _holds_one(cell: str) -> bool:
    """Look at cells that a spreadsheet can hold; a longer one is refused for its length."""
    return len(cell) <= LONGEST_CELL and holds_personal_number(cell)
