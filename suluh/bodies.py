"""Bodies: what was printed and waits to be bound.

What is printed is kept in a file of the archive (archive.py), and waits there, by a second name
of that file. What is not kept waits in one file of each process that prints: for the file system
a file of its own for each body is more work than all of the text in it, as an inode alone takes
as long to find as a hundred thousand characters to write.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Extent:
    """Where a body lies: `length` bytes of a file, from `start`."""

    file: Path
    start: int
    length: int

    def read(self) -> bytes:
        """The body that lies there, as UTF-8."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.length)


@dataclass(frozen=True)
class Bodies:
    """The folder `root` with bodies of a site that is being printed."""

    root: Path

    def keep(self, body: str) -> Extent:
        """Write a body behind the others of this process."""
        content, path = body.encode(), self.root / str(os.getpid())
        with path.open("ab") as file:
            start = file.tell()
            file.write(content)
        return Extent(path, start, len(content))

    def hold(self, kept: Extent) -> Extent:
        """A body that lies in the cache, which may be deleted at any time, also while we build."""
        path = self.root / kept.file.name
        try:
            path.hardlink_to(kept.file)
        except FileExistsError:  # with the body of the page in another language
            pass
        except OSError:  # a file system without links
            return kept
        return replace(kept, file=path)
