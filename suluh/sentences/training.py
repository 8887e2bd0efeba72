"""What the training records say."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.phrases import absence, amount, change_clause, count, during, staff
from suluh.sentences.sentence import Sentence, paragraph


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
    if figure is None or not figure.has_value:
        nothing = f"Tidak ada pegawai yang dapat dilatih {when or during(published, year)}."
        return absence(published, figure, "pelatihan pegawai", nothing)
    start = f"Dari {count(figure)} {staff(published, kode_opd)}, "
    done = f" menyelesaikan pelatihan {when or during(published, year)}"
    return (start, *amount(figure), done, *change_clause(published, figure), ".")


def hours(published: Published, kode_opd: str, year: Period) -> Sentence:
    """Training hours per employee; JP is explained here."""
    figure = published.of(kode_opd).get("jp_rata", str(year))
    if figure is None or not figure.has_value:
        return ()
    start = "Setiap pegawai rata-rata mengikuti pelatihan "
    return (start, figure, " jam pelajaran (JP; 1 JP = 45 menit).")


def obligation(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The share of permanent staff who reached the twenty hours that the law sets."""
    figure = published.of(kode_opd).get("jp_terpenuhi", str(year))
    if figure is None or not figure.has_value:
        return ()
    start = f"Dari {count(figure)} PNS, "
    return (
        start,
        *amount(figure),
        " mencapai sedikitnya 20 JP setahun, seperti diatur PP 11/2017.",
    )


def gain(published: Published, kode_opd: str, year: Period) -> Sentence:
    """The score after training against the score before, as far as the interval allows."""
    figure = published.of(kode_opd).get("pelatihan_peningkatan", str(year))
    if figure is None or figure.batas_bawah is None or figure.batas_atas is None:
        return ()
    measured = f" ({count(figure)} keikutsertaan diukur)"
    if figure.batas_bawah <= 0 <= figure.batas_atas:
        unclear = "tidak ada perbedaan yang jelas antara nilai tes sebelum dan sesudahnya"
        return (f"Setelah pelatihan, {unclear}{measured}.",)
    direction = "lebih tinggi" if figure.batas_bawah > 0 else "lebih rendah"
    start = f"Nilai tes sesudah pelatihan {direction} daripada sebelumnya; selisih rata-ratanya "
    return (start, *amount(figure), f"{measured}.")
