"""Which values of a series lie far outside what came before them in the same series.

A value is compared with the median of the earlier ones, in units of their usual spread: the
median absolute deviation × 1.4826, which is a standard deviation where values are normal
(Rousseeuw and Croux 1993, doi 10.1080/01621459.1993.10476408). One odd value of the past moves
neither. What comes later does not change what was said of a value: a confirmation stays good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from statistics import median
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

LEAST_EARLIER = 4
"""Earlier values needed to speak of what is usual."""

FAR = 4.4
"""Spreads from the median from which on a value is far: 34 departments of the sample have two such
values in four years, out of a thousand (docs/adr/0020)."""

_AS_DEVIATION = 1.4826

Values: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Least:
    """The smallest spread called usual: in the unit of the values, and as a share of the median.

    Of a count it is the square root of the median too, as for a Poisson count.
    """

    spread: float
    share: float = 0.0
    is_count: bool = False


@dataclass(frozen=True)
class Far:
    """A value far from what was usual before it, and the range of `count` earlier values."""

    kode_opd: str
    periode: str
    value: float
    usual: float
    lowest: float
    highest: float
    count: int

    @property
    def is_high(self) -> bool:
        return self.value > self.usual


def far_values(values: pd.DataFrame, chance: pd.DataFrame, least: Least) -> Iterator[Far]:
    """Yield every far value, by period.

    `values`: departments × periods in order, missing where there is none. `chance`, of the same
    shape: the standard error of each value; a value whose error is unknown is not judged.
    """
    departments = values.index.tolist()
    cells, errors = values.to_numpy("float64"), chance.to_numpy("float64")
    for place, periode in enumerate(values.columns):
        earlier, now, error = cells[:, :place], cells[:, place], errors[:, place]
        enough = (~np.isnan(earlier)).sum(axis=1) >= LEAST_EARLIER
        for row in np.flatnonzero(enough & ~np.isnan(now) & ~np.isnan(error)).tolist():
            before = earlier[row][~np.isnan(earlier[row])]
            if is_far(now[row], before, error[row], least):
                yield _far(departments[row], str(periode), now[row], before)


def is_far(value: float, before: Values, error: float, least: Least) -> bool:
    """Whether a value lies at least `FAR` spreads from the median of the earlier ones."""
    usual = median(before.tolist())
    deviation = median(np.abs(before - usual).tolist()) * _AS_DEVIATION
    by_chance = sqrt(usual) if least.is_count else error
    spread = max(deviation, by_chance, least.spread, least.share * usual)
    return bool(value != usual and abs(value - usual) >= FAR * spread)


def _far(kode_opd: str, periode: str, value: float, before: Values) -> Far:
    return Far(
        kode_opd=kode_opd,
        periode=periode,
        value=float(value),
        usual=median(before.tolist()),
        lowest=float(before.min()),
        highest=float(before.max()),
        count=len(before),
    )
