"""A calendar for each department and the city: the same event wherever it stands."""

from __future__ import annotations

from suluh.feeds.address import Address
from suluh.feeds.dates import deadlines, next_publication
from suluh.feeds.feed import mark_of
from suluh.feeds.icalendar_text import calendar_bytes, event_bytes
from suluh.published import Published
from suluh.sentences.phrases import name


def calendar_path(kode_opd: str) -> str:
    """Where a calendar lies below the root of the site."""
    return f"kalender/{kode_opd}.ics"


def calendar_of(published: Published, kode_opd: str, address: Address) -> bytes:
    """The calendar of a department, or of the city for `kota`, earliest event first."""
    dates = (
        *deadlines(published, kode_opd, address),
        next_publication(published, kode_opd, address),
    )
    earliest_first = sorted(dates, key=lambda due: (due.day, due.uid))
    title = f"{mark_of(published)}Tenggat dan terbitan: {name(published, kode_opd)}"
    return calendar_bytes(title, (event_bytes(due, published.as_of) for due in earliest_first))
