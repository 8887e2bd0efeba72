"""Every rule between cells, rows and tables, kept and broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_folder import Folder, example

from suluh.ratings import MATRIX


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Departments, and the training and forum that the contract's example rows refer to."""
    folder = Folder.make(tmp_path / "data")
    folder.put("pelatihan", example("pelatihan"))
    folder.put("forum", example("forum"))
    return folder


@pytest.mark.parametrize(
    ("table", "changes", "cell", "code"),
    [
        ("pegawai", {"jumlah": ""}, "D2", "blank"),
        ("pegawai", {"jumlah": "-1"}, "D2", "out-of-range"),
        ("pegawai", {"jenis_asn": "Honorer"}, "C2", "not-in-list"),
        ("pegawai", {"tahun": "26"}, "A2", "out-of-range"),
        ("opd", {"kode_opd": "Dinas Baru"}, "A2", "pattern"),
        ("opd", {"kode_opd": "kota"}, "A2", "reserved-code"),
        ("peserta", {"nilai_awal": "100,5"}, "F2", "out-of-range"),
        ("peserta", {"id_pelatihan": "plt-x"}, "A2", "unknown-reference"),
        ("komitmen", {"id_forum": "fkp-x"}, "B2", "unknown-reference"),
        ("kisah", {"id_pelatihan": "plt-x"}, "E2", "unknown-reference"),
        ("opd", {"penerus": "entah"}, "G2", "unknown-reference"),
        ("evaluasi", {"periode": "2026-3"}, "A2", "pattern"),
        ("target", {"indikator": "IKM"}, "B2", "unknown-indicator"),
        ("koreksi", {"indikator": "kepuasan"}, "B2", "unknown-indicator"),
        ("komitmen", {"indikator_dampak": "jp"}, "K2", "unknown-indicator"),
        ("pelatihan", {"tanggal_selesai": "2026-03-08"}, "H2", "date-order"),
        ("pengaduan", {"tanggal_tanggapan": "2026-05-03"}, "G2", "date-order"),
        ("pengaduan", {"tanggal_selesai": "2026-05-03"}, "H2", "date-order"),
        ("komitmen", {"tanggal_selesai": "2026-04-20"}, "I2", "date-order"),
        ("komitmen", {"tenggat": "2026-04-20"}, "G2", "date-order"),
        ("target", {"nilai": "8350"}, "D2", "target-out-of-range"),
        ("target", {"nilai": "24,99"}, "D2", "target-out-of-range"),
        ("target", {"nilai": "100,01"}, "D2", "target-out-of-range"),
        ("target", {"indikator": "nrr", "nilai": "4,1"}, "D2", "target-out-of-range"),
        ("target", {"indikator": "jp_terpenuhi", "nilai": "100,1"}, "D2", "target-out-of-range"),
        ("target", {"indikator": "jp_terpenuhi", "nilai": "-0,1"}, "D2", "target-out-of-range"),
        ("target", {"indikator": "jp_rata", "nilai": "-1"}, "D2", "target-out-of-range"),
        ("pengaduan", {"tanggal_selesai": ""}, "H2", "done-date-missing"),
        ("pengaduan", {"status": "ditolak", "tanggal_selesai": ""}, "H2", "done-date-missing"),
        ("komitmen", {"tanggal_selesai": ""}, "I2", "done-date-missing"),
        ("pengaduan", {"status": "diterima"}, "H2", "done-date-contradicts"),
        ("pengaduan", {"status": "diproses"}, "H2", "done-date-contradicts"),
        ("komitmen", {"status": "belum"}, "I2", "done-date-contradicts"),
        ("komitmen", {"status": "berjalan"}, "I2", "done-date-contradicts"),
        ("evaluasi", {"predikat": "sangat baik"}, "G2", "rating-mismatch"),
    ],
)
def test_a_broken_rule_is_reported_at_its_cell(
    folder: Folder, table: str, changes: dict[str, str], cell: str, code: str
) -> None:
    row = example(table, **changes)
    if table == "opd":
        row = {"berlaku_sampai": "", "penerus": "", **changes}
        others = {"kode_opd": "disdukcapil", "berlaku_sampai": "", "penerus": ""}
        folder.put(table, example("opd", kode_opd="baru") | row, example("opd", **others))
    else:
        folder.put(table, row)
    (problem,) = folder.problems()
    assert (problem.file, problem.cell, problem.code) == (f"{table}.csv", cell, code)
    assert problem.level == "error"


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("pelatihan", {"tanggal_selesai": "2026-03-09"}),
        ("pengaduan", {"tanggal_tanggapan": "2026-05-04", "tanggal_selesai": "2026-05-04"}),
        ("pengaduan", {"status": "ditolak"}),
        ("pengaduan", {"status": "diproses", "tanggal_selesai": ""}),
        ("komitmen", {"tanggal_selesai": "2026-04-21"}),
        ("komitmen", {"status": "batal"}),
        ("komitmen", {"status": "batal", "tanggal_selesai": ""}),
        ("komitmen", {"status": "belum", "tanggal_selesai": ""}),
        ("komitmen", {"id_forum": "", "indikator_dampak": ""}),
        ("kisah", {"id_pelatihan": ""}),
        ("komitmen", {"tenggat": "2026-04-21"}),
        ("target", {"kode_opd": ""}),
        ("target", {"nilai": "25"}),
        ("target", {"nilai": "100"}),
        ("target", {"indikator": "nrr", "nilai": "4"}),
        ("target", {"indikator": "jp_terpenuhi", "nilai": "0"}),
        ("target", {"indikator": "jp_terpenuhi", "nilai": "100"}),
        ("target", {"indikator": "jp_rata", "nilai": "480"}),
        ("evaluasi", {"predikat": ""}),
        ("peserta", {"nilai_awal": "0", "nilai_akhir": "100"}),
    ],
)
def test_what_the_rules_allow(folder: Folder, table: str, changes: dict[str, str]) -> None:
    folder.put(table, example(table, **changes))
    assert folder.problems() == ()


