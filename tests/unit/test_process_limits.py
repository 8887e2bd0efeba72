"""Natural process limits: a published example, and each rule below, at and above its boundary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from published_figures import figure

from suluh import process_limits
from suluh.catalogue import indicators
from suluh.figures import Status
from suluh.process_limits import SCALING, Limits, Stage, natural_limits, stages
from suluh.published import Figure

NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
"""Flow rates of ten batches, NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2."""

QUARTERS = [f"{year}-T{quarter}" for year in range(2020, 2030) for quarter in (1, 2, 3, 4)]


def series(values: Sequence[float | None]) -> list[Figure]:
    return [
        figure(periode=period, nilai=v, status=Status.HIDDEN if v is None else Status.PUBLISHED)
        for period, v in zip(QUARTERS, values, strict=False)
    ]


def steady(count: int, level: float = 80.0) -> list[float]:
    """Values one point to either side of a level in turn: no run, and all within limits."""
    return [level + (-1) ** i for i in range(count)]


def only(values: Sequence[float | None]) -> Stage:
    (stage,) = stages(series(values))
    return stage


def test_limits_are_those_of_a_published_example() -> None:
    limits = natural_limits(NIST)
    assert limits
    assert limits.mean == pytest.approx(50.81)
    ranges = [abs(b - a) for a, b in pairwise(NIST)]
    assert sum(ranges) / len(ranges) == pytest.approx(1.8778, abs=5e-5)
    # The handbook takes 3/1.128, Wheeler 2.66: 0.0009 more.
    assert limits.upper == pytest.approx(55.8041, abs=0.001)
    assert limits.lower == pytest.approx(45.8159, abs=0.001)
    assert not any(map(limits.outside, series(NIST)))


def test_limits_are_those_of_the_methodology_page() -> None:
    assert natural_limits([80.0, 82.0] * 4) == Limits(81.0, 75.68, 86.32)


@pytest.mark.parametrize(("count", "judged"), [(7, False), (8, True), (9, True)])
def test_eight_successive_values_have_limits(count: int, judged: bool) -> None:
    assert bool(stages(series(steady(count)))) is judged
    assert (natural_limits(steady(count)) is not None) is judged


def test_values_that_do_not_follow_each_other_are_too_few_however_many() -> None:
    assert stages(series([*steady(7), None, *steady(7)])) == ()
    assert stages(series([*steady(8), None, *steady(2)]))
    assert stages(series([None] * 12)) == ()
    assert stages([]) == ()


def test_a_gap_is_no_change_yet_all_values_are_in_the_mean() -> None:
    limits = natural_limits([*steady(8), None, 84.0, 86.0])
    assert limits
    assert limits.mean == pytest.approx((8 * 80 + 84 + 86) / 10)
    moving_range = (7 * 2 + 2) / 8  # seven in the first stretch and one in the second
    assert limits.upper - limits.mean == pytest.approx(SCALING * moving_range)


@pytest.mark.parametrize(
    ("value", "side"), [(84.9, 0), (85.0, 0), (85.0001, 1), (75.1, 0), (75.0, 0), (74.9999, -1)]
)
def test_a_value_on_a_limit_is_not_outside(value: float, side: int) -> None:
    assert Limits(80.0, 75.0, 85.0).outside(figure(nilai=value)) == side


def test_a_value_on_a_limit_is_on_it_in_spite_of_fractions() -> None:
    # Mean 1.53, mean moving range 0.1: the upper limit is 1.796, in floats a little more or less.
    values = [1.5, 1.6, 1.5, 1.6, 1.5, 1.6, 1.5, 1.6, 1.5, 1.4]
    limits = natural_limits(values)
    assert limits
    assert limits.outside(figure(nilai=1.796)) == 0
    assert limits.outside(figure(nilai=1.7961)) == 1


def test_nothing_is_outside_of_a_figure_without_value() -> None:
    assert Limits(80.0, 75.0, 85.0).outside(figure(nilai=None)) == 0


def test_values_that_never_change_are_within_limits_of_no_width() -> None:
    stage = only([80.1] * 9)
    assert stage.limits == Limits(80.1, 80.1, 80.1)
    assert not any(map(stage.limits.outside, stage.figures))
    assert stage.runs == ()


@pytest.mark.parametrize(("count", "runs"), [(7, 0), (8, 1), (9, 1)])
def test_eight_on_one_side_of_the_mean_are_a_run(count: int, runs: int) -> None:
    low = steady(count, 80.0)
    stage = only([*low, *steady(7, 90.0)])  # too few for a level of their own
    assert len(stage.runs) == runs
    assert all(run.figures == stage.figures[:count] and not run.above for run in stage.runs)


@pytest.mark.parametrize(("count", "levels"), [(7, 1), (8, 2), (9, 2)])
def test_a_run_after_other_values_is_a_shift(count: int, levels: int) -> None:
    found = stages(series([*steady(7, 80.0), *steady(count, 90.0)]))
    assert len(found) == levels
    assert (found[-1].shift is not None) is (levels > 1)


def test_each_level_has_limits_of_its_own_where_it_is_long_enough() -> None:
    short, long = stages(series([*steady(7, 80.0), *steady(10, 90.0)]))
    assert short.limits is None
    assert long.limits == natural_limits(steady(10, 90.0))
    assert long.shift
    assert long.shift.above
    assert long.rose
    before, after = stages(series([*steady(8, 90.0), *steady(8, 80.0)]))
    assert before.limits == natural_limits(steady(8, 90.0))
    assert after.limits == natural_limits(steady(8, 80.0))
    assert not after.rose


def test_three_levels_are_three_stages() -> None:
    values = [*steady(8, 70.0), *steady(8, 80.0), *steady(8, 90.0)]
    assert [len(stage.figures) for stage in stages(series(values))] == [8, 8, 8]


def test_a_gap_or_a_value_on_the_mean_ends_a_run() -> None:
    level, high = steady(8, 80.0), steady(7, 90.0)
    assert len(only([*level, *high]).runs) == 1
    broken = [*level[:4], None, *level[4:], *high]
    assert only(broken).runs == ()
    mean = sum([*level, *high]) / 15
    assert only([*level[:4], mean, *level[4:], *high]).runs == ()


def test_gaps_before_a_run_are_no_other_level() -> None:
    assert len(stages(series([None, None, *steady(8, 80.0), *steady(7, 90.0)]))) == 1


def test_one_value_far_off_is_outside_and_moves_nobody_else() -> None:
    stage = only([*steady(5), 60.0, *steady(9)])
    assert stage.limits
    assert [f.nilai for f in stage.figures if stage.limits.outside(f)] == [60.0]
    mean = stage.limits.mean
    assert all(f.nilai is not None and f.nilai > mean for f in stage.figures[6:])  # nine of them
    assert stage.runs == ()


def test_a_small_sample_counts_like_any_other() -> None:
    small = [
        figure(periode=f.periode, nilai=f.nilai, status=Status.SMALL_SAMPLE)
        for f in series(steady(8))
    ]
    (stage,) = stages(small)
    assert stage.limits == natural_limits(steady(8))


def test_figures_of_another_rule_are_not_judged_together(monkeypatch: pytest.MonkeyPatch) -> None:
    ikm = indicators()["ikm"]
    changed = replace(ikm, versi=(*ikm.versi, replace(ikm.versi[0], versi="2", mulai=2022)))
    monkeypatch.setattr(process_limits, "indicators", lambda: {"ikm": changed})
    old, new = stages(series([*steady(8, 80.0), *steady(9, 90.0)]))
    assert [len(old.figures), len(new.figures)] == [8, 9]
    assert new.shift is None
    assert (
        stages(series([None] * 4 + steady(4) + steady(7))) == ()
    )  # 4 under one rule, 7 under two
