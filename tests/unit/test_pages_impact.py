from __future__ import annotations

from dataclasses import replace

import pytest
from published_figures import CIVIL_REGISTRY, Cell, figure, published
from rendered import html_of

from suluh.comparison import Verdict, compare
from suluh.effect import Effect
from suluh.figures import Status
from suluh.pages.impact import CHAIN, HOURS, Movement, chance, compared_years, impact_page, split
from suluh.pages.roll import by_name

UP, DOWN, SAME = (1.0, 3.0), (-3.0, -1.0), (-1.0, 1.0)


def movement(code: str, training: float | None, limits: tuple[float, float] | None) -> Movement:
    jp = compare(figure("jp_rata", "2025", nilai=training), figure("jp_rata", "2024", nilai=0.0))
    low, high = limits or (None, None)
    season = figure("dampak_musim", "2025", "2024", nilai=2.0, batas_bawah=low, batas_atas=high)
    changes = [None] * len(CHAIN)
    changes[HOURS] = jp
    department = replace(CIVIL_REGISTRY, kode_opd=code)
    return Movement(department, tuple(changes), Effect(season), (None, None))


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [("baik", "baik", True), ("baik", "kurang", False), ("baik", "", False), ("", "", False)],
)
def test_shares_rated_well_are_set_side_by_side_where_the_organisation_was_rated_alike(
    old: str, new: str, alike: bool
) -> None:
    rated = (
        figure("predikat_opd", year, kategori=k) for year, k in (("2024", old), ("2025", new))
    )
    moved = replace(movement("a", 1.0, UP), ratings=tuple(rated))
    assert moved.is_rated_alike is alike


def test_a_share_rated_well_has_no_verdict_where_another_was_prescribed() -> None:
    city = published()
    rated = city.figures["indikator"] == "predikat_opd"
    figures = city.figures.copy()
    figures.loc[rated & (figures["periode"] == "2025"), "kategori"] = "kurang"
    for one, said in ((city, False), (replace(city, figures=figures), True)):
        html = html_of(impact_page(one), one)
        assert ("karena itu tidak dibandingkan" in html) is said


def test_the_halves_are_split_by_training_gained() -> None:
    moved = [movement(f"d{jp}", jp, UP) for jp in (1, 9, 2, 8, 3, 7)]
    more, fewer = split(moved)
    assert [m.hours for m in more] == [9, 8, 7]
    assert [m.hours for m in fewer] == [3, 2, 1]


@pytest.mark.parametrize(("departments", "said"), [(5, False), (6, True), (7, True)])
def test_halves_of_fewer_than_three_say_nothing(departments: int, said: bool) -> None:
    more, fewer = split([movement(f"d{i}", float(i), SAME) for i in range(departments)])
    assert bool(more) is bool(fewer) is said
    assert len(more) + len(fewer) == (departments if said else 0)


def test_a_department_without_training_or_satisfaction_is_in_no_half() -> None:
    told = [movement(f"d{i}", float(i), SAME) for i in range(6)]
    assert split([*told, movement("a", None, UP)]) == split(told)
    assert split([*told, movement("b", 4.0, None)]) == split(told)


@pytest.mark.parametrize(("departments", "by_chance"), [(9, 0), (11, 1), (20, 1), (40, 2)])
def test_one_in_twenty_comparisons_is_put_down_to_chance(departments: int, by_chance: int) -> None:
    found = chance([movement(f"d{i}", 1.0, UP) for i in range(departments)])
    assert (found.compared, found.by_chance) == (departments, by_chance)


def test_outcomes_are_counted_and_what_is_not_known_is_left_out() -> None:
    limits = [UP, UP, SAME, DOWN, None]
    found = chance([movement(f"d{i}", 1.0, pair) for i, pair in enumerate(limits)])
    assert found.outcomes == {Verdict.UP: 2, Verdict.UNCLEAR: 1, Verdict.DOWN: 1}
    assert found.compared == 4


def test_full_years_with_a_satisfaction_index_are_compared() -> None:
    assert [str(y) for y in compared_years(published())] == ["2024", "2025"]
    late = published(
        lambda _, __, p, ___: Cell(Status.NOT_REPORTED if p == "2024" else Status.PUBLISHED)
    )
    assert [str(y) for y in compared_years(late)] == ["2025", "2025"]


def test_departments_are_listed_by_name_with_their_whole_chain() -> None:
    movements = impact_page(published()).content["movements"]
    assert isinstance(movements, tuple)
    departments = [m.department for m in movements]
    assert departments == list(by_name(departments))
    assert all(len(m.changes) == len(CHAIN) and all(m.changes) for m in movements)
    assert all(m.season is not None for m in movements)


def test_every_quarter_of_both_years_is_compared_with_itself() -> None:
    quarters = impact_page(published()).content["quarters"]
    assert isinstance(quarters, tuple)
    assert [(c.old.periode, c.new.periode) for c in quarters] == [
        (f"2024-T{q}", f"2025-T{q}") for q in (1, 2, 3, 4)
    ]


def test_a_year_is_not_compared_with_itself() -> None:
    def cell(_indikator: str, _kode: str, periode: str, _rincian: str) -> Cell:
        return Cell(Status.NOT_REPORTED if periode == "2024" else Status.PUBLISHED)

    content = impact_page(published(cell)).content
    assert content["first"] == content["last"]
    assert content["movements"] == content["quarters"] == content["halves"] == ()
    whole = content["whole"]
    assert isinstance(whole, Movement)
    assert set(whole.changes) == {None}
