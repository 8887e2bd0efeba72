"""The effects against worked examples and against scipy."""

from __future__ import annotations

from datetime import date
from math import hypot

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from suluh.figures import FIGURE_COLUMNS, KEY_COLUMNS, Status
from suluh.impact import with_effects
from suluh.impact.dose import (
    Response,
    adjusted_slope,
    difference,
    halves,
    mean_change,
    slope,
)

AS_OF = date(2025, 12, 31)
CELLS = {"nilai": "float64", "batas_bawah": "float64", "batas_atas": "float64", "n": "Int64"}
JP = (9.0, 4.0, -2.0, 12.0, 0.5, 7.0, 3.0, -1.0)
POINTS = (3.1, 0.4, -0.6, 2.2, 1.9, 0.1, 1.2, -1.4)
START = (70.0, 81.0, 84.0, 76.0, 79.5, 82.0, 78.0, 88.0)
RESPONSES = tuple(
    Response(f"d{i}", *cells) for i, cells in enumerate(zip(JP, POINTS, START, strict=True))
)


def survey(
    kode_opd: str, periode: str, nilai: float | None, margin: float = 1.0, n: int = 40,
    status: str = "terbit",
) -> tuple[object, ...]:  # fmt: skip
    if nilai is None:
        return ("ikm", kode_opd, periode, "", None, None, None, None, "indeks", "", status)
    limits = (nilai - margin, nilai + 2 * margin)
    return ("ikm", kode_opd, periode, "", nilai, *limits, n, "indeks", "B", status)


def hours(kode_opd: str, year: str, nilai: float) -> tuple[object, ...]:
    return ("jp_rata", kode_opd, year, "", nilai, None, None, 40, "JP", "", "terbit")


def city(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Published rows, with the yearly ones by which the years are chosen."""
    years = [survey("kota", year, 80.0) for year in ("2024", "2025")]
    table = pd.DataFrame([*years, *rows], columns=list(FIGURE_COLUMNS)).astype(CELLS)
    return table.sort_values(list(KEY_COLUMNS), ignore_index=True)


def effects(figures: pd.DataFrame, as_of: date = AS_OF) -> pd.DataFrame:
    table = with_effects(figures, as_of)
    own = table[table["indikator"].str.startswith("dampak_")]
    return own.set_index(["indikator", "kode_opd", "periode", "rincian"])


def season(kode_opd: str, *rows: tuple[object, ...]) -> pd.Series:
    return effects(city(*rows)).loc["dampak_musim", kode_opd, "2025", "2024"]


def test_the_mean_of_same_quarter_differences_and_its_limits() -> None:
    row = season(
        "a",
        survey("a", "2024-T1", 80.0, 1.0, n=40),
        survey("a", "2025-T1", 83.0, 2.0, n=50),
        survey("a", "2024-T2", 70.0, 0.5, n=60),
        survey("a", "2025-T2", 71.0, 1.0, n=70),
        survey("a", "2025-T3", 99.0),
    )
    assert row["nilai"] == pytest.approx(2.0)
    assert row["batas_bawah"] == pytest.approx(2.0 - hypot(2, 2, 1, 1) / 2)
    assert row["batas_atas"] == pytest.approx(2.0 + hypot(4, 1, 2, 0.5) / 2)
    assert (row["n"], row["status"], row["satuan"]) == (220, "terbit", "poin")


def test_a_good_season_answered_more_often_does_not_look_like_a_change() -> None:
    """The year's own mean rises from 76 to 84 though every quarter stayed as it was."""
    rows = [survey("a", f"{y}-T{q}", v) for y in (2024, 2025) for q, v in ((1, 90.0), (2, 70.0))]
    assert season("a", *rows)["nilai"] == 0.0


def test_a_small_sample_marks_what_is_made_of_it() -> None:
    row = season(
        "a", survey("a", "2024-T1", 80.0), survey("a", "2025-T1", 81.0, status="sampel_kecil")
    )
    assert row["status"] == Status.SMALL_SAMPLE


def test_a_hidden_quarter_is_left_out_so_that_nothing_can_be_worked_out() -> None:
    row = season(
        "a",
        survey("a", "2024-T1", 80.0),
        survey("a", "2025-T1", 81.0),
        survey("a", "2024-T2", 70.0),
        survey("a", "2025-T2", None, status="disembunyikan"),
    )
    assert (row["nilai"], row["n"]) == (1.0, 80)


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([("2024-T1", "disembunyikan"), ("2025-T1", "terbit")], Status.HIDDEN),
        ([("2024-T1", "tidak_dilaporkan"), ("2025-T1", "terbit")], Status.NOT_REPORTED),
        ([("2025-T1", "terbit")], Status.NOT_APPLICABLE),
        ([("2024-T1", "terbit"), ("2025-T2", "terbit")], Status.NOT_REPORTED),
    ],
    ids=["hidden", "not reported", "not there before", "no quarter in common"],
)
def test_without_a_quarter_in_common_it_says_why(
    rows: list[tuple[str, str]], status: Status
) -> None:
    row = season(
        "a",
        *(survey("a", p, 80.0 if s == "terbit" else None, status=s) for p, s in rows),
    )
    assert pd.isna(row["nilai"])
    assert row["status"] == status


