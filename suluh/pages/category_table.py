"""The city's figures of each category of an indicator, side by side over the periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suluh.catalogue import Indicator
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.wording import category_text

MOST_ROWS = 60
"""More categories than this are left to the download."""


@dataclass(frozen=True)
class Series:
    """One category over the periods, oldest first, under its name in words."""

    label: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True)
class CategoryTable:
    """A row a category, a column a period; `shortened` where rows were left out.

    A period that lasts beyond `as_of` is under way.
    """

    as_of: date
    periods: tuple[Period, ...]
    rows: tuple[Series, ...]
    shortened: bool


def category_table(
    published: Published, indicator: Indicator, periods: Sequence[Period]
) -> CategoryTable:
    """The categories that have a figure in one of the periods, in the catalogue's order."""
    own = published.city
    found = (
        tuple(own.get(indicator.id, str(period), rincian) for period in periods)
        for rincian in _categories(published, indicator)
    )
    rows = [Series(category_text(known[0]), f) for f in found if (known := [x for x in f if x])]
    return CategoryTable(
        published.as_of, tuple(periods), tuple(rows[:MOST_ROWS]), len(rows) > MOST_ROWS
    )


def _categories(published: Published, indicator: Indicator) -> tuple[str, ...]:
    if not indicator.open_ended:
        return indicator.rincian
    figures = published.city.every(indicator.id)
    return tuple(sorted({figure.rincian for figure in figures if figure.rincian}))
