"""How the answers to the survey spread over its four scores."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.catalogue import ELEMENTS
from suluh.charts.chart import Chart, ChartTable
from suluh.charts.key import SQUARE, Sign, key_rows
from suluh.charts.series import key_of, other_years
from suluh.charts.stacks import Segment, segment_rows
from suluh.charts.titles import latest
from suluh.charts.words import count_text, state_notes
from suluh.localisation import number_text, period_text
from suluh.palette import RATINGS
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.studio import Row
from suluh.text import capitalised, joined, say, say_many
from suluh.wording import ELEMENT_WORDS

SCORE_WORDS = (say("1 tidak baik"), say("2 kurang"), say("3 baik"), say("4 sangat baik"))
_SCORE_RATINGS = (0, 1, 3, 4)


_ANSWERED = f"{ELEMENTS[0]}/4"
"""A share that every year with answers has."""


def answer_spread(published: Published, kode_opd: str, year: Period | None = None) -> Chart | None:
    """Chart `sebaran` of a year (None: the latest that is published); None without answers."""
    own = published.of(kode_opd)
    years = own.years("skm_sebaran", _ANSWERED)
    newest = latest([f for f in years if year is None or f.periode == str(year)])
    if newest is None:
        return None
    answers = {e: _answers(own, newest.periode, e) for e in ELEMENTS}
    ranked = sorted((e for e in ELEMENTS if answers[e]), key=lambda e: -_good(answers[e]))
    return Chart(
        id="sebaran",
        kind="sebaran",
        title=_spread_title(answers, ranked),
        reading=(
            say(
                "Tiap batang: seluruh responden {when}, dibagi menurut nilai yang mereka "
                "berikan. Angka di kanan: bagian yang memberi nilai 3 atau 4.",
                when=period_text(newest.periode),
            )
        ),
        description=joined(
            "; ",
            (
                say(
                    "{element} {good}% baik",
                    element=_name(e),
                    good=number_text(_good(answers[e]), 1),
                )
                for e in ranked
            ),
        ),
        data={
            "key": key_rows(
                Sign(text, SQUARE, RATINGS[r])
                for text, r in zip(SCORE_WORDS, _SCORE_RATINGS, strict=True)
            ),
            "labels": tuple(
                {"row": i, "label": _name(e), "text": _percent(_good(answers[e]))}
                for i, e in enumerate(ranked)
            ),
            "segments": tuple(
                segment for i, e in enumerate(ranked) for segment in _segments(i, answers[e])
            ),
        },
        table=ChartTable(
            (say("Unsur"), *SCORE_WORDS),
            tuple((_name(e), *answers[e]) for e in ranked),
        ),
        indikator=("skm_sebaran",),
        notes=(
            say_many("n = {count} responden.", newest.n or 0, count=count_text(newest)),
            *state_notes(published, [newest]),
        ),
        period=newest.periode,
        periods=() if year else other_years(own, "skm_sebaran", _ANSWERED, newest.periode),
    )


def _answers(own: DepartmentFigures, period: str, element: str) -> tuple[Figure, ...]:
    """The shares of the four scores, lowest first; nothing where one of them is hidden."""
    found = [own.get("skm_sebaran", period, f"{element}/{score}") for score in (1, 2, 3, 4)]
    shares = tuple(f for f in found if f is not None and f.has_value)
    return shares if len(shares) == len(found) else ()


def _good(shares: Sequence[Figure]) -> float:
    return sum(f.nilai or 0 for f in shares[2:])


def _segments(row: int, shares: Sequence[Figure]) -> list[Row]:
    parts = [
        Segment(f.nilai or 0, number_text(f.nilai or 0), rating, key_of(f))
        for f, rating in zip(shares, _SCORE_RATINGS, strict=True)
    ]
    return segment_rows(row, parts, 100.0)


def _spread_title(answers: dict[str, tuple[Figure, ...]], ranked: Sequence[str]) -> str:
    worst = answers[ranked[-1]]
    share = number_text(100 - _good(worst))
    return say(
        "{share}% responden menilai {element} kurang atau tidak baik",
        share=share,
        element=ELEMENT_WORDS[ranked[-1]],
    )


def _name(element: str) -> str:
    """An element's words with a capital, as a label."""
    return capitalised(ELEMENT_WORDS[element])


def _percent(share: float) -> str:
    return joined("", (number_text(share), "%"))
