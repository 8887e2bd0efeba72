"""No file may take long, much memory, or end in a traceback: it is read, or refused by name.

The slowest ones, which are sound but as large as is read at all, run in the long fuzz only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import attacks
import pytest
from built_site import locked
from intake_folder import Folder

SECONDS, MEGABYTES = 30, 1_000
NAMES = [*attacks.CSV, *attacks.WORKBOOKS]
LONG = "SULUH_FUZZ_EXAMPLES" in os.environ
TRIED = [name for name in NAMES if LONG or name not in attacks.SLOW]
HARMLESS = {"koma", "baris kosong di akhir", "baris penuh", "banyak baris", "teks bersama"}
"""Blank lines, blank cells and texts that no cell uses: as much of nothing as is read."""

EXPECTED = {
    "nul": "nul-bytes",
    "kutip terbuka": "table-too-large",
    "koma di judul": "header-unknown",
    "sel 50 MB": "cell-too-long",
    "angka 50 MB": "cell-too-long",
    "hampir semua kosong": "table-too-large",
    "sel buku kerja 50 MB": "cell-too-long",
    "bom 1 GB": "workbook-too-large",
    "bom bohong": "workbook-unreadable",
    "entitas": "workbook-unreadable",
    "pengodean lain": "workbook-unreadable",
    "besar": "file-too-large",
    "sel kosong": "workbook-too-large",
    "sel sebaris": "workbook-too-large",
    "satu teks": "workbook-too-large",
    "tanpa lembar": "workbook-unreadable",
    "terpotong": "workbook-unreadable",
    "kata sandi": "workbook-encrypted",
    "banyak bagian": "workbook-too-large",
    "kolom ZZZ": "workbook-too-large",
    "baris jauh": "workbook-too-large",
}


@pytest.fixture(scope="module")
def results(shared_folder: Path) -> dict[str, dict[str, object]]:
    """What one process found of all of them, each told before the next is read."""
    told = shared_folder / "attacks.json"
    with locked(told.with_suffix(".lock")):
        if not told.exists():
            told.write_text(json.dumps(_results(shared_folder / "attacks")))
    results: dict[str, dict[str, object]] = json.loads(told.read_text())
    return results


def _results(folder_path: Path) -> dict[str, dict[str, object]]:
    folder = Folder.make(folder_path)
    tests = Path(__file__).parents[1]
    run = subprocess.run(
        [sys.executable, attacks.__file__, str(folder.path), *TRIED],
        env={**os.environ, "PYTHONPATH": f"{tests}:{tests.parent}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(found) == len(TRIED)
    return {result["name"]: result for result in found}


@pytest.mark.parametrize("name", TRIED)
def test_a_hostile_file_is_refused_in_bounded_time_and_memory(
    results: dict[str, dict[str, object]], name: str
) -> None:
    result = results[name]
    assert float(str(result["seconds"])) < SECONDS
    assert float(str(result["megabytes"])) < MEGABYTES
    assert bool(result["codes"]) is (name not in HARMLESS)
    if name in EXPECTED:
        assert result["codes"] == [EXPECTED[name]]


def test_every_expectation_is_of_an_attack() -> None:
    assert set(NAMES) >= EXPECTED.keys() | HARMLESS | attacks.SLOW
    assert len(NAMES) == len(set(NAMES))
