"""`Problem`: one thing wrong with the data, where it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from textwrap import shorten
from types import MappingProxyType

from suluh.intake.headers import column_number
from suluh.intake.limits import MOST_PROBLEMS
from suluh.intake.messages import catalogue, wording
from suluh.intake.personal import masked, masked_head
from suluh.intake.visible import visible

NO_DETAILS: Mapping[str, object] = MappingProxyType({})

_VALUE_WIDTH = 80
"""Characters of a value or name that a message repeats."""


@dataclass(frozen=True)
class Problem:
    """A problem of a file, a row or a cell; its words are in messages.toml under `code`.

    `line` is the row as a spreadsheet counts, the header being 1; None for a whole file.
    `sheet` is that of a workbook; "" for a CSV file.
    `value` and `details` hold nothing that looks personal: `problem` masks them.
    """

    level: str  # error or warning
    code: str
    file: str
    line: int | None = None
    column: str = ""
    cell: str = ""
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""

    def message(self, lang: str = "id") -> str:
        """Say what is wrong and what was expected."""
        return self._render(wording(self.code, lang).message)

    def fix(self, lang: str = "id") -> str:
        """Say what to do; suggest the nearest known value where there is one."""
        words = wording(self.code, lang)
        suggestion = words.suggestion if self.details.get("nearest") else ""
        return self._render(" ".join(filter(None, (suggestion, words.fix))))

    def _render(self, template: str) -> str:
        long = {"value": self.value, "column": self.column, "sheet": self.sheet}
        short = {k: shorten(text, _VALUE_WIDTH, placeholder=" …") for k, text in long.items()}
        names = {"file": self.file, **short, **self.details}
        return visible(template.format_map(names))

    @property
    def position(self) -> int:
        """The column counted from 1, as programs count; 0 where there is no cell."""
        return column_number(self.cell.rstrip("0123456789"))

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """Order of problems: file, line, column from left to right."""
        where = f"{self.file}\0{self.sheet}" if self.sheet else self.file
        return (where, self.line or 0, len(self.cell), self.cell, self.code)


@dataclass(frozen=True)
class Place:
    """Where a problem is: a whole file, a line of it, or a cell with its column and value.

    `sheet` is that of a workbook; "" for a CSV file.
    """

    file: str
    line: int | None = None
    column: str = ""
    cell: str = ""
    value: str = ""
    sheet: str = ""


def problem(code: str, place: Place, details: Mapping[str, object] = NO_DETAILS) -> Problem:
    """Make a problem of the catalogue, with everything personal masked."""
    return Problem(
        level=catalogue()[code].level,
        code=code,
        file=masked(place.file),
        line=place.line,
        column=masked_head(place.column),
        cell=place.cell,
        value=masked_head(place.value),
        details={name: masked_head(str(detail)) for name, detail in details.items()},
        sheet=masked(place.sheet),
    )


def most_of(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems, as many as anybody can use, and that there are more where there are."""
    for number, found in enumerate(problems):
        if number == MOST_PROBLEMS:
            limit = f"{MOST_PROBLEMS:,}"
            details = {"limit": limit.replace(",", "."), "limit_en": limit}
            yield problem("problems-more", Place(found.file, sheet=found.sheet), details)
            return
        yield found


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem keeps the site from being built."""
    return any(p.level == "error" for p in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, each once, without those that only echo another of the same cell.

    That a file holds more is told by each who looked for something in it. A code that is in no
    other table need not be told its form is wrong too, and of a cell with personal data nothing
    else is worth saying.
    """
    found = [p for p, _ in groupby(sorted(problems, key=lambda p: p.place))]
    personal = {_spot(p) for p in found if _is_personal(p)}
    unknown = {_spot(p) for p in found if p.code == "unknown-reference"}
    return tuple(
        p
        for p in found
        if not (not _is_personal(p) and _spot(p) in personal)
        and not (p.code == "pattern" and _spot(p) in unknown)
    )


def _is_personal(problem: Problem) -> bool:
    return problem.code.startswith("personal-")


def _spot(problem: Problem) -> tuple[str, str, str]:
    return (problem.file, problem.sheet, problem.cell)
