"""Is the site already what a build would make? Told from contents, without heavy imports.

A build leaves a stamp: a digest of everything it read, and the list of the files it made.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from suluh.folder import files_below
from suluh.job import Job

_PROGRAM = {"suluh": (".py", ".toml", ".json", ".po", ".mo"), "templates": ("",), "content": ("",)}
"""Folders, and how names of the files in them end."""

_PROGRAM_FILES = ("build.py", "mkdocs.yml", "requirements/site.txt")


@dataclass(frozen=True)
class Freshness:
    """What the site was, or is to be, built from."""

    stamp: Path
    out: Path
    inputs: str

    @classmethod
    def of(cls, job: Job) -> Freshness:
        """Read everything that the job's build would read."""
        program = [str(job.root / name) for name in _PROGRAM_FILES]
        for folder, ends in _PROGRAM.items():
            every = files_below(str(job.root / folder))
            program += [name for name, _ in every if name.endswith(ends)]
        records = [str(path) for path in job.data.iterdir()]
        inputs = _inputs_digest([*program, *records], str(job.as_of))
        name = hashlib.blake2b(bytes(job.out.resolve()), digest_size=8).hexdigest()
        return cls(job.cache / "stamps" / f"{name}.json", job.out, inputs)

    def is_fresh(self) -> bool:
        """Whether `out` still is the very site that was built from the same inputs."""
        try:
            known = json.loads(self.stamp.read_bytes())
        except (FileNotFoundError, ValueError):
            return False
        if not isinstance(known, dict) or known.get("inputs") != self.inputs:
            return False
        return bool(known.get("site") == _listing(self.out))

    def remember(self) -> None:
        """Note that `out` has just been built from these inputs."""
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        half = self.stamp.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps({"inputs": self.inputs, "site": _listing(self.out)}))
        half.replace(self.stamp)


def _inputs_digest(files: Iterable[str], as_of: str) -> str:
    digest = hashlib.sha256(f"{platform.python_version()}\0{as_of}".encode())
    for name in sorted(name for name in files if os.path.isfile(name)):  # noqa: PTH113 see folder
        with open(name, "rb") as file:  # noqa: PTH123
            content = hashlib.sha256(file.read()).hexdigest()
        digest.update(f"\0{name}\0{content}".encode())
    return digest.hexdigest()


def _listing(out: Path) -> str:
    """A digest of every file's name, size and time: enough to notice a change by hand."""
    digest = hashlib.sha256()
    for name, status in files_below(str(out)):
        digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
