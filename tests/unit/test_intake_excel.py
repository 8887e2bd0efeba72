"""What Excel in an Indonesian office writes is read, or refused in its own words."""

from __future__ import annotations

import codecs
from pathlib import Path

import pandas as pd
import pytest
from intake_folder import Folder, csv_text, example

HEADER = "tanggal,nama\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def table(folder: Folder, name: str) -> pd.DataFrame:
    intake = folder.read()
    assert intake.records is not None, intake.problems
    return intake.records.tables[name]


# --- taken


def test_a_whole_file_as_excel_saves_it(folder: Folder) -> None:
    rows = [
        example("pelatihan", tanggal_mulai="9/3/2026", tanggal_selesai="11/03/2026", jp="7,5"),
        example("pelatihan", id_pelatihan="2", bentuk=" Klasikal ", jp="1"),
    ]
    text = csv_text(rows, separator=";", newline=";;\r\n")
    text += ";" * 12 + "\r\n" + ";" * 12 + "\r\n\r\n"
    folder.write("pelatihan.csv", codecs.BOM_UTF8 + text.encode())
    read = table(folder, "pelatihan")
    assert read["jp"].tolist() == [7.5, 1.0]
    assert read["tanggal_mulai"].dt.strftime("%Y-%m-%d").tolist() == ["2026-03-09", "2026-03-09"]
    assert read["bentuk"].tolist() == ["klasikal", "klasikal"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(folder: Folder, separator: str, newline: str) -> None:
    nama = "Cuti bersama, hari kedua; lalu\tlibur"
    folder.write(
        "libur.csv", csv_text([example("libur", nama=nama)], separator=separator, newline=newline)
    )
    assert table(folder, "libur")["nama"].tolist() == [nama]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings(folder: Folder, encoding: str) -> None:
    folder.write("libur.csv", (HEADER + "2026-12-25,Natal – “café”\n").encode(encoding))
    assert folder.problems() == ()
    assert table(folder, "libur")["nama"].tolist() == ["Natal – “café”"]


def test_the_old_windows_encoding_is_read_with_a_warning(folder: Folder) -> None:
    folder.write("libur.csv", (HEADER + "2026-12-25,Natal – “café”\n").encode("cp1252"))
    assert [(p.level, p.code) for p in folder.problems()] == [("warning", "encoding-old")]
    assert table(folder, "libur")["nama"].tolist() == ["Natal – “café”"]


def test_headers_in_other_case_and_with_spaces(folder: Folder) -> None:
    folder.write("pegawai.csv", " Tahun ,Kode OPD,JENIS-ASN,jumlah\n2026,disdukcapil,pns,3\n")
    assert table(folder, "pegawai").iloc[0].tolist() == [2026, "disdukcapil", "PNS", 3]


def test_columns_are_found_by_name_wherever_they_stand(folder: Folder) -> None:
    folder.write("libur.csv", "nama,tanggal\nNatal,2026-12-25\n")
    assert table(folder, "libur")["nama"].tolist() == ["Natal"]


def test_blank_rows_anywhere_and_trailing_blank_cells_are_left_out(folder: Folder) -> None:
    folder.write(
        "libur.csv", "tanggal,nama\n\n2026-12-25,Natal,, ,\n,\n \n2026-12-26,Cuti\n\n,,,\n"
    )
    assert folder.problems() == ()
    assert table(folder, "libur")["nama"].tolist() == ["Natal", "Cuti"]


def test_na_and_null_are_words_like_any_other(folder: Folder) -> None:
    words = ["NA", "null", "None", "nan", "-", "0012", "1e5"]
    rows = [example("skm", id_respon=f"r{i}", pekerjaan=w) for i, w in enumerate(words)]
    folder.put("skm", *rows)
    assert table(folder, "skm")["pekerjaan"].tolist() == words


def test_a_case_or_space_variant_of_a_category_is_that_category(folder: Folder) -> None:
    folder.put("evaluasi", example("evaluasi", hasil_kerja="Sesuai  Ekspektasi "))
    assert table(folder, "evaluasi")["hasil_kerja"].tolist() == ["sesuai ekspektasi"]


# --- refused


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"tanggal,nama\n2026-12-25,Nat\0al\n", "nul-bytes"),
        ("tanggal,nama\n2026-12-25,Natal\n".encode("utf-16-le"), "nul-bytes"),
        (b"tanggal,nama\n2026-12-25,Nat\x81al\n", "encoding-unknown"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "encoding-unknown"),
    ],
)
def test_bytes_that_are_no_text(folder: Folder, content: bytes, code: str) -> None:
    folder.write("libur.csv", content)
    assert folder.found() == [("libur.csv:", code)]


