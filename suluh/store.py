"""The cache: files written whole or not at all, and checked when read."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from suluh.folder import files_below

KEEP_SECONDS = 30 * 24 * 3600
"""What was not used this long before the newest use is dropped."""

KEEP_BYTES = 2_000_000_000
RECENT_SECONDS = 3600
"""Where there is more than that, what was not used this long before the newest use is, too."""

SEAL = 65
"""Bytes before the contents of a file: a digest of them, and the end of its line."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def digest(*parts: str | bytes) -> str:
    """One name for these contents."""
    encoded = (part.encode() if isinstance(part, str) else part for part in parts)
    return hashlib.sha256(b"\0".join(encoded)).hexdigest()


def read(path: Path) -> str | None:
    """The text kept under a path; None where there is none, or where it was damaged."""
    content = read_bytes(path)
    return None if content is None else content.decode()


def read_bytes(path: Path) -> bytes | None:
    """The bytes kept under a path; None where there are none, or where they were damaged."""
    try:
        seal, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal != digest(content).encode():
        return None
    with suppress(OSError):  # another build dropped it meanwhile
        os.utime(path)
    return content


def begins(path: Path, beginning: bytes) -> bool:
    """Whether what is kept under a path begins so: told without reading, or trusting, the rest."""
    try:
        with path.open("rb") as file:
            return file.read(SEAL + len(beginning))[SEAL:] == beginning
    except OSError:
        return False


def write(path: Path, text: str) -> None:
    """Keep a text under a path."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Keep bytes under a path; whoever reads meanwhile sees the old ones or the new ones."""
    draft = f"{path}.{os.urandom(6).hex()}"  # processes of two containers have the same numbers
    try:
        with _opened(draft) as file:
            file.write(digest(content).encode() + b"\n")
            file.write(content)
        os.replace(draft, path)  # noqa: PTH105 thousands: a `Path` of each takes too long
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _opened(draft: str) -> BinaryIO:
    """A new file that only its owner may read: records are kept, too."""
    try:
        return os.fdopen(os.open(draft, _NEW, 0o600), "wb")
    except FileNotFoundError:  # to ask before each file takes longer than to write it
        Path(draft).parent.mkdir(parents=True, exist_ok=True)
        return os.fdopen(os.open(draft, _NEW, 0o600), "wb")


def tidy(folder: Path) -> None:
    """Prune a folder that was not within the hour: to look at every file takes a while."""
    now, last = folder / "used", folder / "pruned"
    with suppress(OSError):  # it may be deleted at any time, or be another user's
        now.touch()  # no clock is asked: the file system dates it
        if not 0 <= _changed(now) - _changed(last) < RECENT_SECONDS:
            prune(folder)
            last.touch()


def _changed(file: Path) -> float:
    """When, by the file system's clock; long ago if it is not there."""
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def prune(folder: Path) -> None:
    """Drop what was last used long before the newest use, or is too much; no clock is asked."""
    found = dict(files_below(str(folder)))
    latest_first = sorted(found, key=lambda name: found[name].st_mtime, reverse=True)
    newest = found[latest_first[0]].st_mtime if latest_first else 0.0
    kept = 0
    for name in latest_first:
        unused = newest - found[name].st_mtime
        kept += found[name].st_size
        if unused > KEEP_SECONDS or (kept > KEEP_BYTES and unused > RECENT_SECONDS):
            with suppress(OSError):  # gone meanwhile, or another user's
                os.unlink(name)  # noqa: PTH108 as above