@pytest.mark.parametrize(("ratings", "predicate"), MATRIX.items())
def test_all_nine_cells_of_the_matrix(
    folder: Folder, ratings: tuple[str, str], predicate: str
) -> None:
    results, conduct = ratings
    given = {"hasil_kerja": results, "perilaku_kerja": conduct}
    folder.put("evaluasi", example("evaluasi", **given, predikat=predicate))
    assert folder.problems() == ()
    wrong = next(p for p in ("baik", "kurang") if p != predicate)
    folder.put("evaluasi", example("evaluasi", **given, predikat=wrong))
    (problem,) = folder.problems()
    assert problem.code == "rating-mismatch"
    assert f"“{predicate}”" in problem.message()


@pytest.mark.parametrize(
    ("table", "changes", "broken"),
    [
        ("skm", {"tanggal": "2016-12-31"}, True),
        ("skm", {"tanggal": "2017-01-01"}, False),
        ("skm", {"tanggal": "2024-12-31"}, False),
        ("skm", {"tanggal": "2025-01-01"}, True),
        ("pengaduan", {"tanggal_masuk": "2024-12-31"}, False),
        ("pengaduan", {"tanggal_masuk": "2025-01-01"}, True),
        ("forum", {"tanggal": "2025-01-01"}, True),
        ("komitmen", {"tanggal": "2025-01-01"}, True),
        ("kisah", {"tanggal": "2025-01-01"}, True),
        ("pegawai", {"tahun": "2016"}, True),
        ("pegawai", {"tahun": "2017"}, False),
        ("pegawai", {"tahun": "2024"}, False),
        ("pegawai", {"tahun": "2025"}, True),
        ("evaluasi", {"periode": "2024-T4"}, False),
        ("evaluasi", {"periode": "2025-T1"}, True),
        ("predikat_opd", {"tahun": "2025"}, True),
        ("layanan", {"tahun": "2025"}, True),
        ("penghargaan", {"periode": "2025"}, True),
        ("target", {"tahun": "2025"}, True),
        ("koreksi", {"periode": "2025-T1"}, True),
        ("koreksi", {"periode": "2024-T4", "tanggal": "2026-01-05"}, False),
    ],
)
def test_a_department_must_be_valid_then(
    folder: Folder, table: str, changes: dict[str, str], broken: bool
) -> None:
    folder.put(table, example(table, **changes, kode_opd="dinas-lama"))
    found = [p for p in folder.problems() if p.file == f"{table}.csv"]
    assert [p.code for p in found] == ["department-not-valid"] * broken


