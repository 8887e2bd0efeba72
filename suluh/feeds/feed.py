"""A feed: what happened in a department, or in the city, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from suluh.feeds.address import Address
from suluh.feeds.commitments import commitment_entries
from suluh.feeds.corrections import correction_entries
from suluh.feeds.entry import Entry, page_of
from suluh.feeds.forums import forum_entries
from suluh.feeds.new_figures import figure_entries
from suluh.published import Published
from suluh.sentences.phrases import name

MOST_ENTRIES = 30
SAMPLE = "[CONTOH] "
"""Before every title while the records are a sample: an entry is read away from its site."""


@dataclass(frozen=True)
class FeedEntry:
    """An entry with its name for ever, the way to it, and the department it is of."""

    id: str
    link: str
    title: str
    author: str
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


def mark_of(published: Published) -> str:
    """What stands before every title: that the records are a sample, or nothing."""
    return SAMPLE if published.contract.is_sample else ""


_SOURCES = (figure_entries, commitment_entries, correction_entries, forum_entries)


def happenings(published: Published, kode_opd: str) -> Iterator[Entry]:
    """New figures and all else that happened in a department, or in the city for `kota`."""
    return chain.from_iterable(source(published, kode_opd) for source in _SOURCES)


def feed_of(
    published: Published, kode_opd: str, happened: Iterable[Entry], address: Address
) -> Feed:
    """The feed of what happened in a department, or in the city for `kota`."""
    entries = newest_first(happened)
    who = name(published, kode_opd)
    return Feed(
        id=address.tag("umpan", kode_opd),
        title=f"{mark_of(published)}Yang berubah: {who}",
        subtitle=f"Angka terbit, komitmen kepada warga, koreksi, dan forum {who}.",
        author=published.contract.city,
        updated=entries[0].day if entries else published.as_of,
        self_link=address.link(feed_path(kode_opd)),
        page_link=address.link(page_of(kode_opd)),
        entries=tuple(_row(published, entry, address) for entry in entries),
    )


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The newest ones; those of one day in the order of their keys."""
    return tuple(sorted(entries, key=lambda e: (-e.day.toordinal(), e.key))[:MOST_ENTRIES])


def _row(published: Published, entry: Entry, address: Address) -> FeedEntry:
    return FeedEntry(
        id=address.tag(*entry.key),
        link=address.link(entry.path),
        title=f"{mark_of(published)}{entry.title}",
        author=name(published, entry.kode_opd),
        entry=entry,
    )
