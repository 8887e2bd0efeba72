from __future__ import annotations

from dataclasses import replace

from published_figures import CIVIL_REGISTRY, LIBRARY, Cell, published

from suluh.figures import Status
from suluh.pages.home import answered, home_page, most_used, moved, needs_of
from suluh.published import Service, Voice

REGISTRY = CIVIL_REGISTRY.kode_opd


def share_by_year(before: float, now: float, width: float = 0.02) -> object:
    return lambda _, __, period, ___: Cell(
        share=now if period[:4] == "2026" else before, width=width
    )


def test_a_department_has_moved_only_where_the_change_exceeds_chance() -> None:
    for before, now, group in ((0.5, 0.8, "up"), (0.8, 0.5, "down")):
        found = moved(published(share_by_year(before, now)))  # type: ignore[arg-type]
        assert getattr(found, group) == (CIVIL_REGISTRY,)
        assert (found.unclear, found.unknown) == (0, 0)
    still = moved(published(share_by_year(0.80, 0.81)))  # type: ignore[arg-type]
    assert (still.up, still.down, still.unclear) == ((), (), 1)


def test_a_department_without_a_survey_cannot_be_compared() -> None:
    silent = published(lambda _, opd, *__: Cell(_status(opd != REGISTRY)))
    assert moved(silent).unknown == 1


def test_needs_are_the_services_of_the_newest_year_of_departments_that_serve() -> None:
    services = (
        Service(REGISTRY, 2025, "Akta lama", gratis=False),
        Service(REGISTRY, 2026, "KTP elektronik", gratis=True),
        Service(REGISTRY, 2026, "akta kelahiran", gratis=True),
        Service(LIBRARY.kode_opd, 2026, "Ruang baca", gratis=True),
    )
    needs = needs_of(replace(published(), services=services))
    assert [need.layanan for need in needs] == ["akta kelahiran", "KTP elektronik"]


def test_the_services_most_people_use_are_named_first_in_alphabetical_order() -> None:
    names = ("KTP", *(f"Layanan {i:02}" for i in range(20)))
    services = tuple(Service(REGISTRY, 2026, name, gratis=False) for name in names)
    city = replace(published(), services=services)
    first = [need.layanan for need in most_used(city, needs_of(city))]
    assert len(first) == 12
    assert "KTP" in first  # the only one whose users are known
    assert first == sorted(first)


def test_words_that_were_answered_come_first_on_the_home_page() -> None:
    asked = Voice(REGISTRY, "2026-T2", "pengaduan", "", "Antre lama", "", "")
    done = replace(asked, kata="Loket tutup", keputusan="dilaksanakan", hasil="Dibuka lagi")
    both = replace(published(), voices=(asked, done))
    assert [said.voice for said in answered(both)] == [done]
    shown = home_page(replace(published(), voices=(asked,))).content["voices"]
    assert [said.voice for said in shown] == [asked]  # type: ignore[attr-defined]


def _status(reported: bool) -> Status:
    return Status.PUBLISHED if reported else Status.NOT_REPORTED
