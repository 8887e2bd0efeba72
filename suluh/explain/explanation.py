"""`Explanation`: everything there is to say about how one figure came about."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, replace

import numpy as np
import pandas as pd

from suluh.catalogue import Indicator, indicators
from suluh.disclosure import protect
from suluh.explain.calculation import CURVES, Amount, Spread, Step, amounts, curve, spread
from suluh.explain.parts import Part, part
from suluh.explain.question import Question, require_figure
from suluh.explain.wall import Effect, effect
from suluh.figures import KEY_COLUMNS, Figures
from suluh.indicators import FAMILIES, Family, figures, period_codes, reduce
from suluh.indicators.counts import Counts
from suluh.indicators.derivation import Derivation
from suluh.indicators.entries import Entries
from suluh.indicators.grid import Grid, published_grid
from suluh.indicators.known import Known, known
from suluh.records import Records


@dataclass(frozen=True)
class Explanation:
    """The derivation of a figure.

    `computed` and `published` are its rows of `FIGURE_COLUMNS` before and after the wall, the
    second empty where the wall leaves the category out.
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


@dataclass(frozen=True)
class Workings:
    """All that lies between the records and the published figures, to explain many of them."""

    records: Records
    known: Known
    entries: Mapping[str, Entries]
    counts: Counts
    grid: Grid
    figures: Figures
    published: pd.DataFrame
    families: Mapping[str, Family]


def workings(records: Records) -> Workings:
    """Compute every figure as a build does, and keep what it was computed from."""
    as_known, counts, grid = known(records), reduce(records), published_grid(records)
    entries = {n: e for family in FAMILIES for n, e in family.entries(as_known).items()}
    computed = figures(counts, grid)
    published = protect(computed, records).figures
    families = _families(counts, grid)
    return Workings(records, as_known, entries, counts, grid, computed, published, families)


def explain(of: Workings, question: Question) -> Explanation:
    """Derive one figure; UserError if there is none of that name, place or category."""
    require_figure(question, of.records, of.figures)
    place = replace(of.grid, places=_place(question))
    family = of.families[question.indikator]
    derivation = family.derivation(question.indikator, question.rincian)
    totals = family.totals(of.counts, place)
    given = amounts(derivation, totals, question)
    computed, published = (_row(table, question) for table in (of.figures.table, of.published))
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


def _parts(
    derivation: Derivation, given: Mapping[str, Amount], of: Workings, question: Question
) -> Iterator[Part]:
    for draw in derivation.draws:
        if not (draw.only_with and math.isnan(given[draw.only_with].value)):
            yield part(draw, of.entries, of.known, of.records, question)


def _place(question: Question) -> pd.MultiIndex:
    key = (question.kode_opd, period_codes.code(question.period))
    return pd.MultiIndex.from_tuples([key], names=["kode_opd", "periode"])


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
