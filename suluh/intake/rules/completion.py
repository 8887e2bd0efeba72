"""A complaint or commitment that is at its end has the day of it, and an open one has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable

ENDED: Mapping[str, tuple[str, ...]] = {
    "pengaduan": ("selesai", "ditolak"),
    "komitmen": ("selesai",),
}
"""Statuses with an end: a refused complaint without one would count as open for ever."""

OPEN: Mapping[str, tuple[str, ...]] = {
    "pengaduan": ("diterima", "diproses"),
    "komitmen": ("belum", "berjalan"),
}
"""Statuses without an end; a cancelled commitment may have a date or not."""


def done_date_fits_status(folder: Folder) -> Iterator[Problem]:
    """Check status against tanggal_selesai in both tables."""
    for name, still_open in OPEN.items():
        if name in folder.tables:
            typed = folder.tables[name]
            status, done = typed.frame["status"], typed.frame["tanggal_selesai"]
            blank = done.isna() & ~done.index.isin(typed.unread.get("tanggal_selesai", ()))
            yield from _at(typed, "done-date-missing", blank & status.isin(ENDED[name]))
            yield from _at(typed, "done-date-contradicts", done.notna() & status.isin(still_open))


def _at(typed: TypedTable, code: str, rows: pd.Series) -> Iterator[Problem]:
    for line in rows.index[rows]:
        details = {"status": typed.frame["status"][line]}
        yield typed.sheet.problem(code, line, "tanggal_selesai", details)
