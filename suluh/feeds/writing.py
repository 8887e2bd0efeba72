"""Writing a feed and a calendar for the city and for every department that has a page."""

from __future__ import annotations

from suluh.feeds.address import Address
from suluh.feeds.calendar import calendar_of, calendar_path, dated_events
from suluh.feeds.feed import feed_of, feed_path, happenings
from suluh.figures import CITY
from suluh.ground import Ground
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.render import Templates, render_feed


def write_feeds(published: Published, env: Templates, address: Address, site: Ground) -> None:
    """Lay `umpan/*.xml` and `kalender/*.ics`."""
    happened, due = happenings(published), dated_events(published, address)
    for kode_opd in (CITY, *(d.kode_opd for d in reported(published))):
        feed = feed_of(published, kode_opd, happened.get(kode_opd, ()), address)
        site.lay(feed_path(kode_opd), render_feed(env, feed))
        calendar = calendar_of(published, kode_opd, due.get(kode_opd, ()), address)
        site.lay(calendar_path(kode_opd), calendar)
