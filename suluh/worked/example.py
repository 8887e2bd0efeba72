"""`Example`: what is given, the formula with its numbers, and the figure it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Literal

from suluh.localisation import number_text
from suluh.published import Figure
from suluh.text import Language, Text, joined

DECIMALS = 6
"""Of numbers that do not end sooner: two more than `angka.csv` has, so that its last one comes
out right."""

NEAR = 5e-5
"""Half a unit of the last decimal of `angka.csv`."""


@dataclass(frozen=True)
class Given:
    """A number that goes in: the value of a figure, its n, or a count of what is published.

    `figure` is None for a number of the rule, or one counted in a list on the site.
    """

    label: str
    value: float
    figure: Figure | None = None
    part: Literal["nilai", "n", ""] = ""
    day: date | None = None


@dataclass(frozen=True)
class Example:
    """`expression` is the formula in numbers, empty where nothing is computed.

    `rounded`: the result is the nearest whole number. `note`: how what is given becomes what
    stands in the formula, in a sentence.
    """

    figure: Figure
    givens: tuple[Given, ...]
    expression: str
    rounded: bool = False
    note: str = ""


def exact_text(value: float) -> Text:
    """`2.064`, `84,5`, `3,235294`: as many decimals as there are, up to `DECIMALS`."""
    return Text(_exact, value)


def _exact(language: Language, value: float) -> str:
    text = language.say(number_text(value, DECIMALS))
    point = "," if language.code == "id" else "."
    return text.rstrip("0").rstrip(point).replace("-", "−")


def formula(pattern: str, *values: float | str) -> Text:
    """Numbers and pieces of a formula in the place of each `{}`."""
    pieces = pattern.split("{}")
    told = (v if isinstance(v, str) else exact_text(v) for v in values)
    return joined(
        "", [piece for pair in zip_longest(pieces, told, fillvalue="") for piece in pair]
    )


def value_of(figure: Figure | None, label: str) -> Given | None:
    """The value of a figure as something given; None where it has none."""
    if figure is None or figure.nilai is None:
        return None
    return Given(label, figure.nilai, figure, "nilai")


def n_of(figure: Figure | None, label: str) -> Given | None:
    """The n of a figure as something given; None where it has none."""
    if figure is None or figure.n is None:
        return None
    return Given(label, float(figure.n), figure, "n")


def all_of(givens: Iterable[Given | None]) -> tuple[Given, ...]:
    """The givens, or nothing where one of them is missing."""
    listed = list(givens)
    known = [given for given in listed if given is not None]
    return tuple(known) if len(known) == len(listed) else ()


def sum_text(values: Sequence[float]) -> Text:
    """`(12 + 30)`; a single number stands alone."""
    text = terms_text(values)
    return formula("({})", text) if len(values) > 1 else text


def terms_text(values: Sequence[float]) -> Text:
    """`12 + 30 + (−4)`."""
    return joined(" + ", map(signed_text, values))


def signed_text(value: float) -> Text:
    """The number, in brackets where it is negative, so that it can follow another sign."""
    return formula("({})", value) if value < 0 else exact_text(value)


def agreeing(example: Example, result: float) -> Example | None:
    """The example, unless it does not come to its figure."""
    value = example.figure.nilai
    return example if value is not None and abs(value - result) < NEAR else None


def whole(value: float) -> int | None:
    """The whole number this is but for the noise of a division; None for any other."""
    nearest = round(value)
    return nearest if abs(value - nearest) < 1e-6 * max(1, abs(nearest)) else None


def share(figure: Figure, counted: str, base: str) -> Example | None:
    """100 × k ÷ n, where k follows from the share and its n."""
    if figure.nilai is None or not figure.n:
        return None
    k = whole(figure.nilai * figure.n / 100)
    if k is None:
        return None
    givens = (Given(counted, k), Given(base, figure.n, figure, "n"))
    expression = formula("100 × {} ÷ {}", k, figure.n)
    return agreeing(Example(figure, givens, expression), 100 * k / figure.n)


def rate(figure: Figure, summed: str, base: str) -> Example | None:
    """A sum ÷ n, where the sum follows from the mean and its n."""
    if figure.nilai is None or not figure.n:
        return None
    total = round(figure.nilai * figure.n, 4)
    givens = (Given(summed, total), Given(base, figure.n, figure, "n"))
    expression = formula("{} ÷ {}", total, figure.n)
    return agreeing(Example(figure, givens, expression), total / figure.n)


def total(figure: Figure, parts: Sequence[Given]) -> Example | None:
    """A sum of parts that are published themselves."""
    if not parts:
        return None
    values = [part.value for part in parts]
    return agreeing(Example(figure, tuple(parts), terms_text(values)), sum(values))


def rest(figure: Figure, base: str, others: Sequence[Given]) -> Example | None:
    """All that answered, less the other categories."""
    if figure.n is None or not others:
        return None
    taken = sum(given.value for given in others)
    givens = (Given(base, figure.n, figure, "n"), *others)
    texts = joined(" − ", (exact_text(g.value) for g in givens))
    return agreeing(Example(figure, givens, texts), figure.n - taken)
