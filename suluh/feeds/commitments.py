"""Entries for commitments: made, past due, kept, dropped; each on the day it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from suluh.feeds.entry import Entry, page_of, short_name
from suluh.localisation import date_text, number_text
from suluh.pages.replies import anchor
from suluh.published import Commitment, Published

UNRECORDED = "tidak dicatat"


def commitment_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """What became of each commitment of a department; of all for `kota`.

    One that was dropped without a date has no entry for that: no day could be given for it.
    """
    for c in published.facts(kode_opd).commitments:
        who = short_name(published, c.kode_opd)
        made = f"Warga menyampaikan: “{c.masukan}” Tenggatnya {date_text(c.tenggat)}."
        yield _entry(c, "dibuat", c.tanggal, f"Komitmen baru {who}", made)
        if past_due(c):
            late = f"Tenggat {date_text(c.tenggat)} lewat tanpa komitmen ini selesai."
            day = c.tenggat + timedelta(days=1)
            yield _entry(c, "lewat", day, f"Lewat tenggat, {who}", late)
        if c.tanggal_selesai is not None:
            yield _end(c, c.tanggal_selesai, who)


def past_due(c: Commitment) -> bool:
    """Whether its due date went by without it being done, even if it was done later."""
    done_late = c.status == "selesai" and c.tanggal_selesai and c.tanggal_selesai > c.tenggat
    return c.lewat or bool(done_late)


def _end(c: Commitment, day: date, who: str) -> Entry:
    """That it was kept, kept late, or dropped."""
    if c.status == "batal":
        reason = f"Alasan: {_recorded(c)}."
        return _entry(c, "batal", day, f"Komitmen dibatalkan {who}", reason)
    late = (day - c.tenggat).days
    manner = f"terlambat {number_text(late)} hari" if late > 0 else "tepat waktu"
    proof = f"Bukti: {_recorded(c)}."
    return _entry(c, "selesai", day, f"Komitmen selesai {manner}, {who}", proof)


def _recorded(c: Commitment) -> str:
    return c.bukti.rstrip(".") or UNRECORDED


def _entry(c: Commitment, event: str, day: date, title: str, summary: str) -> Entry:
    return Entry(
        key=("komitmen", c.id_komitmen, event),
        kode_opd=c.kode_opd,
        day=day,
        kind="komitmen",
        title=f"{title}: {c.komitmen}",
        summary=f"{summary} Nomor komitmen: {c.id_komitmen}.",
        path=f"{page_of(c.kode_opd)}#{anchor(c)}",
    )
