"""More people trained or evaluated than a department has: one of the numbers is wrong.

A warning, not an error: staff do move between departments within a year.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.intake.typed import looked_up

GROUP = ["kode_opd", "tahun"]
PERSON = ["kode_opd", "id_pegawai"]


def participants_within_headcount(folder: Folder) -> Iterator[Problem]:
    """Compare people with a completed training in a year with the department's staff."""
    if {"pelatihan", "peserta"} <= set(folder.tables):
        people = folder.tables["peserta"].frame
        trainings = folder.tables["pelatihan"].frame.dropna(subset="id_pelatihan")
        trainings = trainings.drop_duplicates("id_pelatihan")
        years = trainings.set_index("id_pelatihan")["tanggal_selesai"].dt.year
        people = people[[*PERSON, "id_pelatihan"]][people["status"] == "selesai"]
        people = people.assign(tahun=looked_up(people["id_pelatihan"], years))
        yield from _exceeding(folder, people, "more-participants-than-staff", "peserta")


def evaluated_within_headcount(folder: Folder) -> Iterator[Problem]:
    """Compare people evaluated in a year with the department's staff."""
    if "evaluasi" in folder.tables:
        people = folder.tables["evaluasi"].frame
        periods = pd.Series(people["periode"].dropna().unique())
        years = pd.to_numeric(periods.str[:4], errors="coerce").set_axis(periods)
        people = people[PERSON].assign(tahun=looked_up(people["periode"], years))
        yield from _exceeding(folder, people, "more-evaluated-than-staff", "evaluasi")


def _exceeding(folder: Folder, people: pd.DataFrame, code: str, source: str) -> Iterator[Problem]:
    if not {"pegawai", "opd"} <= set(folder.tables) or "pegawai" in folder.faulty:
        return
    departments = folder.tables["opd"].frame["kode_opd"]
    typed = folder.tables["pegawai"]
    counted = people.groupby(GROUP)["id_pegawai"].nunique().rename("people")
    staff = _headcounts(_certain(typed.frame, departments)).join(counted, how="inner")
    for row in staff[staff["people"] > staff["staff"]].reset_index().to_dict("records"):
        details = {
            "when": row["tahun"],
            "department": row["kode_opd"],
            "people": row["people"],
            "staff": row["staff"],
            "source": folder.tables[source].origin.label,
        }
        yield typed.sheet.problem(code, row["line"], "jumlah", details)


def _certain(staff: pd.DataFrame, departments: pd.Series) -> pd.DataFrame:
    """Without the years of a row whose department is unknown: it may be anybody's staff."""
    stray = staff.loc[~staff["kode_opd"].isin(departments.dropna()), "tahun"]
    return staff[~staff["tahun"].isin(stray)]


def _headcounts(staff: pd.DataFrame) -> pd.DataFrame:
    """Staff of each department and year whose numbers can all be read, and its first line."""
    number = staff["jumlah"].mask(staff["jumlah"] < 0)
    rows = staff[GROUP].assign(number=number, unread=number.isna(), line=staff.index)
    groups = rows.groupby(GROUP)
    counted = pd.DataFrame({"staff": groups["number"].sum(), "line": groups["line"].first()})
    return counted[~groups["unread"].any()]
