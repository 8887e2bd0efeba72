"""A folder comes in as typed records, or as every one of its problems."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from intake_folder import CONTRACT, PACKAGE, Folder, csv_text, example

from suluh.intake import has_errors
from suluh.records import Records


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def records(folder: Folder, as_of: date | None = None) -> Records:
    intake = folder.read(as_of)
    assert intake.records is not None, intake.problems
    return intake.records


def keep_tables(folder: Folder, *names: str) -> None:
    """Cut the folder's contract down to these tables."""
    package = json.loads(PACKAGE.read_text())
    package["resources"] = [r for r in package["resources"] if r["name"] in names]
    folder.write("datapackage.json", json.dumps(package))


# --- records


def test_the_examples_of_the_contract_make_valid_records(folder: Folder) -> None:
    folder.put_examples()
    assert folder.problems() == ()
    assert set(records(folder).tables) == set(CONTRACT.tables)


def test_records_have_the_types_they_promise(folder: Folder) -> None:
    folder.put_examples()
    tables = records(folder).tables
    assert tables["skm"]["waktu"].dtype == "int64"
    assert tables["peserta"]["kepuasan"].dtype == "Int64"
    assert tables["peserta"]["nilai_awal"].dtype == "float64"
    assert tables["skm"]["tanggal"].dtype == "datetime64[s]"
    for table, column in (("skm", "layanan"), ("evaluasi", "predikat"), ("evaluasi", "periode")):
        assert tables[table][column].dtype == "str"


def test_blank_cells_are_missing(folder: Folder) -> None:
    blank = dict.fromkeys(("nilai_awal", "kepuasan"), "")
    folder.put("pelatihan", example("pelatihan"))
    folder.put("peserta", example("peserta", **blank))
    folder.put("pengaduan", example("pengaduan", status="diproses", tanggal_selesai="", hasil=""))
    tables = records(folder).tables
    assert tables["peserta"][["nilai_awal", "kepuasan"]].isna().all().all()
    assert tables["pengaduan"][["tanggal_selesai", "hasil"]].isna().all().all()


def test_a_column_the_file_leaves_out_is_there_and_empty(folder: Folder) -> None:
    row = {k: v for k, v in example("skm").items() if k not in {"saran", "tayang"}}
    folder.put("skm", row)
    skm = records(folder).tables["skm"]
    assert list(skm) == [column.name for column in CONTRACT.tables["skm"].columns]
    assert skm["saran"].isna().all()


def test_rows_keep_their_order_and_are_numbered_from_0(folder: Folder) -> None:
    folder.put("libur", example("libur", tanggal="2026-12-25"), example("libur"))
    libur = records(folder).tables["libur"]
    assert libur.index.tolist() == [0, 1]
    assert libur["tanggal"].dt.month.tolist() == [12, 8]


def test_only_departments_are_enough(folder: Folder) -> None:
    assert set(records(folder).tables) == {"opd"}


def test_an_absent_table_is_absent_and_an_empty_one_is_there(folder: Folder) -> None:
    folder.write("skm.csv", "")
    folder.write("forum.csv", ",".join(example("forum")) + "\n")
    tables = records(folder).tables
    assert set(tables) == {"opd", "skm", "forum"}
    assert len(tables["skm"]) == len(tables["forum"]) == 0
    assert tables["skm"]["waktu"].dtype == "int64"
    assert tables["forum"]["tanggal"].dtype == "datetime64[s]"


def test_a_contract_with_fewer_tables_is_a_contract(folder: Folder) -> None:
    keep_tables(folder, "opd", "skm", "peserta")
    folder.put("skm", example("skm"))
    folder.put("peserta", example("peserta"))  # the trainings it names are not in this contract
    assert set(records(folder).tables) == {"opd", "skm", "peserta"}


# --- the date of the data


def test_the_date_of_the_data_is_the_newest_event(folder: Folder) -> None:
    folder.put("skm", example("skm", tanggal="2026-08-14"), example("skm", id_respon="r-2"))
    folder.put("pengaduan", example("pengaduan", tanggal_selesai="2026-09-01"))
    folder.put("evaluasi", example("evaluasi", periode="2026-T4"))
    assert records(folder).as_of == date(2026, 9, 1)


def test_deadlines_and_holidays_do_not_date_the_data(folder: Folder) -> None:
    folder.put("forum", example("forum"))
    folder.put("komitmen", example("komitmen", tenggat="2030-01-01"))
    folder.put("libur", example("libur", tanggal="2031-01-01"))
    assert records(folder).as_of == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2026-T2", "2025"], date(2026, 6, 30)),
        (["2026-T2", "2026"], date(2026, 12, 31)),
        (["2026-T2", "2026-T1"], date(2026, 6, 30)),
    ],
)
def test_without_events_the_newest_period_ends_it(
    folder: Folder, periods: list[str], expected: date
) -> None:
    folder.put("evaluasi", *(example("evaluasi", periode=period) for period in periods))
    folder.put("pegawai", example("pegawai", tahun="2025"))
    assert records(folder).as_of == expected


def test_with_departments_alone_their_start_does(folder: Folder) -> None:
    assert records(folder).as_of == date(2017, 1, 1)


def test_a_date_that_is_given_wins(folder: Folder) -> None:
    folder.put("skm", example("skm"))
    assert records(folder, date(2025, 1, 31)).as_of == date(2025, 1, 31)


# --- problems


