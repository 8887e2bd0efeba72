"""The matrix, the evaluation that counts, and the follow-up (PermenPANRB 6/2022)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_records import Rows, figure, records

from suluh.catalogue import PREDICATES
from suluh.ratings import MATRIX
from suluh.records import Records

AS_OF = date(2026, 9, 30)
BOTH = [{"kode_opd": k, "berlaku_mulai": date(2000, 1, 1)} for k in ("dinas", "badan")]
LOW, MIDDLE, HIGH = "di bawah ekspektasi", "sesuai ekspektasi", "di atas ekspektasi"
RATINGS = {"sangat kurang": (LOW, LOW), "kurang": (HIGH, LOW), "butuh perbaikan": (LOW, HIGH),
           "baik": (MIDDLE, MIDDLE), "sangat baik": (HIGH, HIGH)}  # fmt: skip


def evaluated(person: str, predicate: str, periode: str = "2026", opd: str = "dinas",
              follow_up: str | None = None) -> dict[str, Any]:  # fmt: skip
    results, conduct = RATINGS[predicate]
    return {"id_pegawai": person, "periode": periode, "kode_opd": opd, "jenis_asn": "PNS",
            "hasil_kerja": results, "perilaku_kerja": conduct,
            "tindak_lanjut": follow_up}  # fmt: skip


def city(rows: Rows, **tables: Rows) -> Records:
    return records(AS_OF, opd=BOTH, evaluasi=rows, **tables)


@pytest.mark.parametrize(
    ("results", "conduct", "predicate"),
    [
        (HIGH, LOW, "kurang"), (HIGH, MIDDLE, "baik"), (HIGH, HIGH, "sangat baik"),
        (MIDDLE, LOW, "kurang"), (MIDDLE, MIDDLE, "baik"), (MIDDLE, HIGH, "baik"),
        (LOW, LOW, "sangat kurang"), (LOW, MIDDLE, "butuh perbaikan"),
        (LOW, HIGH, "butuh perbaikan"),
    ],
)  # fmt: skip
def test_nine_cells_of_the_matrix(results: str, conduct: str, predicate: str) -> None:
    assert MATRIX[results, conduct] == predicate
    row = evaluated("p", "baik") | {"hasil_kerja": results, "perilaku_kerja": conduct}
    rated = city([row])
    counts = {name: figure(rated, "predikat", "2026", name)["nilai"] for name in PREDICATES}
    assert counts == {name: int(name == predicate) for name in PREDICATES}


def test_the_predikat_is_the_matrixs_whatever_the_record_says() -> None:
    row = evaluated("p", "baik") | {"predikat": "sangat baik"}
    assert figure(city([row]), "predikat", "2026", "baik")["nilai"] == 1


@pytest.mark.parametrize(
    ("periods", "counting"),
    [
        (["2026-T1", "2026-T2"], 1),
        (["2026-T2", "2026-T1"], 0),
        (["2026", "2026-T3"], 0),
        (["2026-T3", "2026"], 1),
        (["2026-T1", "2025"], 0),
    ],
)
def test_the_years_evaluation_else_the_latest_quarters(periods: list[str], counting: int) -> None:
    predicates = ["kurang", "baik"]
    rows = [evaluated("p", name, when) for name, when in zip(predicates, periods, strict=True)]
    rated = city(rows)
    counts = [figure(rated, "predikat", "2026", name) for name in predicates]
    assert [row["nilai"] for row in counts] == [int(i == counting) for i in (0, 1)]
    assert {row["n"] for row in counts} == {1}


def test_who_moves_counts_where_the_latest_evaluation_is() -> None:
    rows = [evaluated("p", "baik", "2026-T1"), evaluated("p", "kurang", "2026-T3", "badan")]
    moved = city(rows)
    assert figure(moved, "predikat", "2026", "baik")["n"] == 0
    assert figure(moved, "predikat", "2026", "baik")["status"] == "terbit"  # there are records
    assert figure(moved, "evaluasi_baik", "2026")["status"] == "tidak_berlaku"
    assert figure(moved, "predikat", "2026", "kurang", "badan")["nilai"] == 1
    assert figure(moved, "predikat", "2026", "kurang", "kota")["n"] == 1


def test_a_period_that_has_not_begun_is_not_known() -> None:
    rows = [evaluated("p", "baik", "2026-T3"), evaluated("p", "kurang", "2026-T4")]
    assert figure(city(rows), "predikat", "2026", "baik")["nilai"] == 1


def test_coverage_is_of_the_headcount() -> None:
    staff = [
        {"tahun": 2026, "kode_opd": "dinas", "jenis_asn": k, "jumlah": 5} for k in ("PNS", "PPPK")
    ]
    rows = [evaluated(p, "baik", q) for p in ("p", "q") for q in ("2026-T1", "2026-T2")]
    row = figure(city(rows, pegawai=staff), "evaluasi_cakupan", "2026")
    assert (row["nilai"], row["n"]) == (20, 10)


def test_no_record_in_department_and_year_is_not_reported() -> None:
    rows = city([evaluated("p", "baik", opd="badan")], pegawai=[])
    of_people = [("predikat", "baik"), ("evaluasi_baik", ""), ("evaluasi_cakupan", ""),
                 ("tindak_lanjut", "pembinaan")]  # fmt: skip
    for indikator, rincian in of_people:
        assert figure(rows, indikator, "2026", rincian)["status"] == "tidak_dilaporkan"


def test_follow_up_of_the_best_and_of_those_who_need_it() -> None:
    rows = city([
        evaluated("a", "sangat baik", follow_up="penghargaan"),
        evaluated("b", "sangat baik", follow_up="coaching"),
        evaluated("c", "baik", follow_up="penghargaan"),
        evaluated("d", "kurang", follow_up="konseling"),
        evaluated("e", "sangat kurang", follow_up="bimbingan kinerja"),
        evaluated("f", "butuh perbaikan", follow_up="coaching"),
        evaluated("g", "kurang", follow_up="tidak ada"),
        evaluated("h", "kurang", follow_up="penghargaan"),
    ])  # fmt: skip
    reward = figure(rows, "tindak_lanjut", "2026", "penghargaan")
    support = figure(rows, "tindak_lanjut", "2026", "pembinaan")
    assert (reward["nilai"], reward["n"]) == (50, 2)
    assert (support["nilai"], support["n"]) == (60, 5)
    assert figure(rows, "evaluasi_baik", "2026")["nilai"] == 37.5


def test_follow_up_of_nobody_does_not_apply() -> None:
    row = figure(city([evaluated("a", "baik")]), "tindak_lanjut", "2026", "pembinaan")
    assert (row["status"], row["n"]) == ("tidak_berlaku", 0)


def test_the_organisations_predikat_is_a_kategori() -> None:
    rated = [{"tahun": 2026, "kode_opd": "dinas", "predikat": "baik"}]
    rows = city([], predikat_opd=rated)
    row = figure(rows, "predikat_opd", "2026")
    assert (row["nilai"], row["n"], row["kategori"], row["status"]) == (
        None,
        None,
        "baik",
        "terbit",
    )
    assert figure(rows, "predikat_opd", "2026", opd="badan")["status"] == "tidak_dilaporkan"
    assert figure(rows, "predikat_opd", "2026", opd="kota")["status"] == "tidak_berlaku"
