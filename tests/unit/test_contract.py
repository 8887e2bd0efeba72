"""The committed data package is the contract of the design, and a broken one is named."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Package
from intake_folder import CONTRACT, PACKAGE, example

from suluh.catalogue import ELEMENTS, indicators
from suluh.contract import Column, ContractError, Policy, read_contract
from suluh.intake.values import read_column, why_unread
from suluh.periods import PERIOD_PATTERN

# `*` = required, as the design lists them.
COLUMNS = {
    "opd": "kode_opd* nama* singkatan jenis* berlaku_mulai* berlaku_sampai penerus",
    "pegawai": "tahun* kode_opd* jenis_asn* jumlah*",
    "pelatihan": "id_pelatihan* judul* tema* bentuk* jalur* penyelenggara tanggal_mulai* "
    "tanggal_selesai* jp*",
    "peserta": "id_pelatihan* id_pegawai* kode_opd* jenis_asn* status* nilai_awal nilai_akhir "
    "kepuasan penerapan",
    "evaluasi": "periode* id_pegawai* kode_opd* jenis_asn* hasil_kerja* perilaku_kerja* predikat "
    "tindak_lanjut",
    "predikat_opd": "tahun* kode_opd* predikat*",
    "skm": "id_respon* tanggal* kode_opd* layanan* persyaratan* prosedur* waktu* biaya* produk* "
    "kompetensi* perilaku* pengaduan* sarana* jenis_kelamin kelompok_usia pendidikan pekerjaan "
    "saran tayang",
    "layanan": "tahun* kode_opd* layanan* jumlah_pengguna* gratis",
    "pengaduan": "id_pengaduan* tanggal_masuk* kode_opd* kanal* jenis* klasifikasi* "
    "tanggal_tanggapan tanggal_selesai status* ringkasan keputusan hasil tayang",
    "forum": "id_forum* tanggal* kode_opd* tema* tempat jumlah_peserta* berita_acara",
    "komitmen": "id_komitmen* id_forum tanggal* kode_opd* masukan* komitmen* tenggat* status* "
    "tanggal_selesai bukti indikator_dampak",
    "penghargaan": "periode* kode_opd* jenis* penerima* alasan izin_tayang*",
    "kisah": "tanggal* kode_opd* peran* kutipan* id_pelatihan izin_tayang*",
    "target": "tahun* indikator* kode_opd nilai*",
    "koreksi": "tanggal* indikator* kode_opd periode* sebelum sesudah alasan*",
    "libur": "tanggal* nama*",
    "persetujuan": "jejak* tabel* kolom* disetujui_oleh* tanggal*",
    "konfirmasi": "kode_masalah* kode_opd periode* rincian alasan* dikonfirmasi_oleh* tanggal*",
}
KEYS = {
    "opd": "kode_opd",
    "pegawai": "tahun kode_opd jenis_asn",
    "pelatihan": "id_pelatihan",
    "peserta": "id_pelatihan id_pegawai",
    "evaluasi": "periode id_pegawai",
    "predikat_opd": "tahun kode_opd",
    "skm": "id_respon",
    "layanan": "tahun kode_opd layanan",
    "pengaduan": "id_pengaduan",
    "forum": "id_forum",
    "komitmen": "id_komitmen",
    "target": "tahun indikator kode_opd",
    "libur": "tanggal",
    "persetujuan": "jejak",
    "konfirmasi": "kode_masalah kode_opd periode rincian",
}
ALL_COLUMNS = [(t.name, c) for t in CONTRACT.tables.values() for c in t.columns]
ONE_FIELD = '{"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [%s]}}]}'
each_column = pytest.mark.parametrize(
    "column", [c for _, c in ALL_COLUMNS], ids=[f"{table}.{c.name}" for table, c in ALL_COLUMNS]
)


def test_every_table_and_column_of_the_design_is_there_in_order() -> None:
    listed = {
        name: " ".join(c.name + "*" * c.required for c in table.columns)
        for name, table in CONTRACT.tables.items()
    }
    assert listed == COLUMNS
    assert list(listed) == list(COLUMNS)


def test_primary_keys() -> None:
    keys = {n: " ".join(t.primary_key) for n, t in CONTRACT.tables.items() if t.primary_key}
    assert keys == KEYS


def test_every_department_code_refers_to_opd_and_a_successor_to_its_own_table() -> None:
    for table in CONTRACT.tables.values():
        targets = {key.columns: (key.table, key.reference) for key in table.foreign_keys}
        if table.name == "opd":
            assert targets == {("penerus",): ("opd", ("kode_opd",))}
        elif any(column.name == "kode_opd" for column in table.columns):
            assert targets["kode_opd",] == ("opd", ("kode_opd",))


def test_references_to_trainings_and_forums() -> None:
    found = {
        (t.name, k.columns[0], k.table) for t in CONTRACT.tables.values() for k in t.foreign_keys
    }
    assert {
        ("peserta", "id_pelatihan", "pelatihan"),
        ("kisah", "id_pelatihan", "pelatihan"),
        ("komitmen", "id_forum", "forum"),
    } <= found


@each_column
def test_a_column_is_described_in_both_languages(column: Column) -> None:
    for texts in (column.titles, column.descriptions):
        assert texts["id"]
        assert texts["en"]
    assert column.descriptions["id"] != column.descriptions["en"]


@each_column
def test_the_example_of_a_column_fits_it(column: Column) -> None:
    reading = read_column(column, pd.Series([column.example], dtype=object))
    assert len(reading.unread) == 0, why_unread(column, column.example)
    assert reading.typed.notna().all()
    assert not column.enum or column.example in column.enum
    assert not column.pattern or re.fullmatch(column.pattern, column.example)


@pytest.mark.parametrize("table", CONTRACT.tables.values(), ids=CONTRACT.tables)
def test_a_table_is_described_in_both_languages(table: Any) -> None:
    assert table.titles["id"] != table.titles["en"]
    assert table.descriptions["id"] != table.descriptions["en"]


def test_survey_scores_run_from_1_to_4() -> None:
    for name in ELEMENTS:
        column = CONTRACT.tables["skm"].column(name)
        assert (column.type, column.minimum, column.maximum) == ("integer", 1, 4)


def test_periods_are_written_as_the_rest_of_suluh_reads_them() -> None:
    for table in ("evaluasi", "penghargaan", "koreksi"):
        assert CONTRACT.tables[table].column("periode").pattern == PERIOD_PATTERN


def test_examples_of_indicators_are_in_the_catalogue() -> None:
    assert example("target")["indikator"] in indicators()
    assert example("komitmen")["indikator_dampak"] in indicators()


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("peserta", "id_pegawai nilai_awal nilai_akhir kepuasan penerapan status"),
        ("evaluasi", "id_pegawai hasil_kerja perilaku_kerja predikat tindak_lanjut"),
        ("skm", "id_respon persyaratan sarana jenis_kelamin kelompok_usia pendidikan pekerjaan"),
        ("pengaduan", "id_pengaduan tanggal_masuk tanggal_tanggapan tanggal_selesai status"),
    ],
)
def test_what_a_person_did_or_said_is_restricted(table: str, columns: str) -> None:
    for name in columns.split():
        assert CONTRACT.tables[table].column(name).privacy == "restricted"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("skm", "saran"),
        ("pengaduan", "ringkasan"),
        ("pengaduan", "hasil"),
        ("kisah", "kutipan"),
        ("penghargaan", "penerima"),
        ("penghargaan", "alasan"),
    ],
)
def test_words_need_approval(table: str, column: str) -> None:
    assert CONTRACT.tables[table].column(column).privacy == "text"


def test_deadlines_holidays_and_validity_are_no_events() -> None:
    events = {f"{table}.{column.name}" for table, column in ALL_COLUMNS if column.event}
    assert "skm.tanggal" in events
    assert {"pengaduan.tanggal_selesai", "kisah.tanggal", "koreksi.tanggal"} <= events
    assert not events & {
        "komitmen.tenggat", "libur.tanggal", "opd.berlaku_mulai", "opd.berlaku_sampai",
    }  # fmt: skip


def test_the_city_and_its_policy() -> None:
    assert CONTRACT.city == "Kota Sawahlunto"
    assert CONTRACT.is_sample
    assert CONTRACT.policy == Policy()
    assert CONTRACT.policy.settlement_days["tidak berkadar pengawasan"] == 14


def test_frictionless_accepts_the_package() -> None:
    report = Package.validate_descriptor(str(PACKAGE))
    assert report.valid, report.flatten(["message"])


def test_a_package_that_says_nothing_of_policy_gets_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    fields = [{"name": "kode_opd"}]
    resource = {"name": "opd", "path": "opd.csv", "schema": {"fields": fields}}
    path.write_text(json.dumps({"resources": [resource]}))
    contract = read_contract(path)
    assert contract.policy == Policy()
    assert not contract.is_sample
    assert contract.tables["opd"].column("kode_opd").privacy == "restricted"  # the safe side


def test_a_policy_may_be_stricter(tmp_path: Path) -> None:
    package = json.loads(PACKAGE.read_text())
    package["suluh"]["pengungkapan"]["orang_minimum"] = 8
    package["suluh"]["batas_hari_kerja"]["informasi"] = 4
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps(package))
    policy = read_contract(path).policy
    assert policy.smallest_count == 8
    assert policy.settlement_days["informasi"] == 4
    assert policy.settlement_days["berkadar pengawasan"] == 60


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        ("[]", "unexpected structure"),
        ("{}", "'resources' is missing"),
        ('{"resources": [{}]}', "is missing"),
        ('{"resources": [{"name": "a", "path": "../a.csv", "schema": {"fields": []}}]}', "beside"),
        (
            ONE_FIELD % '{"name": "b", "type": "geojson"}',
            "type of field 'b'",
        ),
        (
            ONE_FIELD % '{"name": "b", "constraints": {"pattern": "("}}',
            "pattern of field 'b'",
        ),
        ('{"resources": [], "suluh": {"pengungkapan": {"orang_minimum": "5"}}}', "whole number"),
        ('{"resources": [], "suluh": {"pengungkapan": {"orang_minimum": 0}}}', "whole number"),
    ],
)
def test_an_unusable_package_says_why(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(content)
    with pytest.raises(ContractError, match=re.escape(reason)):
        read_contract(path)


def test_a_missing_package_is_a_contract_error(tmp_path: Path) -> None:
    with pytest.raises(ContractError):
        read_contract(tmp_path / "datapackage.json")


def test_an_unknown_column_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        CONTRACT.tables["opd"].column("nip")


def test_the_contract_travels_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(CONTRACT)) == CONTRACT  # noqa: S301
