"""How files come to lie in a site, and what of the site before is linked instead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from suluh.ground import Ground


@pytest.fixture
def before(tmp_path: Path) -> Path:
    Ground(tmp_path / "old").lay("opd/index.html", "lama")
    return tmp_path / "old"


def test_a_text_is_laid_as_utf_8_without_changing_a_byte(tmp_path: Path) -> None:
    Ground(tmp_path).lay("a/b.ics", "é\r\n")
    assert (tmp_path / "a/b.ics").read_bytes() == b"\xc3\xa9\r\n"


def test_what_the_site_before_has_is_the_same_file(tmp_path: Path, before: Path) -> None:
    Ground(tmp_path / "new", before).lay("opd/index.html", b"lama")
    assert (tmp_path / "new/opd/index.html").samefile(before / "opd/index.html")


@pytest.mark.parametrize("content", ["", "lam", "lama ", "baru"])
def test_what_differs_is_written_and_leaves_the_site_before_alone(
    tmp_path: Path, before: Path, content: str
) -> None:
    Ground(tmp_path / "new", before).lay("opd/index.html", content)
    assert (tmp_path / "new/opd/index.html").read_text() == content
    assert (before / "opd/index.html").read_text() == "lama"


@pytest.mark.parametrize("second", ["lama", "baru"])
def test_nothing_is_laid_twice(tmp_path: Path, before: Path, second: str) -> None:
    ground = Ground(tmp_path / "new", before)
    ground.lay("opd/index.html", "lama")
    with pytest.raises(FileExistsError):
        ground.lay("opd/index.html", second)
    assert (before / "opd/index.html").read_text() == "lama"


def test_without_links_all_is_written(
    tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    Ground(tmp_path / "new", before).lay("opd/index.html", "lama")
    assert not (tmp_path / "new/opd/index.html").samefile(before / "opd/index.html")
    assert (tmp_path / "new/opd/index.html").read_text() == "lama"
