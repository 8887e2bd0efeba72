"""Shells are kept for the same pages alone: a text may link to any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from suluh.edition import PrintedPage
from suluh.site import mkdocs_run
from suluh.site.mould import mould_of
from suluh.site.shell import Shell

TEXT = PrintedPage("tentang/", "Tentang", "Teks", markdown="[Dinas](../opd/dinas/index.md)")
DINAS, BADAN = (PrintedPage(f"opd/{k}/", k, k, feed=k) for k in ("dinas", "badan"))


def files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *given: tuple[PrintedPage, ...]
) -> list[list[str]]:
    """What mkdocs is told of other pages, each time that it runs for the pages given."""
    told: list[list[str]] = []

    def run(_config: object, _folder: object, _sources: object, others: list[str],
            *_: object) -> Mapping[str, bytes]:  # fmt: skip
        told.append(others)
        return {"index.html": b""}

    monkeypatch.setattr(mkdocs_run, "run_mkdocs", run)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: Suluh\n")
    shell = Shell(settings, tmp_path / "shell", {}, epoch=0)
    for pages in given:
        paths = {page.path for page in pages}
        moulds = {mould_of(page, paths) for page in pages if page.markdown is None}
        made = shell.files(pages, paths, moulds, tmp_path / "kept.zip")
        assert made == {"index.html": b""}
    return told


@pytest.mark.parametrize("damage", [lambda _: b"", lambda c: c[:-20], lambda c: c[65:]])
def test_damaged_shells_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    assert len(files(monkeypatch, tmp_path, (TEXT,), (TEXT,))) == 1
    kept = tmp_path / "kept.zip"
    kept.write_bytes(damage(kept.read_bytes()))
    assert len(files(monkeypatch, tmp_path, (TEXT,), (TEXT,))) == 1


@pytest.mark.parametrize(
    ("later", "runs"), [((TEXT, DINAS, BADAN), 1), ((TEXT, BADAN), 2), ((TEXT, DINAS), 2)]
)
def test_a_page_that_is_gone_has_mkdocs_look_at_all_links_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: tuple[PrintedPage, ...], runs: int
) -> None:
    told = files(monkeypatch, tmp_path, (TEXT, DINAS, BADAN), later)
    assert len(told) == runs
    assert told[-1] == sorted(f"{page.path}index.md" for page in later)
