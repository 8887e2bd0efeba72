"""The staff (`pegawai.csv`): who works where in each year, as PNS or PPPK, by pseudonym."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.workdays import Floats, Ints

KINDS = np.array(["PNS", "PPPK"])
NOWHERE = -1

_PPPK_SHARE = 0.3
_PPPK_NEW = 0.45  # share of PPPK taken on during the years of the sample
_LEAVING = 0.025  # share that retires in a year
_MOVING = 0.012  # share that moves to another department in a year
_PSEUDONYMS = 1 << 24


@dataclass(frozen=True)
class Staff:
    """`where[person, year]`: index of the department, or `NOWHERE` in a year not served."""

    first_year: int
    pseudonyms: npt.NDArray[np.str_]
    is_pppk: npt.NDArray[np.bool_]
    ability: Floats  # standard normal, lasting
    where: Ints

    def serving(self, year: int) -> Ints:
        """The persons who serve in a year."""
        return np.flatnonzero(self.where[:, year - self.first_year] != NOWHERE)

    def department(self, persons: Ints, year: int) -> Ints:
        return np.asarray(self.where[persons, year - self.first_year])


def staff_of(city: City) -> Staff:
    """Draw the staff: `city.employees` in the last year, and those who left before it."""
    chance = city.chance("staff")
    home = np.repeat(np.arange(len(city.departments)), _headcounts(city))
    settled = np.array([d.staff_is_fixed for d in city.departments])[home]
    leaves = (chance.random(len(home)) < _LEAVING * (city.years - 1)) & ~settled
    home, settled = np.r_[home, home[leaves]], np.r_[settled, settled[leaves]]
    left = np.arange(len(home)) >= len(leaves)
    is_pppk = (chance.random(len(home)) < _PPPK_SHARE) & ~settled & ~left
    where = _careers(city, home, is_pppk, left, settled)
    return Staff(
        first_year=city.calendar.first_year,
        pseudonyms=_pseudonyms(len(home), chance),
        is_pppk=is_pppk,
        ability=chance.normal(size=len(home)),
        where=where,
    )


def headcount_table(city: City, staff: Staff) -> pd.DataFrame:
    """The table `pegawai.csv`."""
    people = pd.DataFrame(
        {
            "tahun": np.tile(list(city.calendar.all_years), len(staff.where)),
            "opd": staff.where.ravel(),
            "jenis_asn": KINDS[np.repeat(staff.is_pppk, city.years).astype(int)],
        }
    ).query("opd != @NOWHERE")
    counts = people.groupby(["tahun", "opd", "jenis_asn"]).size().reset_index(name="jumlah")
    counts.insert(1, "kode_opd", city.codes[counts.pop("opd")])
    return counts


def _headcounts(city: City) -> Ints:
    """People of each department in the last year, by largest remainder, at least one each."""
    fixed = np.array([d.staff_is_fixed for d in city.departments])
    weights = np.array([d.staff for d in city.departments])
    share = weights * city.employees / weights.sum()
    share[fixed] = weights[fixed]
    free = max(city.employees - share[fixed].sum(), 0)
    share[~fixed] *= free / max(share[~fixed].sum(), 1)
    counts: Ints = np.maximum(np.floor(share), 1).astype(np.int64)
    missing = max(city.employees - int(counts.sum()), 0)
    counts[np.argsort(np.floor(share) - share, kind="stable")[:missing]] += 1
    return counts


def _careers(
    city: City,
    home: Ints,
    is_pppk: npt.NDArray[np.bool_],
    left: npt.NDArray[np.bool_],
    settled: npt.NDArray[np.bool_],
) -> Ints:
    """Persons × years: the department, `NOWHERE` before joining and after leaving."""
    chance, years = city.chance("careers"), np.arange(city.years)
    new = is_pppk & (chance.random(len(home)) < _PPPK_NEW)
    joined = np.where(new, chance.integers(0, city.years, len(home)), 0)
    last = np.where(left, chance.integers(0, max(city.years - 1, 1), len(home)), city.years - 1)
    moves = (chance.random(len(home)) < _MOVING * city.years) & ~settled
    before = np.where(moves, _other_home(city, chance, len(home)), home)
    moved_in = chance.integers(0, city.years, len(home))
    where = np.where(years < moved_in[:, None], before[:, None], home[:, None])
    where = _in_existing(city, where)
    where[(years < joined[:, None]) | (years > last[:, None])] = NOWHERE
    return where


def _other_home(city: City, chance: np.random.Generator, size: int) -> Ints:
    open_ = [i for i, d in enumerate(city.departments) if not d.staff_is_fixed]
    return np.array(open_ or [0])[chance.integers(0, max(len(open_), 1), size)]


def _in_existing(city: City, where: Ints) -> Ints:
    """Staff of a department that has merged work in its successor from then on."""
    codes = {d.code: i for i, d in enumerate(city.departments)}
    for index, department in enumerate(city.departments):
        for column, year in enumerate(city.calendar.all_years):
            if not department.exists_in(Period(year)):
                here = where[:, column] == index
                where[here, column] = codes.get(department.successor, NOWHERE)
    return where


def _pseudonyms(count: int, chance: np.random.Generator) -> npt.NDArray[np.str_]:
    """Unique, lasting and unrelated to the order of staff: an odd multiple modulo 2**24."""
    factor = int(chance.integers(_PSEUDONYMS // 3, _PSEUDONYMS)) | 1
    start = int(chance.integers(_PSEUDONYMS))
    return np.array([f"p-{(start + factor * i) % _PSEUDONYMS:06x}" for i in range(count)])
