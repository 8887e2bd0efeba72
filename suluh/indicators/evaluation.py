"""Performance evaluation, PermenPANRB 6/2022: who is evaluated, the ratings, the follow-up.

The predikat is always the matrix's; what the record says was checked against it by intake.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from suluh.catalogue import PREDICATES
from suluh.indicators import period_codes, staff
from suluh.indicators.counts import Columns, Counts, tally, with_city
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count, share
from suluh.ratings import MATRIX

VERY_GOOD = ("sangat baik",)
GOOD = ("baik", "sangat baik")
BELOW_GOOD = ("butuh perbaikan", "kurang", "sangat kurang")
SUPPORT = ("bimbingan kinerja", "konseling", "coaching")


def reduce(known: Known) -> Counts:
    """Evaluations by person, department and period: whose counts is decided over all of them."""
    rows = known.tables["evaluasi"]
    keys: Columns = {
        "id_pegawai": rows["id_pegawai"],
        "periode": period_codes.parse(rows["periode"]),
        "kode_opd": rows["kode_opd"],
    }
    predicate = (rows["hasil_kerja"] + "|" + rows["perilaku_kerja"]).map(
        {"|".join(ratings): predicate for ratings, predicate in MATRIX.items()}
    )
    follow_up = rows["tindak_lanjut"]
    sums = {name: predicate == name for name in PREDICATES}
    sums["penghargaan"] = predicate.isin(VERY_GOOD) & (follow_up == "penghargaan")
    sums["pembinaan"] = predicate.isin(BELOW_GOOD) & follow_up.isin(SUPPORT)
    return {"evaluasi": tally(keys, sums)}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from evaluations of people."""
    people = grid.lay(with_city(_of_the_year(counts["evaluasi"])))
    reported = people["laporan"] > 0
    evaluated = _number(people, PREDICATES)
    head = staff.headcount(counts, grid)
    both = reported & (head["laporan"] > 0)
    yield share(grid, "evaluasi_cakupan", evaluated, head["pegawai"], reported=both)
    yield share(grid, "evaluasi_baik", _number(people, GOOD), evaluated, reported=reported)
    for name in PREDICATES:
        yield count(grid, "predikat", people[name], evaluated, rincian=name, reported=reported)
    for rincian, whom in (("penghargaan", VERY_GOOD), ("pembinaan", BELOW_GOOD)):
        n = _number(people, whom)
        yield share(grid, "tindak_lanjut", people[rincian], n, rincian=rincian, reported=reported)


def _of_the_year(evaluations: pd.DataFrame) -> pd.DataFrame:
    """Count each person once a year, in the department of the evaluation that counts.

    That is the one of the year, else the latest quarter's. `laporan` counts all records.
    """
    rows = evaluations.reset_index()
    quarter, year = rows["periode"] % 10, period_codes.years(rows["periode"])
    order = rows.assign(rank=np.where(quarter == 0, 5, quarter), periode=year)
    counting = order.loc[order.groupby(["id_pegawai", "periode"])["rank"].idxmax()]
    sums = {name: counting[name] for name in evaluations.columns}
    counted = tally({k: counting[k] for k in ("kode_opd", "periode")}, sums)
    records = tally(
        {k: order[k] for k in ("kode_opd", "periode")}, {"laporan": np.ones(len(order), "int64")}
    )
    return records.join(counted).fillna(0).astype("int64")


def _number(people: pd.DataFrame, predicates: tuple[str, ...]) -> pd.Series:
    return people[list(predicates)].sum(axis=1)
