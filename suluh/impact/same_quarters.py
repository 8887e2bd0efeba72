"""The change of satisfaction with season left out: each quarter against the same one before.

A year in which more people answered in the good months looks better than it was. The change
here is the mean of the differences of the quarters that both years have, each counting once.
Its limits follow from those of the quarters by MOVER for a sum (Zou & Donner 2008,
doi 10.1002/sim.3095), as the quarters were asked of different people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from typing import TypeAlias

import pandas as pd

from suluh.figures import Status

_SHOWN = (Status.PUBLISHED.value, Status.SMALL_SAMPLE.value)


@dataclass(frozen=True)
class Side:
    """A quarter's satisfaction index as published."""

    nilai: float
    batas_bawah: float
    batas_atas: float
    n: int
    small: bool


@dataclass(frozen=True)
class QuarterPair:
    """The same quarter of two years."""

    quarter: int
    old: Side
    new: Side

    @property
    def difference(self) -> float:
        return self.new.nilai - self.old.nilai


Pairs: TypeAlias = Mapping[str, list[QuarterPair]]
"""By department, or `kota`."""


@dataclass(frozen=True)
class SeasonChange:
    """A change with its limits; without one, `status` says why."""

    nilai: float | None
    batas_bawah: float | None
    batas_atas: float | None
    n: int | None
    status: Status


def quarter_pairs(survey: pd.DataFrame, first: int, last: int) -> Pairs:
    """The quarters whose index both years published with limits; `survey` are rows of `ikm`."""
    old, new = (_sides(survey, year) for year in (first, last))
    pairs: dict[str, list[QuarterPair]] = {}
    for (kode_opd, quarter), side in sorted(new.items()):
        if (kode_opd, quarter) in old:
            pair = QuarterPair(quarter, old[kode_opd, quarter], side)
            pairs.setdefault(kode_opd, []).append(pair)
    return pairs


def season_changes(
    survey: pd.DataFrame, pairs: Pairs, first: int, last: int
) -> Mapping[str, SeasonChange]:
    """By every department valid in the later year, and `kota`."""
    before, after = (_of_year(survey, year) for year in (first, last))
    earlier = set(before["kode_opd"])
    hidden = _hidden(before) | _hidden(after)
    return {
        kode_opd: _mean_change(pairs[kode_opd])
        if kode_opd in pairs
        else SeasonChange(None, None, None, None, _why_not(kode_opd, earlier, hidden))
        for kode_opd in sorted(set(after["kode_opd"]))
    }


def _mean_change(pairs: list[QuarterPair]) -> SeasonChange:
    many = len(pairs)
    mean = sum(p.difference for p in pairs) / many
    below = hypot(*(x for p in pairs for x in _below(p))) / many
    above = hypot(*(x for p in pairs for x in _above(p))) / many
    small = any(side.small for p in pairs for side in (p.old, p.new))
    status = Status.SMALL_SAMPLE if small else Status.PUBLISHED
    n = sum(p.old.n + p.new.n for p in pairs)
    return SeasonChange(mean, mean - below, mean + above, n, status)


def _below(pair: QuarterPair) -> tuple[float, float]:
    return pair.new.nilai - pair.new.batas_bawah, pair.old.batas_atas - pair.old.nilai


def _above(pair: QuarterPair) -> tuple[float, float]:
    return pair.new.batas_atas - pair.new.nilai, pair.old.nilai - pair.old.batas_bawah


def _why_not(kode_opd: str, earlier: set[str], hidden: set[str]) -> Status:
    if kode_opd not in earlier:
        return Status.NOT_APPLICABLE
    return Status.HIDDEN if kode_opd in hidden else Status.NOT_REPORTED


def _of_year(survey: pd.DataFrame, year: int) -> pd.DataFrame:
    """The quarters of a year."""
    return survey[survey["periode"].isin([f"{year}-T{quarter}" for quarter in (1, 2, 3, 4)])]


def _hidden(quarters: pd.DataFrame) -> set[str]:
    return set(quarters.loc[quarters["status"] == Status.HIDDEN, "kode_opd"])


def _sides(survey: pd.DataFrame, year: int) -> dict[tuple[str, int], Side]:
    own = _of_year(survey, year)
    known = own[own["status"].isin(_SHOWN) & own["batas_bawah"].notna()]
    columns = ("nilai", "batas_bawah", "batas_atas", "n", "status")
    cells = zip(*(known[name].tolist() for name in columns), strict=True)
    keys = zip(known["kode_opd"], known["periode"].str[-1].astype(int), strict=True)
    return {
        key: Side(value, low, high, int(n), status == Status.SMALL_SAMPLE)
        for key, (value, low, high, n, status) in zip(keys, cells, strict=True)
    }
