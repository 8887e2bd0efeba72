"""Statistics from additive counts, one value a group; every interval is 95 %.

Arguments are arrays, or single numbers, of equal length: one entry a group. NaN means that
there is no such statistic: of nothing, or of too little.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from numpy.polynomial.chebyshev import chebval

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NORMAL_QUANTILE = 1.959963984540054
"""Of the normal distribution, at 97.5 %."""

_STUDENT_QUANTILE = (
    5.766225730133, 5.04671367735, 1.514403334981, 0.319326140541, 0.05163649746004,
    0.007001089779691, 0.0008124225737181, 7.880270329014e-05, 6.311440767857e-06,
    6.827695783716e-07, 5.775799183887e-08, -1.641832728945e-08, 6.080394815138e-09,
    -1.036236000761e-09, -6.246283961598e-13, 1.012455543345e-10, -6.057098868681e-11,
    2.560773868697e-11, -8.39845651027e-12, 1.933249955654e-12, -2.069249039064e-13,
)  # fmt: skip
"""Of Student's t, at 97.5 %: its Chebyshev series in 2/ν - 1, for ν degrees of freedom from 1 on.

Interpolated from scipy's, which a test holds it against: to import that takes a third as long as
to compute all figures of a city (docs/adr/0041).
"""

_TOLERANCE = 1e-9
"""Of a survival probability: products of fractions are not exact."""


def round_half_up(numerator: npt.ArrayLike, denominator: npt.ArrayLike) -> Ints:
    """Round a ratio of integers to the nearest integer, halves up, without a float between."""
    top, bottom = np.asarray(numerator, "int64"), np.asarray(denominator, "int64")
    return np.asarray((2 * top + bottom) // (2 * bottom), "int64")


def wilson(count: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Score interval of a proportion, as fractions; NaN for n = 0 or count > n.

    Wilson 1927, doi 10.1080/01621459.1927.10502953, without continuity correction.
    """
    k, size = np.asarray(count, "float64"), np.asarray(n, "float64")
    with np.errstate(divide="ignore", invalid="ignore"):
        share = k / size
        centre = share + NORMAL_QUANTILE**2 / (2 * size)
        half = NORMAL_QUANTILE * np.sqrt(
            share * (1 - share) / size + NORMAL_QUANTILE**2 / (4 * size**2)
        )
        scale = 1 + NORMAL_QUANTILE**2 / size
        lower, upper = (centre - half) / scale, (centre + half) / scale
    known = (size > 0) & (k <= size)
    lower = np.where(known, np.where(k == 0, 0.0, lower), np.nan)
    upper = np.where(known, np.where(k == size, 1.0, upper), np.nan)
    return lower, upper


def variance(n: npt.ArrayLike, total: npt.ArrayLike, squares: npt.ArrayLike) -> Floats:
    """Sample variance from integer sums; NaN for n < 2.

    The sums are first moved to the integer below the mean: exact, so that equal values have
    variance 0, and within 64 bits.
    """
    size, sum_, sum2 = (np.asarray(x, "int64") for x in (n, total, squares))
    mean, rest = np.divmod(sum_, np.maximum(size, 1))
    deviations = sum2 - mean * (mean * size + 2 * rest)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = (deviations - rest.astype("float64") ** 2 / size) / (size - 1)
    return np.where(size > 1, result, np.nan)


def student_quantile(freedom: npt.ArrayLike) -> Floats:
    """Student's t with these degrees of freedom, whole or not, at 97.5 %; NaN for less than 1.

    Within 1e-12 of its value.
    """
    degrees = np.asarray(freedom, "float64")
    known = np.where(degrees >= 1, degrees, np.nan)
    return np.asarray(chebval(2 / known - 1, _STUDENT_QUANTILE), "float64")


