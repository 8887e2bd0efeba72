"""What the cache gives back is what was kept, or nothing; and what it keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from suluh import store

DAY = 24 * 3600
NOW = 1_000 * DAY


@pytest.mark.parametrize("text", ["", "satu", "dua\nbaris\n", "a\r\nb\rc", "Rp 1.000 – ½\0"])
def test_a_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    store.write(tmp_path / "a" / "b", text)
    assert store.read(tmp_path / "a" / "b") == text


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x80\xff\0", bytes(range(256))])
def test_bytes_come_back_as_they_were(tmp_path: Path, content: bytes) -> None:
    store.write_bytes(tmp_path / "kept", content)
    assert store.read_bytes(tmp_path / "kept") == content


def test_what_was_never_kept_is_none(tmp_path: Path) -> None:
    assert store.read(tmp_path / "kept") is None
    assert store.read_bytes(tmp_path / "kept") is None


@pytest.mark.parametrize("place", [0, 30, 64, 65, -1])
def test_one_flipped_bit_anywhere_is_damage(tmp_path: Path, place: int) -> None:
    store.write(tmp_path / "kept", "isi yang disimpan")
    content = bytearray((tmp_path / "kept").read_bytes())
    content[place] ^= 1
    (tmp_path / "kept").write_bytes(content)
    assert store.read(tmp_path / "kept") is None


def test_a_write_leaves_no_draft(tmp_path: Path) -> None:
    store.write(tmp_path / "kept", "lama")
    store.write(tmp_path / "kept", "baru")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_digest_tells_where_one_part_ends() -> None:
    assert store.digest("ab", "c") != store.digest("a", "bc")
    assert store.digest("ab", "c") == store.digest(b"ab", b"c")


# --- what is dropped


def test_what_is_gone_before_it_is_looked_at_is_passed_over(tmp_path: Path) -> None:
    """As a draft of another process, which is kept under its name meanwhile."""
    used(tmp_path, "old", 31 * DAY)
    used(tmp_path, "new", 0)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert left(tmp_path) == {"new", "gone"}


def test_old_files_of_all_folders_go(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    used(tmp_path / "a" / "b", "old", 31 * DAY)
    used(tmp_path / "a", "new", 0)
    store.drop(store.unused(tmp_path))
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["new"]


def used(folder: Path, name: str, ago: int, size: int = 1) -> Path:
    file = folder / name
    file.write_bytes(b"x" * size)
    os.utime(file, (NOW - ago, NOW - ago))
    return file


def left(folder: Path) -> set[str]:
    store.drop(store.unused(folder))
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("ago", "kept"), [(30 * DAY, True), (30 * DAY + 1, False)])
def test_what_was_not_used_for_a_month_goes(tmp_path: Path, ago: int, kept: bool) -> None:
    used(tmp_path, "new", 0)
    used(tmp_path, "old", ago)
    assert ("old" in left(tmp_path)) is kept


@pytest.mark.parametrize(("room", "kept"), [(12, {"new", "a", "b"}), (11, {"new", "a"})])
def test_of_too_much_the_longest_unused_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, kept: set[str]
) -> None:
    monkeypatch.setattr(store, "KEEP_BYTES", room)
    used(tmp_path, "new", 0, 4)
    used(tmp_path, "a", 2 * DAY, 4)
    used(tmp_path, "b", 3 * DAY, 4)
    assert left(tmp_path) == kept


def test_what_a_build_uses_stays_however_much_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "KEEP_BYTES", 1)
    for name in ("used", "gone", "idle"):
        store.write(tmp_path / name, "isi")
        os.utime(tmp_path / name, (NOW, NOW))
    unused = store.unused(tmp_path)
    assert store.read(tmp_path / "used") == "isi"
    (tmp_path / "gone").unlink()
    store.drop(unused)
    assert [path.name for path in tmp_path.iterdir()] == ["used"]


def test_an_empty_cache_is_left_empty(tmp_path: Path) -> None:
    assert left(tmp_path) == set()
