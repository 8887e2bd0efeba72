"""Approve words in a test's data folder, as an officer does with `build.py texts --write`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data_folder import DataFolder

from suluh.intake import read_records
from suluh.review import Approver, Session

OFFICER = Approver("Kasubbag Umum", date(2026, 9, 30))


def approve_every_text(data: DataFolder | Path) -> None:
    """Approve all words that are marked in the folder now."""
    folder = data if isinstance(data, Path) else data.path
    records = read_records(folder).records
    assert records is not None
    Session("text", None, None, True, OFFICER).run(records, folder, "id")
