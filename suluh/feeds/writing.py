"""Writing a feed and a calendar for the city and for every department that has a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from suluh.feeds.address import Address
from suluh.feeds.calendar import calendar_of, calendar_path
from suluh.feeds.feed import feed_of, feed_path, happenings
from suluh.figures import CITY
from suluh.ground import Ground
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.render import Templates, render_feed

Files: TypeAlias = Mapping[str, str | bytes]
"""Contents by path below the root of the site."""

Keeper: TypeAlias = Callable[[str, Callable[[Published], Files]], Files]
"""Has files of a name made, unless what they were made from is as it was."""


def write_feeds(
    published: Published, env: Templates, address: Address, site: Ground, kept: Keeper
) -> None:
    """Lay `umpan/*.xml` and `kalender/*.ics`."""
    for kode_opd in (CITY, *(d.kode_opd for d in reported(published))):
        own = partial(_own, kode_opd=kode_opd, env=env, address=address)
        for path, content in kept(f"{kode_opd} {address}", own).items():
            site.lay(path, content)


def _own(published: Published, kode_opd: str, env: Templates, address: Address) -> Files:
    """The feed and the calendar of a department, or of the city for `kota`."""
    feed = feed_of(published, kode_opd, happenings(published, kode_opd), address)
    return {
        feed_path(kode_opd): render_feed(env, feed),
        calendar_path(kode_opd): calendar_of(published, kode_opd, address),
    }
