"""`build.py texts`: what waits for approval, how it is given, and what a changed letter does."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from approved_texts import approve_every_text
from data_folder import ROOT, DataFolder
from openpyxl import Workbook
from small_records import CONTRACT

from suluh.approval import fingerprint, free_text_columns
from suluh.cli import run
from suluh.job import Job
from suluh.progress import Progress
from suluh.reading import read

SIGNED = ("--by", "Kasubbag Umum", "--on", "2026-09-30")


@pytest.fixture
def unread(data_folder: DataFolder) -> DataFolder:
    """The small records, in which nobody has approved anything."""
    (data_folder.path / "persetujuan.csv").unlink()
    return data_folder


def waiting(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert texts(folder, "--format", "json") == 0
    listed: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return listed


def texts(folder: DataFolder, *options: str | Path) -> int:
    return run(["texts", "--data", str(folder.path), *map(str, options)])


def fill_in(form: Path, **cells: str) -> None:
    """Fill in every row of a form and save it as an Indonesian Excel does."""
    rows = list(csv.DictReader(io.StringIO(form.read_text("utf-8-sig")), delimiter=";"))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row | cells for row in rows)
    form.write_text(text.getvalue(), "utf-8-sig", newline="")


def test_check_tells_of_texts_that_wait_as_a_build_does(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--data", str(unread.path), "--format", "json"]) == 0
    checked = [p["code"] for p in json.loads(capsys.readouterr().out)]
    assert "approvals-missing" in checked
    warnings = read(Job(ROOT, unread.path, ROOT / "site"), Progress("id")).warnings()
    assert [w.code for w in warnings] == checked


def test_free_text_is_what_people_write_themselves() -> None:
    assert {name: free_text_columns(table) for name, table in CONTRACT.tables.items()
            if free_text_columns(table)} == {
        "skm": ("saran",),
        "pengaduan": ("ringkasan", "hasil"),
        "penghargaan": ("jenis", "penerima", "alasan"),
        "kisah": ("peran", "kutipan"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        ("kisah", "saran", "dinas", "Ramah."),
        ("skm", "hasil", "dinas", "Ramah."),
        ("skm", "saran", "badan", "Ramah."),
        ("skm", "saran", "dinas", "ramah."),
        ("skm", "saran", "dinas", "Ramah"),
        ("skm", "sara", "ndinas", "Ramah."),
    ],
)
def test_a_fingerprint_is_of_table_column_department_and_text(other: tuple[str, ...]) -> None:
    assert fingerprint(*other) != fingerprint("skm", "saran", "dinas", "Ramah.")


def test_a_fingerprint_is_what_it_was_in_every_version() -> None:
    """Another value would withdraw every approval that was ever given."""
    known = "Sekarang saya lebih percaya diri melayani warga."
    found = fingerprint("kisah", "kutipan", "disdukcapil", known)
    assert found == CONTRACT.tables["persetujuan"].column("jejak").example
    assert found == "ecdcpndijheemhlfjhblacklmppnlkgfpbnbhmak"


def test_waiting_texts_are_listed_with_file_line_column_and_fingerprint(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert texts(unread) == 0
    said = capsys.readouterr().out
    assert "skm.csv, baris 8, kolom saran (disdukcapil)\n    Antrean pagi sebaiknya" in said
    text = "Antrean pagi sebaiknya ditambah loket."
    assert f"jejak: {fingerprint('skm', 'saran', 'disdukcapil', text)}" in said
    assert "10 teks bertanda tayang belum disetujui" in said


def test_the_same_words_of_a_department_are_listed_once_with_their_lines(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    unread.change(
        "skm", lambda _, row: row | {"saran": "Ramah."} if row["tayang"] == "ya" else row
    )
    (suggestion,) = [t for t in waiting(unread, capsys) if t["tabel"] == "skm"]
    assert (suggestion["baris"], suggestion["teks"]) == ([8, 91], "Ramah.")


def test_what_is_not_marked_does_not_wait(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    for table, column in (("skm", "tayang"), ("pengaduan", "tayang"), ("kisah", "izin_tayang"),
                          ("penghargaan", "izin_tayang")):  # fmt: skip
        unread.change(table, lambda _, row, column=column: row | {column: "tidak"})
    assert waiting(unread, capsys) == []


def test_everything_shown_can_be_approved_at_once(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert texts(unread, "--write", *SIGNED) == 0
    said = capsys.readouterr().out
    assert "Antrean pagi sebaiknya" in said
    assert "10 teks disetujui" in said
    assert waiting(unread, capsys) == []
    row = unread.read("persetujuan")[0]
    assert (row["disetujui_oleh"], row["tanggal"]) == ("Kasubbag Umum", "2026-09-30")


@pytest.mark.parametrize("given", [(), SIGNED[:2], SIGNED[2:]])
def test_nobody_approves_without_a_name_and_a_day(
    unread: DataFolder, given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert texts(unread, "--write", *given) == 2
    assert "siapa yang menyetujui dan kapan?" in capsys.readouterr().err
    assert not (unread.path / "persetujuan.csv").exists()


def test_a_form_filled_in_in_excel_approves_what_it_says_ya_to(
    unread: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "teks-baru.csv"
    assert texts(unread, "--out", form) == 0
    fill_in(form, setuju="Ya ", disetujui_oleh="Kabid Mutasi", tanggal="5/10/2026")
    assert texts(unread, "--approve", form) == 0
    assert "10 teks disetujui" in capsys.readouterr().out
    assert {(r["disetujui_oleh"], r["tanggal"]) for r in unread.read("persetujuan")} == {
        ("Kabid Mutasi", "2026-10-05")
    }
    assert waiting(unread, capsys) == []


@pytest.mark.parametrize("setuju", ["tidak", ""])
def test_what_a_form_does_not_agree_to_is_not_approved(
    unread: DataFolder, tmp_path: Path, setuju: str, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "teks-baru.csv"
    texts(unread, "--out", form)
    fill_in(form, setuju=setuju)
    assert texts(unread, "--approve", form, *SIGNED) == 0
    assert "0 teks disetujui" in capsys.readouterr().out
    assert len(waiting(unread, capsys)) == 10


def test_a_form_with_another_answer_is_refused_in_its_cell(
    unread: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "teks-baru.csv"
    texts(unread, "--out", form)
    fill_in(form, setuju="boleh")
    assert texts(unread, "--approve", form, *SIGNED) == 1
    said = capsys.readouterr().err
    assert "teks-baru.csv, 10 sel (kolom setuju)" in said
    assert "G2" in said


def test_a_form_signed_with_a_number_of_a_person_is_refused(
    unread: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "teks-baru.csv"
    texts(unread, "--out", form)
    fill_in(form, setuju="ya", disetujui_oleh="198503122010011007", tanggal="5/10/2026")
    assert texts(unread, "--approve", form) == 1
    assert "personal-number" in capsys.readouterr().err


def test_a_text_changed_after_the_form_was_written_is_not_approved(
    unread: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "teks-baru.csv"
    texts(unread, "--out", form)
    fill_in(form, setuju="ya")
    unread.change("kisah", lambda _, row: row | {"kutipan": row["kutipan"].replace("a", "e")})
    assert texts(unread, "--approve", form, *SIGNED) == 0
    assert "sudah berubah: baris" in capsys.readouterr().out
    (left,) = waiting(unread, capsys)
    assert left["kolom"] == "kutipan"


def test_a_citizen_s_formula_is_no_formula_in_the_form(unread: DataFolder, tmp_path: Path) -> None:
    unread.change("skm", lambda _, row: row | {"saran": "+1+1"} if row["saran"] else row)
    form = tmp_path / "teks-baru.csv"
    texts(unread, "--out", form)
    assert ";'+1+1;" in form.read_text("utf-8-sig")


def test_a_form_is_never_written_over(unread: DataFolder, tmp_path: Path) -> None:
    form = tmp_path / "teks-baru.csv"
    form.write_text("diisi")
    assert texts(unread, "--out", form) == 2
    assert form.read_text() == "diisi"


@pytest.mark.parametrize(
    "before",
    [
        f"﻿jejak;Tanggal;kolom;tabel;disetujui_oleh\r\n{'a' * 40};1/9/2026;saran;skm;Kabid\r\n",
        f"jejak,tabel,kolom,disetujui_oleh,tanggal\n{'a' * 40},skm,saran,Kabid,2026-09-01",
        f"sep=;\r\nTabel;Jejak teks;Kolom;Penyetuju;Tgl\r\nskm;{'a' * 40};saran;Kabid;46266\r\n",
    ],
)
def test_what_stands_in_the_file_stays_as_excel_saved_it(
    unread: DataFolder, before: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = unread.path / "persetujuan.csv"
    path.write_text(before, encoding="utf-8", newline="")
    approve_every_text(unread)
    after = path.read_bytes().decode()
    assert after.startswith(before)
    assert run(["check", "--data", str(unread.path)]) == 0
    assert waiting(unread, capsys) == []


def test_approvals_in_a_workbook_are_left_to_the_officer(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    book.worksheets[0].append(["jejak", "tabel", "kolom", "disetujui_oleh", "tanggal"])
    book.save(unread.path / "persetujuan.xlsx")
    before = (unread.path / "persetujuan.xlsx").read_bytes()
    assert texts(unread, "--write", *SIGNED) == 2
    assert "Persetujuan ada di persetujuan.xlsx" in capsys.readouterr().err
    assert not (unread.path / "persetujuan.csv").exists()
    assert (unread.path / "persetujuan.xlsx").read_bytes() == before


def test_an_approval_of_a_text_that_changed_is_told_of(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data_folder.change("kisah", lambda _, row: row | {"kutipan": f"{row['kutipan']}!"})
    assert texts(data_folder) == 0
    said = capsys.readouterr().out
    assert "1 teks bertanda tayang belum disetujui" in said
    assert "1 persetujuan tidak lagi cocok" in said


def test_words_of_a_record_do_not_steer_the_terminal(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    unread.change("skm", lambda _, row: row | {"saran": "\x1b[2Jhapus"} if row["saran"] else row)
    texts(unread)
    assert "\x1b" not in capsys.readouterr().out


def test_a_contract_of_an_older_version_is_told_of(
    unread: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    path = unread.path / "datapackage.json"
    package = json.loads(path.read_text())
    package["resources"] = [r for r in package["resources"] if r["name"] != "persetujuan"]
    path.write_text(json.dumps(package))
    assert texts(unread) == 2
    assert "belum memuat tabel persetujuan" in capsys.readouterr().err
