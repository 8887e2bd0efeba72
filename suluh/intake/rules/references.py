"""A code that refers to another table must be there: departments, trainings, forums.

That is asked before anything is computed: there are no more codes than those of the other tables.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.contract import ForeignKey
from suluh.intake.folder import Folder
from suluh.intake.nearest import nearest
from suluh.intake.problems import Problem, problem
from suluh.intake.table_file import REQUIRED_TABLE
from suluh.intake.typed import TypedTable


def references_exist(folder: Folder) -> Iterator[Problem]:
    """Check each foreign key; one problem for a table that is missing as a whole.

    A table that could not be read, or lacks its key column, has its own problem already, and
    so has a list of departments without any.
    """
    for typed in folder.tables.values():
        for key in typed.table.foreign_keys:
            if key.table == REQUIRED_TABLE and _is_empty(folder):
                continue
            if key.table in folder.tables:
                yield from _unknown_codes(typed, key, folder.tables[key.table])
            elif key.table in folder.absent - {REQUIRED_TABLE}:
                yield from _missing_table(typed, key, folder)


def _is_empty(folder: Folder) -> bool:
    typed = folder.tables.get(REQUIRED_TABLE)
    return typed is not None and typed.frame.empty


def _unknown_codes(typed: TypedTable, key: ForeignKey, target: TypedTable) -> Iterator[Problem]:
    for name, reference in zip(key.columns, key.reference, strict=True):
        if target.lacks(reference):
            continue
        known = target.frame[reference].dropna().unique().tolist()
        codes = typed.frame[name]
        strange = {code for code in codes.unique() if not pd.isna(code)}.difference(known)
        if not strange:
            continue
        unknown = codes[codes.isin(strange)]
        suggestions = nearest(unknown, known)
        for line, code in unknown.items():
            details = {
                "reference": reference,
                "target": target.origin.label,
                "nearest": suggestions.get(code, ""),
            }
            yield typed.sheet.problem("unknown-reference", line, name, details)


def _missing_table(typed: TypedTable, key: ForeignKey, folder: Folder) -> Iterator[Problem]:
    for name in key.columns:
        if typed.frame[name].notna().any():
            details = {"target": folder.contract.tables[key.table].path}
            yield problem("reference-table-missing", typed.origin.place(1, name), details)
