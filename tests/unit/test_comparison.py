from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from published_figures import Cell, figure, published

from suluh.catalogue import indicators
from suluh.comparison import (
    GROWING,
    Position,
    Verdict,
    against,
    against_target,
    compare,
    difference_interval,
    year_on_year,
)
from suluh.figures import Status
from suluh.published import Figure


def ikm(value: float | None, lower: float | None, upper: float | None, **cells: object) -> Figure:
    return figure("ikm", nilai=value, batas_bawah=lower, batas_atas=upper, **cells)


def share(value: float, lower: float, upper: float) -> Figure:
    return figure("pengaduan_tepat_waktu", nilai=value, batas_bawah=lower, batas_atas=upper)


def test_newcombe_example_1998_method_10() -> None:
    """56/70 against 48/80 gives 0.0524 to 0.3339 (Newcombe 1998, table II, case a)."""
    new = share(80.0, 69.1834, 87.6953)
    old = share(60.0, 49.0455, 70.0382)
    assert difference_interval(new, old) == pytest.approx((5.24, 33.39), abs=0.01)


def test_difference_and_limits_mirror_when_the_order_is_reversed() -> None:
    new, old = ikm(84.0, 82.0, 85.0), ikm(80.0, 79.0, 82.5)
    there, back = compare(new, old), compare(old, new)
    assert there.difference == 4.0
    assert (there.lower, there.upper) == pytest.approx((-(back.upper or 0), -(back.lower or 0)))


@pytest.mark.parametrize(
    ("lower_of_new", "verdict"),
    [(81.9, Verdict.UNCLEAR), (82.0, Verdict.UNCLEAR), (82.1, Verdict.UP)],
    ids=["interval below zero's edge", "interval touches zero", "interval above zero"],
)
def test_a_rise_is_claimed_only_while_the_interval_leaves_zero_out(
    lower_of_new: float, verdict: Verdict
) -> None:
    new, old = ikm(85.0, lower_of_new, 86.0), ikm(80.0, 79.0, 84.0)
    assert compare(new, old).verdict is verdict  # margins 3 and 4 add to exactly 5


@pytest.mark.parametrize(
    ("cases", "verdict"),
    [(9, Verdict.UNCLEAR), (10, Verdict.UP), (11, Verdict.UP)],
)
def test_a_share_of_too_few_cases_never_moved_clearly(cases: int, verdict: Verdict) -> None:
    many, few = share(100.0, 70.0, 100.0), replace(share(10.0, 0.0, 30.0), n=cases)
    assert compare(many, few).verdict is verdict
    assert compare(few, many).verdict is {Verdict.UP: Verdict.DOWN}.get(verdict, verdict)


def test_a_mean_is_not_held_to_the_number_of_cases() -> None:
    assert compare(ikm(80, 79, 81, n=9), ikm(70, 69, 71, n=9)).verdict is Verdict.UP


def test_a_fall_is_claimed_below_zero() -> None:
    assert compare(ikm(70, 69, 71), ikm(80, 79, 81)).verdict is Verdict.DOWN


def test_equal_figures_do_not_differ() -> None:
    assert compare(ikm(80, 79, 81), ikm(80, 79, 81)).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.NOT_REPORTED, Status.NOT_APPLICABLE])
def test_nothing_is_said_without_a_value(status: Status) -> None:
    change = compare(ikm(80, 79, 81), ikm(None, None, None, status=status))
    assert (change.verdict, change.difference) == (Verdict.UNKNOWN, None)


def test_nothing_is_claimed_of_a_mean_without_limits() -> None:
    change = compare(ikm(80, None, None), ikm(70, 69, 71))
    assert (change.verdict, change.difference) == (Verdict.UNKNOWN, 10)


def test_a_count_differs_plainly() -> None:
    change = compare(figure("pengaduan_masuk", nilai=12.0), figure("pengaduan_masuk", nilai=9.0))
    assert (change.verdict, change.difference, change.lower) == (Verdict.PLAIN, 3.0, None)