@pytest.mark.parametrize(("first", "last", "broken"), [
    ("2024-12-30", "2025-01-02", False),
    ("2024-12-31", "2024-12-31", False),
    ("2025-01-01", "2025-01-02", True),
])  # fmt: skip
def test_a_participant_s_department_must_be_valid_during_the_training(
    folder: Folder, first: str, last: str, broken: bool
) -> None:
    folder.put("pelatihan", example("pelatihan", tanggal_mulai=first, tanggal_selesai=last))
    folder.put("peserta", example("peserta", kode_opd="dinas-lama"))
    assert [code for _, code in folder.found()] == ["department-not-valid"] * broken


def test_the_successor_is_suggested(folder: Folder) -> None:
    folder.put("skm", example("skm", kode_opd="dinas-lama"))
    (problem,) = folder.problems()
    assert "2017-01-01 – 2024-12-31" in problem.message()
    assert "“disdukcapil”" in problem.fix()


def test_a_start_that_cannot_be_read_leaves_the_end_to_be_checked(folder: Folder) -> None:
    ended = {"berlaku_mulai": "1 Januari", "berlaku_sampai": "2024-12-31", "penerus": ""}
    folder.put(
        "opd",
        example("opd", berlaku_sampai="", penerus=""),
        example("opd", kode_opd="dinas-lama", **ended),
    )
    folder.put("skm", example("skm", kode_opd="dinas-lama"))
    unread, outside = folder.problems()
    assert (unread.code, outside.code) == ("not-a-date", "department-not-valid")
    assert "… – 2024-12-31" in outside.message()


def test_validity_in_order(folder: Folder) -> None:
    row = {"berlaku_mulai": "2025-01-02", "berlaku_sampai": "2025-01-01", "penerus": ""}
    folder.put(
        "opd",
        example("opd", kode_opd="baru", **row),
        example("opd", berlaku_sampai="", penerus=""),
    )
    assert folder.found() == [("opd.csv:F2", "date-order")]


# --- keys


def test_a_repeated_key_names_the_row_it_repeats(folder: Folder) -> None:
    folder.put("skm", example("skm"), example("skm", id_respon="r-2"), example("skm"))
    (problem,) = folder.problems()
    assert (problem.code, problem.cell) == ("duplicate-key", "A4")
    assert "baris 2" in problem.message()


def test_one_evaluation_for_each_person_and_period(folder: Folder) -> None:
    folder.put(
        "evaluasi",
        example("evaluasi"),
        example("evaluasi", periode="2026"),
        example("evaluasi", id_pegawai="p-2"),
        example("evaluasi", hasil_kerja="di bawah ekspektasi", predikat="butuh perbaikan"),
    )
    assert folder.found() == [("evaluasi.csv:A5", "duplicate-key")]


def test_a_key_with_a_blank_optional_part_can_repeat_too(folder: Folder) -> None:
    folder.write("target.csv", "tahun,indikator,nilai\n2026,ikm,85\n2026,ikm,86\n2027,ikm,87\n")
    assert folder.found() == [("target.csv:A3", "duplicate-key")]


