"""`Records`: the city's typed tables, as intake hands them to the indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from suluh.contract import Contract

_FIRST_LINE = 2
"""Line of the first row, below the header."""


@dataclass(frozen=True)
class Records:
    """Typed tables by name; a table absent from `tables` was not reported.

    Column types: `string`, `enum` and `period` columns are `str` (missing = NaN), dates
    `datetime64[s]`, integers `int64` (`Int64` where a cell may be empty), numbers `float64`.
    Every column of the contract is there, empty where the file left it out.

    `lines`: by table, the spreadsheet line of each row, by its label. A table made otherwise
    has its rows in the lines below the header. `origins`: by table, the file it was read from and
    the sheet of a workbook, "" for a CSV file; one that is not named is in the contract's file.
    """

    tables: Mapping[str, pd.DataFrame]
    as_of: date
    contract: Contract
    lines: Mapping[str, pd.Index] = field(default_factory=dict)
    origins: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def origin_of(self, table: str) -> tuple[str, str]:
        """File and sheet of a table, the contract's file for one that is in none."""
        return self.origins.get(table, (self.contract.tables[table].path, ""))

    def label_of(self, table: str) -> str:
        """What people call it: `peserta.csv`, or `peserta (isian.xlsx)`."""
        file, sheet = self.origin_of(table)
        return f"{sheet} ({file})" if sheet else file

    def lines_of(self, table: str, rows: pd.Index) -> list[int]:
        """Spreadsheet lines of rows, from the top."""
        known = self.lines.get(table)
        return sorted((rows + _FIRST_LINE if known is None else known[rows]).tolist())
