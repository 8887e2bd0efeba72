"""Derivation: which rows and sums a figure is drawn from, said by the family that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Need:
    """A row must add to one of these sums, else it is left out for this reason."""

    reason: str
    sums: tuple[str, ...]


@dataclass(frozen=True)
class Draw:
    """The rows behind a figure among some entries: those of its place that meet every need.

    `category`: keys a row must have. `counted`: the sum that tells the rows in the numerator.
    `gone`: entries of the rows that had left by the end of the period, all up to which count.
    `superseded` gives, for the tallied entries, the reason why another row replaces a row.
    `of_year`: the year of a quarter counts. `only_with`: an input without which no row of these
    goes in. `own_or_common`: the city is no sum but one more
    department, and a row without department stands for each that has none of its own.
    """

    entries: str
    needs: tuple[Need, ...] = ()
    category: Mapping[str, str] = field(default_factory=dict)
    counted: str = ""
    gone: str = ""
    superseded: Callable[[pd.DataFrame], pd.Series] | None = None
    of_year: bool = False
    own_or_common: bool = False
    only_with: str = ""


@dataclass(frozen=True)
class Input:
    """A number in the calculation: a column of one of the family's `totals`.

    `scale`: what the column is counted in parts of. `category`: keys after place and period;
    without them all categories are summed.
    """

    totals: str
    column: str
    scale: int = 1
    category: tuple[str, ...] = ()


@dataclass(frozen=True)
class Derivation:
    """How one figure comes about: rows, numbers by their part in the calculation, method.

    Methods are those of `suluh.explain.calculation`; both sides are held together by a test
    that works out every figure from the numbers stated here.
    """

    method: str
    draws: tuple[Draw, ...]
    inputs: Mapping[str, Input]
