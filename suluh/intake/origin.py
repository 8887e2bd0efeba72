"""Where a table is written: in a CSV file of its own, or on a sheet of a workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from suluh.intake.problems import Place, Problem
from suluh.records import Records


class Origin(NamedTuple):
    """A file of the data folder, and the sheet where it is a workbook."""

    file: str
    sheet: str = ""

    @property
    def label(self) -> str:
        """What a message about another table calls it."""
        return f"{self.sheet} ({self.file})" if self.sheet else self.file

    def place(
        self, line: int | None = None, column: str = "", cell: str = "", value: str = ""
    ) -> Place:
        """A place in it."""
        return Place(self.file, line, column, cell, value, self.sheet)


def where_it_is(problem: Problem, records: Records) -> Problem:
    """The problem of a table's file in the contract as one of the file that was read."""
    names = {table.path: name for name, table in records.contract.tables.items()}
    if problem.file not in names:
        return problem
    file, sheet = records.origin_of(names[problem.file])
    return replace(problem, file=file, sheet=sheet)
