"""The sources departments report, and what the published figures tell of each.

That a table was sent does not say that every department had its part in it: where a figure is
of nothing, nobody after the wall knows whether there was nothing or it was not sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from suluh.figures import Status
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.text import say


class Report(StrEnum):
    """What is known of a department's records of a source in a year."""

    RECORDS = "ada"
    NO_RECORDS = "tidak ada catatan"
    NOT_REPORTED = "tidak dilaporkan"


@dataclass(frozen=True)
class Source:
    """A table departments report, and the indicators that tell whether it has records."""

    tabel: str
    nama: str
    indikator: tuple[str, ...]


SOURCES = (
    Source("pegawai", say("Pegawai"), ("pegawai_jumlah",)),
    Source("peserta", say("Pelatihan"), ("pelatihan_kelulusan",)),
    Source("evaluasi", say("Evaluasi"), ("evaluasi_baik",)),
    Source("predikat_opd", say("Predikat organisasi"), ("predikat_opd",)),
    Source("skm", say("Survei"), ("skm_responden",)),
    Source("layanan", say("Layanan"), ("layanan_pengguna",)),
    Source("pengaduan", say("Pengaduan"), ("pengaduan_masuk",)),
    Source("forum", say("Forum"), ("forum_jumlah",)),
    Source("komitmen", say("Komitmen"), ("komitmen_terbuka", "komitmen_ditepati")),
)


def report(published: Published, kode_opd: str, source: Source, year: Period) -> Report:
    """Whether the figures of a year show records of the source."""
    found = (published.figure(kode_opd, id_, str(year)) for id_ in source.indikator)
    known = [f for f in found if f is not None and f.status is not Status.NOT_REPORTED]
    if any(map(_shows_records, known)):
        return Report.RECORDS
    return Report.NO_RECORDS if known else Report.NOT_REPORTED


def _shows_records(figure: Figure) -> bool:
    """Of a hidden figure it is known that it is of somebody."""
    return figure.status is Status.HIDDEN or bool(figure.n or figure.nilai or figure.kategori)
