"""More training, more satisfaction? Departments against one another, each against itself before.

Dose: training hours per employee gained (`jp_rata`). Outcome: the change of satisfaction in the
same quarters. What stays as it was in a department between the two years cannot disturb either;
what changed along with training still can (Wing, Simon & Bello-Gomez 2018,
doi 10.1146/annurev-publhealth-040617-013507).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from suluh.statistics import student_quantile

SMALLEST_GROUP = 3
"""Departments: means of fewer say nothing of their group."""

PER_JP = 10
"""Hours a slope is told for: a step that departments really take."""

SINGULAR = 1e10
"""Condition number from which two columns cannot be told apart."""


@dataclass(frozen=True)
class Response:
    """One department: JP per employee gained, points of satisfaction gained, points at first."""

    kode_opd: str
    jp: float
    points: float
    start: float


@dataclass(frozen=True)
class Estimate:
    """An estimate from `n` departments, with its 95 % interval."""

    nilai: float
    batas_bawah: float
    batas_atas: float
    n: int


def halves(responses: Sequence[Response]) -> tuple[list[Response], list[Response]]:
    """The half that gained more training, and the other; both empty where either is too small.

    Equal gains are split by code: somewhere the line must be.
    """
    ordered = sorted(responses, key=lambda r: (-r.jp, r.kode_opd))
    middle = len(ordered) // 2
    if middle < SMALLEST_GROUP:
        return [], []
    return ordered[:middle], ordered[middle:]


def mean_change(group: Sequence[Response]) -> Estimate:
    """The mean change of a group's departments, with Student's t interval among them."""
    mean, error = _mean_and_error(group)
    return _estimate(mean, error, len(group) - 1, len(group))


def difference(more: Sequence[Response], fewer: Sequence[Response]) -> Estimate:
    """Difference in differences: how much more the first group changed (Welch 1947)."""
    (mean1, error1), (mean2, error2) = map(_mean_and_error, (more, fewer))
    spread = error1**2 + error2**2
    parts = error1**4 / (len(more) - 1) + error2**4 / (len(fewer) - 1)
    freedom = spread**2 / parts if parts else math.inf
    return _estimate(mean1 - mean2, math.sqrt(spread), freedom, len(more) + len(fewer))


def slope(responses: Sequence[Response]) -> Estimate | None:
    """Points of satisfaction for every `PER_JP` hours gained, by least squares.

    None where there are too few departments or all gained the same.
    """
    return _coefficient(responses, [r.jp for r in responses])


def adjusted_slope(responses: Sequence[Response]) -> Estimate | None:
    """The same among departments that were as well liked at first.

    Who was lowest tends to rise by itself (regression to the mean; Barnett, van der Pols &
    Dobson 2005, doi 10.1093/ije/dyh299): should those have been trained most, training would
    seem to work.
    """
    return _coefficient(responses, [r.jp for r in responses], [r.start for r in responses])


def _coefficient(responses: Sequence[Response], *columns: Sequence[float]) -> Estimate | None:
    """The coefficient of the first column in a linear regression of the points."""
    n = len(responses)
    if n < 2 * SMALLEST_GROUP:
        return None
    x = np.array([np.asarray(c) - math.fsum(c) / n for c in columns])
    points = [r.points for r in responses]
    y = np.asarray(points) - math.fsum(points) / n
    products = x @ x.T
    if np.linalg.cond(products) > SINGULAR:
        return None
    inverse = np.linalg.inv(products)
    weights = inverse @ (x @ y)
    freedom = n - 1 - len(columns)
    variance = float(((y - weights @ x) ** 2).sum()) / freedom
    error = math.sqrt(variance * float(inverse[0, 0]))
    return _estimate(PER_JP * float(weights[0]), PER_JP * error, freedom, n)


def _mean_and_error(group: Sequence[Response]) -> tuple[float, float]:
    n = len(group)
    mean = math.fsum(r.points for r in group) / n
    squares = math.fsum((r.points - mean) ** 2 for r in group)
    return mean, math.sqrt(squares / (n - 1) / n)


def _estimate(value: float, error: float, freedom: float, n: int) -> Estimate:
    margin = float(student_quantile(freedom)) * error
    return Estimate(value, value - margin, value + margin, n)
