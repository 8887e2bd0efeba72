"""Public consultation forums, PermenPANRB 16/2017."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from suluh.indicators import period_codes
from suluh.indicators.counts import Columns, Counts, with_city, with_years
from suluh.indicators.derivation import Derivation, Draw, Input
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count


def entries(known: Known) -> Mapping[str, Entries]:
    rows = known.tables["forum"]
    keys: Columns = {
        "kode_opd": rows["kode_opd"],
        "periode": period_codes.quarters(rows["tanggal"]),
    }
    one = np.ones(len(rows), "int64")
    sums: Columns = {"forum": one, "peserta": rows["jumlah_peserta"]}
    return {"forum": Entries("forum", rows.index, keys, sums)}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    return {"forum": grid.lay(with_city(with_years(counts["forum"])))}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Forums, and how many people took part in them (n: forums)."""
    forums = totals(counts, grid)["forum"]
    yield count(grid, "forum_jumlah", forums["forum"])
    yield count(grid, "forum_peserta", forums["peserta"], forums["forum"])


def derivation(indikator: str, _rincian: str) -> Derivation:
    column = {"forum_jumlah": "forum", "forum_peserta": "peserta"}[indikator]
    return Derivation("cacah", (Draw("forum"),), {"k": Input("forum", column)})
