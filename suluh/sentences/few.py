"""A share of few is told by counting: nobody says that 100,0% of one complaint was settled."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.published import Figure
from suluh.sentences.sentence import Sentence
from suluh.sentences.tally import Tally

FEW = 20
"""From here on a share is told in per cent: one more or less moves it by 5 points at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """The five ways to tell of few: the only one, done or not; all, none and some of them."""

    the_only: Sentence
    not_the_only: Sentence
    all_: Sentence
    none: Sentence
    some: Sentence


def is_few(figure: Figure) -> bool:
    """Whether a share in per cent is of so few that they are counted."""
    return figure.nilai is not None and 0 < (figure.n or 0) < FEW


def of_few(figure: Figure, told: Told) -> Sentence:
    """What is true of the figure, which is one of few."""
    done = Tally(figure, done=True).count
    if figure.n == 1:
        return told.the_only if done else told.not_the_only
    if done == figure.n:
        return told.all_
    return told.some if done else told.none
