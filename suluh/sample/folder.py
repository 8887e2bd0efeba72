"""Write a whole data folder: every table of the contract, and the contract marked as a sample."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from suluh.contract import PACKAGE_FILE, read_contract
from suluh.sample import departments, evaluation, people
from suluh.sample.approvals import approvals_of
from suluh.sample.city import City
from suluh.sample.complaints import complaints_of
from suluh.sample.confirmations import confirmations_of
from suluh.sample.corrections import corrections_of
from suluh.sample.forum import forums_of
from suluh.sample.recognition import awards_of, stories_of
from suluh.sample.survey import survey_of
from suluh.sample.targets import targets_of
from suluh.sample.training import trainings_of

_CONTRACT = Path(__file__).resolve().parents[2] / "data" / PACKAGE_FILE


def write_sample(
    out: Path,
    *,
    seed: int = 2026,
    departments: int = 34,
    years: int = 4,
    responses: int = 30_000,
    employees: int = 2_600,
) -> None:
    """Write a sample data folder; the same arguments give the same bytes.

    `years` are calendar years up to 2026, whose third quarter is the last; complaints are about
    a tenth of `responses`; `employees` are those of the last year.
    """
    city = City(departments, years, responses, employees, seed)
    contract = json.loads(_CONTRACT.read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    _write_contract(contract, out)
    paths = {r["name"]: r["path"] for r in contract["resources"]}
    for name, table in tables_of(city).items():
        table.to_csv(out / paths[name], index=False, lineterminator="\n", encoding="utf-8")


def tables_of(city: City) -> Mapping[str, pd.DataFrame]:
    """Every table of the contract, by name."""
    staff = people.staff_of(city)
    trainings = trainings_of(city, staff)
    ratings = evaluation.organisation_ratings(city)
    survey = survey_of(city)
    complaints, forums = complaints_of(city), forums_of(city)
    tables = {
        "opd": departments.table_of(city.departments),
        "pegawai": people.headcount_table(city, staff),
        "pelatihan": trainings.table,
        "peserta": trainings.participants,
        "evaluasi": evaluation.evaluations_of(city, staff, ratings),
        "predikat_opd": evaluation.ratings_table(city, ratings),
        "skm": survey.responses,
        "layanan": survey.services,
        "pengaduan": complaints,
        "forum": forums.forums,
        "komitmen": forums.commitments,
        "penghargaan": awards_of(city),
        "kisah": stories_of(city, trainings),
        "target": targets_of(city),
        "koreksi": corrections_of(city, survey.responses, complaints),
        "libur": city.calendar.holidays,
    }
    return {
        **tables,
        "persetujuan": approvals_of(tables, read_contract(_CONTRACT).tables),
        "konfirmasi": confirmations_of(city, tables["pegawai"]),
    }


def _write_contract(contract: Mapping[str, Any], out: Path) -> None:
    """The repository's contract with `contoh` set; left alone where it already lies."""
    target = out / PACKAGE_FILE
    if target.resolve() == _CONTRACT:
        return
    marked = {**contract, "suluh": {**contract["suluh"], "contoh": True}}
    text = json.dumps(marked, ensure_ascii=False, indent=2)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
