"""The committed data package is the contract of the design, and a broken one is named."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Package
from intake_folder import CONTRACT, PACKAGE, example

from suluh.catalogue import ELEMENTS, indicators
from suluh.contract import Column, Policy, read_contract
from suluh.descriptor import ContractError
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


ODD = (None, "a", "", -1, 1.5, True, [], ["x"], [1], {}, {"x": 1})
"""What JSON may hold in the place of anything else."""


@pytest.mark.parametrize(
    ("content", "indonesian", "english"),
    [
        ("", "bukan JSON yang utuh (baris 1, kolom 1)", "not whole JSON (line 1, column 1)"),
        ('{"resources":\n [}', "(baris 2, kolom 3)", "(line 2, column 3)"),
        (
            "[]",
            "isinya adalah [], seharusnya sebuah objek",
            "its content is [], expected an object",
        ),
        ("{}", "resources tidak ada", "resources is missing"),
        ('{"resources": {}}', "seharusnya daftar objek", "expected a list of objects"),
        ('{"resources": [{}]}', "resources/1/path tidak ada", "resources/1/path is missing"),
        (
            ONE_FIELD % "3",
            "resources/a/schema/fields/1 adalah 3",
            "resources/a/schema/fields/1 is 3",
        ),
        (ONE_FIELD % '{"name": ""}', "fields/1/name adalah", "fields/1/name is"),
        (
            '{"resources": [{"name": "a", "path": "../a.csv", "schema": {"fields": []}}]}',
            'resources/a/path adalah "../a.csv", seharusnya nama berkas di folder ini',
            'resources/a/path is "../a.csv", expected a file beside the package',
        ),
        (
            ONE_FIELD % '{"name": "b", "type": "geojson"}',
            'fields/b/type adalah "geojson", seharusnya salah satu dari string, integer',
            "expected one of string, integer",
        ),
        (
            ONE_FIELD % '{"name": "b", "suluh": {"privasi": "rahasia"}}',
            "fields/b/suluh/privasi",
            "expected one of public, restricted, text",
        ),
        (
            ONE_FIELD % '{"name": "b", "constraints": {"pattern": "("}}',
            'fields/b/constraints/pattern adalah "(", seharusnya pola yang sah',
            "expected a valid pattern",
        ),
        (
            ONE_FIELD % '{"name": "b", "type": "integer", "constraints": {"minimum": "a"}}',
            'constraints/minimum adalah "a", seharusnya bilangan',
            "expected a number",
        ),
        (
            ONE_FIELD % '{"name": "b", "constraints": {"minimum": 1}}',
            "fields/b/type adalah null, seharusnya integer atau number",
            "expected integer or number",
        ),
        (
            ONE_FIELD % '{"name": "b", "constraints": {"required": "ya"}}',
            "seharusnya true atau false",
            "expected true or false",
        ),
        (
            ONE_FIELD % '{"name": "b", "constraints": {"enum": [1]}}',
            "seharusnya daftar teks",
            "expected a list of texts",
        ),
        (ONE_FIELD % '{"name": "b"}, {"name": "b"}', "berisi b dua kali", "has b twice"),
        (
            '{"resources": [], "suluh": {"pengungkapan": {"orang_minimum": "5"}}}',
            'suluh/pengungkapan/orang_minimum adalah "5", seharusnya bilangan bulat mulai 1',
            "expected a whole number from 1",
        ),
        (
            '{"resources": [], "suluh": {"pengungkapan": {"orang_minimum": 0}}}',
            "bilangan bulat",
            "whole number",
        ),
        ('{"resources": [], "suluh": {"contoh": "tidak"}}', "true atau false", "true or false"),
        ('{"resources": [], "suluh": {"kota": 1}}', "suluh/kota adalah 1", "suluh/kota is 1"),
    ],
)
def test_an_unusable_package_says_where_and_why(
    tmp_path: Path, content: str, indonesian: str, english: str
) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(content)
    with pytest.raises(ContractError, match=re.escape(indonesian)) as raised:
        read_contract(path)
    assert english in raised.value.english


@pytest.mark.parametrize(
    ("table", "part", "value", "reason"),
    [
        ("skm", "primaryKey", "id", "skm tidak punya kolom id"),
        ("skm", "foreignKeys", {"fields": "opd"}, "skm tidak punya kolom opd"),
        ("skm", "foreignKeys", {"fields": []}, "tidak berpasangan"),
        (
            "skm",
            "foreignKeys",
            {"reference": {"resource": "opd", "fields": "kode"}},
            "opd tidak punya kolom kode",
        ),
    ],
)
def test_a_key_is_of_columns_that_there_are(
    tmp_path: Path, table: str, part: str, value: Any, reason: str
) -> None:
    package = json.loads(PACKAGE.read_text())
    (resource,) = (r for r in package["resources"] if r["name"] == table)
    if part == "foreignKeys":
        value = [resource["schema"][part][0] | value]
    resource["schema"][part] = value
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps(package))
    with pytest.raises(ContractError, match=re.escape(reason)):
        read_contract(path)


def _places(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in the package; of a list of objects the first stands for all."""
    if place:
        yield place
    parts = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        parts = list(enumerate(value))[: 1 if value and isinstance(value[0], dict) else None]
    for name, part in parts:
        yield from _places(part, (*place, name))


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_whatever_stands_anywhere_is_read_or_refused_in_words(tmp_path: Path, odd: Any) -> None:
    package, path = json.loads(PACKAGE.read_text()), tmp_path / "datapackage.json"
    refused = 0
    for place in _places(package):
        changed = copy.deepcopy(package)
        holder = changed
        for name in place[:-1]:
            holder = holder[name]
        holder[place[-1]] = odd
        path.write_text(json.dumps(changed))
        try:
            read_contract(path)
        except ContractError as error:
            refused += 1
            assert error.english  # noqa: PT017 refused in both languages, or as good as before
    assert refused


def test_what_is_wrong_is_told_in_a_line_and_to_other_processes(tmp_path: Path) -> None:
    package, path = json.loads(PACKAGE.read_text()), tmp_path / "datapackage.json"
    path.write_text(json.dumps({"resources": {"all": package}}))
    with pytest.raises(ContractError) as raised:
        read_contract(path)
    sent = pickle.loads(pickle.dumps(raised.value))  # noqa: S301
    assert (str(sent), sent.english) == (str(raised.value), raised.value.english)
    assert str(sent).endswith(" …, seharusnya daftar objek")
    assert len(str(sent)) < 200


def test_a_missing_package_is_a_contract_error(tmp_path: Path) -> None:
    with pytest.raises(ContractError):
        read_contract(tmp_path / "datapackage.json")


def test_an_unknown_column_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        CONTRACT.tables["opd"].column("nip")


def test_the_contract_travels_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(CONTRACT)) == CONTRACT  # noqa: S301
