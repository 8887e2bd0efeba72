"""Performance evaluations and the organisations' ratings (`evaluasi.csv`, `predikat_opd.csv`).

Past years are evaluated once, the running year by quarter. The organisation's rating prescribes
the distribution inside it (SE MenPANRB 3/2023); a person's place in it follows a lasting ability.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import PREDICATES
from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.people import KINDS, Staff
from suluh.sample.workdays import AS_OF, Floats, Ints

BELOW, AS_EXPECTED, ABOVE = (
    "di bawah ekspektasi",
    "sesuai ekspektasi",
    "di atas ekspektasi",
)
MATRIX = {
    "sangat kurang": ((BELOW, BELOW),),
    "kurang": ((ABOVE, BELOW), (AS_EXPECTED, BELOW)),
    "butuh perbaikan": ((BELOW, AS_EXPECTED), (BELOW, ABOVE)),
    "baik": ((AS_EXPECTED, AS_EXPECTED), (ABOVE, AS_EXPECTED), (AS_EXPECTED, ABOVE)),
    "sangat baik": ((ABOVE, ABOVE),),
}
"""The pairs (hasil kerja, perilaku kerja) behind each predikat, PermenPANRB 6/2022."""

SHARES = {
    "istimewa": (0.005, 0.010, 0.040, 0.315, 0.63),
    "baik": (0.008, 0.020, 0.092, 0.660, 0.22),
    "butuh perbaikan": (0.015, 0.035, 0.640, 0.250, 0.06),
    "kurang": (0.030, 0.620, 0.140, 0.160, 0.05),
}
"""Shares of `PREDICATES`, lowest first, by the organisation's predikat."""

_LATE = 0.15  # share of departments still without the evaluations of the running quarter
_RATINGS = np.array(list(SHARES))
_SUPPORT = np.array(["bimbingan kinerja", "coaching", "konseling"])


def organisation_ratings(city: City) -> npt.NDArray[np.str_]:
    """Departments × years: better service earns a better rating, with some luck."""
    chance = city.chance("organisation ratings")
    return np.stack([_rated(city, y, chance) for y in city.calendar.all_years], axis=1)


def ratings_table(city: City, ratings: npt.NDArray[np.str_]) -> pd.DataFrame:
    """The table `predikat_opd.csv`: years that are over, of departments that reported."""
    rows = [
        (year, d.code, str(ratings[index, column]))
        for column, year in enumerate(city.calendar.all_years)
        for index, d in enumerate(city.departments)
        if year < AS_OF.year and d.reports_in(Period(year))
    ]
    return pd.DataFrame(rows, columns=["tahun", "kode_opd", "predikat"])


def evaluations_of(city: City, staff: Staff, ratings: npt.NDArray[np.str_]) -> pd.DataFrame:
    """The table `evaluasi.csv`."""
    chance = city.chance("evaluation")
    coverage = np.clip(1.01 - chance.exponential(0.08, len(city.departments)), 0.55, 1.0)
    elusive = chance.random(len(staff.where))  # the same people are missed every time
    tables = [
        _evaluated(city, staff, ratings, p, coverage, elusive, chance) for p in _periods(city)
    ]
    return pd.concat(tables, ignore_index=True)


def _rated(city: City, year: int, chance: np.random.Generator) -> npt.NDArray[np.str_]:
    quarters = [i for i, q in enumerate(city.calendar.quarters) if q.year == year]
    start = np.array([d.quality for d in city.departments])
    growth = np.array([d.growth for d in city.departments])
    level = start + growth * city.progress[:, quarters].mean(axis=1)
    standing = (level - 3.22) / 0.14 + chance.normal(0, 0.55, len(level))
    worst = np.where(standing < -2.6, "kurang", "butuh perbaikan")
    return np.where(standing > 1.15, "istimewa", np.where(standing < -1.35, worst, "baik"))


def _periods(city: City) -> Iterator[Period]:
    for year in city.calendar.all_years:
        if year < AS_OF.year:
            yield Period(year)
    yield from (q for q in city.calendar.quarters if q.year == AS_OF.year)


def _evaluated(
    city: City,
    staff: Staff,
    ratings: npt.NDArray[np.str_],
    period: Period,
    coverage: Floats,
    elusive: Floats,
    chance: np.random.Generator,
) -> pd.DataFrame:
    persons = staff.serving(period.year)
    opd = staff.department(persons, period.year)
    reports = np.array([d.reports_in(period) for d in city.departments])
    if period.end == AS_OF:
        reports &= city.chance("late evaluations").random(len(reports)) > _LATE
    seen = reports[opd] & (elusive[persons] < coverage[opd])
    persons, opd = persons[seen], opd[seen]
    rating = ratings[opd, period.year - staff.first_year]
    grade = _grades(staff.ability[persons], rating, chance)
    results, conduct = _cells(grade, chance)
    given = chance.random(len(persons)) < 0.6
    return pd.DataFrame(
        {
            "periode": str(period),
            "id_pegawai": staff.pseudonyms[persons],
            "kode_opd": city.codes[opd],
            "jenis_asn": KINDS[staff.is_pppk[persons].astype(int)],
            "hasil_kerja": results,
            "perilaku_kerja": conduct,
            "predikat": np.where(given, np.array(PREDICATES)[grade], ""),
            "tindak_lanjut": _follow_up(city, grade, opd, period, chance),
        }
    )


def _grades(ability: Floats, rating: npt.NDArray[np.str_], chance: np.random.Generator) -> Ints:
    """Index into `PREDICATES` by a person's rank in the prescribed distribution."""
    strength = 0.75 * ability + np.sqrt(1 - 0.75**2) * chance.normal(size=len(ability))
    rank = np.vectorize(NormalDist().cdf, otypes=[float])(strength)
    limits = np.cumsum(list(SHARES.values()), axis=1)
    row = np.argmax(rating[:, None] == _RATINGS, axis=1)
    above: Ints = (rank[:, None] > limits[row]).sum(axis=1)
    return np.minimum(above, len(PREDICATES) - 1)


def _cells(
    grade: Ints, chance: np.random.Generator
) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.str_]]:
    """One of the matrix cells behind each grade; conduct is more often the stronger side."""
    table = [MATRIX[p] + (MATRIX[p][-1],) * (3 - len(MATRIX[p])) for p in PREDICATES]
    cells = np.array(table)  # grades × three equally likely cells × (results, conduct)
    chosen = cells[grade, chance.integers(0, 3, len(grade))]
    return chosen[:, 0], chosen[:, 1]


def _follow_up(
    city: City, grade: Ints, opd: Ints, period: Period, chance: np.random.Generator
) -> npt.NDArray[np.str_]:
    """Recognition for the best, support for those below baik; more so with a programme."""
    habits = city.chance("follow-up").random((2, len(city.departments)))
    programme = city.with_programme(period)
    praise = 0.2 + 0.45 * habits[0] + 0.25 * programme
    support = 0.3 + 0.4 * habits[1] + 0.25 * programme
    luck = chance.random(len(grade))
    kind = _SUPPORT[np.searchsorted([0.5, 0.82], chance.random(len(grade)))]
    nothing = np.where(chance.random(len(grade)) < 0.35, "tidak ada", "")
    best, weak = grade == PREDICATES.index("sangat baik"), grade < PREDICATES.index("baik")
    coached = (~best & ~weak) & (luck < 0.05)
    answer = np.where(best & (luck < praise[opd]), "penghargaan", nothing)
    answer = np.where(weak & (luck < support[opd]), kind, answer)
    return np.where(coached, "coaching", answer)
