"""What a user is told when the command cannot go on, in words and without a traceback."""

from __future__ import annotations

from dataclasses import dataclass

import click


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
