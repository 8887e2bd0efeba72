"""Explanations for tests, and what they say worked out by other means."""

from __future__ import annotations

import math

import pandas as pd
from scipy import stats

from suluh.explain import Explanation, Question, Words, explain, explanation_lines, workings
from suluh.explain.calculation import CONSTANTS, FORMULAS
from suluh.records import Records

_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-"})
_INDONESIAN = str.maketrans({"×": "*", "÷": "/", "−": "-", ".": "", ",": "."})


class Explaining:
    """The explanations of some records, computed once."""

    def __init__(self, records: Records) -> None:
        self.records, self.workings = records, workings(records)

    def __call__(self, *key: str) -> Explanation:
        return explain(self.workings, Question(*key))

    def text(self, *key: str, lang: str = "id", all_lines: bool = False) -> list[str]:
        words = Words(lang, all_lines)
        return [line.strip() for line in explanation_lines(self(*key), words)]

    def figures(self) -> pd.DataFrame:
        return self.workings.figures.table


def printed_result(line: str) -> float:
    """What the numbers of a printed Indonesian line, such as `= 100 × 15 ÷ 22`, come to."""
    return float(eval(line.lstrip("= ").translate(_INDONESIAN)))  # noqa: S307 - our own output


def stated_value(explanation: Explanation) -> float | None:
    """The value from the numbers an explanation states; None where no formula gives it."""
    if explanation.method not in FORMULAS:
        return None
    given = {role: repr(amount.value) for role, amount in explanation.amounts.items()}
    given |= {name: repr(v) for name, v in CONSTANTS.get(explanation.method, {}).items()}
    try:
        value = eval(FORMULAS[explanation.method].format(**given).translate(_SIGNS))  # noqa: S307
    except ZeroDivisionError:
        return math.nan
    return float(round(value) if explanation.method == "krejcie_morgan" else value)


def stated_limits(explanation: Explanation) -> tuple[float, float] | None:
    """The interval from the stated numbers, by scipy; None where the method has none."""
    numbers = {role: amount.value for role, amount in explanation.amounts.items()}
    if explanation.method == "bagian" and numbers["n"] > 0 and numbers["k"] <= numbers["n"]:
        test = stats.binomtest(int(numbers["k"]), int(numbers["n"]))
        limits = test.proportion_ci(method="wilson")
        return 100 * limits.low, 100 * limits.high
    spread = explanation.spread
    if spread is None:
        return None
    margin = stats.t.ppf(0.975, spread.n - 1) * spread.deviation / math.sqrt(spread.n)
    if not math.isnan(spread.population):
        if spread.n >= spread.population:
            margin = 0.0
        else:
            margin *= math.sqrt((spread.population - spread.n) / (spread.population - 1))
    value = float(explanation.computed["nilai"].iloc[0])
    return value - margin, value + margin
