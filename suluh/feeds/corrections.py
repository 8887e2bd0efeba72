"""Entries for corrections of figures that had been published."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.catalogue import indicators
from suluh.feeds.entry import Entry, short_name
from suluh.figures import CITY
from suluh.localisation import period_text
from suluh.published import Correction, Published
from suluh.sentences.phrases import name


def correction_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """A department's own; every one for `kota`.

    The table has no key: a second correction of the same figure on the same day is numbered.
    """
    seen: dict[tuple[str, ...], int] = {}
    for correction in published.corrections:
        place = correction.kode_opd or CITY
        if kode_opd in (CITY, place):
            key = (str(correction.tanggal), correction.indikator, place, correction.periode)
            seen[key] = seen.get(key, 0) + 1
            yield _entry(published, correction, (*key, *([str(seen[key])] if seen[key] > 1 else [])))


def _entry(published: Published, c: Correction, key: tuple[str, ...]) -> Entry:
    place, known = c.kode_opd or CITY, indicators().get(c.indikator)
    what = known.nama if known else c.indikator
    before, after = c.sebelum or "tidak ada", c.sesudah or "tidak ada"
    return Entry(
        key=("koreksi", *key),
        day=c.tanggal,
        kind="koreksi",
        author=name(published, place),
        title=f"Koreksi {what} {period_text(c.periode)}, {short_name(published, place)}: "
        f"{before} menjadi {after}",
        summary=c.alasan,
        path="koreksi/",
    )
