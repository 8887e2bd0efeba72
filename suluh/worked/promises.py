"""Worked examples of forums, commitments and targets, counted in the lists on the site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import Commitment, Figure, Forum, Published
from suluh.record_words import record_word
from suluh.text import say
from suluh.worked.example import Example, Given, agreeing, formula, total
from suluh.worked.method import Method

MOST_LISTED = 8
"""Forums: an example is to be followed at a glance."""


def _forums(published: Published, figure: Figure) -> Example | None:
    held = _held(published, figure)
    return total(
        figure,
        tuple(
            Given(say("forum {theme}", theme=record_word(f.tema)), 1, day=f.tanggal) for f in held
        ),
    )


def _participants(published: Published, figure: Figure) -> Example | None:
    held = _held(published, figure)
    given = tuple(
        Given(
            say("peserta forum {theme}", theme=record_word(f.tema)),
            f.jumlah_peserta,
            day=f.tanggal,
        )
        for f in held
    )
    return total(figure, given)


def _held(published: Published, figure: Figure) -> list[Forum]:
    """The forums of a department in a year; none where they are too many to list."""
    if figure.kode_opd == CITY:
        return []
    year = Period.parse(figure.periode).year
    held = [f for f in published.facts(figure.kode_opd).forums if f.tanggal.year == year]
    return held if len(held) <= MOST_LISTED else []


def _kept(published: Published, figure: Figure) -> Example | None:
    year = Period.parse(figure.periode).year
    due = [
        c
        for c in _commitments(published, figure)
        if c.tenggat.year == year and c.tenggat <= published.as_of
    ]
    if not due or figure.n != len(due):
        return None
    kept = sum(
        c.status != "batal" and c.tanggal_selesai is not None and c.tanggal_selesai <= c.tenggat
        for c in due
    )
    given = (
        Given(say("komitmen yang selesai paling lambat pada tenggat"), kept),
        Given(say("komitmen yang jatuh tempo (n)"), figure.n, figure, "n"),
    )
    expression = formula("100 × {} ÷ {}", kept, len(due))
    return agreeing(Example(figure, given, expression), 100 * kept / len(due))


def _open(published: Published, figure: Figure) -> Example | None:
    made = _made(published, figure)
    done = len(made) - len(_unfinished(published, figure))
    given = (
        Given(say("komitmen yang dibuat"), len(made)),
        Given(say("komitmen yang selesai"), done),
    )
    expression = formula("{} − {}", len(made), done)
    return agreeing(Example(figure, given, expression), len(made) - done) if made else None


def _overdue(published: Published, figure: Figure) -> Example | None:
    waiting, end = _unfinished(published, figure), _end(published, figure)
    in_time = sum(c.tenggat >= end for c in waiting)
    given = (
        Given(say("komitmen yang belum selesai"), len(waiting)),
        Given(say("komitmen yang belum lewat tenggat"), in_time),
    )
    expression = formula("{} − {}", len(waiting), in_time)
    left = len(waiting) - in_time
    return agreeing(Example(figure, given, expression), left) if waiting else None


def _target(_published: Published, figure: Figure) -> Example | None:
    """As set: nothing is computed."""
    return Example(figure, (), "") if figure.has_value else None


def _commitments(published: Published, figure: Figure) -> tuple[Commitment, ...]:
    return published.facts(figure.kode_opd).commitments


def _made(published: Published, figure: Figure) -> list[Commitment]:
    """Made by the end of the period and not dropped."""
    end = _end(published, figure)
    every = _commitments(published, figure)
    return [c for c in every if c.tanggal <= end and c.status != "batal"]


def _unfinished(published: Published, figure: Figure) -> list[Commitment]:
    end = _end(published, figure)
    made = _made(published, figure)
    return [c for c in made if c.tanggal_selesai is None or c.tanggal_selesai > end]


def _end(published: Published, figure: Figure) -> date:
    return min(Period.parse(figure.periode).end, published.as_of)


METHODS: Mapping[str, Method] = {
    "forum_jumlah": _forums,
    "forum_peserta": _participants,
    "komitmen_ditepati": _kept,
    "komitmen_terbuka": _open,
    "komitmen_lewat": _overdue,
    "target": _target,
}
