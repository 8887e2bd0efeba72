"""The satisfaction survey (`skm.csv`) and the services it asks about (`layanan.csv`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.suggestions import suggestions_of
from suluh.sample.workdays import AS_OF, Floats, Ints

_EVERYWHERE = {"waktu": -0.12, "biaya": 0.1, "pengaduan": -0.1, "sarana": -0.07, "perilaku": 0.09}
"""How elements differ in every department, in points of the score."""

_GROWS = {"waktu": 1.6, "perilaku": 1.5, "kompetensi": 1.4, "pengaduan": 1.3, "prosedur": 1.0}
"""Elements that training moves more than the rest (0.55), as multiples of the mean growth."""

_PERSON, _ANSWER = 0.34, 0.46  # standard deviations of a person's mood and of each answer
_UNHAPPY, _HOW_UNHAPPY = 0.05, 0.9
_NO_PROFILE = 0.04

_PROFILE = {
    "jenis_kelamin": {"perempuan": 54, "laki-laki": 46},
    "kelompok_usia": {
        "di bawah 20 tahun": 6,
        "20-29 tahun": 23,
        "30-39 tahun": 28,
        "40-49 tahun": 23,
        "50-59 tahun": 14,
        "60 tahun ke atas": 6,
    },
    "pendidikan": {
        "SD sederajat": 9,
        "SMP sederajat": 14,
        "SMA sederajat": 44,
        "diploma": 10,
        "sarjana": 20,
        "pascasarjana": 3,
    },
    "pekerjaan": {
        "ibu rumah tangga": 21,
        "wirausaha": 20,
        "pegawai swasta": 14,
        "petani": 11,
        "ASN": 9,
        "pelajar atau mahasiswa": 9,
        "buruh": 7,
        "perajin tenun": 3,
        "pensiunan": 3,
        "TNI atau Polri": 1,
        "lainnya": 2,
    },
}
"""Who answers: categories and how common they are."""


@dataclass(frozen=True)
class Survey:
    """`responses`: skm.csv; `services`: layanan.csv."""

    responses: pd.DataFrame
    services: pd.DataFrame


def survey_of(city: City) -> Survey:
    """Draw `city.responses` responses and the users of every service."""
    chance = city.chance("survey")
    quarter, opd = _when_and_where(city, chance)
    service, free = _services_used(city, opd, chance)
    days = np.sort(city.calendar.workday_in(quarter, chance.random(len(quarter))))
    days, order = _on_last_day(days), np.argsort(quarter, kind="stable")
    quarter, opd, service, free = quarter[order], opd[order], service[order], free[order]
    scores = _scores(city, quarter, opd, free, chance)
    names = np.array([s.name for d in city.departments for s in d.services])
    years = days.astype("M8[Y]").astype(int) + 1970
    saran, tayang = suggestions_of(city, opd, service, scores)
    responses = pd.DataFrame(
        {
            "id_respon": _numbered(years),
            "tanggal": days,
            "kode_opd": city.codes[opd],
            "layanan": names[service],
            **{element: scores[:, i] for i, element in enumerate(ELEMENTS)},
            **_profiles(len(opd), chance),
            "saran": saran,
            "tayang": tayang,
        }
    )
    return Survey(responses, _service_table(city, service, years))


def _when_and_where(city: City, chance: np.random.Generator) -> tuple[Ints, Ints]:
    """Quarter and department of each response, by weight, season and some luck."""
    quarters = city.calendar.quarters
    season = np.array([[d.season[q.quarter - 1] for q in quarters] for d in city.departments])
    weight = np.array([d.responses for d in city.departments])[:, None] * season * city.reporting
    rising = 1 + 0.05 * np.array([q.year - city.calendar.first_year for q in quarters])
    weight = weight * rising * chance.lognormal(0, 0.1, weight.shape)
    counts = chance.multinomial(city.responses, (weight / weight.sum()).ravel())
    opd, quarter = np.divmod(np.repeat(np.arange(weight.size), counts), len(quarters))
    mixed = chance.permutation(len(opd))
    quarter, opd = quarter[mixed], opd[mixed]
    quarter[:1], opd[:1] = len(quarters) - 1, 0  # one for `AS_OF`, of a department that reports
    return quarter, opd


def _on_last_day(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.datetime64]:
    """The newest response is of `AS_OF`, the date of the sample."""
    days[-1:] = np.datetime64(AS_OF)
    return days


def _services_used(
    city: City, opd: Ints, chance: np.random.Generator
) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Index of the service among all services, and whether it is free of charge."""
    number = np.array([len(d.services) for d in city.departments])
    users = np.array([s.users**0.7 for d in city.departments for s in d.services])
    bounds = np.r_[0, np.cumsum(users)]
    first = np.cumsum(number) - number
    low, high = bounds[first], bounds[first + number]
    at = low[opd] + chance.random(len(opd)) * (high - low)[opd]
    service = np.searchsorted(bounds, at, side="right") - 1
    free = np.array([s.free for d in city.departments for s in d.services])
    return service, free[service]


