"""What the cache gives back is what was kept, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from suluh import store


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
