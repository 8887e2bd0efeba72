"""JP, reach and Kirkpatrick's levels: whose, in which year, out of whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_records import Rows, figure, records

from suluh.records import Records

AS_OF = date(2026, 9, 30)
BOTH = [{"kode_opd": k, "berlaku_mulai": date(2000, 1, 1)} for k in ("dinas", "badan")]


def training(
    id_: str, jp: float, end: date = date(2026, 3, 31), tema: str = "waktu"
) -> dict[str, Any]:
    return {
        "id_pelatihan": id_,
        "jp": jp,
        "tema": tema,
        "tanggal_mulai": end,
        "tanggal_selesai": end,
    }


def attended(id_: str, person: str = "p1", opd: str = "dinas", **cells: Any) -> dict[str, Any]:
    standard = {"jenis_asn": "PNS", "status": "selesai"}
    return {"id_pelatihan": id_, "id_pegawai": person, "kode_opd": opd, **standard, **cells}


def staff(number: int, kind: str = "PNS", opd: str = "dinas", year: int = 2026) -> dict[str, Any]:
    return {"tahun": year, "kode_opd": opd, "jenis_asn": kind, "jumlah": number}


def city(trainings: Rows, participations: Rows, pegawai: Rows) -> Records:
    return records(AS_OF, opd=BOTH, pelatihan=trainings, peserta=participations, pegawai=pegawai)


@pytest.mark.parametrize(("jp", "percent"), [(19.9, 0), (20, 50), (20.1, 50)])
def test_twenty_jp_below_at_and_above(jp: float, percent: float) -> None:
    row = figure(city([training("a", jp)], [attended("a")], [staff(2)]), "jp_terpenuhi", "2026")
    assert (row["nilai"], row["n"]) == (percent, 2)


def test_jp_add_up_exactly() -> None:
    """6.6 + 6.7 + 6.7 is less than 20 in binary."""
    trainings = [training("a", 6.6), training("b", 6.7), training("c", 6.7)]
    rows = [attended(id_) for id_ in "abc"]
    assert figure(city(trainings, rows, [staff(1)]), "jp_terpenuhi", "2026")["nilai"] == 100


def test_a_person_of_two_departments_reaches_the_minimum_in_the_city_only() -> None:
    both = city([training("a", 12), training("b", 12)],
                [attended("a"), attended("b", opd="badan")],
                [staff(4), staff(4, opd="badan")])  # fmt: skip
    assert figure(both, "jp_terpenuhi", "2026")["nilai"] == 0
    assert figure(both, "jp_terpenuhi", "2026", opd="badan")["nilai"] == 0
    assert figure(both, "jp_terpenuhi", "2026", opd="kota")["nilai"] == 12.5
    reach = [figure(both, "pelatihan_cakupan", "2026", opd=o) for o in ("dinas", "badan", "kota")]
    assert [(row["nilai"], row["n"]) for row in reach] == [(25, 4), (25, 4), (12.5, 8)]


def test_contract_staff_have_no_minimum() -> None:
    rows = [attended("a"), attended("a", "p2", jenis_asn="PPPK")]
    both = city([training("a", 30)], rows, [staff(2), staff(8, "PPPK")])
    assert figure(both, "jp_terpenuhi", "2026")["n"] == 2
    assert figure(both, "jp_terpenuhi", "2026")["nilai"] == 50
    assert figure(both, "jp_rata", "2026")["nilai"] == 6


def test_only_completed_participations_give_jp() -> None:
    rows = [attended("a"), attended("a", "p2", status="tidak selesai")]
    both = city([training("a", 30)], rows, [staff(10)])
    assert figure(both, "jp_rata", "2026")["nilai"] == 3
    assert figure(both, "pelatihan_cakupan", "2026")["nilai"] == 10
    assert figure(both, "pelatihan_kelulusan", "2026")["nilai"] == 50


def test_a_participation_belongs_to_the_period_in_which_its_training_ended() -> None:
    trainings = [training("a", 10, date(2025, 12, 31)), training("b", 4, date(2026, 1, 1))]
    both = city(trainings, [attended("a"), attended("b")], [staff(2), staff(2, year=2025)])
    assert figure(both, "jp_rata", "2025")["nilai"] == 5
    assert figure(both, "jp_rata", "2026")["nilai"] == 2
    assert figure(both, "jp_triwulan", "2025-T4")["nilai"] == 5
    assert figure(both, "jp_triwulan", "2026-T1")["nilai"] == 2
    assert figure(both, "jp_triwulan", "2026-T2")["nilai"] == 0


def test_a_training_not_over_on_the_date_of_the_data_is_left_out() -> None:
    trainings = [training("a", 10, AS_OF), training("b", 4, date(2026, 10, 1))]
    both = city(trainings, [attended("a"), attended("b")], [staff(1)])
    assert figure(both, "jp_rata", "2026")["nilai"] == 10


def test_without_headcount_shares_of_staff_are_not_reported() -> None:
    both = city([training("a", 10)], [attended("a")], [staff(3, year=2025)])
    for indikator in ("jp_rata", "jp_terpenuhi", "pelatihan_cakupan", "pegawai_jumlah"):
        assert figure(both, indikator, "2026")["status"] == "tidak_dilaporkan"
    assert figure(both, "pelatihan_kelulusan", "2026")["status"] == "terbit"


def test_a_share_of_no_staff_does_not_apply() -> None:
    row = figure(city([training("a", 10)], [], [staff(0)]), "pelatihan_cakupan", "2026")
    assert (row["status"], row["n"], row["nilai"]) == ("tidak_berlaku", 0, None)


def test_more_trained_than_employed_has_a_value_and_no_limits() -> None:
    rows = [attended("a", f"p{i}") for i in range(3)]
    row = figure(city([training("a", 10)], rows, [staff(2)]), "pelatihan_cakupan", "2026")
    assert (row["nilai"], row["batas_bawah"], row["batas_atas"]) == (150, None, None)


def test_gain_is_of_those_who_completed_and_took_both_tests() -> None:
    rows = [
        attended("a", "p1", nilai_awal=50, nilai_akhir=70.5),
        attended("a", "p2", nilai_awal=60, nilai_akhir=60),
        attended("a", "p3", nilai_awal=0),
        attended("a", "p4", nilai_akhir=100),
        attended("a", "p5", nilai_awal=0, nilai_akhir=100, status="tidak selesai"),
    ]
    both = city([training("a", 10)], rows, [])
    gain = figure(both, "pelatihan_peningkatan", "2026")
    assert (gain["nilai"], gain["n"]) == (10.25, 2)
    before, after = (figure(both, "pelatihan_nilai", "2026", r) for r in ("awal", "akhir"))
    assert (before["nilai"], after["nilai"]) == (55, 65.25)


def test_answers_are_counted_with_zeros() -> None:
    rows = [attended("a", f"p{i}", kepuasan=k) for i, k in enumerate([4, 4, 2, None])]
    both = city([training("a", 10)], rows, [])
    counts = [figure(both, "pelatihan_kepuasan", "2026", str(s)) for s in (1, 2, 3, 4)]
    assert [row["nilai"] for row in counts] == [0, 1, 0, 2]
    assert {row["n"] for row in counts} == {3}
    assert figure(both, "pelatihan_penerapan", "2026", "4")["n"] == 0


def test_themes_of_completed_participations() -> None:
    trainings = [training("a", 2), training("b", 2, tema="komunikasi")]
    rows = [attended("a"), attended("a", "p2"), attended("b"),
            attended("b", "p2", status="tidak selesai")]  # fmt: skip
    both = city(trainings, rows, [])
    assert figure(both, "pelatihan_peserta", "2026")["nilai"] == 3
    assert figure(both, "pelatihan_peserta", "2026", "waktu")["nilai"] == 2
    assert figure(both, "pelatihan_peserta", "2026", "komunikasi")["nilai"] == 1
