"""The dates of a calendar: when commitments are due, and when new figures can be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from suluh.feeds.address import Address, tag, uid
from suluh.feeds.entry import page_of, short_name
from suluh.feeds.feed import SAMPLE
from suluh.localisation import date_text, period_text
from suluh.pages.replies import anchor, commitment_state
from suluh.periods import Period
from suluh.published import Commitment, Published


@dataclass(frozen=True, slots=True)
class DueDate:
    """A whole day in a calendar; `url` may be empty."""

    uid: str
    day: date
    summary: str
    description: str
    category: str
    url: str
    cancelled: bool = False


def due_dates(published: Published, kode_opd: str, address: Address) -> tuple[DueDate, ...]:
    """Every commitment's due date and the next publication, earliest first."""
    found = [next_publication(published, kode_opd, address)]
    found += _deadlines(published, kode_opd, address)
    return tuple(sorted(found, key=lambda d: (d.day, d.uid)))


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
        uid=uid(tag(published, "terbit", str(quarter))),
        day=quarter.end,
        summary=f"{_mark(published)}Akhir {period_text(quarter)}: angka {city} berikutnya",
        description=(
            f"Sesudah hari ini angka {period_text(quarter)} dapat dilaporkan dan diterbitkan. "
            f"Tanggalnya dihitung, bukan dijanjikan: hari terakhir triwulan pertama yang belum "
            f"berakhir pada tanggal data, {date_text(published.as_of)}."
        ),
        category="Angka",
        url=address.url(page_of(published, kode_opd)),
    )


def _deadlines(published: Published, kode_opd: str, address: Address) -> Iterator[DueDate]:
    for commitment in published.facts(kode_opd).commitments:
        yield _deadline(published, commitment, address)


def _deadline(published: Published, c: Commitment, address: Address) -> DueDate:
    who, page = short_name(published, c.kode_opd), page_of(published, c.kode_opd)
    return DueDate(
        uid=uid(tag(published, "komitmen", c.id_komitmen)),
        day=c.tenggat,
        summary=f"{_mark(published)}Tenggat {who}: {c.komitmen}",
        description=(
            f"Warga menyampaikan: “{c.masukan}”\n"
            f"Keadaan pada {date_text(published.as_of)}: {commitment_state(c).word}.\n"
            f"Komitmen {c.id_komitmen}."
        ),
        category="Komitmen",
        url=address.url(f"{page}#{anchor(c)}" if page else "forum/"),
        cancelled=c.status == "batal",
    )


def _mark(published: Published) -> str:
    return SAMPLE if published.contract.is_sample else ""
