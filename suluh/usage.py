"""What a user is told when the command cannot go on, in words and without a traceback."""

from __future__ import annotations

import errno
import re
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


_NO_COMMAND = re.compile(r"No such command '(.+?)'")
_EXTRA = re.compile(r"extra arguments? \((.+?)\)")


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
    english = lang == "en"
    help_ = "Help" if english else "Bantuan"
    return f"{_wrong_call(error)[english]}\n{help_}: python build.py --help"


def _wrong_call(error: click.UsageError) -> tuple[str, str]:
    """What click found, in Indonesian and in English: its own words are for programmers."""
    match error:
        case click.NoSuchOption():
            near = error.possibilities[0] if error.possibilities else ""
            return (
                f"Pilihan {error.option_name} tidak dikenal.{near and f' Maksud Anda {near}?'}",
                f"There is no option {error.option_name}.{near and f' Did you mean {near}?'}",
            )
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
            return f"{name} wajib ditulis.", f"{name} has to be given."
        case click.BadParameter(param=click.Parameter() as param):
            indonesian, english = _expected(param.type)
            return (
                f"Nilai untuk {param.opts[0]} tidak dapat dipakai: {indonesian}.",
                f"The value of {param.opts[0]} cannot be used: {english}.",
            )
        case click.BadOptionUsage():
            return (
                f"Pilihan {error.option_name} membutuhkan nilai.",
                f"Option {error.option_name} needs a value.",
            )
    return _unknown_words(error)


def _expected(kind: object) -> tuple[str, str]:
    match kind:
        case click.DateTime():
            return "tulis tanggal seperti 2026-09-30", "write a date like 2026-09-30"
        case click.Choice():
            known = ", ".join(map(str, kind.choices))
            return f"pilih salah satu dari {known}", f"choose one of {known}"
        case click.IntRange():
            end, to = (
                (" atau lebih", " or more")
                if kind.max is None
                else (f" sampai {kind.max}", f" to {kind.max}")
            )
            return (
                f"tulis bilangan bulat, {kind.min}{end}",
                f"write a whole number, {kind.min}{to}",
            )
        case click.Path():
            if kind.file_okay:
                return "itu sebuah folder, bukan berkas", "it is a folder, not a file"
            return "itu sebuah berkas, bukan folder", "it is a file, not a folder"
    return "bentuknya lain daripada yang diminta", "it has another form than is asked for"


def _unknown_words(error: click.UsageError) -> tuple[str, str]:
    """A command that does not exist, or words that no command asks for."""
    known = ", ".join(getattr(error.ctx and error.ctx.command, "commands", ()))
    command = _NO_COMMAND.search(error.message)
    if command:
        return (
            f"Perintah tidak dikenal: {command[1]}. Yang ada: {known}.",
            f"There is no command {command[1]}. There are: {known}.",
        )
    words = _EXTRA.search(error.message)
    said = f": {words[1]}" if words else ""
    return f"Ada kata yang berlebih{said}.", f"There are words too many{said}."
