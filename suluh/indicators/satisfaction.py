"""The citizen satisfaction survey (SKM), PermenPANRB 14/2017: IKM, NRR and who answered.

Elements are read by name, never by position, and each weighs 1/9 (not 0.11 or 0.111).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.indicators import period_codes, services
from suluh.indicators.counts import Columns, Counts, tally, with_city, with_years
from suluh.indicators.derivation import Derivation, Draw, Input
from suluh.indicators.entries import Entries
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
    group, places = _groups(_keys(skm))
    return {
        "skm": _answers(skm, _points(skm), group, places),
        "skm_profil": _profile(skm, group, places),
    }


def entries(known: Known) -> Mapping[str, Entries]:
    """What `reduce` counts, row by row: slower, for whoever asks about single rows."""
    skm = known.tables["skm"]
    points = _points(skm)
    sums = {"responden": np.ones(len(skm), "int64"), "poin": points, "poin_kuadrat": points**2}
    scores = {f"{e}/{s}": (skm[e] == s).to_numpy() for e in ELEMENTS for s in SCORES}
    answers = Entries("skm", skm.index, _keys(skm), sums | scores)
    return {"skm": answers} | {f"skm_profil/{kind}": _group_of(skm, kind) for kind in PROFILE}


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """Answers and population (`N`) at every place, and respondents by group."""
    population = services.population(counts, grid)
    return {
        "skm": grid.lay(with_city(with_years(counts["skm"]))),
        "populasi": pd.DataFrame({"N": population}, grid.places),
        "skm_profil": with_city(counts["skm_profil"]),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from the survey."""
    laid = totals(counts, grid)
    answers = laid["skm"]
    reported = answers["responden"] > 0
    yield _ikm(answers, laid["populasi"]["N"].to_numpy(), grid)
    for element in ELEMENTS:
        yield _nrr(answers, element, grid)
        for score in SCORES:
            rincian = f"{element}/{score}"
            n = answers["responden"]
            yield share(
                grid, "skm_sebaran", answers[rincian], n, rincian=rincian, reported=reported
            )
    yield count(grid, "skm_responden", answers["responden"], reported=reported)
    yield _profile_rows(laid["skm_profil"]["jumlah"], grid)


def derivation(indikator: str, rincian: str) -> Derivation:
    every, n = Draw("skm"), {"n": Input("skm", "responden")}
    match indikator:
        case "ikm":
            points = {"poin": Input("skm", "poin"), "kuadrat": Input("skm", "poin_kuadrat")}
            users = {"N": Input("populasi", "N")}
            return Derivation("ikm", (every, Draw("layanan", only_with="N")), n | points | users)
        case "nrr":
            given = {f"skor_{s}": Input("skm", f"{rincian}/{s}") for s in SCORES}
            return Derivation("nrr", (every,), n | given)
        case "skm_sebaran":
            draw = Draw("skm", counted=rincian)
            return Derivation("bagian", (draw,), {"k": Input("skm", rincian)} | n)
        case "skm_profil":
            kind, _, _ = rincian.partition("/")
            draw = Draw(f"skm_profil/{kind}", category={"kategori": rincian})
            group = Input("skm_profil", "jumlah", category=(kind, rincian))
            return Derivation("cacah", (draw,), {"k": group})
        case _:
            return Derivation("cacah", (every,), {"k": n["n"]})


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


def _keys(skm: pd.DataFrame) -> Columns:
    return {"kode_opd": skm["kode_opd"], "periode": period_codes.quarters(skm["tanggal"])}


def _points(skm: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Sum of the nine scores of each response."""
    return skm[list(ELEMENTS)].sum(axis=1).to_numpy("int64")


def _group_of(skm: pd.DataFrame, kind: str) -> Entries:
    """Responses by group of one kind; who did not say is left out."""
    answered = skm[skm[kind].notna()]
    keys: Columns = {
        "kode_opd": answered["kode_opd"],
        "periode": period_codes.years(period_codes.quarters(answered["tanggal"])),
        "pertanyaan": np.full(len(answered), kind),
        "kategori": kind + "/" + answered[kind],
    }
    blank = {"tidak_diisi": skm.index.difference(answered.index)}
    one = np.ones(len(answered), "int64")
    return Entries("skm", answered.index, keys, {"jumlah": one}, blank)


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
