"""Is the site already what a build would make? Told from contents, without heavy imports.

A build leaves a stamp: a digest of everything it read, and the list of the files it made.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from suluh.folder import files_below
from suluh.job import Job

_PROGRAM = {"suluh": (".py", ".toml", ".json", ".po", ".mo"), "templates": ("",), "content": ("",)}
"""Folders, and how names of the files in them end."""

_PROGRAM_FILES = ("build.py", "mkdocs.yml", "requirements/site.txt")

_File: TypeAlias = tuple[str, os.stat_result]


@dataclass(frozen=True)
class Freshness:
    """What a job's site was, or is to be, built from; `saved` names when each file of it was."""

    job: Job
    inputs: str
    saved: str

    @classmethod
    def of(cls, job: Job) -> Freshness:
        """Read everything that the job's build would read."""
        files = list(_inputs(job))
        return cls(job, _contents((name for name, _ in files), str(job.as_of)), _saved(files))

    def is_fresh(self) -> bool:
        """Whether `out` still is the very site that was built from the same inputs."""
        try:
            known = json.loads(self.stamp.read_bytes())
        except (FileNotFoundError, ValueError):
            return False
        if not isinstance(known, dict) or known.get("inputs") != self.inputs:
            return False
        return bool(known.get("site") == _listing(self.job.out))

    def holds(self) -> bool:
        """Whether nothing that was read has been saved since: told without reading it again."""
        return _saved(_inputs(self.job)) == self.saved

    def remember(self) -> None:
        """Note that `out` has just been built from these inputs."""
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        half = self.stamp.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps({"inputs": self.inputs, "site": _listing(self.job.out)}))
        half.replace(self.stamp)

    @property
    def stamp(self) -> Path:
        """Where it is noted."""
        name = hashlib.blake2b(bytes(self.job.out.resolve()), digest_size=8).hexdigest()
        return self.job.cache / "stamps" / f"{name}.json"


def _inputs(job: Job) -> Iterator[_File]:
    """Every file that the job's build would read, always in the same order."""
    return ((name, status) for name, status in _named(job) if stat.S_ISREG(status.st_mode))


def _named(job: Job) -> Iterator[_File]:
    """Whatever has the name of such a file: a link to a folder, too."""
    for folder, ends in _PROGRAM.items():
        every = files_below(str(job.root / folder))
        yield from (file for file in every if file[0].endswith(ends))
    records = sorted(str(path) for path in job.data.iterdir())
    for name in (*(str(job.root / name) for name in _PROGRAM_FILES), *records):
        with suppress(OSError):
            yield name, os.stat(name)  # noqa: PTH116 see folder


def _contents(files: Iterable[str], as_of: str) -> str:
    """A digest of what stands in these files."""
    digest = hashlib.sha256(f"{platform.python_version()}\0{as_of}".encode())
    for name in files:
        with suppress(FileNotFoundError):  # an editor's own, gone since: `holds` will tell
            digest.update(os.fsencode(f"\0{name}\0{_content(name)}"))
    return digest.hexdigest()


def _content(name: str) -> str:
    with open(name, "rb") as file:  # noqa: PTH123 see folder
        return hashlib.sha256(file.read()).hexdigest()


def _saved(files: Iterable[_File]) -> str:
    """A digest of when these files were changed last: a time that nobody can set."""
    return _digest((name, s.st_size, s.st_ctime_ns) for name, s in files)


def _listing(out: Path) -> str:
    """A digest of every file's name, size and time: enough to notice a change by hand."""
    return _digest((name, s.st_size, s.st_mtime_ns) for name, s in files_below(str(out)))


def _digest(lines: Iterable[tuple[object, ...]]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(os.fsencode("\0".join(map(str, line)) + "\n"))
    return digest.hexdigest()
