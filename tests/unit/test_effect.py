from __future__ import annotations

import pytest
from published_figures import figure

from suluh.comparison import Verdict
from suluh.effect import Effect, effect_text
from suluh.figures import Status
from suluh.impact import DIFFERENCE, GROUPS, SEASON, SLOPE


def effect(
    indikator: str = SEASON,
    nilai: float | None = 2.66,
    limits: tuple[float | None, float | None] = (0.1, 5.0),
    status: Status = Status.PUBLISHED,
) -> Effect:
    low, high = limits
    return Effect(
        figure(indikator, "2025", "2023", nilai=nilai, batas_bawah=low, batas_atas=high,
               status=status)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "verdict"),
    [
        ((-0.1, 5.0), Verdict.UNCLEAR),
        ((0.0, 5.0), Verdict.UNCLEAR),
        ((0.1, 5.0), Verdict.UP),
        ((-5.0, 0.0), Verdict.UNCLEAR),
        ((-5.0, -0.1), Verdict.DOWN),
        ((None, None), Verdict.UNKNOWN),
    ],
)
def test_a_direction_is_claimed_only_while_the_interval_leaves_zero_out(
    limits: tuple[float | None, float | None], verdict: Verdict
) -> None:
    assert effect(limits=limits).verdict is verdict


def test_a_change_is_told_by_its_size_without_a_sign() -> None:
    assert effect_text(effect()) == "naik 2,7 poin, lebih dari kebetulan"
    fall = effect(nilai=-2.66, limits=(-5, -0.1))
    assert effect_text(fall) == "turun 2,7 poin, lebih dari kebetulan"


@pytest.mark.parametrize(
    ("indikator", "words"),
    [
        (SEASON, "tidak berubah dengan jelas"),
        (GROUPS, "tidak berubah dengan jelas"),
        (DIFFERENCE, "tidak berbeda jelas dari yang lain"),
        (SLOPE, "tidak ada hubungan yang jelas"),
    ],
)
def test_an_interval_that_holds_zero_is_said_to_be_unclear(indikator: str, words: str) -> None:
    assert effect_text(effect(indikator, limits=(-1.0, 5.0))) == words


def test_without_a_value_the_state_is_said() -> None:
    hidden = effect(nilai=None, limits=(None, None), status=Status.HIDDEN)
    assert effect_text(hidden) == "disembunyikan untuk melindungi orang"


@pytest.mark.parametrize(("limits", "way"), [((0.1, 5.0), "baik"), ((-5.0, -0.1), "buruk")])
def test_a_slope_is_told_for_better_or_worse(limits: tuple[float, float], way: str) -> None:
    said = effect_text(effect(SLOPE, nilai=sum(limits) / 2, limits=limits))
    assert said.endswith(f"poin lebih {way}, lebih dari kebetulan")
