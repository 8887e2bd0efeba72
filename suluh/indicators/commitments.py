"""Commitments made to citizens: kept by their deadline, open, overdue.

Done means that `tanggal_selesai` is there; one that was dropped (batal) is never kept, nor open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from suluh.indicators import period_codes
from suluh.indicators.backlog import open_at_end
from suluh.indicators.counts import Columns, Counts, with_city, with_years
from suluh.indicators.derivation import Derivation, Draw, Input
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count, share

BACKLOGS = {
    "komitmen_terbuka": ("komitmen_dibuat", "komitmen_selesai"),
    "komitmen_lewat": ("komitmen_lewat", "komitmen_susulan"),
}
"""What came in and what went out, by indicator."""


def entries(known: Known) -> Mapping[str, Entries]:
    """Commitments by the quarter they were made, were due, fell overdue and were done."""
    rows = known.tables["komitmen"]
    alive = rows[rows["status"] != "batal"]
    done = alive["tanggal_selesai"]
    day_after = alive["tenggat"] + pd.Timedelta(days=1)
    overdue_on = day_after.where(day_after > alive["tanggal"], alive["tanggal"])
    never_overdue = done < overdue_on
    late = overdue_on.mask(never_overdue | (overdue_on > known.as_of))
    dropped = {"batal": rows.index.difference(alive.index)}
    not_late = dropped | {"selesai_sebelum_lewat": alive.index[never_overdue]}
    return {
        "komitmen_tenggat": _due(rows, known.as_of),
        "komitmen_dibuat": _dated(alive, alive["tanggal"], dropped),
        "komitmen_selesai": _dated(alive, done, dropped, "belum_selesai"),
        "komitmen_lewat": _dated(alive, late, not_late, "belum_lewat"),
        "komitmen_susulan": _dated(alive, done.where(late.notna()), not_late, "belum_selesai"),
    }


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    laid = {"komitmen_tenggat": grid.lay(with_city(with_years(counts["komitmen_tenggat"])))}
    for indikator, (entered, left) in BACKLOGS.items():
        flows = counts[entered]["jumlah"], counts[left]["jumlah"]
        laid[indikator] = open_at_end(*flows, grid)
    return laid


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from commitments."""
    laid = totals(counts, grid)
    due = laid["komitmen_tenggat"]
    yield share(grid, "komitmen_ditepati", due["ditepati"], due["jatuh_tempo"])
    for indikator in BACKLOGS:
        yield count(grid, indikator, laid[indikator]["sisa"])


def derivation(indikator: str, _rincian: str) -> Derivation:
    if indikator == "komitmen_ditepati":
        number, due = (Input("komitmen_tenggat", name) for name in ("ditepati", "jatuh_tempo"))
        draw = Draw("komitmen_tenggat", counted="ditepati")
        return Derivation("bagian", (draw,), {"k": number, "n": due})
    entered, left = BACKLOGS[indikator]
    flows = {name: Input(indikator, name) for name in ("masuk", "keluar")}
    return Derivation("sisa", (Draw(entered, gone=left),), flows)


def _due(rows: pd.DataFrame, as_of: np.datetime64) -> Entries:
    """Commitments by deadline up to `as_of`, and those done by then."""
    come = rows[rows["tenggat"] <= as_of]
    kept = (come["tanggal_selesai"] <= come["tenggat"]) & (come["status"] != "batal")
    keys: Columns = {
        "kode_opd": come["kode_opd"],
        "periode": period_codes.quarters(come["tenggat"]),
    }
    sums: Columns = {"jatuh_tempo": np.ones(len(come), "int64"), "ditepati": kept}
    left_out = {"belum_jatuh_tempo": rows.index.difference(come.index)}
    return Entries("komitmen", come.index, keys, sums, left_out)


def _dated(
    rows: pd.DataFrame, days: pd.Series, left_out: Mapping[str, pd.Index], undated: str = ""
) -> Entries:
    """Commitments by the quarter of a date; those without one are left out as `undated`."""
    dated = days.notna()
    keys: Columns = {
        "kode_opd": rows.loc[dated, "kode_opd"],
        "periode": period_codes.quarters(days[dated]),
    }
    sums = {"jumlah": np.ones(dated.sum(), "int64")}
    reasons = {**left_out, undated: rows.index[~dated]} if undated else left_out
    return Entries("komitmen", rows.index[dated], keys, sums, reasons)
