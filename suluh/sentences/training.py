"""What the training records say."""

from __future__ import annotations

from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.phrases import absence, amount, change_clause, during, name
from suluh.sentences.sentence import NOTHING, Sentence, Value, paragraph, say, say_many
from suluh.sentences.tally import Tally
from suluh.text import say as say_text


def training_summary(published: Published, kode_opd: str, year: Period) -> Sentence:
    """How many were trained, for how long, and what they learned."""
    return paragraph(
        reach(published, kode_opd, year),
        hours(published, kode_opd, year),
        obligation(published, kode_opd, year),
        gain(published, kode_opd, year),
    )


def reach(published: Published, kode_opd: str, year: Period, when: str = "") -> Sentence:
    """The share of staff who completed a training.

    `when` stands for the year where a sentence before has named it.
    """
    figure = published.figure(kode_opd, "pelatihan_cakupan", str(year))
    when = when or during(published, year)
    if figure is None or not figure.has_value:
        nothing = say("Tidak ada pegawai yang dapat dilatih {when}.", when=when)
        return absence(published, figure, say_text("pelatihan pegawai"), nothing)
    told: dict[str, Value] = {
        "count": Tally(figure),
        "share": amount(figure),
        "when": when,
        "change": change_clause(published, figure),
    }
    if kode_opd == CITY:
        return say_many(
            "Dari {count} pegawai {city}, {share} menyelesaikan pelatihan {when}{change}.",
            figure.n or 0,
            city=name(published, CITY),
            **told,
        )
    return say_many(
        "Dari {count} pegawainya, {share} menyelesaikan pelatihan {when}{change}.",
        figure.n or 0,
        **told,
    )


def hours(published: Published, kode_opd: str, year: Period) -> Sentence:
    """Training hours per employee; JP is explained here."""
    figure = published.of(kode_opd).get("jp_rata", str(year))
    if figure is None or not figure.has_value:
        return NOTHING
    return say(
        "Setiap pegawai rata-rata mengikuti pelatihan {figure} jam pelajaran "
        "(JP; 1 JP = 45 menit).",
        figure=figure,
    )


def obligation(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The share of permanent staff who reached the twenty hours that the law sets."""
    figure = published.of(kode_opd).get("jp_terpenuhi", str(year))
    if figure is None or not figure.has_value:
        return NOTHING
    return say_many(
        "Dari {count} PNS, {share} mencapai sedikitnya 20 JP setahun, seperti diatur PP 11/2017.",
        figure.n or 0,
        count=Tally(figure),
        share=amount(figure),
    )


def gain(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The score after training against the score before, as far as the interval allows."""
    figure = published.of(kode_opd).get("pelatihan_peningkatan", str(year))
    if figure is None or figure.batas_bawah is None or figure.batas_atas is None:
        return NOTHING
    measured = say_many("({count} keikutsertaan diukur)", figure.n or 0, count=Tally(figure))
    if figure.batas_bawah <= 0 <= figure.batas_atas:
        return say(
            "Setelah pelatihan, tidak ada perbedaan yang jelas antara nilai tes sebelum dan "
            "sesudahnya {measured}.",
            measured=measured,
        )
    told: dict[str, Value] = {"gain": amount(figure), "measured": measured}
    if figure.batas_bawah > 0:
        return say(
            "Nilai tes sesudah pelatihan lebih tinggi daripada sebelumnya; selisih rata-ratanya "
            "{gain} {measured}.",
            **told,
        )
    return say(
        "Nilai tes sesudah pelatihan lebih rendah daripada sebelumnya; selisih rata-ratanya "
        "{gain} {measured}.",
        **told,
    )
