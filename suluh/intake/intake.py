"""Intake: from a folder of CSV files to typed records, or to everything wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from suluh.contract import PACKAGE_FILE, ContractError, read_contract
from suluh.intake.data_date import date_of
from suluh.intake.folder import ReadFolder, read_folder
from suluh.intake.problems import Place, Problem, has_errors, in_order, problem
from suluh.intake.rules import broken_rules
from suluh.intake.typed import TypedTable
from suluh.records import Records


@dataclass(frozen=True)
class Intake:
    """What came in: `records` is None where any problem is an error."""

    records: Records | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Unexamined:
    """A folder that was read, or what kept it from being read; `as_of` as for `read_records`."""

    folder: ReadFolder | None
    problems: tuple[Problem, ...]
    as_of: date | None

    def is_sound(self) -> bool:
        """Whether its records can be computed with; what may be made of them is known later."""
        return self.folder is not None and self.folder.is_sound()

    def records(self) -> Records:
        """Its records, if they are sound: nothing made of them counts before `examine`."""
        if self.folder is None:
            raise ValueError("there are no records in a folder that cannot be read")
        return _records(self.folder, self.as_of)

    def examine(self) -> tuple[Problem, ...]:
        """Find every problem."""
        if self.folder is None:
            return self.problems
        folder, found = self.folder.checked()
        return in_order([*found, *broken_rules(folder)])


def read_records(data_dir: Path, as_of: date | None = None, cache: Path | None = None) -> Intake:
    """Read a data folder, and find every problem of it in one run.

    `as_of` is the date of the data; without it, the newest event in the records. Tables found
    without a problem are kept in the folder `cache`; without it, every file is read anew.
    """
    unexamined = read_unexamined(data_dir, as_of, cache)
    problems = unexamined.examine()
    return Intake(None if has_errors(problems) else unexamined.records(), problems)


def read_unexamined(
    data_dir: Path, as_of: date | None = None, cache: Path | None = None
) -> Unexamined:
    """Read a data folder, and leave it to the caller to have it examined."""
    package = data_dir / PACKAGE_FILE
    if not package.is_file():
        return Unexamined(None, (problem("package-missing", Place(PACKAGE_FILE)),), as_of)
    try:
        contract = read_contract(package)
    except ContractError as error:
        found = problem("package-invalid", Place(PACKAGE_FILE), {"reason": error})
        return Unexamined(None, (found,), as_of)
    return Unexamined(read_folder(data_dir, contract, cache), (), as_of)


def _records(folder: ReadFolder, as_of: date | None) -> Records:
    read = {name: table.typed for name, table in folder.tables.items()}
    tables = {name: _final(typed) for name, typed in read.items()}
    contract = folder.contract
    lines = {name: typed.frame.index for name, typed in read.items()}
    origins = {name: (t.origin.file, t.origin.sheet) for name, t in read.items()}
    return Records(tables, as_of or date_of(tables, contract), contract, lines, origins)


def _final(typed: TypedTable) -> pd.DataFrame:
    """Rows numbered from 0, and plain integers where no cell may be empty."""
    required = [c.name for c in typed.table.columns if c.type == "integer" and c.required]
    return typed.frame.reset_index(drop=True).astype(dict.fromkeys(required, "int64"))
