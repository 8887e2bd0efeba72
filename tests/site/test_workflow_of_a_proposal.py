"""What the workflow for a proposal runs, run on a real proposal: a merge of an edited record."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from data_folder import DataFolder

ROOT = Path(__file__).resolve().parents[2]
SHARED = ("build.py", "mkdocs.yml", "suluh", "templates", "content", "requirements")


def git(repository: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Petugas", "-c", "user.email=petugas@example.org")
    command = ["git", "-C", repository, *who, *arguments]
    subprocess.run(command, check=True, capture_output=True)


def last_score(data: Path, score: str) -> None:
    head, _, last = (data / "skm.csv").read_text(encoding="utf-8").rstrip("\n").rpartition("\n")
    cells = last.split(",")
    cells[4] = score
    (data / "skm.csv").write_text(f"{head}\n{','.join(cells)}\n", encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone with the records of a small city, and a branch on which one of them is edited."""
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in SHARED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, clone / name)
    DataFolder.small(clone / "data")
    (clone / ".venv" / "bin").mkdir(parents=True)
    python = clone / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    git(clone, "init", "--initial-branch=main")
    git(clone, "add", "build.py", "data")
    git(clone, "commit", "--message=Catatan")
    git(clone, "checkout", "-b", "usulan")
    last_score(clone / "data", "4")
    return clone


def run(repository: Path, tmp_path: Path) -> dict[str, int]:
    """The exit code of each shell step of the data job, by name."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text())
    env = {**os.environ, "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan.md")}
    codes = {}
    for step in workflow["jobs"]["data"]["steps"]:
        if "run" not in step or step["run"].startswith("make "):
            continue
        skipped = any(codes.values()) and "cancelled" not in step.get("if", "")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        if not skipped:
            codes[step["name"]] = subprocess.run(
                command, cwd=repository, env=env, check=False, capture_output=True
            ).returncode
    return codes


def propose(repository: Path) -> None:
    git(repository, "commit", "--all", "--message=Usulan")
    git(repository, "checkout", "main")
    git(repository, "merge", "--no-ff", "--message=Gabungan", "usulan")


def test_a_proposal_is_checked_told_in_words_and_shown(repository: Path, tmp_path: Path) -> None:
    propose(repository)
    assert not any(run(repository, tmp_path).values())
    words = (repository / "hasil" / "perubahan.md").read_text(encoding="utf-8")
    assert "triwulan II 2026" in words
    assert (tmp_path / "ringkasan.md").read_text(encoding="utf-8") == words
    assert (repository / "site" / "index.html").is_file()


def test_a_proposal_with_a_mistake_fails_says_so_and_shows_no_site(
    repository: Path, tmp_path: Path
) -> None:
    last_score(repository / "data", "9")
    propose(repository)
    codes = run(repository, tmp_path)
    assert codes == {"Periksa data": 1, "Katakan perubahannya": 1}
    words = (repository / "hasil" / "perubahan.md").read_text(encoding="utf-8")
    assert "belum dapat dibaca" in words
    assert not (repository / "site").exists()
