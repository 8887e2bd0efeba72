"""Writing a feed and a calendar for the city and for every department that has a page."""

from __future__ import annotations

from pathlib import Path

from suluh.feeds.address import Address
from suluh.feeds.dates import due_dates
from suluh.feeds.feed import SAMPLE, feed_of, feed_path
from suluh.feeds.icalendar_text import calendar_bytes
from suluh.figures import CITY
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.render import Templates, render_feed
from suluh.sentences.phrases import name


def calendar_path(kode_opd: str) -> str:
    """Where a calendar lies below the root of the site."""
    return f"kalender/{kode_opd}.ics"


def write_feeds(published: Published, env: Templates, address: Address, folder: Path) -> None:
    """Write `umpan/*.xml` and `kalender/*.ics` below `folder`."""
    for kode_opd in (CITY, *(d.kode_opd for d in reported(published))):
        feed = render_feed(env, feed_of(published, kode_opd, address))
        _write(folder / feed_path(kode_opd), feed.encode())
        _write(folder / calendar_path(kode_opd), _calendar(published, kode_opd, address))


def _calendar(published: Published, kode_opd: str, address: Address) -> bytes:
    mark = SAMPLE if published.contract.is_sample else ""
    title = f"{mark}Tenggat dan terbitan: {name(published, kode_opd)}"
    return calendar_bytes(title, due_dates(published, kode_opd, address), published.as_of)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