@pytest.mark.parametrize(
    "content", ["2026-12-25,Natal\n", "tanggal|nama\n1|2\n", "\n\ntanggal,nama\n"]
)
def test_a_first_row_without_known_names(folder: Folder, content: str) -> None:
    folder.write("libur.csv", content)
    (problem,) = folder.problems()
    assert (problem.code, problem.line) == ("header-unknown", 1)
    assert "tanggal, nama" in problem.fix()


def test_ragged_rows_are_refused_each_at_its_place_and_the_rest_is_checked(folder: Folder) -> None:
    folder.write(
        "pegawai.csv",
        "tahun,kode_opd,jenis_asn,jumlah\n"
        "2026,disdukcapil,PNS\n"
        "2026,disdukcapil,PNS,3,5\n"
        "2026,disdukcapil,PPPK,x\n"
        "2026,disdukcapil,PNS,3," + "," * 200 + "9\n"
        "2025,disdukcapil,PNS,y\n",
    )
    assert folder.found() == [
        ("pegawai.csv:D2", "row-short"),
        ("pegawai.csv:E3", "row-long"),
        ("pegawai.csv:D4", "not-an-integer"),
        ("pegawai.csv:E5", "row-long"),
        ("pegawai.csv:D6", "not-an-integer"),
    ]


def test_one_extra_cell_in_every_row_shifts_nothing(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal,nama\nx,2026-12-25,Natal\ny,2026-12-26,Cuti\n")
    assert folder.found() == [("libur.csv:C2", "row-long"), ("libur.csv:C3", "row-long")]


def test_a_decimal_comma_without_quotes_is_not_taken_for_two_cells(folder: Folder) -> None:
    folder.write("target.csv", "tahun,indikator,nilai\n2026,ikm,84,5\n")
    assert folder.found() == [("target.csv:D2", "row-long")]


def test_a_decimal_comma_in_quotes_is_a_number(folder: Folder) -> None:
    folder.write("target.csv", 'tahun,indikator,nilai\n2026,ikm,"84,5"\n')
    assert table(folder, "target")["nilai"].tolist() == [84.5]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('2026-12-25,"Natal\n2026-12-26,Cuti\n', 2),
        ('2026-12-24,"a\nb"\n2026-12-25,"Natal" raya\n', 3),
        ('2026-12-25,"Natal\n2026-12-26,"Cuti"\n', 2),
    ],
)
def test_a_quote_that_does_not_close(folder: Folder, rows: str, line: int) -> None:
    folder.write("libur.csv", HEADER + rows)
    assert folder.found() == [(f"libur.csv:{line}", "quote-open")]


def test_a_quote_inside_a_cell_is_only_a_quote(folder: Folder) -> None:
    folder.write("libur.csv", HEADER + '2026-12-25,Hari "besar"\n2026-12-26,"Hari ""besar"""\n')
    assert table(folder, "libur")["nama"].tolist() == ['Hari "besar"'] * 2


def test_lines_count_as_a_spreadsheet_counts_rows(folder: Folder) -> None:
    folder.write("libur.csv", HEADER + '2026-12-25,"dua\r\nbaris\n"\n\nbesok,Cuti\n')
    assert folder.found() == [("libur.csv:A4", "not-a-date")]


@pytest.mark.parametrize(
    ("mark", "code"), [(b"", "encoding-old"), (b"\xef\xbb\xbf", "encoding-unknown")]
)
def test_a_file_marked_as_utf8_is_never_read_as_another_encoding(
    folder: Folder, mark: bytes, code: str
) -> None:
    folder.write("libur.csv", mark + HEADER.encode() + b"2026-12-25,Caf\xe9\n")
    assert folder.found() == [("libur.csv:", code)]


def test_a_column_twice(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal,nama,Nama\n2026-12-25,Natal,Lain\n")
    (problem,) = folder.problems()
    assert (problem.level, problem.code, problem.cell) == ("error", "header-duplicate", "C1")
    assert "B1" in problem.message()


def test_a_missing_column_is_named_with_the_misspelt_one_beside_it(folder: Folder) -> None:
    folder.write("libur.csv", "tanggl,nama\n2026-12-25,Natal\n")
    problems = {p.code: p for p in folder.problems()}
    assert set(problems) == {"column-missing", "column-unknown"}
    assert problems["column-missing"].column == "tanggal"
    assert "“tanggal”" in problems["column-unknown"].fix()


def test_data_under_a_blank_header(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal,nama,,\n2026-12-25,Natal,x,\n")
    assert folder.found() == [("libur.csv:C1", "header-blank")]


def test_a_cell_beyond_column_z(folder: Folder) -> None:
    spare = [f"tambahan{i}" for i in range(26)]
    folder.write(
        "libur.csv", ",".join([*spare, "tanggal", "nama"]) + "\n" + "," * 26 + "x,Natal\n"
    )
    assert ("libur.csv:AA2", "not-a-date") in folder.found()