def test_year_on_year_compares_the_same_quarter() -> None:
    city = published()
    figure_now = city.of("disdukcapil").get("ikm", "2026-T3")
    assert figure_now is not None
    change = year_on_year(city, figure_now)
    assert change is not None
    assert change.old.periode == "2025-T3"


def test_year_on_year_says_nothing_before_the_first_year() -> None:
    city = published()
    first = city.city.years("ikm")[0]
    assert year_on_year(city, first) is None


@pytest.mark.parametrize("indikator", ["jp_rata", "pelatihan_cakupan", "evaluasi_cakupan", "ikm"])
def test_a_year_under_way_is_not_held_against_a_whole_one(indikator: str) -> None:
    city = published()
    *_, whole, under_way = city.city.years(indikator)
    assert year_on_year(city, under_way) is None
    assert year_on_year(city, whole) is not None


def test_a_quarter_under_way_is_compared_unless_its_indicator_still_grows() -> None:
    city = published(as_of=date(2026, 8, 12))
    mean, received = (city.city.quarters(i)[-1] for i in ("ikm", "pengaduan_masuk"))
    assert year_on_year(city, mean) is not None
    assert year_on_year(city, received) is None


def test_a_year_is_whole_on_its_last_day_and_not_before() -> None:
    eve, last_day = (published(as_of=day) for day in (date(2026, 12, 30), date(2026, 12, 31)))
    assert year_on_year(eve, eve.city.years("jp_rata")[-1]) is None
    assert year_on_year(last_day, last_day.city.years("jp_rata")[-1]) is not None


def test_growing_indicators_exist() -> None:
    assert set(indicators()) >= GROWING


@pytest.mark.parametrize(
    ("target", "position"),
    [
        (81.9, Position.ABOVE),
        (82.0, Position.UNCLEAR),
        (85.0, Position.UNCLEAR),
        (85.1, Position.BELOW),
    ],
)
def test_a_target_is_passed_only_outside_the_limits(target: float, position: Position) -> None:
    goal = figure("target", rincian="ikm", nilai=target, satuan="indeks")
    assert against(ikm(84, 82, 85), goal).position is position


@pytest.mark.parametrize(
    ("cases", "below", "above"),
    [
        (1, Position.UNCLEAR, Position.UNCLEAR),
        (9, Position.UNCLEAR, Position.UNCLEAR),
        (10, Position.BELOW, Position.ABOVE),
        (11, Position.BELOW, Position.ABOVE),
    ],
)
def test_a_share_of_too_few_cases_is_never_held_against_its_target(
    cases: int, below: Position, above: Position
) -> None:
    none, all_ = (replace(share(*cells), n=cases) for cells in ((0, 0, 70), (100, 72, 100)))
    high, low = (figure("target", nilai=goal, satuan="persen") for goal in (85.0, 50.0))
    assert against(none, high).position is below
    assert against(all_, low).position is above


def test_a_figure_without_limits_stands_beside_its_target_by_its_value() -> None:
    hours = figure("jp_rata", nilai=21.0)
    positions = [against(hours, figure("target", nilai=g)).position for g in (20.0, 21.0, 22.0)]
    assert positions == [Position.ABOVE, Position.UNCLEAR, Position.BELOW]


def test_no_standing_without_a_target() -> None:
    city = published()
    quarter = city.city.quarters("pengaduan_masuk")[-1]
    assert against_target(city, quarter) is None


def test_a_quarter_is_held_against_the_target_of_its_year() -> None:
    city = published()
    standing = against_target(city, city.city.quarters("ikm")[-1])
    assert standing is not None
    assert (standing.target.periode, standing.target.rincian) == ("2026", "ikm")


def test_a_hidden_figure_has_no_standing_that_tells() -> None:
    def cell(indikator: str, *_: str) -> Cell:
        return Cell(Status.HIDDEN) if indikator == "ikm" else Cell()

    city = published(cell)
    standing = against_target(city, city.city.quarters("ikm")[-1])
    assert standing is not None
    assert standing.position is Position.UNKNOWN
