"""Services and their users: whom the survey speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.indicators.counts import Columns, Counts, with_city, with_years
from suluh.indicators.derivation import Derivation, Draw, Input
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, by_category, count, figure
from suluh.statistics import krejcie_morgan


def entries(known: Known) -> Mapping[str, Entries]:
    """Users by department, year and service; `laporan` counts the rows that say so."""
    layanan = known.tables["layanan"]
    keys = {
        "kode_opd": layanan["kode_opd"],
        "periode": layanan["tahun"] * 10,
        "layanan": layanan["layanan"],
    }
    one = np.ones(len(layanan), "int64")
    sums: Columns = {"pengguna": layanan["jumlah_pengguna"], "laporan": one}
    return {"layanan": Entries("layanan", layanan.index, keys, sums)}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """Users by service (`layanan`), and of all services at every place (`pengguna`)."""
    services = with_city(counts["layanan"])
    return {"layanan": services, "pengguna": grid.lay(_by_department(services))}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Users of services, and the smallest sample for that many."""
    laid = totals(counts, grid)
    services, users = laid["layanan"], laid["pengguna"]
    reported = users["laporan"] > 0
    n = users["pengguna"]
    minimum = np.where(n > 0, krejcie_morgan(n), np.nan)
    yield figure(grid, "skm_sampel_minimum", minimum, n, reported=reported)
    yield count(grid, "layanan_pengguna", n, reported=reported)
    everyone = services["pengguna"].groupby(level=["kode_opd", "periode"]).transform("sum")
    yield by_category(grid, "layanan_pengguna", services["pengguna"], everyone)


def derivation(indikator: str, rincian: str) -> Derivation:
    if indikator == "skm_sampel_minimum":
        return Derivation(
            "krejcie_morgan", (Draw("layanan"),), {"N": Input("pengguna", "pengguna")}
        )
    if not rincian:
        return Derivation("cacah", (Draw("layanan"),), {"k": Input("pengguna", "pengguna")})
    draw = Draw("layanan", category={"layanan": rincian})
    return Derivation("cacah", (draw,), {"k": Input("layanan", "pengguna", category=(rincian,))})


def population(counts: Counts, grid: Grid) -> npt.NDArray[np.float64]:
    """N of the survey at each place of the grid: a year's users, NaN where not known.

    The city's is known only in years when every department with responses reported its users.
    """
    by_department = _by_department(counts["layanan"])
    users = grid.lay(with_city(by_department))
    asked = with_years(counts["skm"]).index
    missing = asked.difference(by_department.index).get_level_values("periode")
    incomplete = grid.is_city & np.isin(grid.periods, missing)
    return np.where((users["laporan"] > 0) & ~incomplete, users["pengguna"], np.nan)


def _by_department(services: pd.DataFrame) -> pd.DataFrame:
    return services.groupby(level=["kode_opd", "periode"]).sum()
