"""Entries for corrections of figures that had been published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from suluh.catalogue import indicators
from suluh.feeds.entry import Entry, short_name
from suluh.figures import CITY
from suluh.localisation import period_text
from suluh.published import Correction, Published


def correction_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """Every correction of a department's figures; of all for `kota`.

    The table has no key: a second correction of the same figure on the same day is numbered.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for c in published.facts(kode_opd).corrections:
        key = ("koreksi", str(c.tanggal), c.indikator, c.kode_opd or CITY, c.periode)
        seen[key] += 1
        yield _entry(published, c, key if seen[key] == 1 else (*key, str(seen[key])))


def _entry(published: Published, c: Correction, key: tuple[str, ...]) -> Entry:
    place, known = c.kode_opd or CITY, indicators().get(c.indikator)
    what = f"{known.nama if known else c.indikator} {period_text(c.periode)}"
    moved = f"{c.sebelum or 'tidak ada'} menjadi {c.sesudah or 'tidak ada'}"
    return Entry(
        key=key,
        kode_opd=place,
        day=c.tanggal,
        kind="koreksi",
        title=f"Koreksi {what}, {short_name(published, place)}: {moved}",
        summary=c.alasan,
        path="koreksi/",
    )
