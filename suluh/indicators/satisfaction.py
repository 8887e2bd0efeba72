"""The citizen satisfaction survey (SKM), PermenPANRB 14/2017: IKM, NRR and who answered.

Elements are read by name, never by position, and each weighs 1/9 (not 0.11 or 0.111).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.indicators import period_codes, services
from suluh.indicators.counts import Columns, Counts, tally, with_city, with_years
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, by_category, count, figure, ratio, share
from suluh.statistics import mean_margin, round_half_up

SCORES = (1, 2, 3, 4)
PROFILE = ("jenis_kelamin", "kelompok_usia", "pendidikan", "pekerjaan")
BANDS = {"D": 25_00, "C": 65_00, "B": 76_61, "A": 88_31}
"""Lowest IKM of each kategori, in hundredths."""

_ELEMENTS = len(ELEMENTS)


def reduce(known: Known) -> Counts:
    """Responses, points, and answers by element and score; the profile of respondents."""
    skm = known.tables["skm"]
    points = skm[list(ELEMENTS)].sum(axis=1).to_numpy("int64")
    keys: Columns = {"kode_opd": skm["kode_opd"], "periode": period_codes.quarters(skm["tanggal"])}
    group, places = _groups(keys)
    return {
        "skm": _answers(skm, points, group, places),
        "skm_profil": _profile(skm, group, places),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from the survey."""
    answers = grid.lay(with_city(with_years(counts["skm"])))
    reported = answers["responden"] > 0
    yield _ikm(answers, services.population(counts, grid), grid)
    for element in ELEMENTS:
        yield _nrr(answers, element, grid)
        for score in SCORES:
            rincian = f"{element}/{score}"
            n = answers["responden"]
            yield share(
                grid, "skm_sebaran", answers[rincian], n, rincian=rincian, reported=reported
            )
    yield count(grid, "skm_responden", answers["responden"], reported=reported)
    yield _profile_rows(with_city(counts["skm_profil"])["jumlah"], grid)


def ikm(points: npt.ArrayLike, responses: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """25 × Σ NRR / 9, from the sum of all scores (points); NaN without responses."""
    total, n = np.asarray(points, "float64"), np.asarray(responses, "float64")
    return 25 * total / np.where(n == 0, np.nan, _ELEMENTS * n)


def band(points: npt.ArrayLike, responses: npt.ArrayLike) -> npt.NDArray[np.object_]:
    """Kategori A–D of the IKM rounded half up to 2 decimals; empty without responses."""
    total, n = np.asarray(points, "int64"), np.asarray(responses, "int64")
    hundredths = round_half_up(25_00 * total, _ELEMENTS * np.maximum(n, 1))
    names = np.array(list(BANDS), "object")
    position = np.searchsorted(list(BANDS.values()), hundredths, side="right") - 1
    return np.where(n > 0, names[np.maximum(position, 0)], "")


def _groups(keys: Columns) -> tuple[npt.NDArray[np.int64], pd.Index]:
    """Number the groups of rows, so that each count below is one pass over integers."""
    grouped = pd.DataFrame(keys).groupby(list(keys))
    return np.asarray(grouped.ngroup(), "int64"), grouped.size().index


def _answers(
    skm: pd.DataFrame,
    points: npt.NDArray[np.int64],
    group: npt.NDArray[np.int64],
    places: pd.Index,
) -> pd.DataFrame:
    every = len(places)
    columns = {
        "responden": np.bincount(group, minlength=every),
        "poin": np.bincount(group, points, every),
        "poin_kuadrat": np.bincount(group, points**2, every),
    }
    for element in ELEMENTS:
        cell = group * len(SCORES) + skm[element].to_numpy("int64") - 1
        table = np.bincount(cell, minlength=every * len(SCORES)).reshape(every, len(SCORES))
        columns |= {f"{element}/{score}": table[:, score - 1] for score in SCORES}
    return pd.DataFrame(columns, index=places).astype("int64")


def _profile(skm: pd.DataFrame, group: npt.NDArray[np.int64], places: pd.Index) -> pd.DataFrame:
    """Responses by department, year and group of each kind."""
    parts = []
    for kind in PROFILE:
        code, values = pd.factorize(skm[kind])
        cell = (group * len(values) + code)[code >= 0]
        number = np.bincount(cell, minlength=len(places) * len(values))
        place, value = np.divmod(np.flatnonzero(number), max(len(values), 1))
        names = (kind + "/" + values[value].astype("object")).astype("str")
        keys: Columns = {
            "kode_opd": places.get_level_values("kode_opd")[place],
            "periode": period_codes.years(places.get_level_values("periode"))[place],
            "pertanyaan": np.full(len(place), kind),
            "kategori": names,
        }
        parts.append(tally(keys, {"jumlah": number[number > 0]}))
    return pd.concat(parts)


def _profile_rows(numbers: pd.Series, grid: Grid) -> Rows:
    """Respondents of each group, out of those who answered that question."""
    answered = numbers.groupby(level=["kode_opd", "periode", "pertanyaan"]).transform("sum")
    return by_category(grid, "skm_profil", numbers, answered)


def _ikm(answers: pd.DataFrame, population: npt.NDArray[np.float64], grid: Grid) -> Rows:
    n, points = answers["responden"], answers["poin"]
    value = ikm(points, n)
    margin = 25 / _ELEMENTS * mean_margin(n, points, answers["poin_kuadrat"], population)
    return figure(
        grid,
        "ikm",
        value,
        n,
        limits=(value - margin, value + margin),
        kategori=band(points, n),
        reported=n > 0,
    )


def _nrr(answers: pd.DataFrame, element: str, grid: Grid) -> Rows:
    """Mean score, from how many gave each score."""
    n = answers["responden"]
    given, scores = answers[[f"{element}/{s}" for s in SCORES]], np.array(SCORES)
    total, squares = (given * scores).sum(axis=1), (given * scores**2).sum(axis=1)
    value, margin = ratio(total, n), mean_margin(n, total, squares)
    limits = (value - margin, value + margin)
    return figure(grid, "nrr", value, n, limits=limits, rincian=element, reported=n > 0)
