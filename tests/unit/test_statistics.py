"""Intervals, sample size and survival against scipy.stats and published tables."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import stats

from suluh.statistics import (
    NORMAL_QUANTILE,
    Survival,
    kaplan_meier,
    krejcie_morgan,
    mean_margin,
    round_half_up,
    student_quantile,
    variance,
    wilson,
)


@pytest.mark.parametrize(
    ("count", "n"), [(0, 1), (1, 1), (0, 30), (1, 30), (15, 30), (30, 30), (7, 1000)]
)
def test_wilson_is_that_of_scipy(count: int, n: int) -> None:
    expected = stats.binomtest(count, n).proportion_ci(method="wilson")
    lower, upper = wilson([count], [n])
    assert lower[0] == pytest.approx(expected.low, abs=1e-12)
    assert upper[0] == pytest.approx(expected.high, abs=1e-12)


def test_wilson_touches_the_ends_exactly() -> None:
    lower, upper = wilson([0, 17], [17, 17])
    assert lower[0] == 0.0
    assert upper[1] == 1.0
    assert 0 < upper[0] < 1
    assert 0 < lower[1] < 1


@pytest.mark.parametrize(("count", "n"), [(0, 0), (3, 2)])
def test_no_interval_of_nothing_or_of_more_than_all(count: int, n: int) -> None:
    assert np.isnan(wilson([count], [n])).all()


@pytest.mark.parametrize("values", [[1, 2], [9, 36, 20, 21], [4, 4, 4], [-3, 0, 5, 5, 1]])
def test_t_interval_is_that_of_scipy(values: list[int]) -> None:
    n, total, squares = len(values), sum(values), sum(v * v for v in values)
    margin = float(mean_margin(n, total, squares))
    if len(set(values)) == 1:
        assert margin == 0
        return
    interval = stats.t.interval(0.95, n - 1, np.mean(values), stats.sem(values))
    assert total / n - margin == pytest.approx(interval[0])
    assert total / n + margin == pytest.approx(interval[1])


def test_quantiles_are_those_of_scipy() -> None:
    """At each whole number of degrees, between them (Welch's are not whole), and without end."""
    freedom = np.concatenate([
        np.arange(1, 5_000), np.linspace(1, 60, 5_000), np.geomspace(1, 1e9, 2_000), [np.inf]
    ])  # fmt: skip
    assert student_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-12)
    assert stats.norm.ppf(0.975) == pytest.approx(NORMAL_QUANTILE, rel=1e-15)


@pytest.mark.parametrize("freedom", [-1, 0, 0.999, math.nan])
def test_less_than_one_degree_of_freedom_has_no_quantile(freedom: float) -> None:
    assert np.isnan(student_quantile(freedom))


def test_one_response_or_none_has_no_interval() -> None:
    assert np.isnan(mean_margin([0, 1], [0, 30], [0, 900])).all()


def test_finite_population_correction_below_at_and_above_n() -> None:
    n, total, squares = 10, 250, 6300
    plain = float(mean_margin(n, total, squares))
    margins = mean_margin([n] * 4, [total] * 4, [squares] * 4, [np.nan, 11, 10, 9])
    assert margins.tolist() == pytest.approx([plain, plain * math.sqrt(1 / 10), 0, 0])


def test_a_census_of_one_is_certain() -> None:
    assert mean_margin(1, 30, 900, 1) == 0


def test_variance_is_exact_for_large_equal_values() -> None:
    value, n = 1_000_000, 1_000_000
    assert variance(n, value * n, value * value * n) == 0


def test_variance_of_large_numbers_is_exact() -> None:
    values = [10**6, 10**6 + 1, 10**6 + 5]
    squares = sum(v * v for v in values)
    mean = Fraction(sum(values), 3)
    exact = sum((v - mean) ** 2 for v in values) / 2
    assert float(variance(3, sum(values), squares)) == pytest.approx(float(exact), rel=1e-15)


