"""What the evaluations of staff say, and what followed from them."""

from __future__ import annotations

from suluh.figures import CITY, Status
from suluh.periods import Period
from suluh.published import Published
from suluh.record_words import record_word
from suluh.sentences.phrases import absence, amount, change_clause, during, name
from suluh.sentences.sentence import NOTHING, Sentence, Value, paragraph, say, say_many
from suluh.sentences.tally import Tally
from suluh.text import many_
from suluh.text import say as say_text

_FOLLOW_UP = {
    "penghargaan": many_(
        "Dari {count} pegawai berpredikat sangat baik, {share} mendapat penghargaan."
    ),
    "pembinaan": many_(
        "Dari {count} pegawai berpredikat di bawah baik, {share} mendapat bimbingan, konseling, "
        "atau coaching."
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
    when = when or during(published, year)
    if figure is None or not figure.has_value:
        nothing = say("Tidak ada pegawai yang dapat dievaluasi {when}.", when=when)
        return absence(published, figure, say_text("evaluasi kinerja pegawai"), nothing)
    told: dict[str, Value] = {
        "count": Tally(figure),
        "share": amount(figure),
        "when": when,
        "change": change_clause(published, figure),
    }
    if kode_opd == CITY:
        return say_many(
            "Dari {count} pegawai {city}, {share} dievaluasi kinerjanya {when}{change}.",
            figure.n or 0,
            city=name(published, CITY),
            **told,
        )
    return say_many(
        "Dari {count} pegawainya, {share} dievaluasi kinerjanya {when}{change}.",
        figure.n or 0,
        **told,
    )


def organisation_rating(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The organisation's own predikat, which partly prescribes those inside it."""
    figure = published.of(kode_opd).get("predikat_opd", str(year))
    if figure is None or figure.status is not Status.PUBLISHED:
        return NOTHING
    return say(
        "Predikat organisasinya {rating}; predikat itu ikut menentukan sebaran predikat "
        "pegawainya, jadi sebaran itu bukan dasar peringkat.",
        rating=record_word(figure.kategori),
    )


def follow_up(published: Published, kode_opd: str, year: Period, kind: str) -> Sentence:
    """The share of those concerned who got recognition (`penghargaan`) or support."""
    figure = published.of(kode_opd).get("tindak_lanjut", str(year), kind)
    if figure is None or not figure.has_value:
        return NOTHING
    many = figure.n or 0
    return say_many(_FOLLOW_UP[kind], many, count=Tally(figure), share=amount(figure))


def _rated_good(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("evaluasi_baik", str(year))
    if figure is None or not figure.has_value:
        return NOTHING
    return say_many(
        "Dari {count} yang dievaluasi, {share} berpredikat baik atau sangat baik.",
        figure.n or 0,
        count=Tally(figure),
        share=amount(figure),
    )
