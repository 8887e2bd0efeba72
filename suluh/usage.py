"""What a user is told when the command cannot go on, in words and without a traceback."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

_REASONS = {
    errno.ENOENT: ("foldernya tidak ada", "its folder does not exist"),
    errno.ENOTDIR: ("letaknya bukan di dalam folder", "its place is not in a folder"),
    errno.EEXIST: ("letaknya bukan di dalam folder", "its place is not in a folder"),
    errno.EISDIR: ("itu sebuah folder", "it is a folder"),
    errno.EACCES: ("tidak ada izin menulis di sana", "there is no permission to write there"),
    errno.EPERM: ("tidak ada izin menulis di sana", "there is no permission to write there"),
    errno.EROFS: ("tempat itu hanya dapat dibaca", "that place can only be read"),
    errno.ENOSPC: ("penyimpanan penuh", "the disk is full"),
}
"""Why a file cannot be written, in words; the system's own words for what is rare."""


@dataclass
class UserError(Exception):
    """A mistake that its reader can mend: Indonesian and English text, and the exit code."""

    indonesian: str
    english: str
    exit_code: int

    @classmethod
    def of_data(cls, report: str) -> UserError:
        """Exit 1: the data have problems; the report is in the reader's language already."""
        return cls(
            f"{report}\nSitus tidak diubah: perbaiki dahulu masalah di atas.",
            f"{report}\nThe site was not changed: mend the problems above first.",
            1,
        )

    @classmethod
    def of_usage(cls, indonesian: str, english: str) -> UserError:
        """Exit 2: the command was used wrongly."""
        return cls(indonesian, english, 2)

    @classmethod
    def of_build(cls, indonesian: str, english: str) -> UserError:
        """Exit 3: the build itself failed."""
        return cls(indonesian, english, 3)

    def text(self, lang: str) -> str:
        return self.english if lang == "en" else self.indonesian


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Write a file or folder that the user named: what the disk refuses is told in words."""
    try:
        yield
    except OSError as error:
        other = error.strerror or str(error)
        indonesian, english = _REASONS.get(error.errno or 0, (other, other))
        raise UserError.of_usage(
            f"{place} tidak dapat ditulis: {indonesian}.",
            f"{place} cannot be written: {english}.",
        ) from None


def in_words(error: click.UsageError, lang: str) -> str:
    """Say a wrong call in the reader's language, with the way to the help."""
    if lang == "en":
        return f"{error.format_message()}\nHelp: python build.py --help"
    return f"{_indonesian(error)}\nBantuan: python build.py --help"


def _indonesian(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        nearest = f" Maksud Anda {error.possibilities[0]}?" if error.possibilities else ""
        return f"Pilihan {error.option_name} tidak dikenal.{nearest}"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        missing = error.param.opts[0] if error.param.param_type_name == "option" else "INDIKATOR"
        return f"{missing} wajib ditulis."
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"Nilai untuk {error.param.opts[0]} tidak dapat dipakai: {error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"Pilihan {error.option_name} membutuhkan nilai."
    return f"Perintah tidak dikenal: {error.format_message()}"