@pytest.mark.parametrize(
    ("population", "sample"),
    [(10, 10), (50, 44), (100, 80), (200, 132), (500, 217), (1000, 278), (2000, 322),
     (5000, 357), (10000, 370)],
)  # fmt: skip
def test_krejcie_morgan_table(population: int, sample: int) -> None:
    assert krejcie_morgan([population]).tolist() == [sample]


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(1, 2, 1), (499, 1000, 0), (3, 2, 2), (5, 2, 3), (0, 7, 0), (7, 7, 1), (10, 3, 3)],
)
def test_halves_round_up(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded


# 6-MP arm of Freireich et al. 1963, Blood 21:699: weeks of remission; 1 = relapse.
FREIREICH = [
    (6, 1), (6, 1), (6, 1), (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1),
    (17, 0), (19, 0), (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0),
]  # fmt: skip


def curve(*groups: list[tuple[int, int]]) -> Survival:
    rows = sorted({(g, day) for g, cases in enumerate(groups) for day, _ in cases})
    cells = [[(day, s) for day, s in groups[g] if day == d] for g, d in rows]
    return kaplan_meier(
        np.array([g for g, _ in rows], "int64"),
        np.array([d for _, d in rows], "int64"),
        np.array([sum(s for _, s in cell) for cell in cells], "int64"),
        np.array([sum(1 - s for _, s in cell) for cell in cells], "int64"),
    )


def test_kaplan_meier_of_the_leukaemia_data() -> None:
    survival = curve(FREIREICH)
    published = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}
    for week, probability in published.items():
        assert survival.at(week, 1)[0] == pytest.approx(probability, abs=5e-5)
    assert survival.median(1).tolist() == [23]


def test_greenwood_limits_of_the_leukaemia_data() -> None:
    """As Stata lists them, https://data.princeton.edu/eco572/KaplanMeier.html."""
    treated, control = curve(FREIREICH), curve([(w, 1) for w in (1, 1, 2, 2, *[9] * 17)])
    published = {6: (0.6197, 0.9516), 7: (0.5631, 0.9228), 10: (0.5032, 0.8894),
                 13: (0.4316, 0.8491), 16: (0.3675, 0.8049), 22: (0.2678, 0.7468),
                 23: (0.1881, 0.6801)}  # fmt: skip
    for week, limits in published.items():
        assert np.ravel(treated.limits(week, 1)) == pytest.approx(limits, abs=5e-5)
    for week, limits in {1: (0.6700, 0.9753), 2: (0.5689, 0.9239)}.items():
        assert np.ravel(control.limits(week, 1)) == pytest.approx(limits, abs=5e-5)


def test_a_curve_has_no_limits_where_all_or_none_are_settled_or_nobody_knows() -> None:
    survival = curve([(2, 1), (5, 0)], [(2, 1), (5, 1)])
    for day, known in {
        1: [False, False],
        2: [True, True],
        5: [True, False],
        6: [False] * 2,
    }.items():
        for limits in survival.limits(day, 2):
            assert (~np.isnan(limits)).tolist() == known


def test_kaplan_meier_is_that_of_scipy_for_several_groups() -> None:
    groups = [FREIREICH, [(0, 1), (3, 0), (3, 1), (9, 1)], [(5, 0)]]
    survival = curve(*groups)
    for g, cases in enumerate(groups):
        data = stats.CensoredData.right_censored(
            [day for day, _ in cases], [settled == 0 for _, settled in cases]
        )
        reference = stats.ecdf(data).sf
        for day in range(max(d for d, _ in cases) + 1):
            assert survival.at(day, 3)[g] == pytest.approx(float(reference.evaluate(day)))


def test_median_is_the_first_day_with_half_settled() -> None:
    half = [(1, 1), (4, 1), (6, 1), (9, 1)]
    not_half = [(1, 1), (4, 0), (6, 0)]
    medians = curve(half, not_half).median(3)
    assert medians[0] == 4
    assert np.isnan(medians[1])
    assert np.isnan(medians[2])  # a group without cases


@pytest.mark.parametrize("n", range(2, 40, 2))
def test_median_is_exact_without_censoring(n: int) -> None:
    assert curve([(day, 1) for day in range(1, n + 1)]).median(1).tolist() == [n // 2]


def test_nothing_is_known_after_the_last_open_case() -> None:
    survival = curve([(2, 1), (5, 0)], [(2, 1), (5, 1)])
    assert survival.at(1, 2).tolist() == [1, 1]
    assert survival.at(5, 2).tolist() == [0.5, 0]
    later = survival.at(6, 2)
    assert np.isnan(later[0])
    assert later[1] == 0


def test_no_cases_at_all() -> None:
    none = np.array([], "int64")
    assert np.isnan(kaplan_meier(none, none, none, none).median(2)).all()
