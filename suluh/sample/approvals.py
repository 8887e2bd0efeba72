"""The words that somebody has read and approved (`persetujuan.csv`): all but the newest ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from suluh.approval import CONSENT, GIVEN, fingerprint, free_text_columns
from suluh.contract import Table
from suluh.periods import Period
from suluh.sample.workdays import AS_OF

_COLUMNS = ["jejak", "tabel", "kolom", "disetujui_oleh", "tanggal"]
_READ_AFTER = timedelta(days=3)
"""What was recorded in the last days still waits to be read."""

_READER = "Kasubbag Umum BKPSDM"
_DATED_BY = {
    "skm": "tanggal",
    "pengaduan": "tanggal_masuk",
    "penghargaan": "periode",
    "kisah": "tanggal",
}


def approvals_of(
    tables: Mapping[str, pd.DataFrame], contract: Mapping[str, Table]
) -> pd.DataFrame:
    """The table `persetujuan.csv` for the words in these tables."""
    found = [_approved(tables[name], contract[name]) for name in CONSENT]
    approved = pd.concat(found).drop_duplicates("jejak")
    return approved.sort_values(["tanggal", "tabel", "kolom", "jejak"])[_COLUMNS]


def _approved(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    marked = frame[frame[CONSENT[table.name]] == GIVEN]
    read = [day + _READ_AFTER for day in map(_day, marked[_DATED_BY[table.name]])]
    rows = [
        (fingerprint(table.name, column, kode_opd, text), table.name, column, _READER, day)
        for column in free_text_columns(table)
        for kode_opd, text, day in zip(marked["kode_opd"], marked[column], read, strict=True)
        if text and day <= AS_OF
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _day(recorded: object) -> date:
    """The day of a record; an award counts from the first one of its period."""
    if isinstance(recorded, str):
        return Period.parse(recorded).start
    return pd.Timestamp(recorded).date()  # type: ignore[arg-type] # a day in any form of it
