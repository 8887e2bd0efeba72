"""Which rows count in a figure, and the one reason why each other row does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from explained import Explaining
from small_records import DINAS, Rows, records

AS_OF = date(2026, 9, 30)
BADAN = {**DINAS, "kode_opd": "badan"}


def explaining(**tables: Rows) -> Explaining:
    return Explaining(records(AS_OF, opd=(DINAS, BADAN), **tables))


def left_out(of: Explaining, *key: str, table: int = 0) -> dict[str, list[int]]:
    """Positions of the rows left out of a figure, by reason."""
    return {why: list(rows) for why, rows in of(*key).parts[table].left_out.items()}


def complaint(received: date, **more: Any) -> dict[str, Any]:
    return {"kode_opd": "dinas", "tanggal_masuk": received, "jenis": "pengaduan",
            "klasifikasi": "informasi"} | more  # fmt: skip


def participation(id_: str, **more: Any) -> dict[str, Any]:
    return {"id_pelatihan": "t1", "id_pegawai": id_, "kode_opd": "dinas", "jenis_asn": "PNS",
            "status": "selesai"} | more  # fmt: skip


TRAININGS = [{"id_pelatihan": "t1", "tema": "waktu", "jp": 20.0,
              "tanggal_selesai": date(2026, 3, 1)},
             {"id_pelatihan": "t2", "tema": "waktu", "jp": 4.0,
              "tanggal_selesai": date(2025, 3, 1)},
             {"id_pelatihan": "t3", "tema": "waktu", "jp": 4.0,
              "tanggal_selesai": date(2026, 10, 1)}]  # fmt: skip


def test_a_participation_is_left_out_for_the_first_reason_that_holds() -> None:
    of = explaining(
        pelatihan=TRAININGS,
        peserta=[
            participation("p1"),
            participation("p2", status="tidak selesai"),
            participation("p3", jenis_asn="PPPK"),
            participation("p4", id_pelatihan="t2", status="tidak selesai"),
            participation("p5", kode_opd="badan", id_pelatihan="t2"),
            participation("p6", id_pelatihan="t3"),
        ],
        pegawai=[{"tahun": 2026, "kode_opd": "dinas", "jenis_asn": kind, "jumlah": 9}
                 for kind in ("PNS", "PPPK")],
    )  # fmt: skip
    key = ("jp_terpenuhi", "dinas", "2026")
    people, headcount = of(*key).parts
    assert list(people.used) == [0]
    assert left_out(of, *key) == {
        "opd_lain": [4],
        "pelatihan_belum_selesai": [5],
        "masa_lain": [3],
        "tidak_selesai": [1],
        "bukan_pns": [2],
    }
    assert list(people.looked_up["pelatihan"]) == [0]
    assert (list(headcount.used), left_out(of, *key, table=1)) == ([0], {"bukan_pns": [1]})


def test_an_evaluation_gives_way_to_the_yearly_one_or_to_a_later_quarters() -> None:
    def evaluation(person: str, period: str, opd: str = "dinas") -> dict[str, Any]:
        return {"periode": period, "id_pegawai": person, "kode_opd": opd, "jenis_asn": "PNS",
                "hasil_kerja": "sesuai ekspektasi",
                "perilaku_kerja": "sesuai ekspektasi"}  # fmt: skip

    of = explaining(
        evaluasi=[
            evaluation("a", "2026-T1"),
            evaluation("a", "2026"),
            evaluation("b", "2026-T1"),
            evaluation("b", "2026-T2"),
            evaluation("c", "2026-T1"),
            evaluation("c", "2026-T3", "badan"),
            evaluation("d", "2026-T4"),
            evaluation("e", "2025"),
        ]
    )
    assert list(of("evaluasi_baik", "dinas", "2026").parts[0].used) == [1, 3]
    assert left_out(of, "evaluasi_baik", "dinas", "2026") == {
        "sesudah_tanggal_data": [6],
        "opd_lain": [5],
        "masa_lain": [7],
        "digantikan_tahunan": [0],
        "digantikan_triwulan": [2, 4],
    }


def test_a_complaint_counts_as_due_on_the_date_of_the_data_and_not_a_day_later() -> None:
    """Five working days after 23 September 2026, a Wednesday, is 30 September."""
    days = [date(2026, 9, 22), date(2026, 9, 23), date(2026, 9, 24)]
    of = explaining(pengaduan=[complaint(day) for day in days])
    key = ("pengaduan_tepat_waktu", "dinas", "2026-T3")
    assert list(of(*key).parts[0].used) == [0, 1]
    assert left_out(of, *key) == {"belum_jatuh_tempo": [2]}


def test_an_open_complaint_is_one_that_came_and_had_not_gone_by_the_end() -> None:
    of = explaining(
        pengaduan=[
            complaint(date(2025, 1, 2)),
            complaint(date(2025, 1, 2), tanggal_selesai=date(2026, 6, 30)),
            complaint(date(2025, 1, 2), tanggal_selesai=date(2026, 7, 1)),
            complaint(date(2026, 7, 1)),
        ]
    )
    key = ("pengaduan_terbuka", "dinas", "2026-T2")
    assert list(of(*key).parts[0].used) == [0, 2]
    assert left_out(of, *key) == {"masa_sesudahnya": [3], "sudah_selesai": [1]}
    numbers = {role: amount.value for role, amount in of(*key).amounts.items()}
    assert numbers == {"masuk": 3, "keluar": 1}


def test_a_departments_own_target_replaces_the_common_one() -> None:
    of = explaining(
        target=[{"tahun": 2026, "indikator": "ikm", "nilai": 80.0},
                {"tahun": 2026, "indikator": "ikm", "kode_opd": "dinas", "nilai": 85.0}]
    )  # fmt: skip
    assert left_out(of, "target", "dinas", "2026", "ikm") == {"target_khusus": [0]}
    for opd in ("badan", "kota"):
        assert left_out(of, "target", opd, "2026", "ikm") == {"opd_lain": [1]}


def test_the_city_counts_the_rows_of_all_departments() -> None:
    forums = [
        {"kode_opd": opd, "tanggal": AS_OF, "jumlah_peserta": 5} for opd in ("dinas", "badan")
    ]
    of = explaining(forum=forums)
    assert list(of("forum_jumlah", "kota", "2026").parts[0].used) == [0, 1]
    assert list(of("forum_jumlah", "badan", "2026").parts[0].used) == [1]


@pytest.mark.parametrize("tables", [{}, {"pegawai": []}])
def test_what_is_not_reported_says_why(tables: dict[str, Rows]) -> None:
    of = explaining(pelatihan=TRAININGS, peserta=[participation("p1")], **tables)
    said = "\n".join(of.text("jp_rata", "dinas", "2026"))
    cause = "tidak memuat baris untuk OPD dan periode ini" if tables else "tidak ada. Tidak"
    assert f"tidak dilaporkan: {'' if tables else 'berkas '}pegawai.csv {cause}" in said
    assert of("jp_rata", "dinas", "2026").parts[1].absent != bool(tables)
