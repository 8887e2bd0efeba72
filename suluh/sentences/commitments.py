"""What was promised to citizens at forums, and what was kept."""

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


def commitments_summary(published: Published, kode_opd: str, year: Period) -> Sentence:
    """Forums held, commitments kept, commitments overdue."""
    return paragraph(
        forums(published, kode_opd, year),
        kept(published, kode_opd, year, then()),
        overdue(published, kode_opd, year),
    )


def forums(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("forum_jumlah", str(year))
    if figure is None or not figure.has_value:
        return absence(published, figure, say_text("forum konsultasi publik"))
    told: dict[str, Value] = {
        "when": opening(published, year),
        "who": name(published, kode_opd),
    }
    if not figure.nilai:
        return say("{when}, {who} tidak mengadakan forum konsultasi publik.", **told)
    return say_many(
        "{when}, {who} mengadakan {figure} forum konsultasi publik{guests}.",
        figure.nilai,
        figure=figure,
        guests=_guests(published, kode_opd, year),
        **told,
    )


def _guests(published: Published, kode_opd: str, year: Period) -> Sentence:
    guests = published.of(kode_opd).get("forum_peserta", str(year))
    if guests is None or guests.nilai is None:
        return NOTHING
    return say_many(" dengan {guests} peserta", guests.nilai, guests=guests)


def kept(published: Published, kode_opd: str, year: Period, when: str = "") -> Sentence:
    """Of the commitments due in a year, the share kept by then.

    `when` stands for the year where a sentence before has named it.
    """
    figure = published.of(kode_opd).get("komitmen_ditepati", str(year))
    when = when or during(published, year)
    if figure is None or not figure.has_value:
        nothing = say("Tidak ada komitmen yang jatuh tempo {when}.", when=when)
        return absence(published, figure, say_text("komitmen kepada warga"), nothing)
    return _kept(figure, when=when, change=change_clause(published, figure))


def _kept(figure: Figure, **told: Value) -> Sentence:
    told["count"] = Tally(figure)
    if is_few(figure):
        return of_few(figure, _few_kept(Tally(figure, done=True), **told))
    return say_many(
        "Dari {count} komitmen kepada warga yang jatuh tempo {when}, {share} ditepati pada "
        "waktunya{change}.",
        figure.n or 0,
        share=amount(figure),
        **told,
    )


def _few_kept(kept: Tally, **told: Value) -> Told:
    return Told(
        say(
            "Satu-satunya komitmen kepada warga yang jatuh tempo {when} ditepati pada "
            "waktunya{change}.",
            **told,
        ),
        say(
            "Satu-satunya komitmen kepada warga yang jatuh tempo {when} tidak ditepati pada "
            "waktunya{change}.",
            **told,
        ),
        say(
            "Semua {count} komitmen kepada warga yang jatuh tempo {when} ditepati pada "
            "waktunya{change}.",
            **told,
        ),
        say(
            "Tidak satu pun dari {count} komitmen kepada warga yang jatuh tempo {when} ditepati "
            "pada waktunya{change}.",
            **told,
        ),
        say_many(
            "{kept} dari {count} komitmen kepada warga yang jatuh tempo {when} ditepati pada "
            "waktunya{change}.",
            kept.count,
            kept=kept,
            **told,
        ),
    )


def overdue(published: Published, kode_opd: str, year: Period) -> Sentence:
    figure = published.of(kode_opd).get("komitmen_lewat", str(year))
    if figure is None or not figure.has_value:
        return NOTHING
    if not figure.nilai:
        return say("Tidak ada komitmen yang lewat tenggat.")
    return say_many(
        "{figure} komitmen dari tahun itu atau sebelumnya lewat tenggat dan belum selesai pada "
        "akhir masa itu.",
        figure.nilai,
        figure=figure,
    )
