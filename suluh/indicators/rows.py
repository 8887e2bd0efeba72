"""Rows of figures: a value, its limits and n at each place of the grid.

Arrays run along the grid's places; a row is made for every place whose kind of period the
catalogue lists. `reported` says where the records are there at all; without nilai and kategori
a reported figure is of nothing (`tidak_berlaku`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import indicators
from suluh.indicators.counts import SCALE
from suluh.indicators.grid import Grid
from suluh.statistics import mean_margin, wilson

Rows = Mapping[str, npt.NDArray[Any]]
"""Columns of equal length; `place` is a position in the grid."""


def figure(
    grid: Grid,
    indikator: str,
    nilai: npt.ArrayLike,
    n: npt.ArrayLike,
    *,
    limits: tuple[npt.ArrayLike, npt.ArrayLike] = (np.nan, np.nan),
    rincian: str = "",
    kategori: npt.ArrayLike = "",
    reported: npt.ArrayLike = True,
) -> Rows:
    """Rows of an indicator in one category."""
    definition = indicators()[indikator]
    lower, upper = limits
    columns = {
        "place": np.arange(len(grid.places)),
        "nilai": np.asarray(nilai, "float64"),
        "batas_bawah": np.asarray(lower, "float64"),
        "batas_atas": np.asarray(upper, "float64"),
        "n": np.asarray(n, "float64"),
        "kategori": np.asarray(kategori, "object"),
        "reported": np.asarray(reported, "bool") & grid.has(definition.tabel),
        "indikator": np.asarray(indikator, "object"),
        "rincian": np.asarray(rincian, "object"),
    }
    wanted = np.where(grid.is_year, definition.tahun, definition.triwulan)
    return {name: np.broadcast_to(v, len(wanted))[wanted] for name, v in columns.items()}


def count(
    grid: Grid,
    indikator: str,
    number: pd.Series,
    n: pd.Series | None = None,
    *,
    rincian: str = "",
    reported: npt.ArrayLike = True,
) -> Rows:
    """Rows of a count out of n; n is the count itself unless given."""
    base = number if n is None else n
    return figure(grid, indikator, number, base, rincian=rincian, reported=reported)


def share(
    grid: Grid,
    indikator: str,
    number: pd.Series,
    n: pd.Series,
    *,
    rincian: str = "",
    reported: npt.ArrayLike = True,
) -> Rows:
    """Rows of a percentage with its Wilson interval.

    Where more are counted than the headcount allows, the value stands and the limits are empty.
    """
    lower, upper = wilson(number, n)
    percent = ratio(100 * number, n)
    limits = (100 * lower, 100 * upper)
    return figure(grid, indikator, percent, n, limits=limits, rincian=rincian, reported=reported)


def mean(
    grid: Grid,
    indikator: str,
    n: pd.Series,
    total: pd.Series,
    squares: pd.Series,
    *,
    rincian: str = "",
) -> Rows:
    """Rows of the mean of a measurement counted in `SCALE`-ths, with its t interval."""
    value = ratio(total, n * SCALE)
    margin = mean_margin(n, total, squares) / SCALE
    return figure(
        grid, indikator, value, n, limits=(value - margin, value + margin), rincian=rincian
    )


def by_category(
    grid: Grid, indikator: str, numbers: pd.Series, n: pd.Series | None = None
) -> Rows:
    """Rows for the categories found in the records: the last key of `numbers`.

    `n` runs along `numbers`; without it there is none.
    """
    place = grid.find(numbers.index)
    columns = {
        "place": place,
        "nilai": numbers.to_numpy("float64"),
        "batas_bawah": np.asarray(np.nan),
        "batas_atas": np.asarray(np.nan),
        "n": np.asarray(np.nan) if n is None else n.to_numpy("float64"),
        "kategori": np.asarray("", "object"),
        "reported": np.asarray(True),
        "indikator": np.asarray(indikator, "object"),
        "rincian": numbers.index.get_level_values(-1).to_numpy("object"),
    }
    return {name: np.broadcast_to(v, len(place))[place >= 0] for name, v in columns.items()}


def ratio(numerator: pd.Series, denominator: pd.Series) -> npt.NDArray[np.float64]:
    """Divide; NaN for a part of nothing."""
    below = denominator.to_numpy("float64")
    return numerator.to_numpy("float64") / np.where(below == 0, np.nan, below)
