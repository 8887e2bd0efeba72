"""Awards and staff's own stories (`penghargaan.csv`, `kisah.csv`), with and without consent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pandas as pd

from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.departments import Department, in_sentence
from suluh.sample.phrases import Writer, phrases, words_of
from suluh.sample.training import Trainings
from suluh.sample.workdays import AS_OF

_AWARDS, _STORIES = 0.55, 0.4  # chance of one for each department and year
_CONSENT = 0.72
_COMPLETED = 5  # people of the department from which a training may be told about
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
            topic, service = writer.one_of(department.topics), writer.one_of(department.services)
            words = words_of(department, service.name, topic)
            words["tema"] = writer.one_of(_TOLD_ABOUT)
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


def _stories(
    city: City, trainings: Trainings, writer: Writer
) -> Iterator[tuple[object, ...]]:
    told = _well_attended(trainings)
    for department in city.departments:
        attended = told.get(department.code)
        if attended is None:
            continue
        for year in city.calendar.all_years:
            of_year = attended[attended["tahun"] == year]
            chance = _STORIES + (0.35 if department.programme else 0)
            if len(of_year) and writer.luck() < chance:
                training = of_year.iloc[int(writer.luck() * len(of_year))]
                yield _story(department, training, writer)


def _well_attended(trainings: Trainings) -> dict[str, pd.DataFrame]:
    done = trainings.participants[trainings.participants["status"] == "selesai"]
    counts = done.groupby(["kode_opd", "id_pelatihan"]).size()
    enough = counts[counts >= _COMPLETED].reset_index().merge(trainings.table, on="id_pelatihan")
    enough["tahun"] = enough["tanggal_selesai"].dt.year
    enough = enough[enough["tanggal_selesai"] < np.datetime64(AS_OF - timedelta(days=20))]
    favoured = enough["tema"].isin(_TOLD_ABOUT) | (enough.index % 4 == 0)
    return dict(list(enough[favoured].groupby("kode_opd")))


def _story(
    department: Department, training: pd.Series, writer: Writer
) -> tuple[date, str, str, str, str, str]:
    said = phrases()["kisah"]
    theme = training["tema"] if training["tema"] in said["dulu"] else "lain"
    parts = [writer.one_of(said[part][theme]) for part in ("dulu", "belajar", "kini")]
    parts = parts[1:] if writer.luck() < 0.2 else parts
    words = {"layanan": in_sentence(writer.one_of(department.services).name)}
    ended: date = training["tanggal_selesai"].date()
    told = ended + timedelta(days=int(14 + 90 * writer.luck()))
    return (
        min(told, AS_OF - timedelta(days=int(12 * writer.luck()))),
        department.code,
        writer.one_of(department.roles),
        writer.fill(" ".join(parts), words),
        training["id_pelatihan"],
        _consent(writer),
    )


def _consent(writer: Writer) -> str:
    return "ya" if writer.luck() < _CONSENT else "tidak"