def _scores(
    city: City,
    quarter: Ints,
    opd: Ints,
    free: npt.NDArray[np.bool_],
    chance: np.random.Generator,
) -> npt.NDArray[np.int8]:
    """Responses × elements, each 1-4; a free service scores 4 on biaya by definition."""
    mood = chance.normal(0, _PERSON, len(opd))
    mood -= _HOW_UNHAPPY * (chance.random(len(opd)) < _UNHAPPY)
    level = _levels(city)[opd, quarter]
    noise = chance.standard_normal((len(opd), len(ELEMENTS)), np.float32) * _ANSWER
    scores = np.clip(np.rint(level + mood[:, None] + noise), 1, 4).astype(np.int8)
    scores[free, ELEMENTS.index("biaya")] = 4
    return scores


def _levels(city: City) -> Floats:
    """Departments × quarters × elements: the mean before a person's mood."""
    chance = city.chance("levels")
    departments, quarters = city.progress.shape
    quality = np.array([d.quality for d in city.departments])
    everywhere = np.array([_EVERYWHERE.get(e, 0.0) for e in ELEMENTS])
    own = chance.normal(0, 0.09, (departments, len(ELEMENTS)))
    grows = np.array([_GROWS.get(e, 0.55) for e in ELEMENTS])
    growth = np.array([d.growth for d in city.departments])[:, None] * city.progress
    busy = [[d.season[q.quarter - 1] for q in city.calendar.quarters] for d in city.departments]
    luck = chance.normal(0, 0.025, (departments, quarters)) - 0.12 * (np.array(busy) - 1)
    still = quality[:, None] + everywhere + own
    moving = (grows / grows.mean()) * growth[:, :, None]
    levels: Floats = still[:, None, :] + moving + luck[:, :, None]
    return levels


def _profiles(size: int, chance: np.random.Generator) -> dict[str, pd.Categorical[str]]:
    return {name: _drawn(size, shares, chance) for name, shares in _PROFILE.items()}


def _drawn(size: int, shares: dict[str, int], chance: np.random.Generator) -> pd.Categorical[str]:
    weights = np.array(list(shares.values()), float)
    codes = np.searchsorted(np.cumsum(weights) / weights.sum(), chance.random(size))
    codes[chance.random(size) < _NO_PROFILE] = -1
    return pd.Categorical.from_codes(codes, pd.Index(list(shares)))


def _numbered(years: Ints) -> list[str]:
    """`r-2026-000001`, counted within each year; `years` is sorted."""
    first = np.searchsorted(years, years)
    return [
        f"r-{y}-{n:06d}" for y, n in zip(years, np.arange(len(years)) - first + 1, strict=True)
    ]


def _service_table(city: City, service: Ints, years: Ints) -> pd.DataFrame:
    """Users of every service in every year: more than those who answered."""
    chance = city.chance("services")
    total = sum(len(d.services) for d in city.departments)
    at = (years - city.calendar.first_year) * total + service
    answered = np.bincount(at, minlength=total * city.years).reshape(city.years, total)
    rows = []
    for year, counts in zip(city.calendar.all_years, answered.tolist(), strict=True):
        part = 1.0 if year < AS_OF.year else 0.75
        asked = iter(counts)
        for d in city.departments:
            for s in d.services:
                users = int(s.users * part * chance.lognormal(0.03 * (year - 2023), 0.08))
                least = int(next(asked) * 1.3) + 3
                if d.reports_in(Period(year)):
                    rows.append((year, d.code, s.name, max(users, least), _ya(s.free)))
    columns = ["tahun", "kode_opd", "layanan", "jumlah_pengguna", "gratis"]
    return pd.DataFrame(rows, columns=columns)


def _ya(yes: bool) -> str:
    return "ya" if yes else "tidak"
