"""`build.py check` with its report, its repairs and its colours, as it is called."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from intake_folder import Folder, example

from suluh.cli import DATA_PROBLEMS, DONE, ROOT, WRONG_USAGE, run

OLD_FORM = "tanggal;nama\n25/12/2026;Natal\n"
ONE_FORM = "tanggal,nama\n2026-12-25,Natal\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def check(folder: Folder, *options: str) -> int:
    return run(["check", "--data", str(folder.path), *options])


def libur(folder: Folder) -> str:
    return (folder.path / "libur.csv").read_text(encoding="utf-8")


def test_fix_shows_the_diff_writes_and_checks_again(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("libur.csv", OLD_FORM)
    assert check(folder, "--fix") == DONE
    said = capsys.readouterr().out
    assert "-25/12/2026,Natal\n+2026-12-25,Natal\n" in said
    assert "1 berkas dibetulkan; tidak ada nilai yang berubah." in said
    assert said.endswith("Tidak ada masalah pada data.\n")
    assert libur(folder) == ONE_FORM
    assert check(folder, "--fix", "--lang", "en") == DONE
    assert "Nothing can be mended automatically." in capsys.readouterr().out


def test_dry_run_shows_the_same_and_writes_nothing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("libur.csv", OLD_FORM)
    assert check(folder, "--fix", "--dry-run") == DONE
    said = capsys.readouterr().out
    assert "-25/12/2026,Natal\n+2026-12-25,Natal\n" in said
    assert "tidak ada yang ditulis" in said
    assert libur(folder) == OLD_FORM


def test_what_cannot_be_mended_is_still_told_and_exits_1(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("libur.csv", OLD_FORM + "besok;Cuti\n")
    assert check(folder, "--fix") == DATA_PROBLEMS
    assert libur(folder) == ONE_FORM + "besok,Cuti\n"
    assert "“besok” bukan tanggal." in capsys.readouterr().out


def test_programs_get_only_their_form_on_the_output(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("libur.csv", OLD_FORM)
    assert check(folder, "--fix", "--format", "json") == DONE
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "+2026-12-25,Natal" in said.err


def test_dry_run_without_fix_is_refused(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(folder, "--dry-run") == WRONG_USAGE
    assert "--dry-run hanya dipakai bersama --fix" in capsys.readouterr().err


def test_a_report_is_written_and_replaced_whether_or_not_there_are_problems(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "laporan.html"
    folder.put("libur", example("libur", tanggal="besok"))
    assert check(folder, "--report", str(report)) == DATA_PROBLEMS
    assert "“besok”" in report.read_text(encoding="utf-8")
    assert f"Laporan ditulis ke {report}" in capsys.readouterr().err
    folder.put("libur", example("libur"))
    assert check(folder, "--report", str(report)) == DONE
    assert "Tidak ada masalah pada data." in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("data/skm.csv", "harus berakhir .html"),
        ("surat.html", "bukan laporan pemeriksaan"),
        ("situs/laporan.html", "akan ikut terbit"),
        ("situs/opd/baru/laporan.html", "akan ikut terbit"),
        (str(ROOT / "site" / "laporan.html"), "akan ikut terbit"),
        (str(ROOT / "content" / "laporan.html"), "akan ikut terbit"),
    ],
)
def test_a_report_never_goes_public_nor_over_another_file(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    (tmp_path / "surat.html").write_text("penting")
    (tmp_path / "situs" / "unduh").mkdir(parents=True)
    (tmp_path / "situs" / "unduh" / "angka.csv").write_text("")
    target = tmp_path / name
    before = target.read_bytes() if target.exists() else None
    assert check(folder, "--report", str(target)) == WRONG_USAGE
    assert words in capsys.readouterr().err
    assert (target.read_bytes() if target.exists() else None) == before


def test_a_place_that_cannot_be_written_is_said_in_words(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(folder, "--report", str(tmp_path / "tidak-ada" / "a.html")) == WRONG_USAGE
    said = capsys.readouterr().err
    assert "tidak dapat ditulis" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_a_person_at_a_terminal_who_wants_them(
    folder: Folder,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, setting in environment.items():
        monkeypatch.setenv(name, setting)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    folder.write("libur.csv", OLD_FORM + "besok;Cuti\n")
    assert check(folder, "--fix", "--dry-run") == DATA_PROBLEMS
    said = capsys.readouterr().out
    assert ("\x1b[" in said) == coloured
    assert ("\x1b[31m-25/12/2026,Natal" in said) == coloured
