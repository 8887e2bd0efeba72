from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from published_figures import AS_OF, CIVIL_REGISTRY, LIBRARY, published

from suluh.pages.roll import by_kind, by_name, current, former, named, reported


def test_a_department_serves_up_to_its_last_day() -> None:
    for last, serves in (
        (AS_OF - timedelta(1), False),
        (AS_OF, True),
        (AS_OF + timedelta(1), True),
    ):
        city = replace(published(), departments=(replace(CIVIL_REGISTRY, berlaku_sampai=last),))
        assert bool(current(city)) is serves
        assert bool(former(city)) is not serves


def test_a_department_serves_from_its_first_day() -> None:
    for first, serves in ((AS_OF, True), (AS_OF + timedelta(1), False)):
        city = replace(published(), departments=(replace(CIVIL_REGISTRY, berlaku_mulai=first),))
        assert bool(current(city)) is serves


def test_a_former_department_names_who_took_over() -> None:
    (ended,) = former(published())
    assert ended.department == LIBRARY
    assert ended.successor == CIVIL_REGISTRY


def test_a_department_that_ended_before_the_first_figures_is_not_on_the_roll() -> None:
    gone = replace(LIBRARY, berlaku_mulai=date(2001, 1, 1), berlaku_sampai=date(2009, 12, 31))
    city = replace(published(), departments=(CIVIL_REGISTRY, gone))
    assert reported(city) == (CIVIL_REGISTRY,)
    assert set(named(city)) == {CIVIL_REGISTRY.kode_opd}
    assert former(city) == ()


def test_names_are_ordered_without_regard_to_capitals() -> None:
    lower = replace(LIBRARY, nama="arsip")
    assert by_name([CIVIL_REGISTRY, lower]) == (lower, CIVIL_REGISTRY)


def test_kinds_are_groups_with_an_anchor_and_a_capital() -> None:
    hospital = replace(LIBRARY, jenis="rumah sakit")
    kinds = by_kind([CIVIL_REGISTRY, hospital])
    assert [(k.id, k.title) for k in kinds] == [
        ("jenis-dinas", "Dinas"),
        ("jenis-rumah-sakit", "Rumah sakit"),
    ]
