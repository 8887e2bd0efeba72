"""Bodies of many pages, printed by several processes, each come back whole."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from suluh.bodies import Bodies, Extent


@pytest.mark.parametrize("body", ["", "<p>satu</p>", "½ – \ue010\n", "x" * 100_000])
def test_a_body_comes_back_from_between_others(tmp_path: Path, body: str) -> None:
    bodies = Bodies(tmp_path)
    extents = [bodies.keep(text) for text in ("<p>é</p>", body, "<p>akhir</p>")]
    assert [extent.read().decode() for extent in extents] == [
        "<p>é</p>",
        body,
        "<p>akhir</p>",
    ]


def test_processes_do_not_write_into_one_another(tmp_path: Path) -> None:
    bodies = Bodies(tmp_path)
    texts = [f"{number} " * 2_000 for number in range(40)]
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        extents = list(pool.map(bodies.keep, texts))
    assert [extent.read().decode() for extent in extents] == texts


def test_what_is_kept_outlasts_the_cache(tmp_path: Path) -> None:
    """It may be deleted at any time."""
    (tmp_path / "cache").write_bytes(b"seal\nsatuone")
    (tmp_path / "stage").mkdir()
    bodies = Bodies(tmp_path / "stage")
    held = [
        bodies.hold(Extent(tmp_path / "cache", start, length))
        for start, length in ((5, 4), (9, 3))
    ]
    (tmp_path / "cache").unlink()
    assert [extent.read() for extent in held] == [b"satu", b"one"]


def test_without_links_it_is_read_where_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"satu")
    kept = Extent(tmp_path / "cache", 0, 4)
    assert Bodies(tmp_path / "no such folder").hold(kept) == kept
