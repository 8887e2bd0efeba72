"""The data folder as it was in a revision of the repository it lies in."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RevisionError(ValueError):
    """There is no such folder or revision: why, in Indonesian and in English."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.indonesian, self.english = indonesian, english


_NO_REPOSITORY = ("folder data tidak berada dalam repositori git",
                  "the data folder is in no git repository")  # fmt: skip
_NO_REVISION = ("git tidak mengenal revisi itu, atau folder data belum ada di dalamnya",
                "git knows no such revision, or it has no such data folder")  # fmt: skip


@contextmanager
def data_of(against: str, data: Path) -> Iterator[Path]:
    """The folder `against`, or `data` as it was in the revision `against`, for a while."""
    if Path(against).is_dir():
        yield Path(against)
        return
    with tempfile.TemporaryDirectory(prefix="suluh-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(against, data))) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _archive(revision: str, data: Path) -> bytes:
    """The files of the folder in a revision, as a tar archive."""
    if revision.startswith("-"):
        raise RevisionError(*_NO_REVISION)
    place = data.resolve()
    try:
        top = Path(_git(place, _NO_REPOSITORY, "rev-parse", "--show-toplevel").decode().strip())
        below = place.relative_to(top.resolve())
        tree = f"{revision}:{below.as_posix() if below.parts else ''}"
        return _git(top, _NO_REVISION, "archive", "--format=tar", tree)
    except FileNotFoundError:
        raise RevisionError("git tidak terpasang", "git is not installed") from None


def _git(folder: Path, refused: tuple[str, str], *arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607 git, as found on this machine
    if done.returncode:
        raise RevisionError(*refused)
    return done.stdout
