"""Entries for forums held."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.feeds.entry import Entry, short_name
from suluh.localisation import date_text, number_text
from suluh.published import Forum, Published


def forum_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """Every forum of a department; of all for `kota`."""
    return (_entry(published, forum) for forum in published.facts(kode_opd).forums)


def _entry(published: Published, forum: Forum) -> Entry:
    where = f" di {forum.tempat}" if forum.tempat else ""
    minutes = f" Berita acara: {forum.berita_acara}." if forum.berita_acara else ""
    came = f"{number_text(forum.jumlah_peserta)} peserta"
    return Entry(
        key=("forum", forum.id_forum),
        kode_opd=forum.kode_opd,
        day=forum.tanggal,
        kind="forum",
        title=f"Forum {short_name(published, forum.kode_opd)}: {forum.tema}",
        summary=f"Diadakan pada {date_text(forum.tanggal)}{where}, {came}.{minutes}",
        path="forum/#forum",
    )
