"""`build.py explain` beside the published download: the same figures, on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from built_site import ROOT, BuiltSite
from data_folder import DataFolder
from explained import Explaining, printed_result

from suluh import cli
from suluh.intake import read_records

OPD = "disdukcapil"
PERIODS = ("2025", "2026", "2026-T2")
IN_CSV = "Baris di unduh/angka.csv: "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return DataFolder.small(tmp_path_factory.mktemp("explain") / "data").path


@pytest.fixture(scope="module")
def of(folder: Path) -> Explaining:
    records = read_records(folder).records
    assert records is not None
    return Explaining(records)


def test_every_explanation_states_the_figure_of_angka_csv(
    small_site: BuiltSite, of: Explaining
) -> None:
    """Every indicator of the catalogue, a department and the city, years and a quarter."""
    text = (small_site.root / "unduh" / "angka.csv").read_text(encoding="utf-8").splitlines()
    published = dict(zip(small_site.figures, text[1:], strict=True))
    asked = [k for k in published if k[1] in (OPD, "kota") and k[2] in PERIODS]
    assert {key[0] for key in asked} == {r["indikator"] for r in small_site.rows}
    for key in asked:
        lines = of.text(*key)
        assert IN_CSV + published[key] in lines, key
        value = small_site.figures[key]["nilai"]
        worked = [line for line in lines if line.startswith("= ") and "÷" in line]
        if value and worked and key[0] != "skm_sampel_minimum":
            assert printed_result(worked[0]) == pytest.approx(float(value), abs=1e-4), key


def test_an_explanation_names_the_lines_of_the_spreadsheet(tmp_path: Path) -> None:
    """Blank lines count as a spreadsheet counts them."""
    folder = DataFolder.small(tmp_path / "data")
    forum = folder.path / "forum.csv"
    header, *rows = forum.read_text(encoding="utf-8").splitlines()
    forum.write_text("\n".join([header, "", *rows, ""]), encoding="utf-8")
    records = read_records(folder.path).records
    assert records is not None
    said = Explaining(records).text("forum_jumlah", "kota", rows[0].split(",")[1][:4])
    assert any(line.startswith("Nomor baris: 3") for line in said)


def test_the_command_prints_plain_text_in_the_language_asked_for(folder: Path) -> None:
    key = ("ikm", "--opd", OPD, "--periode", "2026-T2")
    indonesian = _run("explain", *key, "--data", str(folder))
    assert (indonesian.returncode, indonesian.stderr) == (0, "")
    assert indonesian.stdout.startswith("PENJELASAN SATU ANGKA\n")
    assert "\x1b" not in indonesian.stdout
    english = _run("explain", *key, "--data", str(folder), "--lang", "en")
    assert english.stdout.startswith("HOW ONE FIGURE CAME ABOUT\n")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (["imk", "--opd", OPD, "--periode", "2026"], "imk tidak dikenal. Maksud Anda ikm?"),
        (["ikm", "--opd", "disdukcapl", "--periode", "2026"], f"Maksud Anda {OPD}?"),
        (["ikm", "--opd", OPD, "--periode", "2031"], "Maksud Anda 2026?"),
        (["ikm", "--opd", OPD, "--periode", "2026-T9"], "Maksud Anda 2026-T"),
        (["jp_rata", "--opd", OPD, "--periode", "2025-T2"], "Maksud Anda 2025?"),
        (["nrr", "--opd", OPD, "--periode", "2026"], "Tambahkan --rincian: biaya,"),
        (["nrr", "--opd", OPD, "--periode", "2026", "--rincian", "wktu"], "Maksud Anda waktu?"),
        (["ikm", "--opd", OPD, "--periode", "2026", "--rincian", "x"], "tanpa --rincian"),
        (["ikm", "--opd", OPD], "--periode wajib ditulis."),
        (["--opd", OPD, "--periode", "2026"], "INDIKATOR wajib ditulis."),
    ],
)  # fmt: skip
def test_what_is_not_known_is_told_with_the_nearest(
    key: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["explain", *key, "--data", str(folder)]) == cli.WRONG_USAGE
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_data_with_problems_are_explained_by_their_problems(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data_folder.change("skm", lambda number, row: row | {"waktu": "7"} if number == 3 else row)
    key = ["ikm", "--opd", OPD, "--periode", "2026", "--data", str(data_folder.path)]
    assert cli.run(["explain", *key]) == cli.DATA_PROBLEMS
    assert "skm.csv" in capsys.readouterr().err


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