def test_unreadable_or_blank_keys_are_not_called_the_same(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal,nama\nx,A\ny,B\n,C\n,D\n2026-08-17,E\n17/8/2026,F\n")
    assert folder.found() == [
        ("libur.csv:A2", "not-a-date"),
        ("libur.csv:A3", "not-a-date"),
        ("libur.csv:A4", "blank"),
        ("libur.csv:A5", "blank"),
        ("libur.csv:A7", "duplicate-key"),
    ]


# --- references


def test_the_nearest_code_is_suggested(folder: Folder) -> None:
    folder.put("skm", example("skm", kode_opd="Disdukcapil"))
    (problem,) = folder.problems()  # that its form is wrong, too, need not be said
    assert problem.code == "unknown-reference"
    assert "Maksud Anda “disdukcapil”?" in problem.fix()
    assert "Did you mean “disdukcapil”?" in problem.fix("en")


def test_a_table_that_is_referred_to_but_absent_is_one_problem(folder: Folder) -> None:
    (folder.path / "pelatihan.csv").unlink()
    folder.put("peserta", *(example("peserta", id_pegawai=f"p-{i}") for i in range(5)))
    folder.put("kisah", example("kisah", id_pelatihan=""))
    assert folder.found() == [("peserta.csv:1", "reference-table-missing")]
    assert folder.problems()[0].column == "id_pelatihan"


@pytest.mark.parametrize("content", [b"\0", b"judul,tema\nA,B\n"])
def test_a_table_that_could_not_be_read_brings_no_further_blame(
    folder: Folder, content: bytes
) -> None:
    folder.write("pelatihan.csv", content)
    folder.put("peserta", example("peserta"))
    assert {p.file for p in folder.problems()} == {"pelatihan.csv"}


def test_an_empty_table_knows_no_code(folder: Folder) -> None:
    folder.write("pelatihan.csv", "")
    folder.put("peserta", example("peserta"))
    folder.put("kisah", example("kisah", id_pelatihan=""))
    assert folder.found() == [("peserta.csv:A2", "unknown-reference")]


# --- headcount


@pytest.mark.parametrize(("staff", "warned"), [("1", True), ("2", False), ("3", False)])
def test_more_people_than_staff_is_a_warning(folder: Folder, staff: str, warned: bool) -> None:
    people = ("p-1", "p-2")
    folder.put("peserta", *(example("peserta", id_pegawai=p) for p in people))
    folder.put("evaluasi", *(example("evaluasi", id_pegawai=p) for p in people))
    folder.put("pegawai", example("pegawai", jumlah=staff))
    found = folder.problems()
    codes = ["more-evaluated-than-staff", "more-participants-than-staff"] * warned
    assert [p.code for p in found] == codes
    assert all((p.level, p.cell) == ("warning", "D2") for p in found)
    assert folder.read().records is not None


def test_staff_of_whom_a_row_is_wrong_are_not_counted(folder: Folder) -> None:
    """What is missing of them may be in that row."""
    folder.put("peserta", example("peserta"), example("peserta", id_pegawai="p-2"))
    other = example("pegawai", jenis_asn="PPPK", tahun="", jumlah="1")
    folder.put("pegawai", example("pegawai", jumlah="1"), other)
    assert "more-participants-than-staff" not in {p.code for p in folder.problems()}


def test_a_person_in_two_trainings_counts_once_and_one_who_did_not_finish_not_at_all(
    folder: Folder,
) -> None:
    folder.put("pelatihan", example("pelatihan"), example("pelatihan", id_pelatihan="plt-2"))
    folder.put(
        "peserta",
        example("peserta"),
        example("peserta", id_pelatihan="plt-2"),
        example("peserta", id_pegawai="p-2", status="tidak selesai"),
    )
    folder.put(
        "pegawai", example("pegawai", jumlah="0"), example("pegawai", jenis_asn="PPPK", jumlah="1")
    )
    assert folder.problems() == ()
