"""The departments of the sample (`opd.csv`): Sawahlunto's kinds, then more by place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from suluh.periods import Period

SEASONS = {
    "biasa": (0.95, 1.0, 1.05, 1.0),
    "sekolah": (0.8, 1.2, 1.3, 0.7),
    "pajak": (0.7, 0.9, 1.5, 0.9),
    "hujan": (1.2, 0.8, 0.8, 1.2),
    "wisata": (0.8, 1.1, 1.2, 0.9),
}
"""How busy each quarter of a year is, against the mean."""

_FOUNDED = 2017  # most departments were formed anew under PP 18/2016
_HOMES = (" Sawahlunto", " Talawi", "-talawi")
_LARGE_STAFF = 150  # one school board of a thousand is enough
_WITH_PROGRAMME = 0.7  # share of departments


@dataclass(frozen=True)
class Service:
    name: str
    users: int  # a year
    free: bool


@dataclass(frozen=True)
class Topic:
    """One thing people talk about: an element, what is wrong, wished, promised and done."""

    element: str
    problem: str
    wish: str
    promise: str
    done: str


@dataclass(frozen=True)
class Department:
    """What a department is like. `staff`, `responses`, `complaints` weigh it against others."""

    code: str
    name: str
    short_name: str
    kind: str
    valid_from: date
    valid_until: date | None
    successor: str
    reports_until: date
    staff: float
    staff_is_fixed: bool
    responses: float
    complaints: float
    quality: float  # mean survey score, 1-4, at the start
    programme: Period | None  # first quarter of its structured training
    growth_from: Period | None  # first quarter of a change without training
    growth: float  # change of the mean score
    season: tuple[float, ...]
    works_outdoors: bool
    clerk: str
    place: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    services: tuple[Service, ...]
    topics: tuple[Topic, ...]

    def reports_in(self, period: Period) -> bool:
        """Whether it exists and hands in records in a period."""
        last = min(self.valid_until or date.max, self.reports_until)
        return self.valid_from <= period.start <= last

    def exists_in(self, period: Period) -> bool:
        return self.valid_from <= period.start <= (self.valid_until or date.max)


def departments_of(
    count: int, first_year: int, chance: np.random.Generator
) -> tuple[Department, ...]:
    """So many departments: the written ones first, then copies of their kinds in other places."""
    written = _written(first_year)
    kinds = [d for d in written if _is_a_kind(d)]
    extra = max(count - len(written), 0)
    return written[:count] + tuple(_elsewhere(kinds, extra, chance))


def _is_a_kind(department: Department) -> bool:
    """One subdistrict stands for all; a closed department or a tiny office for none."""
    special = department.valid_until is not None or department.staff_is_fixed
    return not special and (department.kind != "kecamatan" or department.code.endswith(_HOMES))


def table_of(departments: Iterable[Department]) -> pd.DataFrame:
    """The table `opd.csv`."""
    rows = [
        (d.code, d.name, d.short_name, d.kind, d.valid_from, d.valid_until or "", d.successor)
        for d in departments
    ]
    columns = ["kode_opd", "nama", "singkatan", "jenis", "berlaku_mulai", "berlaku_sampai"]
    return pd.DataFrame(rows, columns=[*columns, "penerus"])


def in_sentence(name: str) -> str:
    """A name inside a sentence: its first letter small, unless it is an abbreviation."""
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def _written(first_year: int) -> tuple[Department, ...]:
    with (Path(__file__).parent / "departments.toml").open("rb") as file:
        entries = tomllib.load(file)["opd"]
    founded = f"{min(_FOUNDED, first_year)}-01-01"
    return tuple(_department(entry, founded) for entry in entries)


def _department(entry: dict[str, Any], founded: str) -> Department:
    until = entry.get("berlaku_sampai")
    return Department(
        code=entry["kode"],
        name=entry["nama"],
        short_name=entry["singkatan"],
        kind=entry["jenis"],
        valid_from=date.fromisoformat(entry.get("mulai", founded)),
        valid_until=date.fromisoformat(until) if until else None,
        successor=entry.get("penerus", ""),
        reports_until=date.fromisoformat(entry.get("lapor_sampai", str(date.max))),
        staff=entry["pegawai"],
        staff_is_fixed=entry.get("pegawai_tetap", False),
        responses=entry["survei"],
        complaints=entry["aduan"],
        quality=entry["mutu"],
        programme=_period(entry.get("program")),
        growth_from=_period(entry.get("mulai_naik")),
        growth=entry["naik"],
        season=SEASONS[entry["musim"]],
        works_outdoors=entry.get("lapangan", False),
        clerk=entry["petugas"],
        place=entry["tempat"],
        roles=tuple(entry["peran"]),
        teams=tuple(entry["tim"]),
        services=tuple(Service(n, users, free == "ya") for n, users, free in entry["layanan"]),
        topics=tuple(Topic(*texts) for texts in entry["soal"]),
    )


def _period(text: str | None) -> Period | None:
    return Period.parse(text) if text else None


def _elsewhere(
    kinds: Sequence[Department], count: int, chance: np.random.Generator
) -> Iterable[Department]:
    """Kinds × places, in rounds when there are more departments than pairs."""
    with (Path(__file__).parent / "places.toml").open("rb") as file:
        places = tomllib.load(file)["tempat"]
    for index in range(count):
        turn, kind = divmod(index, len(kinds))
        round_, place = divmod(turn, len(places))
        where = places[place] + (f" {round_ + 1}" if round_ else "")
        yield _moved(kinds[kind], where, chance)


def _moved(kind: Department, where: str, chance: np.random.Generator) -> Department:
    """The same kind of department in another place, with a size and a history of its own."""
    quality, growth, start, size = (float(x) for x in chance.random(4))
    programme = _random_start(start) if start < _WITH_PROGRAMME else None
    return replace(
        kind,
        code=f"{_without_home(kind.code)}-{where.lower().replace(' ', '-')}",
        name=f"{_without_home(kind.name)} {where}",
        short_name=f"{_without_home(kind.short_name)} {where}",
        staff=min(kind.staff, _LARGE_STAFF) * (0.5 + size),
        quality=3.0 + 0.4 * quality,
        programme=programme,
        growth_from=None,
        growth=max(0.5 * growth - 0.15, 0.0) if programme else 0.0,
        reports_until=date.max,
    )


def _random_start(chance: float) -> Period:
    return Period(2023 + int(chance * 4), 1 + int(chance * 16) % 4)


def _without_home(text: str) -> str:
    for home in _HOMES:
        text = text.removesuffix(home)
    return text
