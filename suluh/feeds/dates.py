"""The dates of a calendar: when commitments are due, and when new figures can be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from suluh.feeds.address import Address
from suluh.feeds.entry import page_of, short_name
from suluh.feeds.feed import mark_of
from suluh.localisation import date_text, period_text
from suluh.pages.replies import anchor, commitment_state
from suluh.periods import Period
from suluh.published import Commitment, Published


@dataclass(frozen=True, slots=True)
class DueDate:
    """A whole day in a calendar; `url` may be empty."""

    uid: str
    kode_opd: str
    day: date
    summary: str
    description: str
    category: str
    url: str
    cancelled: bool = False


def next_to_end(as_of: date) -> Period:
    """The first quarter that is not over on the day of the data: the next one to report on."""
    quarter = Period.quarter_of(as_of)
    return quarter if quarter.end > as_of else Period.quarter_of(as_of + timedelta(days=1))


def next_publication(published: Published, kode_opd: str, address: Address) -> DueDate:
    """The last day of the next quarter to report on.

    Nobody promised the day: it follows from the date of the data, and the text says so. It is
    in every calendar, also because one without any event is not valid (RFC 5545, 3.6).
    """
    quarter, city = next_to_end(published.as_of), published.contract.city
    return DueDate(
        uid=address.uid("terbit", str(quarter)),
        kode_opd=kode_opd,
        day=quarter.end,
        summary=f"{mark_of(published)}Akhir {period_text(quarter)}: angka {city} berikutnya",
        description=(
            f"Sesudah hari ini angka {period_text(quarter)} dapat dilaporkan dan diterbitkan. "
            f"Tanggalnya dihitung, bukan dijanjikan: hari terakhir triwulan pertama yang belum "
            f"berakhir pada tanggal data, {date_text(published.as_of)}."
        ),
        category="Angka",
        url=address.url(page_of(kode_opd)),
    )


def deadlines(published: Published, kode_opd: str, address: Address) -> Iterator[DueDate]:
    """The due date of every commitment of a department; of all for `kota`.

    A dropped one is cancelled, so that calendars show it.
    """
    commitments = published.facts(kode_opd).commitments
    return (_deadline(published, commitment, address) for commitment in commitments)


def _deadline(published: Published, c: Commitment, address: Address) -> DueDate:
    state = commitment_state(c).word
    return DueDate(
        uid=address.uid("komitmen", c.id_komitmen),
        kode_opd=c.kode_opd,
        day=c.tenggat,
        summary=f"{mark_of(published)}Tenggat {short_name(published, c.kode_opd)}: {c.komitmen}",
        description=(
            f"Warga menyampaikan: “{c.masukan}”\n"
            f"Keadaan pada {date_text(published.as_of)}: {state}.\n"
            f"Nomor komitmen: {c.id_komitmen}."
        ),
        category="Komitmen",
        url=address.url(f"{page_of(c.kode_opd)}#{anchor(c)}"),
        cancelled=c.status == "batal",
    )
