"""What happens later cannot be dated earlier."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable

ORDER = (
    ("opd", "berlaku_mulai", "berlaku_sampai"),
    ("pelatihan", "tanggal_mulai", "tanggal_selesai"),
    ("pengaduan", "tanggal_masuk", "tanggal_tanggapan"),
    ("pengaduan", "tanggal_masuk", "tanggal_selesai"),
    ("komitmen", "tanggal", "tanggal_selesai"),
    ("komitmen", "tanggal", "tenggat"),
)
"""(table, earlier column, later column); the same day is in order."""


def dates_in_order(folder: Folder) -> Iterator[Problem]:
    """Check each pair of dates of a row."""
    for name, earlier, later in ORDER:
        if name in folder.tables:
            yield from _reversed(folder.tables[name], earlier, later)


def _reversed(typed: TypedTable, earlier: str, later: str) -> Iterator[Problem]:
    frame = typed.frame
    for line in frame.index[frame[later] < frame[earlier]]:
        details = {"earlier_column": earlier, "earlier": f"{frame[earlier][line]:%Y-%m-%d}"}
        yield typed.sheet.problem("date-order", line, later, details)
