"""The calculation of a figure: its formula, the numbers in it, and its interval.

The numbers are the totals that the indicators are computed from. Nothing here computes a
value: that is the figure's own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.explain.question import Question
from suluh.indicators import period_codes
from suluh.indicators.derivation import Derivation, Input
from suluh.statistics import kaplan_meier, student_quantile, variance

FORMULAS = {
    "cacah": "{k}",
    "sisa": "{masuk} − {keluar}",
    "bagian": "100 × {k} ÷ {n}",
    "rata": "{jumlah} ÷ {n}",
    "laju": "{jp} ÷ {pegawai}",
    "ikm": "25 × {poin} ÷ (9 × {n})",
    "nrr": "(1 × {skor_1} + 2 × {skor_2} + 3 × {skor_3} + 4 × {skor_4}) ÷ {n}",
    "krejcie_morgan": "{N} × {X} ÷ ({d} × ({N} − 1) + {X})",
}
"""Formulas by method, as words; a test works each out and compares."""

CONSTANTS = {"krejcie_morgan": {"X": 3.841 * 0.25, "d": 0.05**2}}
SHARE, CURVES = "bagian", ("median", "kurva")
FACTORS = {"rata": 1.0, "nrr": 1.0, "ikm": 25 / len(ELEMENTS)}
"""By method with a t interval: what the mean is multiplied by."""


@dataclass(frozen=True)
class Amount:
    """A number with the name of its sum; whole unless it was measured."""

    name: str
    value: float
    scale: int = 1

    @property
    def exact(self) -> int:
        """As it is counted: in `scale`-ths."""
        return round(self.value * self.scale)


@dataclass(frozen=True)
class Spread:
    """What a t interval is made of, in the figure's unit. `population` is NaN where unknown."""

    n: int
    deviation: float
    quantile: float
    population: float


@dataclass(frozen=True)
class Step:
    """One day of a Kaplan–Meier curve; `greenwood` is the variance of the curve's logarithm."""

    day: int
    at_risk: int
    settled: int
    survival: float
    greenwood: float


def amounts(
    derivation: Derivation, totals: Mapping[str, pd.DataFrame], question: Question
) -> Mapping[str, Amount]:
    """The numbers of a calculation by their part in it."""
    return {role: _amount(drawn, totals, question) for role, drawn in derivation.inputs.items()}


def spread(method: str, given: Mapping[str, Amount]) -> Spread | None:
    """The spread behind a t interval; None where the method has none or n < 2."""
    if method not in FACTORS:
        return None
    n, scale = given["n"].exact, given.get("jumlah", given["n"]).scale
    if n <= 1:
        return None
    deviation = FACTORS[method] * math.sqrt(float(variance(n, *_moments(given)))) / scale
    population = given["N"].value if "N" in given else math.nan
    return Spread(n, deviation, float(student_quantile(n - 1)), population)


def curve(totals: Mapping[str, pd.DataFrame], question: Question) -> tuple[Step, ...]:
    """The Kaplan–Meier curve at a place, the days on which something was settled."""
    days = _at(totals["pengaduan_hari"], question).groupby(level="hari").sum().sort_index()
    group = days["selesai"].to_numpy("int64") * 0
    settled, open_ = (days[name].to_numpy("int64") for name in ("selesai", "terbuka"))
    found = kaplan_meier(group, days.index.to_numpy("int64"), settled, open_)
    at_risk = (settled + open_)[::-1].cumsum()[::-1]
    rows = zip(days.index, at_risk, settled, found.survival, found.greenwood, strict=True)
    return tuple(Step(int(d), int(r), int(s), float(p), float(v)) for d, r, s, p, v in rows if s)


def _amount(drawn: Input, totals: Mapping[str, pd.DataFrame], question: Question) -> Amount:
    rows = _at(totals[drawn.totals], question)
    for depth, value in enumerate(drawn.category, start=2):
        rows = rows[rows.index.get_level_values(depth) == value]
    total = rows[drawn.column].sum(skipna=False)
    return Amount(drawn.column, float(total) / drawn.scale, drawn.scale)


def _at(frame: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Totals of one department and period."""
    here = frame.index.get_level_values("kode_opd") == question.kode_opd
    code = period_codes.code(question.period)
    return frame[here & (frame.index.get_level_values("periode") == code)]


def _moments(given: Mapping[str, Amount]) -> tuple[int, int]:
    """The sum and the sum of squares, as they are counted."""
    if "skor_1" in given:
        scores = [(s, given[f"skor_{s}"].exact) for s in (1, 2, 3, 4)]
        return sum(s * x for s, x in scores), sum(s * s * x for s, x in scores)
    total = given["poin"] if "poin" in given else given["jumlah"]
    return total.exact, given["kuadrat"].exact
