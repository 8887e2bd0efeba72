"""What became of citizens' complaints, aspirations and requests for information."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import absence, amount, change_clause, count, during, name, opening
from suluh.sentences.sentence import Sentence, paragraph


def voices_summary(published: Published, kode_opd: str, period: Period) -> Sentence:
    """How many complaints came, how many were settled in time, how many are still open."""
    figure = published.of(kode_opd).get("pengaduan_masuk", str(period))
    if figure is None or not figure.has_value:
        return absence(published, figure, "pengaduan")
    return paragraph(
        _received(published, figure),
        on_time(published, kode_opd, period, "pada masa itu"),
        _median(published, kode_opd, period),
        still_open(published, kode_opd, period),
    )


def _received(published: Published, figure: Figure) -> Sentence:
    start, who = opening(published, figure.periode), name(published, figure.kode_opd)
    if not figure.nilai:
        return (f"{start}, tidak ada pengaduan yang masuk ke {who}.",)
    return (f"{start}, ", *amount(figure), f" masuk ke {who}.")


def on_time(published: Published, kode_opd: str, period: Period, when: str = "") -> Sentence:
    """Of the complaints due in a period, the share settled by their due date.

    `when` stands for the period where a sentence before has named it.
    """
    figure = published.figure(kode_opd, "pengaduan_tepat_waktu", str(period))
    when = when or during(published, period)
    if figure is None or not figure.has_value:
        nothing = f"Tidak ada pengaduan yang jatuh tempo {when}."
        return absence(published, figure, "pengaduan", nothing)
    start = f"Dari {count(figure)} pengaduan yang jatuh tempo {when}, "
    done = " selesai tepat waktu"
    return (start, *amount(figure), done, *change_clause(published, figure), ".")


def still_open(published: Published, kode_opd: str, period: Period) -> Sentence:
    figure = published.of(kode_opd).get("pengaduan_terbuka", str(period))
    if figure is None or not figure.has_value:
        return ()
    if not figure.nilai:
        return ("Tidak ada pengaduan yang masih terbuka pada akhir masa itu.",)
    return (*amount(figure), " belum selesai pada akhir masa itu.")


def _median(published: Published, kode_opd: str, period: Period) -> Sentence:
    figure = published.of(kode_opd).get("pengaduan_median_hari", str(period))
    if figure is None or not figure.has_value:
        return ()
    start = "Separuh pengaduan selesai dalam "
    return (start, *amount(figure), " atau kurang, dengan ikut menghitung yang masih terbuka.")
