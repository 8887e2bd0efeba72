"""`Bodies`: what was printed and waits to be bound, in one file of each process that prints.

For the file system a file of its own for each body is more work than all of the text in it: the
inode alone takes as long to find as a hundred thousand characters to write.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Extent:
    """Where a body lies: in a file of the folder, `length` bytes from `start`."""

    file: str
    start: int
    length: int


@dataclass(frozen=True)
class Bodies:
    """The folder `root` with the bodies of a site that is being printed."""

    root: Path

    def keep(self, body: str) -> Extent:
        """Write a body behind the others of this process."""
        content = body.encode()
        name = str(os.getpid())
        with (self.root / name).open("ab") as file:
            start = file.tell()
            file.write(content)
        return Extent(name, start, len(content))

    def read(self, extent: Extent) -> bytes:
        """The body that lies there, as UTF-8."""
        with (self.root / extent.file).open("rb") as file:
            file.seek(extent.start)
            return file.read(extent.length)
