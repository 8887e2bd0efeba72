"""The files of a folder: what takes a `Path` for each of thousands as long as reading them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress


def files_below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder, by name, with what the system knows of it.

    What cannot be read, or vanishes meanwhile, is left out.
    """
    entries: list[os.DirEntry[str]] = []
    with suppress(OSError):
        entries += os.scandir(folder)
    for entry in sorted(entries, key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path)
        else:
            with suppress(OSError):
                yield entry.path, entry.stat()