def mean_margin(
    n: npt.ArrayLike,
    total: npt.ArrayLike,
    squares: npt.ArrayLike,
    population: npt.ArrayLike = np.nan,
) -> Floats:
    """Half the width of Student's t interval of a mean; NaN for n < 2.

    Where the population is known, times √((N − n)/(N − 1)) (Cochran 1977, § 2.6), so 0 when
    everyone answered.
    """
    size, people = np.asarray(n, "float64"), np.asarray(population, "float64")
    with np.errstate(divide="ignore", invalid="ignore"):
        margin = student_quantile(size - 1) * np.sqrt(variance(n, total, squares) / size)
        correction = np.sqrt(np.maximum(people - size, 0) / (people - 1))
    corrected = np.where(np.isnan(people), margin, margin * correction)
    return np.where((size > 0) & (size >= people), 0.0, corrected)


def krejcie_morgan(population: npt.ArrayLike) -> Floats:
    """Smallest sample for a population: Krejcie & Morgan 1970, doi 10.1177/001316447003000308.

    χ² = 3.841, P = 0.5, d = 0.05, rounded to the nearest whole response.
    """
    people = np.asarray(population, "float64")
    spread = 3.841 * 0.5 * 0.5
    return np.floor(people * spread / (0.05**2 * (people - 1) + spread) + 0.5)


@dataclass(frozen=True)
class Survival:
    """Kaplan–Meier curves: `survival` after each observed day of each group, in order.

    `greenwood` is the variance of its logarithm; not finite once everything is settled.
    """

    group: Ints
    day: Ints
    survival: Floats
    greenwood: Floats

    def median(self, groups: int) -> Floats:
        """First day by which at least half are settled, by group 0 … groups − 1, or NaN."""
        result = np.full(groups, np.nan)
        reached = self.survival <= 0.5 + _TOLERANCE
        group, first = np.unique(self.group[reached], return_index=True)
        result[group] = self.day[reached][first]
        return result

    def at(self, day: int, groups: int) -> Floats:
        """Probability of not being settled after a day, by group; 1 before the first.

        NaN once nobody is followed any longer and some were still open: nobody can know.
        """
        result = np.ones(groups)
        last = self._last_rows(np.full(len(self.day), fill_value=True))
        so_far = self._last_rows(self.day <= day)
        result[self.group[so_far]] = self.survival[so_far]
        past = last[(self.day[last] < day) & (self.survival[last] > _TOLERANCE)]
        result[self.group[past]] = np.nan
        return result

    def limits(self, day: int, groups: int) -> tuple[Floats, Floats]:
        """Interval of `at`; NaN where that is 0, 1 or unknown.

        On the scale of log(−log), which keeps it between 0 and 1: Kalbfleisch & Prentice 2002,
        *The Statistical Analysis of Failure Time Data*, § 1.4, with Greenwood's variance.
        """
        survival, log_variance = self.at(day, groups), np.full(groups, np.nan)
        so_far = self._last_rows(self.day <= day)
        log_variance[self.group[so_far]] = self.greenwood[so_far]
        known = (survival > _TOLERANCE) & (survival < 1)
        log = np.log(np.where(known, survival, np.nan))
        ratio = np.exp(NORMAL_QUANTILE * np.sqrt(log_variance) / -log)
        return np.exp(log * ratio), np.exp(log / ratio)

    def _last_rows(self, among: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
        """Position of each group's last row among some."""
        rows = np.flatnonzero(among)
        ends = np.flatnonzero(np.diff(self.group[rows], append=-1))
        return rows[ends]


def kaplan_meier(group: Ints, day: Ints, settled: Ints, censored: Ints) -> Survival:
    """Estimate survival from counts by (group, day), which are sorted and unique.

    Kaplan & Meier 1958, doi 10.1080/01621459.1958.10501452: those censored on a day were still
    at risk on it. The variance is Greenwood's (1926).
    """
    left = pd.Series(settled + censored)
    at_risk = left.groupby(group).transform("sum") - (left.groupby(group).cumsum() - left)
    survival = (1 - settled / at_risk).groupby(group).cumprod()
    greenwood = pd.Series(settled / (at_risk * (at_risk - settled))).groupby(group).cumsum()
    curves = (np.asarray(curve, "float64") for curve in (survival, greenwood))
    return Survival(group, day, *curves)
