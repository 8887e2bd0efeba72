"""Commitments made to citizens: kept by their deadline, open, overdue.

Done means that `tanggal_selesai` is there; one that was dropped (batal) is never kept, nor open.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from suluh.indicators import period_codes
from suluh.indicators.backlog import open_at_end
from suluh.indicators.counts import Columns, Counts, tally, with_city, with_years
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count, share


def reduce(known: Known) -> Counts:
    """Commitments by the quarter they were made, were due, fell overdue and were done."""
    rows = known.tables["komitmen"]
    alive = rows[rows["status"] != "batal"]
    done = alive["tanggal_selesai"]
    day_after = alive["tenggat"] + pd.Timedelta(days=1)
    overdue_on = day_after.where(day_after > alive["tanggal"], alive["tanggal"])
    never_overdue = done < overdue_on
    late = overdue_on.mask(never_overdue | (overdue_on > known.as_of))
    return {
        "komitmen_tenggat": _due(rows, known.as_of),
        "komitmen_dibuat": _number(alive, alive["tanggal"]),
        "komitmen_selesai": _number(alive, done),
        "komitmen_lewat": _number(alive, late),
        "komitmen_susulan": _number(alive, done.where(late.notna())),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from commitments."""
    due = grid.lay(with_city(with_years(counts["komitmen_tenggat"])))
    yield share(grid, "komitmen_ditepati", due["ditepati"], due["jatuh_tempo"])
    for indikator, entered, left in (
        ("komitmen_terbuka", "komitmen_dibuat", "komitmen_selesai"),
        ("komitmen_lewat", "komitmen_lewat", "komitmen_susulan"),
    ):
        standing = open_at_end(counts[entered]["jumlah"], counts[left]["jumlah"], grid)
        yield count(grid, indikator, standing)


def _due(rows: pd.DataFrame, as_of: np.datetime64) -> pd.DataFrame:
    """Commitments by deadline up to `as_of`, and those done by then."""
    come = rows[rows["tenggat"] <= as_of]
    kept = (come["tanggal_selesai"] <= come["tenggat"]) & (come["status"] != "batal")
    keys: Columns = {
        "kode_opd": come["kode_opd"],
        "periode": period_codes.quarters(come["tenggat"]),
    }
    return tally(keys, {"jatuh_tempo": np.ones(len(come), "int64"), "ditepati": kept})


def _number(rows: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    """How many by the quarter of a date, those without one left out."""
    dated = days.notna()
    keys: Columns = {
        "kode_opd": rows.loc[dated, "kode_opd"],
        "periode": period_codes.quarters(days[dated]),
    }
    return tally(keys, {"jumlah": np.ones(dated.sum(), "int64")})
