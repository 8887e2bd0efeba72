"""The trainings (`pelatihan.csv`), and the sessions of each department in them.

A department holds sessions for its staff; small sessions of several departments on the same
course meet as one training, large ones are a training of their own.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.participation import participants_of
from suluh.sample.people import Staff
from suluh.sample.workdays import AS_OF, Days, Floats, Ints

_PLAIN, _WITH_PROGRAMME = 1.35, 2.3  # participations a person and year
_CORE_PLAIN, _CORE_PROGRAMME = 0.25, 0.7  # share of them in courses of the programme
_OWN_SESSION = 15  # people from which a session is a training of its own
_JOINED = 3  # small sessions that meet as one training
_DAY_JP = 8.0


@dataclass(frozen=True)
class Course:
    tema: str
    judul: tuple[str, ...]
    bentuk: str
    jalur: tuple[str, ...]
    penyelenggara: tuple[str, ...]
    jp: tuple[int, ...]
    inti: bool
    tes: bool
    bobot: int


@cache
def courses() -> tuple[Course, ...]:
    with (Path(__file__).parent / "trainings.toml").open("rb") as file:
        return tuple(Course(**entry) for entry in tomllib.load(file)["kursus"])


@dataclass(frozen=True)
class Trainings:
    """`table`: pelatihan.csv; `participants`: peserta.csv."""

    table: pd.DataFrame
    participants: pd.DataFrame


def trainings_of(city: City, staff: Staff) -> Trainings:
    """Draw the sessions, join them into trainings, and fill them with people."""
    chance = city.chance("training")
    sessions = pd.concat([_sessions(city, staff, y, chance) for y in city.calendar.all_years])
    sessions = _joined(sessions.reset_index(drop=True), chance)
    table = _training_table(city, sessions, chance)
    people = participants_of(city, staff, sessions, table, chance)
    held = table[table["id_pelatihan"].isin(people["id_pelatihan"])]
    return Trainings(held.drop(columns=["tes", "inti"]), people)


def _sessions(city: City, staff: Staff, year: int, chance: np.random.Generator) -> pd.DataFrame:
    """Sessions of a year: opd, course, people and the first quarter it may be held in."""
    headcount = np.bincount(
        staff.department(staff.serving(year), year), minlength=len(city.departments)
    )
    reports = np.array([d.reports_in(Period(year)) for d in city.departments])
    programme = city.with_programme(Period(year))
    part = 1.0 if year < AS_OF.year else AS_OF.timetuple().tm_yday / 365
    rate = np.where(programme, _WITH_PROGRAMME, _PLAIN) * chance.lognormal(0, 0.12, len(headcount))
    wanted = headcount * rate * part * reports
    number = np.ceil(wanted / np.clip(headcount, 3, 14)).astype(np.int64) * (headcount > 0)
    opd = np.repeat(np.arange(len(headcount)), number)
    size = np.clip(np.rint(14 * chance.lognormal(0, 0.3, len(opd))), 3, 32).astype(np.int64)
    course = _chosen_courses(programme[opd], chance)
    starts = np.array([_start_quarter(d.programme, year) for d in city.departments])
    inti = np.array([c.inti for c in courses()])
    return pd.DataFrame(
        {
            "tahun": year,
            "opd": opd,
            "course": course,
            "people": np.minimum(size, headcount[opd]),
            "quarter": np.where(inti[course] & programme[opd], starts[opd], 1),
        }
    )


def _start_quarter(programme: Period | None, year: int) -> int:
    return programme.quarter if programme and programme.year == year else 1


def _chosen_courses(programme: npt.NDArray[np.bool_], chance: np.random.Generator) -> Ints:
    """A course for each session: mostly of the programme where there is one."""
    weight = np.array([c.bobot for c in courses()], float)
    core = np.array([c.inti for c in courses()])
    is_core = chance.random(len(programme)) < np.where(programme, _CORE_PROGRAMME, _CORE_PLAIN)
    from_core = chance.choice(len(weight), len(programme), p=weight * core / weight[core].sum())
    other = chance.choice(len(weight), len(programme), p=weight * ~core / weight[~core].sum())
    return np.where(is_core, from_core, other)


def _joined(sessions: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Give each session the number of its training (column `training`)."""
    technical = np.array([c.tema == "kompetensi teknis" for c in courses()])
    own = (sessions["people"] >= _OWN_SESSION) | technical[sessions["course"]]
    sessions = sessions.assign(own=own, order=chance.random(len(sessions)))
    sessions = sessions.sort_values(["tahun", "course", "quarter", "own", "order"])
    nth = sessions.groupby(["tahun", "course", "quarter", "own"]).cumcount()
    group = np.where(sessions["own"], nth, nth // _JOINED)
    keys = sessions.assign(group=group)[["tahun", "course", "quarter", "own", "group"]]
    return sessions.assign(training=keys.groupby(list(keys), sort=True).ngroup())


def _training_table(
    city: City, sessions: pd.DataFrame, chance: np.random.Generator
) -> pd.DataFrame:
    first = sessions.drop_duplicates("training").sort_values("training")
    course, year = first["course"].to_numpy(), first["tahun"].to_numpy()
    pick = chance.random((4, len(first)))
    jp = _choices("jp", course, pick[0]).astype(np.int64)
    starts, ends = _dates(city, first, jp, chance)
    table = pd.DataFrame(
        {
            "training": first["training"].to_numpy(),
            "tahun": year,
            "judul": _choices("judul", course, pick[1]),
            "tema": np.array([c.tema for c in courses()])[course],
            "bentuk": np.array([c.bentuk for c in courses()])[course],
            "jalur": _choices("jalur", course, pick[2]),
            "penyelenggara": _choices("penyelenggara", course, pick[3]),
            "tanggal_mulai": starts,
            "tanggal_selesai": ends,
            "jp": jp,
            "tes": np.array([c.tes for c in courses()])[course],
            "inti": np.array([c.inti for c in courses()])[course],
            "untuk": _for_whom(city, first),
        }
    ).sort_values(["tanggal_selesai", "training"], ignore_index=True)
    return _named(table)


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Numbers and titles: who it is for, or which batch (angkatan) of the year it is."""
    number = table.groupby("tahun").cumcount() + 1
    table.insert(0, "id_pelatihan", [
        f"plt-{year}-{n:04d}" for year, n in zip(table["tahun"], number, strict=True)
    ])  # fmt: skip
    batch = table.groupby(["tahun", "judul", "untuk"]).cumcount() + 1
    table["judul"] = [
        f"{title} ({', '.join(_which(whom, n))})"
        for title, whom, n in zip(table["judul"], table["untuk"], batch, strict=True)
    ]
    return table.set_index("training").drop(columns=["tahun", "untuk"])


def _which(whom: str, batch: int) -> list[str]:
    number = f"Angkatan {batch}"
    return [whom, number] if whom and batch > 1 else [whom or number]


def _for_whom(city: City, first: pd.DataFrame) -> list[str]:
    names = [d.short_name for d in city.departments]
    pairs = zip(first["opd"], first["own"], strict=True)
    return [names[opd] if own else "" for opd, own in pairs]


def _choices(field: str, course: Ints, chance: Floats) -> npt.NDArray[np.object_]:
    """One of each course's values of a field, by chances in [0, 1)."""
    values = [getattr(c, field) for c in courses()]
    return np.array(
        [values[c][int(x * len(values[c]))] for c, x in zip(course, chance, strict=True)], object
    )


def _dates(
    city: City, first: pd.DataFrame, jp: Ints, chance: np.random.Generator
) -> tuple[Days, Days]:
    """First and last day; slower forms take weeks. The last day lies in the training's year."""
    slow = np.array([c.bentuk == "nonklasikal" for c in courses()])[first["course"]]
    days = np.ceil(jp / _DAY_JP).astype(np.int64) * np.where(slow, 4, 1)
    month = 3 * first["quarter"].to_numpy() - 2
    year = first["tahun"].astype(str).to_numpy()
    opening = np.array([f"{y}-{m:02d}-15" for y, m in zip(year, month, strict=True)], "M8[D]")
    closing = np.minimum((first["tahun"] - 1969).to_numpy().astype("M8[Y]").astype("M8[D]") - 8,
                         np.datetime64(AS_OF, "D"))  # fmt: skip
    workdays = city.calendar.workdays
    low = np.searchsorted(workdays, opening) + days - 1
    high = np.searchsorted(workdays, closing, side="right") - 1
    low = np.minimum(low, high)
    end = low + (chance.beta(1.3, 1.2, len(jp)) * (high - low + 1)).astype(np.int64)
    return workdays[np.maximum(end - days + 1, 0)], workdays[end]
