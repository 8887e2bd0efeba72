"""A calendar for each department and the city: the same event wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from suluh.feeds.address import Address
from suluh.feeds.dates import DueDate, deadlines, next_publication
from suluh.feeds.feed import mark_of
from suluh.feeds.icalendar_text import calendar_bytes, event_bytes
from suluh.figures import CITY
from suluh.published import Published
from suluh.sentences.phrases import name

Dated = tuple[date, str, bytes]
"""Day and uid of an event, by which events are sorted, and its text."""


def calendar_path(kode_opd: str) -> str:
    """Where a calendar lies below the root of the site."""
    return f"kalender/{kode_opd}.ics"


def dated_events(published: Published, address: Address) -> Mapping[str, list[Dated]]:
    """The due dates of commitments, by department; all of them for `kota`."""
    found: dict[str, list[Dated]] = {CITY: []}
    for due in deadlines(published, address):
        event = _dated(due, published)
        for place in sorted({CITY, due.kode_opd}):
            found.setdefault(place, []).append(event)
    return found


def calendar_of(
    published: Published, kode_opd: str, events: Sequence[Dated], address: Address
) -> bytes:
    """The calendar of a department, or of the city for `kota`, earliest event first."""
    publication = _dated(next_publication(published, kode_opd, address), published)
    title = f"{mark_of(published)}Tenggat dan terbitan: {name(published, kode_opd)}"
    return calendar_bytes(title, (text for _, _, text in sorted((*events, publication))))


def _dated(due: DueDate, published: Published) -> Dated:
    return due.day, due.uid, event_bytes(due, published.as_of)
