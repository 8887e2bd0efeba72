"""When a build has nothing to do, and when it must not think so."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from suluh.folder import files_below
from suluh.freshness import Freshness
from suluh.job import Job


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "build.py": "",
        "mkdocs.yml": "",
        "requirements/site.txt": "",
        "suluh/a.py": "",
        "suluh/locale/en/suluh.mo": "",
        "suluh/charts/words.toml": "",
        "suluh/opendata/schema.json": "",
        "templates/theme/assets/a.css": "",
        "site/opd/rsud/index.html": "<p>",
        "templates/a.html": "",
        "content/a.md": "",
        "data/opd.csv": "kode_opd\n",
        "site/index.html": "<p>",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)
    return tmp_path


def freshness(root: Path, as_of: date | None = None) -> Freshness:
    return Freshness.of(Job(root, root / "data", root / "site", as_of))


def test_a_site_just_built_is_fresh(root: Path) -> None:
    assert not freshness(root).is_fresh()
    freshness(root).remember()
    assert freshness(root).is_fresh()


@pytest.mark.parametrize(
    "name",
    ["data/opd.csv", "data/new.csv", "templates/a.html", "content/a.md", "suluh/a.py",
     "suluh/locale/en/suluh.mo", "suluh/charts/words.toml", "suluh/opendata/schema.json",
     "templates/theme/assets/a.css", "site/opd/rsud/index.html",
     "mkdocs.yml", "requirements/site.txt", "site/index.html", "site/extra.html"],
)  # fmt: skip
def test_any_change_of_what_is_read_or_was_written_is_noticed(root: Path, name: str) -> None:
    freshness(root).remember()
    (root / name).write_text("changed")
    assert not freshness(root).is_fresh()


INPUTS = (
    "data/opd.csv", "data/new.csv", "templates/a.html", "content/a.md", "suluh/a.py",
    "suluh/locale/en/suluh.mo", "suluh/charts/words.toml", "suluh/opendata/schema.json",
    "templates/theme/assets/a.css", "mkdocs.yml", "requirements/site.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_what_is_saved_after_it_was_read_is_noticed(root: Path, name: str) -> None:
    """Also where somebody gives it back its size and the time it had."""
    read = freshness(root)
    assert read.holds()
    path = root / name
    text = path.read_text() if path.exists() else ""
    before = path.stat() if path.exists() else (root / "data/opd.csv").stat()
    time.sleep(0.02)  # a file system may count time in hundredths of a second
    path.write_text("x" * len(text))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not read.holds()


@pytest.mark.parametrize("name", ["data/opd.csv", "content/a.md", "mkdocs.yml"])
def test_what_is_gone_after_it_was_read_is_noticed(root: Path, name: str) -> None:
    read = freshness(root)
    (root / name).unlink()
    assert not read.holds()


def test_a_name_in_no_encoding_is_a_file_like_any_other(root: Path) -> None:
    Path(os.fsdecode(bytes(root / "content") + b"/caf\xe9.md")).write_text("")
    freshness(root).remember()
    assert freshness(root).is_fresh()


@pytest.mark.parametrize("folder", ["content", "templates/theme/assets", "data"])
def test_what_is_no_file_is_not_read(root: Path, folder: str) -> None:
    """A link to a folder has none to read, and who reads a pipe waits for ever."""
    (root / folder / "link.html").symlink_to(root / "site")
    os.mkfifo(root / folder / "pipe.html")
    freshness(root).remember()
    assert freshness(root).is_fresh()
    assert freshness(root).holds()


def test_a_file_gone_before_it_was_read_is_noticed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As editors make and remove while they save."""

    def unsaved(folder: str) -> Iterator[tuple[str, os.stat_result]]:
        for name, status in files_below(folder):
            yield name, status
            yield f"{name}~.html", status

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("suluh.freshness.files_below", unsaved)
        read = freshness(root)
    assert not read.holds()
    assert read.inputs == freshness(root).inputs


def test_another_date_is_another_site(root: Path) -> None:
    freshness(root).remember()
    assert not freshness(root, date(2026, 1, 1)).is_fresh()


def test_a_removed_page_is_noticed(root: Path) -> None:
    freshness(root).remember()
    (root / "site" / "index.html").unlink()
    assert not freshness(root).is_fresh()


def test_a_damaged_stamp_means_build_again(root: Path) -> None:
    freshness(root).remember()
    freshness(root).stamp.write_text("{")
    assert not freshness(root).is_fresh()
