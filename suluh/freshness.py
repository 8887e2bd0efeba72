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

from suluh.job import Job

_PROGRAM = (
    "suluh/**/*.py",
    "suluh/**/*.toml",
    "suluh/**/*.json",
    "templates/**/*",
    "content/**/*",
)
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
        program = [file for pattern in _PROGRAM for file in job.root.glob(pattern)]
        program += [job.root / name for name in _PROGRAM_FILES]
        records = [path for path in job.data.iterdir() if path.is_file()]
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


def _inputs_digest(files: Iterable[Path], as_of: str) -> str:
    digest = hashlib.blake2b(f"{platform.python_version()}\0{as_of}".encode(), digest_size=16)
    for path in sorted(path for path in files if path.is_file()):
        content = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        digest.update(f"\0{path}\0{content}".encode())
    return digest.hexdigest()


def _listing(out: Path) -> str:
    """A digest of every file's name, size and time: enough to notice a change by hand."""
    digest = hashlib.blake2b(digest_size=16)
    for folder, folders, names in os.walk(out):
        folders.sort()
        for name in sorted(names):
            status = Path(folder, name).stat()
            digest.update(f"{folder}/{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