def test_limits_are_needed_of_every_quarter() -> None:
    bare = ("ikm", "a", "2025-T1", "", 81.0, None, None, 1, "indeks", "B", "terbit")
    assert pd.isna(season("a", survey("a", "2024-T1", 80.0), bare)["nilai"])


@pytest.mark.parametrize(
    ("as_of", "compared"), [(date(2025, 12, 30), False), (date(2025, 12, 31), True)]
)
def test_only_years_that_are_over_are_compared(as_of: date, compared: bool) -> None:
    figures = city(survey("a", "2024-T1", 80.0), survey("a", "2025-T1", 81.0))
    assert bool(len(effects(figures, as_of))) is compared


def test_the_table_keeps_its_order_and_its_own_rows() -> None:
    figures = city(survey("a", "2024-T1", 80.0), survey("a", "2025-T1", 81.0))
    table = with_effects(figures, AS_OF)
    keys = list(table[list(KEY_COLUMNS)].itertuples(index=False, name=None))
    assert keys == sorted(set(keys))
    kept = table[~table["indikator"].str.startswith("dampak_")].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, figures)


@pytest.mark.parametrize("departments", [5, 6])
def test_too_few_departments_are_not_applicable(departments: int) -> None:
    rows = []
    for i in range(departments):
        rows += [survey(f"d{i}", "2024-T1", 80.0), survey(f"d{i}", "2025-T1", 80.0 + i)]
        rows += [hours(f"d{i}", "2024", 10.0), hours(f"d{i}", "2025", 10.0 + 2 * i)]
    found = effects(city(*rows))
    for key in (("dampak_selisih", "2024"), ("dampak_kemiringan", "2024")):
        row = found.loc[key[0], "kota", "2025", key[1]]
        assert (row["status"] == Status.PUBLISHED) is (departments == 6)
    assert found.loc["dampak_kelompok", "kota", "2025", "2024/lebih"]["status"] == (
        Status.PUBLISHED if departments == 6 else Status.NOT_APPLICABLE
    )


def test_halves_are_split_by_training_and_equal_gains_by_code() -> None:
    equal = [Response(code, 1.0, 0.0, 0.0) for code in "fedcba"]
    more, fewer = halves(equal)
    assert [r.kode_opd for r in (*more, *fewer)] == list("abcdef")
    assert [r.jp for r in halves(RESPONSES)[0]] == sorted(JP, reverse=True)[:4]


def test_the_mean_of_a_group_is_students() -> None:
    got = mean_change(RESPONSES)
    expected = stats.ttest_1samp(POINTS, 0).confidence_interval()
    assert (got.batas_bawah, got.batas_atas) == pytest.approx(tuple(expected))
    assert got.n == len(POINTS)


def test_the_difference_is_welchs() -> None:
    more, fewer = RESPONSES[:3], RESPONSES[3:]
    got = difference(more, fewer)
    test = stats.ttest_ind(POINTS[:3], POINTS[3:], equal_var=False).confidence_interval()
    assert (got.batas_bawah, got.batas_atas) == pytest.approx(tuple(test))
    assert got.nilai == pytest.approx(np.mean(POINTS[:3]) - np.mean(POINTS[3:]))


def test_groups_without_any_spread_differ_exactly() -> None:
    flat = [Response(f"d{i}", 1.0, 2.0, 0.0) for i in range(3)]
    low = [Response(f"e{i}", 1.0, 0.5, 0.0) for i in range(3)]
    got = difference(flat, low)
    assert (got.nilai, got.batas_bawah, got.batas_atas) == (1.5, 1.5, 1.5)


def test_the_slope_is_that_of_least_squares_for_ten_hours() -> None:
    got = slope(RESPONSES)
    expected = stats.linregress(JP, POINTS)
    margin = stats.t.ppf(0.975, len(JP) - 2) * expected.stderr
    assert got is not None
    assert got.nilai == pytest.approx(10 * expected.slope)
    assert got.batas_atas == pytest.approx(10 * (expected.slope + margin))


def test_the_adjusted_slope_is_that_of_a_regression_on_both() -> None:
    got = adjusted_slope(RESPONSES)
    design = np.column_stack([np.ones(len(JP)), JP, START])
    weights, (residuals,), *_ = np.linalg.lstsq(design, np.array(POINTS))
    freedom = len(JP) - 3
    error = np.sqrt(residuals / freedom * np.linalg.inv(design.T @ design)[1, 1])
    assert got is not None
    assert got.nilai == pytest.approx(10 * weights[1])
    assert got.batas_bawah == pytest.approx(
        10 * (weights[1] - stats.t.ppf(0.975, freedom) * error)
    )


def test_starting_low_alone_is_not_taken_for_an_effect_of_training() -> None:
    """Points follow the start alone; the lowest were trained most."""
    cells = ((12, 60), (11, 64), (8, 66), (6, 75), (3, 74), (1, 82), (0, 80))
    trained = [Response(f"d{i}", jp, (90 - s) / 10, s) for i, (jp, s) in enumerate(cells)]
    plain, adjusted = slope(trained), adjusted_slope(trained)
    assert plain is not None
    assert adjusted is not None
    assert plain.batas_bawah > 0
    assert adjusted.nilai == pytest.approx(0, abs=1e-6)


def test_there_is_no_slope_where_all_trained_alike() -> None:
    alike = [Response(f"d{i}", 5.0, float(i), 80.0 + i) for i in range(8)]
    assert slope(alike) is None
    assert adjusted_slope(alike) is None
