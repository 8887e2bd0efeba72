"""What became of citizens' complaints, aspirations and requests for information."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.few import Told, is_few, of_few
from suluh.sentences.phrases import (
    absence,
    amount,
    change_clause,
    during,
    name,
    opening,
    then,
)
from suluh.sentences.sentence import NOTHING, Sentence, Value, paragraph, say, say_many
from suluh.sentences.tally import Tally
from suluh.text import say as say_text


def voices_summary(published: Published, kode_opd: str, period: Period) -> Sentence:
    """How many complaints came, how many were settled in time, how many are still open."""
    figure = published.of(kode_opd).get("pengaduan_masuk", str(period))
    if figure is None or not figure.has_value:
        return absence(published, figure, say_text("pengaduan"))
    return paragraph(
        _received(published, figure),
        on_time(published, kode_opd, period, then()),
        _median(published, kode_opd, period),
        still_open(published, kode_opd, period),
    )


def _received(published: Published, figure: Figure) -> Sentence:
    when, who = opening(published, figure.periode), name(published, figure.kode_opd)
    if not figure.nilai:
        return say("{when}, tidak ada pengaduan yang masuk ke {who}.", when=when, who=who)
    return say_many(
        "{when}, {figure} pengaduan masuk ke {who}.",
        figure.nilai,
        when=when,
        who=who,
        figure=figure,
    )


def on_time(published: Published, kode_opd: str, period: Period, when: str = "") -> Sentence:
    """Of the complaints due in a period, how many were settled by their due date.

    `when` stands for the period where a sentence before has named it.
    """
    figure = published.figure(kode_opd, "pengaduan_tepat_waktu", str(period))
    when = when or during(published, period)
    if figure is None or not figure.has_value:
        nothing = say("Tidak ada pengaduan yang jatuh tempo {when}.", when=when)
        return absence(published, figure, say_text("pengaduan"), nothing)
    return _settled(figure, when=when, change=change_clause(published, figure))


def _settled(figure: Figure, **told: Value) -> Sentence:
    told["count"] = Tally(figure)
    if is_few(figure):
        return of_few(figure, _few_settled(Tally(figure, done=True), **told))
    return say_many(
        "Dari {count} pengaduan yang jatuh tempo {when}, {share} selesai tepat waktu{change}.",
        figure.n or 0,
        share=amount(figure),
        **told,
    )


def _few_settled(settled: Tally, **told: Value) -> Told:
    return Told(
        say("Satu-satunya pengaduan yang jatuh tempo {when} selesai tepat waktu{change}.", **told),
        say(
            "Satu-satunya pengaduan yang jatuh tempo {when} tidak selesai tepat waktu{change}.",
            **told,
        ),
        say(
            "Semua {count} pengaduan yang jatuh tempo {when} selesai tepat waktu{change}.", **told
        ),
        say(
            "Tidak satu pun dari {count} pengaduan yang jatuh tempo {when} selesai tepat "
            "waktu{change}.",
            **told,
        ),
        say_many(
            "{settled} dari {count} pengaduan yang jatuh tempo {when} selesai tepat "
            "waktu{change}.",
            settled.count,
            settled=settled,
            **told,
        ),
    )


def still_open(published: Published, kode_opd: str, period: Period) -> Sentence:
    figure = published.of(kode_opd).get("pengaduan_terbuka", str(period))
    if figure is None or not figure.has_value:
        return NOTHING
    if not figure.nilai:
        return say("Tidak ada pengaduan yang masih terbuka pada akhir masa itu.")
    return say_many(
        "{figure} pengaduan belum selesai pada akhir masa itu.", figure.nilai, figure=figure
    )


def _median(published: Published, kode_opd: str, period: Period) -> Sentence:
    figure = published.of(kode_opd).get("pengaduan_median_hari", str(period))
    if figure is None or not figure.has_value:
        return NOTHING
    return say(
        "Separuh pengaduan selesai dalam {days} atau kurang, dengan ikut menghitung yang masih "
        "terbuka.",
        days=amount(figure),
    )
