"""The cache: small text files, written whole or not at all, checked when read."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

KEEP_SECONDS = 30 * 24 * 3600
"""What was not used this long before the newest use is dropped."""


def digest(*parts: str) -> str:
    """One name for these contents."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def read(path: Path) -> str | None:
    """The text kept under a path; None where there is none, or where it was damaged."""
    try:
        seal, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if seal != digest(text):
        return None
    os.utime(path)
    return text


def write(path: Path, text: str) -> None:
    """Keep a text under a path; whoever reads meanwhile sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix="draft-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{digest(text)}\n{text}")
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def prune(folder: Path) -> None:
    """Drop what was last used long before the newest use; no clock is asked."""
    used = {path: path.stat().st_mtime for path in folder.rglob("*") if path.is_file()}
    newest = max(used.values(), default=0.0)
    for path, when in used.items():
        if when < newest - KEEP_SECONDS:
            path.unlink(missing_ok=True)
