"""Limits of a funnel plot: how far from the city's mean a department may lie without remark.

Spiegelhalter 2005, doi 10.1002/sim.1970: limits widen where few answered. Where departments differ
by more than the chance of who answered, as they do when they serve different people, nearly all
would lie outside; then what they differ by in general is added to each department's error
(Spiegelhalter 2005, doi 10.1136/qshc.2005.013755), and outside are those that stand out even so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import NormalDist

from suluh.published import Figure, Published

WARNING, ALARM = (NormalDist().inv_cdf(p) for p in (0.975, 0.999))
"""Standard errors to the 95 % and the 99.8 % limits."""

_TAIL = 0.1
"""The share of departments at each end whose scores are drawn in before dispersion is judged."""


@dataclass(frozen=True)
class Limits:
    """The mean, the spread of single answers, and of departments beyond chance, in points."""

    mean: float
    spread: float
    between: float = 0.0

    def error(self, n: float) -> float:
        """Standard error of a department with so many answers."""
        return sqrt(self.spread**2 / n + self.between**2)

    def score(self, figure: Figure) -> float:
        """How many standard errors a department with a value lies from the mean."""
        return ((figure.nilai or 0.0) - self.mean) / self.error(figure.n or 1)


def funnel_limits(published: Published, city: Figure, shown: Sequence[Figure]) -> Limits | None:
    """The limits for these departments; None where the city's interval is not published."""
    spread = standard_deviation(published, city)
    if not spread or city.nilai is None:
        return None
    by_chance = Limits(city.nilai, spread)
    return replace(by_chance, between=_between(by_chance, shown))


def standard_deviation(published: Published, city: Figure) -> float | None:
    """Spread of single answers, worked back from the city's published interval.

    half width = t·s/√n, times √((N − n)/(N − 1)) where N, the people served, is published
    (n of `skm_sampel_minimum`). The city has many answers, so t is the normal quantile.
    """
    if city.batas_bawah is None or city.batas_atas is None or not city.n:
        return None
    half = (city.batas_atas - city.batas_bawah) / 2
    served = published.city.get("skm_sampel_minimum", city.periode)
    people = served.n if served and served.n else None
    finite = sqrt((people - city.n) / (people - 1)) if people and people > city.n else 1.0
    return half * sqrt(city.n) / WARNING / finite


def _between(by_chance: Limits, shown: Sequence[Figure]) -> float:
    """Standard deviation of departments beyond chance; 0 unless dispersion is clearly too large.

    φ, the mean of squared winsorised scores, is 1 by chance with standard deviation √(2/I); the
    moment estimate τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw) with w the inverse of each variance.
    """
    count = len(shown)
    squares = sum(z**2 for z in _winsorised([by_chance.score(f) for f in shown]))
    if count < 2 or squares / count <= 1 + 2 * sqrt(2 / count):  # noqa: PLR2004 one has no spread
        return 0.0
    weights = [by_chance.error(f.n or 1) ** -2 for f in shown]
    total = sum(weights)
    return sqrt((squares - (count - 1)) / (total - sum(w**2 for w in weights) / total))


def _winsorised(scores: Sequence[float]) -> list[float]:
    """The scores, those beyond the outermost tenths drawn in to where these begin."""
    ordered = sorted(scores)
    cut = int(_TAIL * len(ordered))
    lowest, highest = ordered[cut], ordered[len(ordered) - 1 - cut]
    return [min(max(score, lowest), highest) for score in scores]
