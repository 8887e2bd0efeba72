"""The few trainings and kept commitments marked on the axis of time, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from suluh.charts.time_axis import position
from suluh.charts.words import short_name
from suluh.figures import CITY
from suluh.localisation import date_text, number_text
from suluh.published import Commitment, Published
from suluh.studio import Row
from suluh.text import say

MOST_YEARS = 4
LANES = 2
RULE = say(
    "Ditandai dari tiap tahun, paling banyak empat tahun terakhir: pelatihan dengan JP terbanyak "
    "dan komitmen yang paling akhir ditepati; tanda yang bertumpuk ditinggalkan."
)
CLEARANCE = 0.07
"""Share of the axis two marks of one lane must lie apart, so as not to touch on a phone."""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: a training that ended or a commitment kept."""

    day: date
    text: str
    commitment: bool
    lane: int = 0


def key_events(published: Published, kode_opd: str, start: date, end: date) -> tuple[Event, ...]:
    """Of each year the training with the most JP and the commitment kept last, oldest first.

    The rule is fixed so that nobody picks the events that suit a story. One that would lie on
    top of two others is left out.
    """
    trainings = _first_of_each_year(_trainings(published, kode_opd), start, end)
    kept = _first_of_each_year(_commitments(published, kode_opd), start, end)
    chosen = (*trainings[:MOST_YEARS], *kept[:MOST_YEARS])
    placed = _in_lanes(chosen, CLEARANCE * (position(end) - position(start)))
    return tuple(sorted(placed, key=lambda e: (e.day, e.commitment, e.text)))


def _first_of_each_year(events: Iterable[Event], start: date, end: date) -> list[Event]:
    """The first of each year of events given by importance; the newest year first."""
    first: dict[int, Event] = {}
    for event in events:
        if start <= event.day <= end:
            first.setdefault(event.day.year, event)
    return [first[year] for year in sorted(first, reverse=True)]


def event_rows(events: Sequence[Event]) -> tuple[Row, ...]:
    """A row an event, numbered from 1."""
    return tuple(
        {"x": position(e.day), "lane": e.lane, "number": str(n), "commitment": e.commitment}
        for n, e in enumerate(events, 1)
    )


def _trainings(published: Published, kode_opd: str) -> list[Event]:
    held = {(t.jp, t.tanggal_selesai, t.judul) for t in published.facts(kode_opd).trainings}
    return [
        Event(
            day,
            say(
                "Pelatihan {title} ({jp} JP), selesai {day}",
                title=title,
                jp=number_text(jp),
                day=date_text(day),
            ),
            False,
        )
        for jp, day, title in sorted(held, reverse=True)
    ]


def _commitments(published: Published, kode_opd: str) -> list[Event]:
    made = published.facts(kode_opd).commitments
    kept = {
        (c.tanggal_selesai, _promise(published, kode_opd, c))
        for c in made
        if c.status == "selesai" and c.tanggal_selesai
    }
    return [
        Event(day, say("Komitmen ditepati {day}: {text}", day=date_text(day), text=text), True)
        for day, text in sorted(kept, reverse=True)
    ]


def _promise(published: Published, kode_opd: str, commitment: Commitment) -> str:
    """Its words; among the whole city's, also whose it is."""
    if kode_opd != CITY:
        return commitment.komitmen
    return f"{short_name(published, commitment.kode_opd)}, {commitment.komitmen}"


def _in_lanes(events: Iterable[Event], clearance: float) -> list[Event]:
    """Each event in the lowest lane with room for it, the more important ones first."""
    placed: list[Event] = []
    for event in events:
        for lane in range(LANES):
            near = (e for e in placed if e.lane == lane)
            if all(abs(position(e.day) - position(event.day)) >= clearance for e in near):
                placed.append(Event(event.day, event.text, event.commitment, lane))
                break
    return placed
