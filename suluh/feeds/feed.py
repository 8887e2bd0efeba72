"""A feed: what happened in a department, or in the city, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain

from suluh.feeds.address import Address, tag
from suluh.feeds.commitments import commitment_entries
from suluh.feeds.corrections import correction_entries
from suluh.feeds.entry import Entry, page_of
from suluh.feeds.forums import forum_entries
from suluh.feeds.new_figures import figure_entries
from suluh.figures import CITY
from suluh.published import Published
from suluh.sentences.phrases import name

MOST_ENTRIES = 30
SAMPLE = "[CONTOH] "
"""Before every title while the records are a sample: an entry is read away from its site."""
_SOURCES = (figure_entries, commitment_entries, correction_entries, forum_entries)


@dataclass(frozen=True)
class FeedEntry:
    """An entry with its name for ever and the way to it."""

    id: str
    link: str
    title: str
    entry: Entry


@dataclass(frozen=True)
class Feed:
    """What the template of a feed shows; `updated` is the day of the newest entry."""

    id: str
    title: str
    subtitle: str
    author: str
    updated: date
    self_link: str
    page_link: str
    entries: tuple[FeedEntry, ...]


def feed_path(kode_opd: str) -> str:
    """Where a feed lies below the root of the site."""
    return f"umpan/{kode_opd}.xml"


def newest_entries(published: Published, kode_opd: str) -> tuple[Entry, ...]:
    """The newest entries of all kinds; of the same day in the order of their keys."""
    entries = chain.from_iterable(source(published, kode_opd) for source in _SOURCES)
    return tuple(sorted(entries, key=lambda e: (-e.day.toordinal(), e.key))[:MOST_ENTRIES])


def feed_of(published: Published, kode_opd: str, address: Address) -> Feed:
    """The feed of a department, or of the city for `kota`."""
    entries = newest_entries(published, kode_opd)
    mark = SAMPLE if published.contract.is_sample else ""
    who = name(published, kode_opd)
    return Feed(
        id=tag(published, "umpan", kode_opd),
        title=f"{mark}Yang berubah: {who}",
        subtitle=f"Angka terbit, komitmen kepada warga, koreksi, dan forum {who}.",
        author=published.contract.city,
        updated=entries[0].day if entries else published.as_of,
        self_link=address.link(feed_path(kode_opd)),
        page_link=address.link(page_of(published, kode_opd) if kode_opd != CITY else ""),
        entries=tuple(
            FeedEntry(tag(published, *e.key), address.link(e.path), f"{mark}{e.title}", e)
            for e in entries
        ),
    )
