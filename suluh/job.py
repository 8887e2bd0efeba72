"""`Job`: one build, as asked for: what to read, where to write, how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """Build `data` into `out`; `root` is the project with its templates and content.

    `as_of` is the date of the data, None for that of the newest record.
    """

    root: Path
    data: Path
    out: Path
    as_of: date | None = None
    jobs: int = 1
    lang: str = "id"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def mkdocs_yml(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time, at the cost of a slower build."""
        return self.root / ".cache"
