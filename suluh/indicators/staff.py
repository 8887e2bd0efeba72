"""Headcount: the denominator of shares of staff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from suluh.indicators.counts import Columns, Counts, with_city
from suluh.indicators.derivation import Derivation, Draw, Input, Need
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count

STAFF = Draw("pegawai", of_year=True)
PERMANENT_STAFF = Draw("pegawai", (Need("bukan_pns", ("laporan_pns",)),), of_year=True)
"""The rows behind a denominator."""


def entries(known: Known) -> Mapping[str, Entries]:
    """Staff, and permanent staff (PNS), with the number of rows that say so (`laporan`)."""
    pegawai = known.tables["pegawai"]
    permanent = (pegawai["jenis_asn"] == "PNS").to_numpy("int64")
    keys = {"kode_opd": pegawai["kode_opd"], "periode": pegawai["tahun"] * 10}
    sums: Columns = {
        "pegawai": pegawai["jumlah"],
        "laporan": np.ones(len(pegawai), "int64"),
        "pns": pegawai["jumlah"] * permanent,
        "laporan_pns": permanent,
    }
    return {"pegawai": Entries("pegawai", pegawai.index, keys, sums)}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    return {"pegawai": headcount(counts, grid)}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """The headcount itself."""
    staff = headcount(counts, grid)
    yield count(grid, "pegawai_jumlah", staff["pegawai"], reported=staff["laporan"] > 0)


def headcount(counts: Counts, grid: Grid) -> pd.DataFrame:
    """Headcount of the year at each place of the grid, its quarters included."""
    by_year = with_city(counts["pegawai"])
    years = pd.MultiIndex.from_arrays(
        [grid.departments, grid.periods // 10 * 10], names=grid.places.names
    )
    return by_year.reindex(years, fill_value=0).set_axis(grid.places)


def derivation(_indikator: str, _rincian: str) -> Derivation:
    return Derivation("cacah", (STAFF,), {"k": Input("pegawai", "pegawai")})
