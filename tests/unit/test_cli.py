"""The command's words and exit codes for a user's mistakes; nothing here builds a site."""

from __future__ import annotations

from pathlib import Path

import pytest
from data_folder import DataFolder

from suluh import building
from suluh.cli import BUILD_FAILED, WRONG_USAGE, run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--dta", "x"], "Pilihan --dta tidak dikenal. Maksud Anda --data?"),
        (["--as-of", "30/09/2026"], "Nilai untuk --as-of tidak dapat dipakai"),
        (["--jobs", "0"], "Nilai untuk --jobs tidak dapat dipakai"),
        (["--data"], "Pilihan --data membutuhkan nilai."),
        (["susun"], "Perintah tidak dikenal"),
        (["--data", "tidak-ada"], "Folder data tidak-ada tidak ada"),
        (["check", "--data", "tidak-ada"], "Folder data tidak-ada tidak ada"),
        (["check", "--format", "pdf"], "Nilai untuk --format tidak dapat dipakai"),
        (["--lang", "en", "--data", "nowhere"], "There is no data folder nowhere"),
        (["--as-of", "kemarin"], "--as-of tidak dapat dipakai: tulis tanggal seperti 2026-09-30."),
        (["--lang=en", "--as-of", "kemarin"], "--as-of cannot be used: write a date like 2026-"),
        (["--jobs", "0"], "--jobs tidak dapat dipakai: tulis bilangan bulat, 1 atau lebih."),
        (["--lang=en", "--jobs", "0"], "--jobs cannot be used: write a whole number, 1 or more."),
        (["sample", "--years", "21"], "tulis bilangan bulat, 1 sampai 20."),
        (["check", "--format", "xml"], "pilih salah satu dari text, json, github, gitlab."),
        (["check", "--format", "xml", "--lang=en"], "choose one of text, json, github, gitlab."),
        (["audit"], "Perintah tidak dikenal: audit. Yang ada: check, "),
        (["--lang=en", "audit"], "There is no command audit. There are: check, "),
        (["check", "data"], "Ada kata yang berlebih: data."),
        (["check", "--lang=en", "data"], "There are words too many: data."),
        (["explain"], "INDIKATOR wajib ditulis."),
        (["explain", "ikm", "--lang=en"], "--opd has to be given."),
        (["diff", "--against", "NOREV"], "revisi NOREV: git tidak mengenal revisi itu"),
        (["diff", "--against", "NOREV", "--lang=en"], "revision NOREV: git knows no such"),
    ],
)
def test_wrong_usage_is_said_in_words(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == WRONG_USAGE
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "command",
    [
        ["template", "--out", "{file}/x.xlsx"],
        ["texts", "--out", "{file}/f.csv"],
        ["sample", "--out", "{file}/x", "--responses", "10"],
        ["check", "--report", "{file}/x.html"],
        ["pseudonymise", "{file}", "--key", "{file}/kunci", "--new-key", "--out", "{free}.csv"],
        ["--data", "{small}", "--out", "{file}/situs"],
    ],
    ids=lambda command: command[0],
)
def test_a_place_that_cannot_be_written_is_no_traceback(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "berkas"
    file.write_text("id_pegawai\n")
    DataFolder.small(tmp_path / "data")
    places = {"file": file, "free": tmp_path / "bebas", "small": tmp_path / "data"}
    assert run([part.format_map(places) for part in command]) == WRONG_USAGE
    said = capsys.readouterr().err
    assert "tidak dapat ditulis: letaknya bukan di dalam folder." in said
    assert "Traceback" not in said


def test_a_folder_that_is_no_site_of_ours_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surat.docx").write_text("penting")
    assert run(["--out", str(tmp_path)]) == WRONG_USAGE
    assert "bukan situs Suluh" in capsys.readouterr().err
    assert (tmp_path / "surat.docx").read_text() == "penting"


def test_sample_data_are_never_written_over_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "opd.csv").write_text("kode_opd\n")
    assert run(["sample", "--out", str(tmp_path)]) == WRONG_USAGE
    assert "bukan contoh" in capsys.readouterr().err
    assert (tmp_path / "opd.csv").read_text() == "kode_opd\n"


def test_a_bug_keeps_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(building.Freshness, "of", broken)
    (tmp_path / "data").mkdir()
    arguments = ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "site")]
    assert run(arguments) == BUILD_FAILED
    assert "ZeroDivisionError" in capsys.readouterr().err
