"""Complaints (SP4N-LAPOR!): received, settled, open, and in time; open ones always count.

Settled means that `tanggal_selesai` is there; due dates are in working days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import COMPLAINT_KINDS, SETTLEMENT_DAYS
from suluh.indicators import period_codes
from suluh.indicators.backlog import open_at_end
from suluh.indicators.counts import Columns, Counts, with_city, with_years
from suluh.indicators.derivation import Derivation, Draw, Input, Need
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count, figure, share
from suluh.statistics import Survival, kaplan_meier
from suluh.workdays import due_dates

TABLE = "pengaduan"
IN_TIME = {
    "pengaduan_tepat_waktu": "pengaduan_tenggat",
    "pengaduan_tanggapan_tepat": "pengaduan_tanggapan",
}
"""The counts of what was due, by indicator."""


def entries(known: Known) -> Mapping[str, Entries]:
    """Complaints by the quarter they came in, were settled and were due; days to settle."""
    rows = known.tables["pengaduan"]
    kinds = {kind: rows["jenis"] == kind for kind in COMPLAINT_KINDS}
    received = kinds | {"masuk": pd.Series(1, rows.index)}
    settled = rows[rows["tanggal_selesai"].notna()]
    unsettled = {"belum_selesai": rows.index.difference(settled.index)}
    limit = rows["klasifikasi"].map(known.policy.settlement_days).to_numpy("int64")
    return {
        "pengaduan": Entries(
            TABLE, rows.index, _by_quarter(rows, rows["tanggal_masuk"]), received
        ),
        "pengaduan_selesai": Entries(
            TABLE,
            settled.index,
            _by_quarter(settled, settled["tanggal_selesai"]),
            {"selesai": np.ones(len(settled), "int64")},
            unsettled,
        ),
        "pengaduan_tenggat": _due(rows, rows["tanggal_selesai"], limit, known),
        "pengaduan_tanggapan": _due(
            rows, rows["tanggal_tanggapan"], known.policy.response_days, known
        ),
        "pengaduan_hari": _days(rows, known.as_of),
    }


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """Sums at every place; the days to settle are by department, year and day."""
    by_quarter = ("pengaduan", "pengaduan_selesai", *IN_TIME.values())
    flows = counts["pengaduan"]["masuk"], counts["pengaduan_selesai"]["selesai"]
    return {name: grid.lay(with_city(with_years(counts[name]))) for name in by_quarter} | {
        "pengaduan_terbuka": open_at_end(*flows, grid),
        "pengaduan_hari": with_city(counts["pengaduan_hari"]),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from complaints."""
    laid = totals(counts, grid)
    received = laid["pengaduan"]
    yield count(grid, "pengaduan_masuk", received["masuk"])
    for kind in COMPLAINT_KINDS:
        yield count(grid, "pengaduan_masuk", received[kind], rincian=kind)
    yield count(grid, "pengaduan_selesai", laid["pengaduan_selesai"]["selesai"])
    yield count(grid, "pengaduan_terbuka", laid["pengaduan_terbuka"]["sisa"])
    for indikator, name in IN_TIME.items():
        due = laid[name]
        yield share(grid, indikator, due["tepat"], due["jatuh_tempo"])
    yield from _settlement(received["masuk"], laid["pengaduan_hari"], grid)


def derivation(indikator: str, rincian: str) -> Derivation:
    match indikator:
        case "pengaduan_masuk":
            needs = (Need("jenis_lain", (rincian,)),) if rincian else ()
            draw, received = Draw("pengaduan", needs), Input("pengaduan", rincian or "masuk")
            return Derivation("cacah", (draw,), {"k": received})
        case "pengaduan_selesai":
            settled = Input(indikator, "selesai")
            return Derivation("cacah", (Draw("pengaduan_selesai"),), {"k": settled})
        case "pengaduan_terbuka":
            flows = {name: Input(indikator, name) for name in ("masuk", "keluar")}
            return Derivation("sisa", (Draw("pengaduan", gone="pengaduan_selesai"),), flows)
        case "pengaduan_tepat_waktu" | "pengaduan_tanggapan_tepat":
            name = IN_TIME[indikator]
            shares = {"k": Input(name, "tepat"), "n": Input(name, "jatuh_tempo")}
            return Derivation("bagian", (Draw(name, counted="tepat"),), shares)
        case _:
            days = {name: Input("pengaduan_hari", name) for name in ("selesai", "terbuka")}
            method = "median" if indikator == "pengaduan_median_hari" else "kurva"
            return Derivation(method, (Draw("pengaduan_hari", counted="selesai"),), days)


def _by_quarter(rows: pd.DataFrame, days: pd.Series) -> Columns:
    return {"kode_opd": rows["kode_opd"], "periode": period_codes.quarters(days)}


def _due(rows: pd.DataFrame, done: pd.Series, limit: npt.ArrayLike, known: Known) -> Entries:
    """Complaints by the quarter of a due date up to `as_of`, and those done by then."""
    holidays = known.tables["libur"]["tanggal"].to_numpy("datetime64[D]")
    due = due_dates(rows["tanggal_masuk"].to_numpy("datetime64[D]"), limit, holidays)
    come = due <= known.as_of
    in_time = done.to_numpy("datetime64[D]") <= due
    return Entries(
        TABLE,
        rows.index[come],
        _by_quarter(rows[come], pd.Series(due[come])),
        {"jatuh_tempo": np.ones(come.sum(), "int64"), "tepat": in_time[come]},
        {"belum_jatuh_tempo": rows.index[~come]},
        consulted=("libur",),
    )


def _days(rows: pd.DataFrame, as_of: np.datetime64) -> Entries:
    """Calendar days to settlement, or so far (`terbuka`), by year received."""
    settled = rows["tanggal_selesai"].notna()
    end = rows["tanggal_selesai"].fillna(pd.Timestamp(as_of))
    keys: Columns = {
        "kode_opd": rows["kode_opd"],
        "periode": period_codes.years(period_codes.quarters(rows["tanggal_masuk"])),
        "hari": (end - rows["tanggal_masuk"]).dt.days,
    }
    return Entries(TABLE, rows.index, keys, {"selesai": settled, "terbuka": ~settled})


def _settlement(received: pd.Series, days: pd.DataFrame, grid: Grid) -> Iterator[Rows]:
    """Median and curve of the time to settle, for complaints received in a year."""
    curves, groups = _curves(days, grid), len(grid.places)
    yield figure(grid, "pengaduan_median_hari", curves.median(groups), received)
    for day in SETTLEMENT_DAYS:
        settled = 100 * (1 - curves.at(day, groups))
        percent = np.where(received > 0, settled, np.nan)
        least, most = curves.limits(day, groups)
        limits = 100 * (1 - most), 100 * (1 - least)
        yield figure(grid, "pengaduan_kurva", percent, received, limits=limits, rincian=str(day))


def _curves(days: pd.DataFrame, grid: Grid) -> Survival:
    """One curve a place of the grid."""
    rows = days.assign(place=grid.find(days.index)).reset_index("hari")
    rows = rows[rows["place"] >= 0].sort_values(["place", "hari"])
    columns = (rows[name].to_numpy("int64") for name in ("place", "hari", "selesai", "terbuka"))
    return kaplan_meier(*columns)
