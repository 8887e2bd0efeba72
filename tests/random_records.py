"""Random small records: everything the rules meet, in a few departments and years."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from small_records import Rows, records

from suluh.catalogue import COMPLAINT_KINDS, ELEMENTS
from suluh.ratings import EXPECTATIONS
from suluh.records import Records

FIRST, LAST = date(2024, 2, 10), date(2026, 8, 20)
OPD = ("bidang-a", "bidang-b", "bidang-c")


def random_records(seed: int) -> Records:
    """Records from a seed; some tables absent, `as_of` at, before or after the last day."""
    chance = random.Random(seed)  # noqa: S311 - test data
    tables = {name: make(chance) for name, make in MAKERS.items()}
    absent = chance.sample([name for name in tables if name != "opd"], chance.choice([0, 0, 1, 3]))
    known = {name: rows for name, rows in tables.items() if name not in absent}
    if "pelatihan" not in known:
        known.pop("peserta", None)
    return records(LAST - timedelta(days=chance.choice([0, 0, 45, 300])), **known)


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))


def _later(chance: random.Random, day: date, most: int) -> date | None:
    """A day up to LAST, or none."""
    later = day + timedelta(days=chance.randrange(most))
    return later if later <= LAST and chance.random() < 0.8 else None


def _opd(_: random.Random) -> Rows:
    spans = [(date(2000, 1, 1), None), (date(2000, 1, 1), date(2025, 5, 17)),
             (date(2025, 5, 18), None)]  # fmt: skip
    return [{"kode_opd": k, "berlaku_mulai": a, "berlaku_sampai": b}
            for k, (a, b) in zip(OPD, spans, strict=True)]  # fmt: skip


def _skm(chance: random.Random) -> Rows:
    def response() -> dict[str, Any]:
        level = chance.choice([(3, 4), (2, 3, 4), (1, 2, 3, 4)])
        return {
            "tanggal": _day(chance),
            "kode_opd": chance.choice(OPD),
            "jenis_kelamin": chance.choice(["perempuan", "laki-laki", None]),
            "pekerjaan": chance.choice(["petani", "lain/lain", None]),
            **{element: chance.choice(level) for element in ELEMENTS},
        }

    return [response() for _ in range(chance.choice([0, 3, 60]))]


def _layanan(chance: random.Random) -> Rows:
    return [{"tahun": year, "kode_opd": k, "layanan": name,
             "jumlah_pengguna": chance.choice([0, 5, 40, 3000])}
            for year in (2024, 2025, 2026) for k in OPD for name in ("izin", "surat")
            if chance.random() < 0.6]  # fmt: skip


def _pegawai(chance: random.Random) -> Rows:
    return [{"tahun": year, "kode_opd": k, "jenis_asn": kind,
             "jumlah": chance.choice([0, 2, 6, 30])}
            for year in (2023, 2024, 2025, 2026) for k in OPD for kind in ("PNS", "PPPK")
            if chance.random() < 0.7]  # fmt: skip


def _pelatihan(chance: random.Random) -> Rows:
    starts = [(i, _day(chance)) for i in range(12)]
    return [{"id_pelatihan": f"t{i}", "tema": chance.choice(["komunikasi", "waktu"]),
             "jp": chance.choice([4, 6.6, 6.7, 10, 20]), "tanggal_mulai": day,
             "tanggal_selesai": day + timedelta(days=chance.randrange(9))}
            for i, day in starts]  # fmt: skip


def _peserta(chance: random.Random) -> Rows:
    def score() -> float | None:
        return chance.choice([None, 50, 62.5, 80.25, 100])

    pairs = sorted({(f"t{chance.randrange(12)}", f"p{chance.randrange(9)}") for _ in range(70)})
    return [{"id_pelatihan": t, "id_pegawai": p, "kode_opd": chance.choice(OPD),
             "jenis_asn": chance.choice(["PNS", "PNS", "PPPK"]),
             "status": chance.choice(["selesai", "selesai", "tidak selesai"]),
             "nilai_awal": score(), "nilai_akhir": score(),
             "kepuasan": chance.choice([None, 1, 2, 3, 4]),
             "penerapan": chance.choice([None, 3, 4])} for t, p in pairs]  # fmt: skip


def _evaluasi(chance: random.Random) -> Rows:
    periods = ["2024", "2024-T2", "2025-T1", "2025-T4", "2026", "2026-T1", "2026-T3"]
    pairs = sorted({(chance.choice(periods), f"p{chance.randrange(9)}") for _ in range(30)})
    follow_up = ["penghargaan", "bimbingan kinerja", "konseling", "coaching", "tidak ada", None]
    return [{"periode": period, "id_pegawai": p, "kode_opd": chance.choice(OPD),
             "jenis_asn": "PNS", "hasil_kerja": chance.choice(EXPECTATIONS),
             "perilaku_kerja": chance.choice(EXPECTATIONS),
             "tindak_lanjut": chance.choice(follow_up)} for period, p in pairs]  # fmt: skip


def _predikat_opd(chance: random.Random) -> Rows:
    return [{"tahun": year, "kode_opd": k, "predikat": chance.choice(["istimewa", "baik"])}
            for year in (2024, 2025) for k in OPD if chance.random() < 0.7]  # fmt: skip


def _pengaduan(chance: random.Random) -> Rows:
    classes = ["informasi", "tidak berkadar pengawasan", "berkadar pengawasan"]
    days = [_day(chance) for _ in range(chance.choice([0, 40]))]
    return [{"tanggal_masuk": day, "kode_opd": chance.choice(OPD),
             "jenis": chance.choice(COMPLAINT_KINDS), "klasifikasi": chance.choice(classes),
             "tanggal_tanggapan": _later(chance, day, 8),
             "tanggal_selesai": _later(chance, day, chance.choice([8, 25, 120]))}
            for day in days]  # fmt: skip


def _forum(chance: random.Random) -> Rows:
    return [{"tanggal": _day(chance), "kode_opd": chance.choice(OPD),
             "jumlah_peserta": chance.randrange(50)} for _ in range(8)]  # fmt: skip


def _komitmen(chance: random.Random) -> Rows:
    days = [_day(chance) for _ in range(20)]
    return [{"tanggal": day, "kode_opd": chance.choice(OPD),
             "tenggat": day + timedelta(days=chance.choice([0, 30, 200])),
             "status": chance.choice(["belum", "selesai", "batal"]),
             "tanggal_selesai": _later(chance, day, 250)} for day in days]  # fmt: skip


def _target(chance: random.Random) -> Rows:
    return [{"tahun": year, "indikator": indikator, "kode_opd": k,
             "nilai": chance.choice([80, 82.5])}
            for year in (2025, 2026, 2027) for indikator in ("ikm", "jp_rata")
            for k in (None, *OPD) if chance.random() < 0.4]  # fmt: skip


def _libur(chance: random.Random) -> Rows:
    return [{"tanggal": day} for day in sorted({_day(chance) for _ in range(40)})]


MAKERS: dict[str, Callable[[random.Random], Rows]] = {
    "opd": _opd, "skm": _skm, "layanan": _layanan, "pegawai": _pegawai,
    "pelatihan": _pelatihan, "peserta": _peserta, "evaluasi": _evaluasi,
    "predikat_opd": _predikat_opd, "pengaduan": _pengaduan, "forum": _forum,
    "komitmen": _komitmen, "target": _target, "libur": _libur,
}  # fmt: skip
