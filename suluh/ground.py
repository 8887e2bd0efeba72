"""`Ground`: a folder that becomes a site, and the only way a file comes to lie in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ground:
    """The folder `root`; `before` is the site whose place it takes, if there is one."""

    root: Path
    before: Path | None = None

    def lay(self, name: str, content: str | bytes) -> None:
        """Write a file by its path below the root; FileExistsError if one lies there already.

        What the site before has to the letter is linked instead of written: most of a site stays
        as it was, and a file takes longer to write, and later to delete, than to compare. It
        keeps its time of change, too, which tells browsers that they still have it.
        """
        whole = content.encode() if isinstance(content, str) else content
        try:
            self._put(name, whole)
        except FileNotFoundError:  # to ask before each file takes longer than to write it
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            self._put(name, whole)

    def _put(self, name: str, content: bytes) -> None:
        if not self._link_to_before(name, content):
            with open(f"{self.root}/{name}", "xb") as file:  # noqa: PTH123 see below
                file.write(content)

    def _link_to_before(self, name: str, content: bytes) -> bool:
        """Whether the site before has the very same, and could be linked to."""
        if self.before is None:
            return False
        old = f"{self.before}/{name}"  # thousands of files: a `Path` of each takes too long
        try:
            with open(old, "rb") as file:  # noqa: PTH123
                if file.read() != content:
                    return False
            os.link(old, f"{self.root}/{name}")
        except FileExistsError:
            raise
        except OSError:  # no such file, or a file system without links
            return False
        return True
