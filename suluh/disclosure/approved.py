"""Which free texts pass the wall: marked `ya` and approved to the letter (docs/adr/0019)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from suluh.approval import APPROVALS, CONSENT, GIVEN, fingerprint, free_text_columns
from suluh.contract import Table
from suluh.records import Records


def approved_rows(records: Records, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Rows of a table marked `ya`, with words that nobody approved made blank.

    A row whose required words are not approved is left out: what remains of it says nothing.
    """
    table = records.contract.tables[name]
    marked = frame[frame[CONSENT[name]] == GIVEN]
    known = approvals(records)
    passed = {
        column: fingerprints(marked, table, column).isin(known)
        for column in free_text_columns(table)
        if column in marked
    }
    shown = marked.assign(
        **{column: marked[column].where(passes) for column, passes in passed.items()}
    )
    required = [column for column in passed if table.column(column).required]
    return shown.dropna(subset=required)


def approvals(records: Records) -> frozenset[str]:
    """Every fingerprint that was approved; none without the table."""
    table = records.tables.get(APPROVALS)
    return frozenset() if table is None else frozenset(table["jejak"].tolist())


def fingerprints(frame: pd.DataFrame, table: Table, column: str) -> pd.Series[Any]:
    """The fingerprint of each text of a column, missing where there is none."""
    written = frame[column].dropna()
    codes = frame.loc[written.index, "kode_opd"]
    pairs = zip(codes.tolist(), written.tolist(), strict=True)
    found = [fingerprint(table.name, column, kode_opd, text) for kode_opd, text in pairs]
    return pd.Series(found, index=written.index, dtype="object").reindex(frame.index)
