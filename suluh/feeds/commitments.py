"""Entries for commitments: made, past due, kept, dropped; each on the day it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from suluh.feeds.entry import Entry, page_of, short_name
from suluh.localisation import date_text, number_text
from suluh.pages.replies import anchor
from suluh.published import Commitment, Published
from suluh.sentences.phrases import name

UNRECORDED = "tidak dicatat"


def commitment_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """What became of each commitment; all of the city's for `kota`."""
    for commitment in published.facts(kode_opd).commitments:
        yield from _happened(published, commitment)


def _happened(published: Published, c: Commitment) -> Iterator[Entry]:
    who = short_name(published, c.kode_opd)
    made = f"Warga menyampaikan: “{c.masukan}” Tenggatnya {date_text(c.tenggat)}."
    yield _entry(published, c, "dibuat", c.tanggal, f"Komitmen baru {who}", made)
    if past_due(c):
        late = f"Tenggat {date_text(c.tenggat)} lewat tanpa komitmen ini selesai."
        day = c.tenggat + timedelta(days=1)
        yield _entry(published, c, "lewat", day, f"Lewat tenggat, {who}", late)
    if c.tanggal_selesai is not None:
        event, title, summary = _end(c, c.tanggal_selesai, who)
        yield _entry(published, c, event, c.tanggal_selesai, title, summary)


def past_due(c: Commitment) -> bool:
    """Whether its due date went by without it being done, even if it was done later."""
    done_late = c.status == "selesai" and c.tanggal_selesai and c.tanggal_selesai > c.tenggat
    return c.lewat or bool(done_late)


def _end(c: Commitment, day: date, who: str) -> tuple[str, str, str]:
    """The event, title and summary of a commitment kept, kept late or dropped."""
    if c.status == "batal":
        return "batal", f"Komitmen dibatalkan {who}", f"Alasan: {c.bukti or UNRECORDED}"
    late = (day - c.tenggat).days
    manner = f"terlambat {number_text(late)} hari" if late > 0 else "tepat waktu"
    return "selesai", f"Komitmen selesai {manner}, {who}", f"Bukti: {c.bukti or UNRECORDED}"


def _entry(
    published: Published, c: Commitment, event: str, day: date, title: str, summary: str
) -> Entry:
    page = page_of(published, c.kode_opd)
    return Entry(
        key=("komitmen", c.id_komitmen, event),
        day=day,
        kind="komitmen",
        author=name(published, c.kode_opd),
        title=f"{title}: {c.komitmen}",
        summary=f"{summary} (komitmen {c.id_komitmen})",
        path=f"{page}#{anchor(c)}" if page else "forum/",
    )
