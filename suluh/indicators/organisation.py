"""The rating of the organisation itself: a kategori, not a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from suluh.indicators.counts import Counts
from suluh.indicators.derivation import Derivation, Draw
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, figure


def entries(known: Known) -> Mapping[str, Entries]:
    rows = known.tables["predikat_opd"]
    keys = {
        "kode_opd": rows["kode_opd"],
        "periode": rows["tahun"] * 10,
        "predikat": rows["predikat"],
    }
    one = np.ones(len(rows), "int64")
    return {"predikat_opd": Entries("predikat_opd", rows.index, keys, {"jumlah": one})}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(_counts: Counts, _grid: Grid) -> Mapping[str, pd.DataFrame]:
    """None: a rating is not summed."""
    return {}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """The city is no organisation that is rated: the figure does not apply to it."""
    ratings = counts["predikat_opd"].index
    place = grid.find(ratings)
    predicate = np.full(len(grid.places), "", "object")
    predicate[place[place >= 0]] = ratings.get_level_values("predikat")[place >= 0]
    yield figure(
        grid,
        "predikat_opd",
        np.nan,
        np.nan,
        kategori=predicate,
        reported=(predicate != "") | grid.is_city,
    )


def derivation(_indikator: str, _rincian: str) -> Derivation:
    return Derivation("ditetapkan", (Draw("predikat_opd", own_or_common=True),), {})
