"""Performance evaluation, PermenPANRB 6/2022: who is evaluated, the ratings, the follow-up.

The predikat is always the matrix's; what the record says was checked against it by intake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from suluh.catalogue import PREDICATES
from suluh.indicators import period_codes, staff
from suluh.indicators.counts import Columns, Counts, tally, with_city
from suluh.indicators.derivation import Derivation, Draw, Input, Need
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, count, share
from suluh.ratings import MATRIX

VERY_GOOD = ("sangat baik",)
GOOD = ("baik", "sangat baik")
BELOW_GOOD = ("butuh perbaikan", "kurang", "sangat kurang")
SUPPORT = ("bimbingan kinerja", "konseling", "coaching")
FOLLOW_UP = {"penghargaan": VERY_GOOD, "pembinaan": BELOW_GOOD}
"""Whom each kind of follow-up is for."""

_YEARLY = 5
"""Rank of an evaluation of the year, after its four quarters."""


def entries(known: Known) -> Mapping[str, Entries]:
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
    return {"evaluasi": Entries("evaluasi", rows.index, keys, sums)}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """People by predikat, with those of several together, and the headcount."""
    people = grid.lay(with_city(_of_the_year(counts["evaluasi"])))
    groups = {"dievaluasi": PREDICATES, "baik_ke_atas": GOOD}
    groups |= {f"sasaran_{rincian}": whom for rincian, whom in FOLLOW_UP.items()}
    together = {name: people[list(whom)].sum(axis=1) for name, whom in groups.items()}
    return {"evaluasi": people.assign(**together), **staff.totals(counts, grid)}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from evaluations of people."""
    laid = totals(counts, grid)
    people, head = laid["evaluasi"], laid["pegawai"]
    reported, evaluated = people["laporan"] > 0, people["dievaluasi"]
    both = reported & (head["laporan"] > 0)
    yield share(grid, "evaluasi_cakupan", evaluated, head["pegawai"], reported=both)
    yield share(grid, "evaluasi_baik", people["baik_ke_atas"], evaluated, reported=reported)
    for name in PREDICATES:
        yield count(grid, "predikat", people[name], evaluated, rincian=name, reported=reported)
    for rincian in FOLLOW_UP:
        n = people[f"sasaran_{rincian}"]
        yield share(grid, "tindak_lanjut", people[rincian], n, rincian=rincian, reported=reported)


def derivation(indikator: str, rincian: str) -> Derivation:
    draw = Draw("evaluasi", superseded=superseded)
    evaluated = Input("evaluasi", "dievaluasi")
    match indikator:
        case "evaluasi_cakupan":
            shares = {"k": evaluated, "n": Input("pegawai", "pegawai")}
            return Derivation("bagian", (draw, staff.STAFF), shares)
        case "evaluasi_baik":
            shares = {"k": Input("evaluasi", "baik_ke_atas"), "n": evaluated}
            return Derivation("bagian", (draw,), shares)
        case "predikat":
            draw = replace(draw, needs=(Need("predikat_lain", (rincian,)),))
            return Derivation("cacah", (draw,), {"k": Input("evaluasi", rincian)})
        case _:
            needs = (Need("bukan_sasaran", FOLLOW_UP[rincian]),)
            draw = replace(draw, needs=needs, counted=rincian)
            whom = Input("evaluasi", f"sasaran_{rincian}")
            shares = {"k": Input("evaluasi", rincian), "n": whom}
            return Derivation("bagian", (draw,), shares)


def superseded(evaluations: pd.DataFrame) -> pd.Series:
    """Why an evaluation does not count for its year; empty for the one that does.

    That is the one of the year, else the latest quarter's.
    """
    person, period = (evaluations.index.get_level_values(k) for k in ("id_pegawai", "periode"))
    quarter = np.asarray(period, "int64") % 10
    rank = pd.Series(np.where(quarter == 0, _YEARLY, quarter))
    last = rank.groupby([np.asarray(person), period_codes.years(period)]).transform("max")
    newer = np.where(last == _YEARLY, "digantikan_tahunan", "digantikan_triwulan")
    return pd.Series(np.where(rank == last, "", newer), evaluations.index)


def _of_the_year(evaluations: pd.DataFrame) -> pd.DataFrame:
    """Count each person once a year, in the department of the evaluation that counts.

    `laporan` counts all records.
    """
    counts = superseded(evaluations).to_numpy() == ""
    index = evaluations.index
    keys: Columns = {
        "kode_opd": index.get_level_values("kode_opd"),
        "periode": period_codes.years(index.get_level_values("periode")),
    }
    counted = {name: evaluations[name] * counts for name in evaluations.columns}
    return tally(keys, {**counted, "laporan": np.ones(len(index), "int64")})
