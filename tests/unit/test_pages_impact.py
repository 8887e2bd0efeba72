from __future__ import annotations

from dataclasses import replace

import pytest
from published_figures import CIVIL_REGISTRY, Cell, figure, published

from suluh.comparison import Verdict, compare
from suluh.figures import Status
from suluh.pages.impact import Movement, compared_years, halves, impact_page
from suluh.pages.roll import by_name


def movement(training: float | None, service: tuple[float, float]) -> Movement:
    before, after = service
    jp = compare(figure("jp_rata", "2025", nilai=training), figure("jp_rata", "2024", nilai=0.0))
    ikm = compare(_ikm("2025", after), _ikm("2024", before))
    return Movement(CIVIL_REGISTRY, (jp, None, ikm))


UP, DOWN, SAME = (70.0, 80.0), (80.0, 70.0), (80.0, 80.0)


def test_the_halves_are_split_by_training_gained_and_count_what_became_of_service() -> None:
    moved = [movement(jp, s) for jp, s in zip((9, 8, 7, 3, 2, 1), (UP, UP, SAME, SAME, DOWN, UP),
                                              strict=True)]  # fmt: skip
    more, fewer = halves(moved)
    assert (more.more, more.size, fewer.more, fewer.size) == (True, 3, False, 3)
    assert more.outcomes == {Verdict.UP: 2, Verdict.UNCLEAR: 1, Verdict.DOWN: 0}
    assert fewer.outcomes == {Verdict.UP: 1, Verdict.UNCLEAR: 1, Verdict.DOWN: 1}


@pytest.mark.parametrize(("departments", "said"), [(5, False), (6, True), (7, True)])
def test_halves_of_fewer_than_three_say_nothing(departments: int, said: bool) -> None:
    assert bool(halves([movement(float(i), SAME) for i in range(departments)])) is said


def test_a_department_without_training_or_satisfaction_is_in_no_half() -> None:
    told = [movement(float(i), SAME) for i in range(6)]
    assert halves([*told, movement(None, UP)]) == halves(told)
    unknown = replace(told[0], changes=(told[0].changes[0], None, None))
    assert halves([*told, unknown]) == halves(told)


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
    assert all(len(m.changes) == 3 and all(m.changes) for m in movements)


def _ikm(period: str, value: float) -> object:
    return figure("ikm", period, nilai=value, batas_bawah=value - 1, batas_atas=value + 1, n=100)
