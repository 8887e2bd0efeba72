"""A complaint or commitment that is done has the day it was done, and an open one has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable

DONE = "selesai"

OPEN: Mapping[str, tuple[str, ...]] = {
    "pengaduan": ("diterima", "diproses"),
    "komitmen": ("belum", "berjalan"),
}
"""Statuses without an end; a refused or cancelled one may have a date or not."""


def done_date_fits_status(folder: Folder) -> Iterator[Problem]:
    """Check status against tanggal_selesai in both tables."""
    for name, still_open in OPEN.items():
        if name in folder.tables:
            typed = folder.tables[name]
            status, done = typed.frame["status"], typed.frame["tanggal_selesai"]
            blank = done.isna() & ~done.index.isin(typed.unread.get("tanggal_selesai", ()))
            yield from _at(typed, "done-date-missing", blank & (status == DONE))
            yield from _at(typed, "done-date-contradicts", done.notna() & status.isin(still_open))


def _at(typed: TypedTable, code: str, rows: pd.Series) -> Iterator[Problem]:
    for line in rows.index[rows]:
        details = {"status": typed.frame["status"][line]}
        yield typed.sheet.problem(code, line, "tanggal_selesai", details)
