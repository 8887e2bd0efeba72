"""Phrases every sentence is built from: names, periods, amounts, changes, missing figures."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.comparison import Verdict, year_on_year
from suluh.figures import CITY, Status
from suluh.localisation import period_so_far
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.sentences.sentence import NOTHING, Sentence, Value, say, say_many
from suluh.text import Text, capitalised, many_
from suluh.text import say as say_text

AMOUNTS = {
    "persen": many_("{figure}%"),
    "indeks": many_("{figure} dari 100"),
    "skor": many_("{figure} dari 4"),
    "nilai": many_("{figure} dari 100"),
    "poin": many_("{figure} poin"),
    "JP": many_("{figure} JP"),
    "hari": many_("{figure} hari"),
    "orang": many_("{figure} orang"),
    "responden": many_("{figure} responden"),
    "pengaduan": many_("{figure} pengaduan"),
    "komitmen": many_("{figure} komitmen"),
    "forum": many_("{figure} forum"),
    "": many_("{figure}"),
}
"""A value with its unit in running text."""


def name(published: Published, kode_opd: str) -> str:
    """A department's name, or the city's."""
    if kode_opd == CITY:
        return published.contract.city
    return published.department(kode_opd).nama


def during(published: Published, period: Period | str) -> Text:
    """`pada tahun 2025`; `pada tahun 2026 (sampai 30 September 2026)` while it lasts."""
    return say_text("pada {period}", period=so_far(published, period))


def so_far(published: Published, period: Period | str) -> Text:
    """`tahun 2025`; `tahun 2026 (sampai 30 September 2026)` while it lasts."""
    return period_so_far(period, published.as_of)


def opening(published: Published, period: Period | str) -> Text:
    """`Pada tahun 2025`: the same at the head of a sentence."""
    return capitalised(during(published, period))


def then() -> Text:
    """Stands for a period that a sentence before has named."""
    return say_text("pada masa itu")


def amount(figure: Figure) -> Sentence:
    """The value with its unit: `84,31 dari 100`, `91,3%`, `12 orang`."""
    return say_many(AMOUNTS[figure.satuan], figure.nilai or 0, figure=figure)


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The newest of a series (oldest first) that has a value."""
    return next((f for f in reversed(figures) if f.has_value), None)


def latest_complete(published: Published, figures: Sequence[Figure]) -> Figure | None:
    """The newest with a value whose period is over; failing that the newest with a value."""
    over = [f for f in figures if Period.parse(f.periode).end <= published.as_of]
    return latest(over) or latest(figures)


def newest_figure(published: Published, own: DepartmentFigures, indikator: str) -> Figure | None:
    """Its newest quarter with a value, else its newest whole year, else why there is none."""
    quarters, years = own.quarters(indikator), own.years(indikator)
    known = latest(quarters) or latest_complete(published, years)
    return known or next(reversed(quarters or years), None)


def newest_year(published: Published, indikator: str, rincian: str = "") -> Period:
    """The newest full year in which the city has a value; failing that the newest year."""
    figure = latest_complete(published, published.city.years(indikator, rincian))
    return Period.parse(figure.periode) if figure else published.years[-1]


def newest_quarter(published: Published, indikator: str) -> Period:
    """The newest quarter in which the city has a value; failing that the newest quarter."""
    figure = latest(published.city.quarters(indikator))
    return Period.parse(figure.periode) if figure else published.quarters[-1]


def change_clause(published: Published, figure: Figure) -> Sentence:
    """`, naik 2,1 poin dari …, lebih dari kebetulan`; nothing where nothing can be said."""
    change = year_on_year(published, figure)
    if change is None or change.verdict is Verdict.UNKNOWN:
        return NOTHING
    if change.verdict in (Verdict.UNCLEAR, Verdict.PLAIN):
        return say("; {change}", change=change)
    return say(", {change}", change=change)


def absence(
    published: Published, figure: Figure | None, what: str, nothing: Sentence = NOTHING
) -> Sentence:
    """Why there is no value of `what`; `nothing` is said where it does not apply.

    Nothing is said of a figure that does not exist: the department was not there then.
    """
    if figure is None:
        return NOTHING
    told: dict[str, Value] = {"what": what, "when": during(published, figure.periode)}
    who = name(published, figure.kode_opd)
    match figure.status:
        case Status.NOT_REPORTED if figure.kode_opd == CITY:
            return say("Tidak ada OPD yang melaporkan {what} {when}.", **told)
        case Status.NOT_REPORTED:
            return say("{who} tidak melaporkan {what} {when}.", who=who, **told)
        case Status.HIDDEN:
            return say(
                "Angka {what} {who} {when} disembunyikan untuk melindungi orang.", who=who, **told
            )
        case _:
            return nothing
