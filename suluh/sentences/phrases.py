"""Phrases every sentence is built from: names, periods, amounts, changes, missing figures."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.comparison import Verdict, year_on_year
from suluh.figures import CITY, Status
from suluh.localisation import date_text, number_text, period_text
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.sentences.sentence import Sentence

AFTER = {"persen": "%", "indeks": " dari 100", "skor": " dari 4", "nilai": " dari 100"}
"""What follows a value in running text; other units are words of their own."""


def name(published: Published, kode_opd: str) -> str:
    """A department's name, or the city's."""
    if kode_opd == CITY:
        return published.contract.city
    return published.department(kode_opd).nama


def during(published: Published, period: Period | str) -> str:
    """`pada tahun 2025`; `pada tahun 2026 (sampai 30 September 2026)` while it lasts."""
    when = Period.parse(period) if isinstance(period, str) else period
    if when.end <= published.as_of or published.as_of < when.start:
        return f"pada {period_text(when)}"
    return f"pada {period_text(when)} (sampai {date_text(published.as_of)})"


def opening(published: Published, period: Period | str) -> str:
    """`Pada tahun 2025`: the same at the head of a sentence."""
    return "P" + during(published, period).removeprefix("p")


def amount(figure: Figure) -> Sentence:
    """The value with its unit: `84,31 dari 100`, `91,3%`, `12 orang`."""
    unit = AFTER.get(figure.satuan, f" {figure.satuan}" if figure.satuan else "")
    return (figure, unit) if unit else (figure,)


def count(figure: Figure) -> str:
    """Its n as text: `1.234`."""
    return number_text(figure.n or 0)


def staff(published: Published, kode_opd: str) -> str:
    """`pegawainya`, those of the department a page is about; in full for the city."""
    return f"pegawai {name(published, kode_opd)}" if kode_opd == CITY else "pegawainya"


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


def newest_year(published: Published, indikator: str) -> Period:
    """The newest full year in which the city has a value; failing that the newest year."""
    figure = latest_complete(published, published.city.years(indikator))
    return Period.parse(figure.periode) if figure else published.years[-1]


def newest_quarter(published: Published, indikator: str) -> Period:
    """The newest quarter in which the city has a value; failing that the newest quarter."""
    figure = latest(published.city.quarters(indikator))
    return Period.parse(figure.periode) if figure else published.quarters[-1]


def change_clause(published: Published, figure: Figure) -> Sentence:
    """`, naik 2,1 poin dari …, lebih dari kebetulan`; nothing where nothing can be said."""
    change = year_on_year(published, figure)
    if change is None or change.verdict is Verdict.UNKNOWN:
        return ()
    return ("; " if change.verdict in (Verdict.UNCLEAR, Verdict.PLAIN) else ", ", change)


def absence(published: Published, figure: Figure | None, what: str, nothing: str = "") -> Sentence:
    """Why there is no value of `what`; `nothing` is said where it does not apply.

    Nothing is said of a figure that does not exist: the department was not there then.
    """
    if figure is None:
        return ()
    when, who = during(published, figure.periode), name(published, figure.kode_opd)
    match figure.status:
        case Status.NOT_REPORTED if figure.kode_opd == CITY:
            return (f"Tidak ada OPD yang melaporkan {what} {when}.",)
        case Status.NOT_REPORTED:
            return (f"{who} tidak melaporkan {what} {when}.",)
        case Status.HIDDEN:
            return (f"Angka {what} {who} {when} disembunyikan untuk melindungi orang.",)
        case _:
            return (nothing,) if nothing else ()
