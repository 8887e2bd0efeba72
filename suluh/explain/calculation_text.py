"""The calculation and the interval of a figure in words and numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import pandas as pd

from suluh.explain.calculation import (
    CONSTANTS,
    CURVES,
    FACTORS,
    FORMULAS,
    SHARE,
    Spread,
    Step,
)
from suluh.explain.explanation import MADE_OF_FIGURES, Explanation
from suluh.explain.words import Words
from suluh.figures import CITY, Status
from suluh.opendata import row_start
from suluh.statistics import NORMAL_QUANTILE

REPORTING = ("skm", "evaluasi", "pegawai", "layanan", "predikat_opd")
"""Tables in which a department without rows has not reported."""

PRECISE = 6
"""Decimals of what a result is worked out from."""


def calculation_lines(explanation: Explanation, words: Words) -> Iterator[str]:
    """The formula in names, then in numbers, then its result; or why there is none."""
    row = explanation.computed.iloc[0]
    if explanation.method == MADE_OF_FIGURES:
        yield from _of_figures(explanation, words)
    elif row["status"] == Status.NOT_REPORTED:
        causes = "; ".join(_causes(explanation, words))
        yield words.say("tidak_dilaporkan", sebab=causes)
    elif explanation.method == "ditetapkan":
        of_city = explanation.question.kode_opd == CITY
        yield words.say("kota_tanpa_predikat" if of_city else "ditetapkan")
    elif explanation.method in CURVES:
        yield from _curve(explanation, words)
    elif pd.isna(row["nilai"]):
        yield words.say("pembagi_nol")
    else:
        yield from _worked_out(explanation, words)


def interval_lines(explanation: Explanation, words: Words) -> Iterator[str]:
    """How the interval comes about, or why there is none."""
    row, method = explanation.computed.iloc[0], explanation.method
    if row["status"] != Status.PUBLISHED:
        return
    if method == MADE_OF_FIGURES:
        yield words.say("selang_turunan")
    elif method == SHARE:
        yield from _wilson(explanation, words)
    elif method in FACTORS:
        yield from _student(explanation, words)
    elif method == "kurva":
        yield from _greenwood(explanation, words)
    elif method in ("laju", "median"):
        yield words.say("tanpa_selang_laju")
    else:
        yield words.say("tanpa_selang")


def _of_figures(explanation: Explanation, words: Words) -> Iterator[str]:
    """The lines of `angka.csv` that the figure is made of, and the formula in numbers."""
    example = explanation.example
    yield words.say("turunan")
    if example is None:
        yield words.say("turunan_tanpa_contoh")
        return
    for given in example.givens:
        name = row_start(given.figure) if given.figure else given.label
        yield words.say("jumlah", nama=name, nilai=words.number(given.value, PRECISE), arti="")
    yield f"= {example.expression}"
    yield f"= {words.number(explanation.computed['nilai'].iloc[0])}"


def _worked_out(explanation: Explanation, words: Words) -> Iterator[str]:
    given, method = explanation.amounts, explanation.method
    fixed = {k: words.number(v, PRECISE) for k, v in CONSTANTS.get(method, {}).items()}
    named = {role: amount.name for role, amount in given.items()}
    numbers = {role: words.number(amount.value) for role, amount in given.items()}
    value = words.number(explanation.computed["nilai"].iloc[0])
    yield FORMULAS[method].format(**named, **fixed)
    if method == "cacah":
        yield f"= {value}"
        return
    yield f"= {FORMULAS[method].format(**numbers, **fixed)}"
    yield words.say("bulat", nilai=value) if method == "krejcie_morgan" else f"= {value}"


def _causes(explanation: Explanation, words: Words) -> Iterator[str]:
    """What is missing: a file, or the rows of one in which each department reports."""
    records = explanation.records
    absent = [t for t in explanation.indicator.tabel if t not in records.tables]
    for table in absent:
        yield words.say("sebab_berkas", berkas=records.label_of(table))
    for part in explanation.parts:
        if not absent and part.table in REPORTING and not len(part.used):
            yield words.say("sebab_baris", berkas=records.label_of(part.table))


def _curve(explanation: Explanation, words: Words) -> Iterator[str]:
    """The days of the curve up to the one that answers."""
    value = explanation.computed["nilai"].iloc[0]
    median = explanation.method == "median"
    steps = _steps(explanation, value if median else float(explanation.question.rincian))
    yield words.say("km")
    for step in steps:
        counts = {"ikut": words.number(step.at_risk), "selesai": words.number(step.settled)}
        survival = words.number(step.survival, PRECISE)
        yield words.say("km_hari", hari=step.day, **counts, peluang=survival)
    if pd.isna(value):
        yield words.say("km_belum" if median else "km_putus")
    elif median:
        yield words.say("km_median", nilai=words.number(value))
    else:
        survival = words.number(steps[-1].survival if steps else 1.0, PRECISE)
        yield words.say("km_kurva", peluang=survival, nilai=words.number(value))


def _steps(explanation: Explanation, last: float) -> Sequence[Step]:
    """The days up to the last; all of them where there is none."""
    return [s for s in explanation.curve if math.isnan(last) or s.day <= last]


def _greenwood(explanation: Explanation, words: Words) -> Iterator[str]:
    if pd.isna(explanation.computed["batas_bawah"].iloc[0]):
        yield words.say("tanpa_selang_kurva")
        return
    last = _steps(explanation, float(explanation.question.rincian))[-1]
    survival, spread, z = (
        words.number(x, PRECISE) for x in (last.survival, last.greenwood, NORMAL_QUANTILE)
    )
    yield words.say("greenwood", peluang=survival, ragam=spread, z=z)
    yield words.say("greenwood_rumus")
    yield _limits(explanation, words)


def _wilson(explanation: Explanation, words: Words) -> Iterator[str]:
    if pd.isna(explanation.computed["batas_bawah"].iloc[0]):
        yield words.say("tanpa_selang_lebih")
        return
    k, n = (words.number(explanation.amounts[role].value) for role in ("k", "n"))
    yield words.say("wilson", k=k, n=n, z=words.number(NORMAL_QUANTILE, PRECISE))
    yield words.say("wilson_rumus")
    yield _limits(explanation, words)


def _student(explanation: Explanation, words: Words) -> Iterator[str]:
    spread = explanation.spread
    lower, upper = (explanation.computed[f"batas_{k}"].iloc[0] for k in ("bawah", "atas"))
    if pd.isna(lower):
        yield words.say("tanpa_selang_dua")
        return
    if spread:
        quantile, deviation = (
            words.number(x, PRECISE) for x in (spread.quantile, spread.deviation)
        )
        yield words.say("t", df=words.number(spread.n - 1), t=quantile, s=deviation)
    yield from _correction(explanation, spread, (upper - lower) / 2, words)
    yield _limits(explanation, words)


def _correction(
    explanation: Explanation, spread: Spread | None, margin: float, words: Words
) -> Iterator[str]:
    """The margin, with the finite-population correction where N is known."""
    half = words.number(margin, PRECISE)
    n, population = explanation.amounts["n"].value, explanation.amounts.get("N")
    if population is None or math.isnan(population.value):
        if spread:
            yield words.say("t_galat", galat=half)
        if population is not None:
            year = explanation.question.period.is_year
            yield words.say("t_tanpa_koreksi" if year else "t_tanpa_koreksi_triwulan")
    elif n >= population.value:
        yield words.say("t_semua", n=words.number(n), N=words.number(population.value))
    else:
        yield words.say("t_koreksi", galat=half, N=words.number(population.value))


def _limits(explanation: Explanation, words: Words) -> str:
    lower, upper = (explanation.computed[f"batas_{k}"].iloc[0] for k in ("bawah", "atas"))
    return "= " + words.say("batas", bawah=words.number(lower), atas=words.number(upper))
