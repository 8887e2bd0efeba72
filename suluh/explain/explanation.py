"""`Explanation`: everything there is to say about how one figure came about."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cache, cached_property

import numpy as np
import pandas as pd

from suluh.catalogue import Indicator, indicators
from suluh.disclosure import protect
from suluh.explain.calculation import CURVES, Amount, Spread, Step, amounts, curve, spread
from suluh.explain.parts import Part, part
from suluh.explain.question import Question, require_figure
from suluh.explain.wall import Effect, effect
from suluh.figures import KEY_COLUMNS, Figures, Status
from suluh.indicators import FAMILIES, Family, figures, reduce
from suluh.indicators.counts import Counts
from suluh.indicators.derivation import Derivation
from suluh.indicators.entries import Entries
from suluh.indicators.grid import Grid, published_grid
from suluh.indicators.known import Known, known
from suluh.published import Published
from suluh.records import Records
from suluh.worked import Example, effects

MADE_OF_FIGURES = "turunan"
PLACE = ("kode_opd", "indikator", "periode", "rincian")


@dataclass(frozen=True)
class Explanation:
    """The derivation of a figure.

    `computed` and `published` are its rows of `FIGURE_COLUMNS` before and after the wall, the
    second empty where the wall leaves the category out. `example` works out a figure that is
    made of published ones, which has no rows of its own.
    """

    question: Question
    indicator: Indicator
    records: Records
    computed: pd.DataFrame
    published: pd.DataFrame
    effect: Effect
    method: str
    parts: tuple[Part, ...]
    amounts: Mapping[str, Amount]
    spread: Spread | None
    curve: tuple[Step, ...]
    example: Example | None = None


@dataclass(frozen=True)
class Workings:
    """All that lies between the records and the published figures, to explain many of them."""

    records: Records
    known: Known
    entries: Mapping[str, Entries]
    counts: Counts
    grid: Grid
    figures: Figures
    public: Published
    families: Mapping[str, Family]

    @cached_property
    def totals(self) -> Callable[[Family], Mapping[str, pd.DataFrame]]:
        """The sums of a family at every place, made once for all its figures."""
        return cache(lambda family: family.totals(self.counts, self.grid))


def workings(records: Records) -> Workings:
    """Compute every figure as a build does, and keep what it was computed from."""
    as_known, counts, grid = known(records), reduce(records), published_grid(records)
    entries = {n: e for family in FAMILIES for n, e in family.entries(as_known).items()}
    computed = figures(counts, grid)
    public = protect(computed, records)
    families = _families(counts, grid)
    return Workings(records, as_known, entries, counts, grid, computed, public, families)


def explain(of: Workings, question: Question) -> Explanation:
    """Derive one figure; UserError if there is none of that name, place or category."""
    if question.indikator in effects.METHODS:
        return _of_effect(of, question)
    require_figure(question, of.records, of.figures)
    family = of.families[question.indikator]
    derivation = family.derivation(question.indikator, question.rincian)
    totals = of.totals(family)
    given = amounts(derivation, totals, question)
    computed, published = (
        _row(table, question) for table in (of.figures.table, of.public.figures)
    )
    return Explanation(
        question=question,
        indicator=indicators()[question.indikator],
        records=of.records,
        computed=computed,
        published=published,
        effect=effect(computed, published, of.records.contract.policy),
        method=derivation.method,
        parts=tuple(_parts(derivation, given, of, question)),
        amounts=given,
        spread=spread(derivation.method, given),
        curve=curve(totals, question) if derivation.method in CURVES else (),
    )


def _of_effect(of: Workings, question: Question) -> Explanation:
    """Derive a figure that is made of published ones."""
    require_figure(question, of.records, Figures(of.public.figures))
    row = _row(of.public.figures, question)
    figure = of.public.figure(*(getattr(question, name) for name in PLACE))
    method = effects.METHODS[question.indikator]
    return Explanation(
        question=question,
        indicator=indicators()[question.indikator],
        records=of.records,
        computed=row,
        published=row,
        effect=_of_status(str(row["status"].iloc[0])),
        method=MADE_OF_FIGURES,
        parts=(),
        amounts={},
        spread=None,
        curve=(),
        example=method(of.public, figure) if figure and figure.has_value else None,
    )


def _of_status(status: str) -> Effect:
    """What the wall did to a figure that it made itself."""
    if status == Status.SMALL_SAMPLE:
        return Effect.SMALL_SAMPLE
    return Effect.SHOWN if status == Status.PUBLISHED else Effect.NOTHING_TO_HIDE


def _parts(
    derivation: Derivation, given: Mapping[str, Amount], of: Workings, question: Question
) -> Iterator[Part]:
    for draw in derivation.draws:
        if not (draw.only_with and math.isnan(given[draw.only_with].value)):
            yield part(draw, of.entries, of.known, of.records, question)


def _families(counts: Counts, grid: Grid) -> Mapping[str, Family]:
    """Which family draws an indicator, from the figures themselves."""
    return {
        indikator: family
        for family in FAMILIES
        for rows in family.figures(counts, grid)
        for indikator in set(rows["indikator"])
    }


def _row(table: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The figure's row, or none."""
    key = dict(zip(KEY_COLUMNS, astuple(question), strict=True))
    return table[np.logical_and.reduce([table[name] == value for name, value in key.items()])]
