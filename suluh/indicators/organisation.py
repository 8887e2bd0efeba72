"""The rating of the organisation itself: a kategori, not a number."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from suluh.indicators.counts import Counts, tally
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, figure


def reduce(known: Known) -> Counts:
    rows = known.tables["predikat_opd"]
    keys = {
        "kode_opd": rows["kode_opd"],
        "periode": rows["tahun"] * 10,
        "predikat": rows["predikat"],
    }
    return {"predikat_opd": tally(keys, {"jumlah": np.ones(len(rows), "int64")})}


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
