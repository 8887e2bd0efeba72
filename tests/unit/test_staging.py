"""A stage has the folders of the site before, and the site that comes has none that is empty."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from suluh.staging import own_folder, stage_for


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A site with two departments, one with a folder of charts."""
    for name in ("opd/dinas/grafik/a.svg", "opd/dinas/index.html", "opd/badan/index.html"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("lama")
    return tmp_path / "site"


def files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def folders(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_dir())
    return {path.relative_to(folder).as_posix() for path in found}


def test_a_department_that_is_gone_leaves_no_folder(out: Path) -> None:
    with stage_for(out) as stage:
        assert folders(stage.site.root) == {"opd", "opd/dinas", "opd/dinas/grafik", "opd/badan"}
        stage.site.lay("opd/badan/index.html", "baru")
        stage.site.lay("opd/lain/index.html", "baru")
    assert files(out) == {"opd/badan/index.html": "baru", "opd/lain/index.html": "baru"}
    assert folders(out) == {"opd", "opd/badan", "opd/lain"}
    assert list(out.parent.iterdir()) == [out]


def test_a_first_site_is_laid_into_nothing(tmp_path: Path) -> None:
    with stage_for(tmp_path / "kota" / "site") as stage:
        stage.site.lay("index.html", "baru")
    assert files(tmp_path) == {"kota/site/index.html": "baru"}


def test_what_is_a_folder_by_mistake_can_be_a_file_again(out: Path) -> None:
    (out / "umpan.xml").mkdir()
    with stage_for(out) as stage:
        stage.site.lay("umpan.xml", "baru")
    assert files(out) == {"umpan.xml": "baru"}


def test_a_stop_between_the_old_site_and_the_new_one_brings_the_old_one_back(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = files(out), Path.rename

    def stopped(path: Path, target: Path) -> Path:
        if path.name == "site" and path != out:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt), stage_for(out):
        pass
    assert files(out) == before
    assert list(out.parent.iterdir()) == [out]


def test_the_stage_of_a_killed_build_of_the_same_number_is_cleared(out: Path) -> None:
    """In a container every build may have it."""
    before = files(out)
    stage = own_folder(out)
    stage.mkdir()
    (stage / "bodies").mkdir()
    out.rename(stage / "lama")
    with pytest.raises(FileNotFoundError), stage_for(out) as made:
        shutil.rmtree(made.site.root)
    assert files(out) == before
    assert list(out.parent.iterdir()) == [out]


def test_a_failure_leaves_the_site_as_it_was_and_no_trace(out: Path) -> None:
    before = files(out)
    with pytest.raises(FileNotFoundError), stage_for(out) as stage:
        shutil.rmtree(stage.site.root)
    assert files(out) == before
    assert list(out.parent.iterdir()) == [out]
