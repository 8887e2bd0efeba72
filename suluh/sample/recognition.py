"""Awards and staff's own stories (`penghargaan.csv`, `kisah.csv`), with and without consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pandas as pd

from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.departments import Department
from suluh.sample.phrases import Writer, names_of, phrases
from suluh.sample.training import Trainings
from suluh.sample.workdays import AS_OF

_AWARDS, _STORIES = 0.55, 0.4  # chance of one for each department and year
_CITIZENS = 0.12
_CONSENT = 0.72
_COMPLETED = 5  # people of the department from which a training may be told about
_TO_TELL = timedelta(days=20)  # after a training, before anyone tells of it
_AT_COUNTER = ("petugas", "operator", "verifikator", "staf", "perawat", "apoteker")
_TOLD_ABOUT = ("manajemen waktu", "komunikasi efektif", "pelayanan prima")


def awards_of(city: City) -> pd.DataFrame:
    """The table `penghargaan.csv`; recipients are teams, never names."""
    writer = Writer(city.chance("awards"))
    rows = sorted(_awards(city, writer))
    columns = ["periode", "kode_opd", "jenis", "penerima", "alasan", "izin_tayang"]
    return pd.DataFrame(rows, columns=columns)


def stories_of(city: City, trainings: Trainings) -> pd.DataFrame:
    """The table `kisah.csv`, each about a training that enough of the department completed."""
    writer = Writer(city.chance("stories"))
    rows = sorted(_stories(city, trainings, writer), key=lambda row: row[:2])
    columns = ["tanggal", "kode_opd", "peran", "kutipan", "id_pelatihan", "izin_tayang"]
    return pd.DataFrame(rows, columns=columns)


def _awards(city: City, writer: Writer) -> Iterator[tuple[str, ...]]:
    said = phrases()["penghargaan"]
    for department in city.departments:
        for year in city.calendar.all_years:
            chance = _AWARDS + (0.3 if department.growth > 0 else 0)
            if not department.reports_in(Period(year)) or writer.luck() > chance:
                continue
            words = writer.words(department) | {"tema": writer.one_of(_TOLD_ABOUT)}
            yield (
                _award_period(year, writer),
                department.code,
                writer.one_of(said["jenis"]),
                writer.one_of(department.teams),
                writer.fill(writer.one_of(said["alasan"]), words),
                _consent(writer),
            )


def _award_period(year: int, writer: Writer) -> str:
    if year < AS_OF.year:
        return str(year) if writer.luck() < 0.6 else f"{year}-T{1 + int(writer.luck() * 4)}"
    return f"{year}-T{1 + int(writer.luck() * 3)}"


def _stories(city: City, trainings: Trainings, writer: Writer) -> Iterator[tuple[object, ...]]:
    told = _well_attended(trainings)
    for department in city.departments:
        for year in city.calendar.all_years:
            attended = told.get((department.code, year), [])
            chance = _STORIES + (0.35 if department.programme else 0)
            if attended and writer.luck() < chance:
                yield _story(department, attended[int(writer.luck() * len(attended))], writer)
            if department.reports_in(Period(year)) and writer.luck() < _CITIZENS:
                yield _citizens_story(city, department, year, writer)


@dataclass(frozen=True)
class _Attended:
    id_pelatihan: str
    theme: str
    ended: date


def _well_attended(trainings: Trainings) -> Mapping[tuple[str, int], list[_Attended]]:
    """By department and year: trainings enough people completed, mostly of the programme."""
    done = trainings.participants[trainings.participants["status"] == "selesai"]
    counts = done.groupby(["kode_opd", "id_pelatihan"]).size()
    enough = counts[counts >= _COMPLETED].reset_index().merge(trainings.table, on="id_pelatihan")
    favoured = enough[enough["tema"].isin(_TOLD_ABOUT) | (enough.index % 4 == 0)]
    told: dict[tuple[str, int], list[_Attended]] = {}
    columns = (favoured[c] for c in ("kode_opd", "id_pelatihan", "tema", "tanggal_selesai"))
    for code, number, theme, ended in zip(*columns, strict=True):
        if ended.date() < AS_OF - _TO_TELL:
            told.setdefault((code, ended.year), []).append(_Attended(number, theme, ended.date()))
    return told


def _story(department: Department, training: _Attended, writer: Writer) -> tuple[object, ...]:
    role = writer.one_of(department.roles)
    parts = [writer.one_of(part) for part in _parts(training.theme, role.startswith(_AT_COUNTER))]
    parts = parts[1:] if writer.luck() < 0.2 else parts
    told = training.ended + timedelta(days=int(14 + 90 * writer.luck()))
    return (
        min(told, AS_OF - timedelta(days=int(12 * writer.luck()))),
        department.code,
        role,
        writer.fill(" ".join(parts), names_of(department, writer.one_of(department.services))),
        training.id_pelatihan,
        _consent(writer),
    )


@cache
def _parts(theme: str, at_counter: bool) -> tuple[list[str], ...]:
    """What may be said of before, of the training and of now."""
    said = phrases()["kisah"]
    known = theme if theme in _TOLD_ABOUT else "lain"
    names = ("dulu", "belajar", "kini")
    return tuple(
        said[part][known] + (said["loket"][part].get(known, []) if at_counter else [])
        for part in names
    )


def _citizens_story(
    city: City, department: Department, year: int, writer: Writer
) -> tuple[object, ...]:
    said = phrases()["kisah"]["warga"]
    days = [day for day in city.calendar.workdays.tolist() if day.year == year]
    return (
        days[int(writer.luck() * len(days))],
        department.code,
        writer.one_of(said["peran"]),
        writer.fill(
            writer.one_of(said["kutipan"]),
            names_of(department, writer.one_of(department.services)),
        ),
        "",
        _consent(writer),
    )


def _consent(writer: Writer) -> str:
    return "ya" if writer.luck() < _CONSENT else "tidak"
