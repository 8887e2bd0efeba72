"""What the cache gives back is what was kept, or nothing; and what it keeps."""

from __future__ import annotations

import os
import stat
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


@pytest.mark.parametrize("work", ["suluh.store.digest", "os.replace"])
def test_a_write_that_is_stopped_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    store.write(tmp_path / "kept", "lama")
    monkeypatch.setattr(work, stop)
    with pytest.raises(KeyboardInterrupt):
        store.write(tmp_path / "kept", "baru")
    monkeypatch.undo()
    assert store.read(tmp_path / "kept") == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_whoever_reads_meanwhile_reads_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def look(content: bytes) -> str:
        monkeypatch.undo()
        seen.append(store.read(tmp_path / "kept"))
        return store.digest(content)

    store.write(tmp_path / "kept", "lama")
    monkeypatch.setattr(store, "digest", look)
    store.write(tmp_path / "kept", "baru")
    assert seen == ["lama"]
    assert store.read(tmp_path / "kept") == "baru"


def test_processes_of_one_number_do_not_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of two containers that share a cache have."""

    def another(content: bytes) -> str:
        monkeypatch.undo()
        store.write(tmp_path / "kept", "lain")
        return store.digest(content)

    monkeypatch.setattr(store, "digest", another)
    store.write(tmp_path / "kept", "ini")
    assert store.read(tmp_path / "kept") == "ini"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_only_its_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    """Records are."""
    store.write(tmp_path / "kept", "isi")
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o600


def test_a_digest_tells_where_one_part_ends() -> None:
    assert store.digest("ab", "c") != store.digest("a", "bc")
    assert store.digest("ab", "c") == store.digest(b"ab", b"c")


# --- what is dropped


def test_what_is_gone_before_it_is_looked_at_is_passed_over(tmp_path: Path) -> None:
    """As a draft of another process, which is kept under its name meanwhile."""
    used(tmp_path, "old", 31 * DAY)
    used(tmp_path, "new", 0)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    store.prune(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"new", "gone"}


def test_how_something_kept_begins_is_told_without_its_seal(tmp_path: Path) -> None:
    store.write_bytes(tmp_path / "a", b"key and more")
    assert store.begins(tmp_path / "a", b"key")
    assert not store.begins(tmp_path / "a", b"key and more, much")
    assert not store.begins(tmp_path / "a", b"ey")
    assert not store.begins(tmp_path / "b", b"")


@pytest.mark.parametrize(
    ("before", "done"), [(None, True), (0, False), (3500, False), (3700, True), (-60, True)]
)
def test_a_folder_is_pruned_once_an_hour(tmp_path: Path, before: int | None, done: bool) -> None:
    """Also where it was pruned in what is now the future: somebody has set the clock."""
    store.tidy(tmp_path)
    pruned = tmp_path / "pruned"
    if before is None:
        pruned.unlink()
    else:
        now = (tmp_path / "used").stat().st_mtime
        os.utime(pruned, (now - before, now - before))
    old = used(tmp_path, "old", 0)
    store.tidy(tmp_path)
    assert old.exists() is not done
    assert pruned.exists()


def test_a_folder_that_is_gone_needs_no_tidying(tmp_path: Path) -> None:
    store.tidy(tmp_path / "deleted while we built")
    assert list(tmp_path.iterdir()) == []


def test_old_files_of_all_folders_go(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    used(tmp_path / "a" / "b", "old", 31 * DAY)
    used(tmp_path / "a", "new", 0)
    store.prune(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["new"]


def used(folder: Path, name: str, ago: int, size: int = 1) -> Path:
    file = folder / name
    file.write_bytes(b"x" * size)
    os.utime(file, (NOW - ago, NOW - ago))
    return file


def left(folder: Path) -> set[str]:
    store.prune(folder)
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


@pytest.mark.parametrize(("ago", "kept"), [(3600, True), (3601, False)])
def test_what_a_build_has_just_used_stays_however_much_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ago: int, kept: bool
) -> None:
    monkeypatch.setattr(store, "KEEP_BYTES", 1)
    used(tmp_path, "new", 0)
    used(tmp_path, "old", ago)
    assert ("old" in left(tmp_path)) is kept


def test_an_empty_cache_is_left_empty(tmp_path: Path) -> None:
    assert left(tmp_path) == set()
