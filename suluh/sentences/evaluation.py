"""What the evaluations of staff say, and what followed from them."""

from __future__ import annotations

from suluh.figures import Status
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.phrases import absence, amount, change_clause, count, during, staff
from suluh.sentences.sentence import Sentence, paragraph

_FOLLOW_UP = {
    "penghargaan": ("pegawai berpredikat sangat baik", "mendapat penghargaan"),
    "pembinaan": (
        "pegawai berpredikat di bawah baik",
        "mendapat bimbingan, konseling, atau coaching",
    ),
}


def evaluation_summary(published: Published, kode_opd: str, year: Period) -> Sentence:
    """How many were evaluated, with what rating, and what support followed."""
    return paragraph(
        coverage(published, kode_opd, year),
        _rated_good(published, kode_opd, year),
        organisation_rating(published, kode_opd, year),
        follow_up(published, kode_opd, year, "penghargaan"),
        follow_up(published, kode_opd, year, "pembinaan"),
    )


def coverage(published: Published, kode_opd: str, year: Period, when: str = "") -> Sentence:
    """The share of staff evaluated.

    `when` stands for the year where a sentence before has named it.
    """
    figure = published.figure(kode_opd, "evaluasi_cakupan", str(year))
    if figure is None or not figure.has_value:
        nothing = f"Tidak ada pegawai yang dapat dievaluasi {when or during(published, year)}."
        return absence(published, figure, "evaluasi kinerja pegawai", nothing)
    start = f"Dari {count(figure)} {staff(published, kode_opd)}, "
    done = f" dievaluasi kinerjanya {when or during(published, year)}"
    return (start, *amount(figure), done, *change_clause(published, figure), ".")


def organisation_rating(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The organisation's own predikat, which partly prescribes those inside it."""
    figure = published.of(kode_opd).get("predikat_opd", str(year))
    if figure is None or figure.status is not Status.PUBLISHED:
        return ()
    start = f"Predikat organisasinya {figure.kategori}; predikat itu ikut menentukan sebaran "
    return (f"{start}predikat pegawainya, jadi sebaran itu bukan dasar peringkat.",)


def follow_up(published: Published, kode_opd: str, year: Period, kind: str) -> Sentence:
    """The share of those concerned who got recognition (`penghargaan`) or support."""
    figure = published.of(kode_opd).get("tindak_lanjut", str(year), kind)
    if figure is None or not figure.has_value:
        return ()
    who, got = _FOLLOW_UP[kind]
    return (f"Dari {count(figure)} {who}, ", *amount(figure), f" {got}.")


def _rated_good(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("evaluasi_baik", str(year))
    if figure is None or not figure.has_value:
        return ()
    return (
        f"Dari {count(figure)} yang dievaluasi, ",
        *amount(figure),
        " berpredikat baik atau sangat baik.",
    )
