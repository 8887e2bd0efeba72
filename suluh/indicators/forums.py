"""Public consultation forums, PermenPANRB 16/2017."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from suluh.indicators import period_codes
from suluh.indicators.counts import Columns, Counts, tally, with_city, with_years
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count


def reduce(known: Known) -> Counts:
    rows = known.tables["forum"]
    keys: Columns = {
        "kode_opd": rows["kode_opd"],
        "periode": period_codes.quarters(rows["tanggal"]),
    }
    one = np.ones(len(rows), "int64")
    return {"forum": tally(keys, {"forum": one, "peserta": rows["jumlah_peserta"]})}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Forums, and how many people took part in them (n: forums)."""
    forums = grid.lay(with_city(with_years(counts["forum"])))
    yield count(grid, "forum_jumlah", forums["forum"])
    yield count(grid, "forum_peserta", forums["peserta"], forums["forum"])
