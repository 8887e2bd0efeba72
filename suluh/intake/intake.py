"""Intake: from a folder of CSV files to typed records, or to everything wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from suluh.contract import PACKAGE_FILE, read_contract
from suluh.descriptor import ContractError
from suluh.intake.data_date import date_of
from suluh.intake.folder import Folder, read_folder
from suluh.intake.needed import require_needed
from suluh.intake.problems import Place, Problem, has_errors, in_order, most_of, problem
from suluh.intake.rules import broken_rules
from suluh.intake.rules.references import references_exist
from suluh.intake.typed import TypedTable
from suluh.records import Records


@dataclass(frozen=True)
class Intake:
    """What came in: `records` is None where any problem is an error."""

    records: Records | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Draft:
    """What a folder holds, with the problems that reading it showed; more may be found in it.

    `records` are those of its cells; None where a problem of them is an error already, as is a
    code that no other table has.
    """

    problems: tuple[Problem, ...]
    records: Records | None = None
    folder: Folder | None = None
    cache: Path | None = None

    def check(self) -> tuple[Problem, ...]:
        """Look for all else that may be wrong, and return every problem; keep faultless tables."""
        if self.folder is None:
            return self.problems
        personal = [
            found for table in self.folder.fresh.values() for found in table.search(self.cache)
        ]
        return in_order([*self.problems, *personal, *broken_rules(self.folder)])


def read_records(
    data_dir: Path, as_of: date | None = None, cache: Path | None = None, *, whole: bool = False
) -> Intake:
    """Read a data folder, and find every problem of it in one run.

    `as_of` is the date of the data; without it, the newest event in the records. Tables found
    without a problem are kept in the folder `cache`; without it, every file is read anew.
    `whole`: the contract must have all that is computed with, as it must where figures are made.
    """
    draft = read_draft(data_dir, as_of, cache, whole=whole)
    problems = draft.check()
    return Intake(None if has_errors(problems) else draft.records, problems)


def read_draft(
    data_dir: Path, as_of: date | None = None, cache: Path | None = None, *, whole: bool = False
) -> Draft:
    """Read a data folder as `read_records` does, but leave the checking of it to be asked for."""
    package = data_dir / PACKAGE_FILE
    if not package.is_file():
        return Draft((problem("package-missing", Place(PACKAGE_FILE)),))
    try:
        contract = read_contract(package)
        if whole:
            require_needed(contract)
    except ContractError as error:
        reason = {"reason": error, "reason_en": error.english}
        return Draft((problem("package-invalid", Place(PACKAGE_FILE), reason),))
    folder, found = read_folder(data_dir, contract, cache)
    found += most_of(references_exist(folder))
    records = None if has_errors(found) else _records(folder, as_of)
    return Draft(tuple(found), records, folder, cache)


def _records(folder: Folder, as_of: date | None) -> Records:
    tables = {name: _final(typed) for name, typed in folder.tables.items()}
    contract = folder.contract
    lines = {name: typed.frame.index for name, typed in folder.tables.items()}
    origins = {name: (t.origin.file, t.origin.sheet) for name, t in folder.tables.items()}
    return Records(tables, as_of or date_of(tables, contract), contract, lines, origins)


def _final(typed: TypedTable) -> pd.DataFrame:
    """Rows numbered from 0, and plain integers where no cell may be empty."""
    required = [c.name for c in typed.table.columns if c.type == "integer" and c.required]
    return typed.frame.reset_index(drop=True).astype(dict.fromkeys(required, "int64"))
