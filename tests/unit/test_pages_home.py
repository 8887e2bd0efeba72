from __future__ import annotations

from dataclasses import replace
from datetime import date

from published_figures import CIVIL_REGISTRY, LIBRARY, Cell, published

from suluh.figures import Status
from suluh.pages.home import (
    MOST_PROMISES,
    answered,
    home_page,
    most_used,
    moved,
    needs_of,
    promises,
)
from suluh.periods import Period
from suluh.published import Commitment, Service, Voice

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


def test_promises_of_a_quarter_are_those_kept_in_it_and_those_that_fell_due_in_it() -> None:
    """The third quarter is July to September: the days before and after are not of it."""
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 1))
    kept = [_promise(f"k{at}", done=day) for at, day in enumerate(days)]
    late = [_promise(f"l{at}", due=day, late=True) for at, day in enumerate(days)]
    waiting = _promise("w", due=date(2026, 8, 1))
    city = replace(published(), commitments=(*kept, *late, waiting))
    found = promises(city, Period.parse("2026-T3"))
    assert [promise.text for promise in found.kept] == ["k2", "k1"]
    assert [promise.text for promise in found.late] == ["l2", "l1"]
    assert found.kept[0].anchor == "komitmen-k2"


def test_home_shows_only_the_newest_promises() -> None:
    kept = [_promise(f"k{at}", done=date(2026, 7, 1 + at)) for at in range(MOST_PROMISES + 1)]
    found = promises(replace(published(), commitments=tuple(kept)), Period.parse("2026-T3"))
    assert [promise.text for promise in found.kept] == ["k4", "k3", "k2", "k1"]


def _promise(
    id_: str, *, due: date = date(2027, 1, 1), done: date | None = None, late: bool = False
) -> Commitment:
    status = "selesai" if done else "berjalan"
    made = date(2026, 1, 5)
    return Commitment(id_, REGISTRY, made, "", id_, due, status, done, "", "", lewat=late)
