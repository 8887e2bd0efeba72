"""What was promised to citizens at forums, and what was kept."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.phrases import absence, amount, change_clause, count, during, name, opening
from suluh.sentences.sentence import Sentence, paragraph


def commitments_summary(published: Published, kode_opd: str, year: Period) -> Sentence:
    """Forums held, commitments kept, commitments overdue."""
    return paragraph(
        forums(published, kode_opd, year),
        kept(published, kode_opd, year, "pada masa itu"),
        overdue(published, kode_opd, year),
    )


def forums(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("forum_jumlah", str(year))
    if figure is None or not figure.has_value:
        return absence(published, figure, "forum konsultasi publik")
    start, who = opening(published, year), name(published, kode_opd)
    if not figure.nilai:
        return (f"{start}, {who} tidak mengadakan forum konsultasi publik.",)
    guests = published.of(kode_opd).get("forum_peserta", str(year))
    came: Sentence = (" dengan ", guests, " peserta") if guests and guests.has_value else ()
    return (f"{start}, {who} mengadakan ", figure, " forum konsultasi publik", *came, ".")


def kept(published: Published, kode_opd: str, year: Period, when: str = "") -> Sentence:
    """Of the commitments due in a year, the share kept by then.

    `when` stands for the year where a sentence before has named it.
    """
    figure = published.of(kode_opd).get("komitmen_ditepati", str(year))
    when = when or during(published, year)
    if figure is None or not figure.has_value:
        nothing = f"Tidak ada komitmen yang jatuh tempo {when}."
        return absence(published, figure, "komitmen kepada warga", nothing)
    start = f"Dari {count(figure)} komitmen kepada warga yang jatuh tempo {when}, "
    change = change_clause(published, figure)
    return (start, *amount(figure), " ditepati pada waktunya", *change, ".")


def overdue(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("komitmen_lewat", str(year))
    if figure is None or not figure.has_value:
        return ()
    if not figure.nilai:
        return ("Tidak ada komitmen yang lewat tenggat.",)
    late = " dari tahun itu atau sebelumnya lewat tenggat dan belum selesai pada akhir masa itu."
    return (*amount(figure), late)
