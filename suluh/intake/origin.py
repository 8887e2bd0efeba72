"""Where a table is written: in a CSV file of its own, or on a sheet of a workbook."""

from __future__ import annotations

from typing import NamedTuple

from suluh.intake.problems import Place


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
