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
from suluh.intake.problems import Place, Problem, has_errors, in_order, problem
from suluh.intake.rules import broken_rules
from suluh.intake.typed import TypedTable
from suluh.records import Records


@dataclass(frozen=True)
class Intake:
    """What came in: `records` is None where any problem is an error."""

    records: Records | None
    problems: tuple[Problem, ...]


def read_records(
    data_dir: Path, as_of: date | None = None, cache: Path | None = None, *, whole: bool = False
) -> Intake:
    """Read a data folder, and find every problem of it in one run.

    `as_of` is the date of the data; without it, the newest event in the records. Tables found
    without a problem are kept in the folder `cache`; without it, every file is read anew.
    `whole`: the contract must have all that is computed with, as it must where figures are made.
    """
    package = data_dir / PACKAGE_FILE
    if not package.is_file():
        return Intake(None, (problem("package-missing", Place(PACKAGE_FILE)),))
    try:
        contract = read_contract(package)
        if whole:
            require_needed(contract)
    except ContractError as error:
        reason = {"reason": error, "reason_en": error.english}
        return Intake(None, (problem("package-invalid", Place(PACKAGE_FILE), reason),))
    folder, found = read_folder(data_dir, contract, cache)
    problems = in_order([*found, *broken_rules(folder)])
    return Intake(None if has_errors(problems) else _records(folder, as_of), problems)


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