def test_any_error_leaves_no_records_and_a_warning_does(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal,nama,catatan\n2026-08-17,HUT RI,x\n")
    intake = folder.read()
    assert [(p.level, p.code) for p in intake.problems] == [("warning", "column-unknown")]
    assert not has_errors(intake.problems)
    assert intake.records is not None
    assert "catatan" not in intake.records.tables["libur"]
    folder.write("libur.csv", "tanggal,nama\n2026-02-30,HUT RI\n")
    assert folder.read().records is None


def test_that_a_file_holds_more_is_told_once_whoever_found_more(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("suluh.intake.problems.MOST_PROBLEMS", 2)
    rows = [example("pegawai", kode_opd="disdukcapl", jumlah="4a") for _ in range(3)]
    folder.put("pegawai", *rows)
    found = [code for _, code in folder.found()]
    assert {code: found.count(code) for code in found} == {
        "problems-more": 1,
        "unknown-reference": 2,
        "not-an-integer": 2,
    }


def test_every_problem_of_every_file_is_found_in_one_run_and_in_order(folder: Folder) -> None:
    folder.write("skm.csv", "bukan,kepala\n1,2\n")
    folder.put(
        "pegawai",
        example("pegawai", jumlah="4a", kode_opd="disdukcapl"),
        example("pegawai", tahun="dua ribu", jenis_asn="Honorer"),
    )
    folder.put("target", example("target", indikator="ikmm"))
    folder.write("pegawaii.csv", "x")
    assert folder.found() == [
        ("pegawai.csv:B2", "unknown-reference"),
        ("pegawai.csv:D2", "not-an-integer"),
        ("pegawai.csv:A3", "not-an-integer"),
        ("pegawai.csv:C3", "not-in-list"),
        ("pegawaii.csv:", "unknown-file"),
        ("skm.csv:1", "header-unknown"),
        ("target.csv:B2", "unknown-indicator"),
    ]


def test_a_failure_of_one_cell_hides_no_other_check_of_its_column(folder: Folder) -> None:
    rows = [example("skm", id_respon=f"r-{i}", waktu=score) for i, score in enumerate("x905 3")]
    rows.append(example("skm", id_respon="r-9", waktu=""))
    folder.put("skm", *rows)
    codes = ["not-an-integer", "out-of-range", "out-of-range", "out-of-range", "blank", "blank"]
    assert folder.found() == [
        (f"skm.csv:G{line}", code) for line, code in zip((2, 3, 4, 5, 6, 8), codes, strict=True)
    ]


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"resources": 3}', b"\xff\xfe\x00"])
def test_a_missing_or_broken_contract_is_one_clear_problem(
    folder: Folder, content: str | bytes | None
) -> None:
    (folder.path / "datapackage.json").unlink()
    if content is not None:
        folder.write("datapackage.json", content)
    intake = folder.read()
    code = "package-missing" if content is None else "package-invalid"
    assert [(p.file, p.code) for p in intake.problems] == [("datapackage.json", code)]
    assert intake.records is None


def test_a_folder_that_does_not_exist_has_no_contract(tmp_path: Path) -> None:
    assert [code for _, code in Folder(tmp_path / "tidak-ada").found()] == ["package-missing"]


def test_departments_are_required(folder: Folder) -> None:
    (folder.path / "opd.csv").unlink()
    folder.put("skm", example("skm", kode_opd="entah"))  # one problem, not one for every row
    assert folder.found() == [("opd.csv:", "table-missing")]


@pytest.mark.parametrize("content", ["", "kode_opd,nama,jenis,berlaku_mulai\n"])
def test_there_must_be_a_department(folder: Folder, content: str) -> None:
    folder.write("opd.csv", content)
    assert folder.found() == [("opd.csv:", "table-empty")]


def test_a_misspelt_file_is_refused_with_the_nearest_name(folder: Folder) -> None:
    folder.write("pengadua.csv", csv_text([example("pengaduan")]))
    (problem,) = folder.problems()
    assert (problem.level, problem.code) == ("error", "unknown-file")
    assert "“pengaduan.csv”" in problem.fix()


def test_a_spreadsheet_that_is_not_read_is_pointed_out(folder: Folder) -> None:
    for name in ("Pegawai.xls", "~$pegawai.xlsx", "catatan.ods", "baca-saya.txt", ".simpan.csv"):
        folder.write(name, b"PK")
    (problem,) = folder.problems()
    assert (problem.level, problem.file) == ("warning", "Pegawai.xls")
    assert "pegawai.csv" in problem.fix()


def test_a_folder_named_like_a_table_is_a_problem_of_that_file(folder: Folder) -> None:
    (folder.path / "skm.csv").mkdir()
    assert folder.found() == [("skm.csv:", "file-unreadable")]


def test_the_same_mistake_in_thousands_of_rows_is_reported_for_each(folder: Folder) -> None:
    rows = [example("skm", id_respon=f"r-{i}", kode_opd="disdukcapl") for i in range(3000)]
    folder.put("skm", *rows)
    problems = folder.problems()
    assert len(problems) == 3000
    assert {p.fix() for p in problems} == {problems[0].fix()}
    assert "“disdukcapil”" in problems[0].fix()


def test_thousands_of_different_unknown_codes_are_all_reported(folder: Folder) -> None:
    rows = [example("skm", id_respon=f"r-{i}", kode_opd=f"dinas-{i}") for i in range(3000)]
    folder.put("skm", *rows)
    assert len(folder.problems()) == 3000


def test_the_input_is_never_changed(folder: Folder) -> None:
    folder.put_examples()
    before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
    first, second = records(folder), records(folder)
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == before
    for name, table in first.tables.items():
        pd.testing.assert_frame_equal(table, second.tables[name])
