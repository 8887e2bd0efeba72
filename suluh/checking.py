"""A check as the officer meets it: what is mended, what is told, and the report to open."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from suluh.intake import Problem, problems_as
from suluh.intake.mending import left_alone, mendings, review, write_mended
from suluh.intake.report_words import whole
from suluh.intake.text_report import text_report
from suluh.usage import writing

_COLOURS = {"error": "red", "warning": "yellow", "place": "cyan", "fix": "green"}
_BOLD = {"error", "warning"}
_DIFF_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def tell(form: str, problems: Sequence[Problem], lang: str, folder: str) -> None:
    """Print the problems: in colour for a person at a terminal."""
    if form == "text" and _in_colour():
        text = text_report(problems, lang, _painted)
    else:
        text = problems_as(form, problems, lang, folder)
    if text:
        click.echo(text)
    if form == "text" and not problems:
        click.echo("No problems found." if lang == "en" else "Tidak ada masalah pada data.")


def mend_folder(data: Path, lang: str, *, write: bool, aside: bool) -> None:
    """Show what can be mended without changing a value, and mend it; `aside`: on stderr."""
    summary = []
    for mending in mendings(data):
        shown = review(mending, lang)
        for line in shown.diff:
            click.echo(_diff_line(line), err=aside)
        summary.append(shown.words)
        if write:
            with writing(data / mending.file):
                write_mended(data, mending)
    left = [_left(file, lang) for file in left_alone(data)]
    for words in [*summary, *left, _outcome(len(summary), lang, write)]:
        click.echo(words, err=aside)


def write_report(
    report: Path, data: Path, problems: Sequence[Problem], lang: str, templates: Path
) -> None:
    """Write the officer's own page of problems."""
    from suluh.problem_report import report_page  # noqa: PLC0415 Jinja, only for a report

    page = report_page(data, problems, lang, templates)
    with writing(report):
        report.write_text(page, encoding="utf-8")
    words = "Report written to" if lang == "en" else "Laporan ditulis ke"
    click.echo(f"{words} {report}", err=True)


def _left(file: str, lang: str) -> str:
    if lang == "en":
        return f"{file}: left alone; workbooks and large files are mended in Excel."
    return f"{file}: tidak disentuh; buku kerja dan berkas besar dibetulkan di Excel."


def _outcome(files: int, lang: str, written: bool) -> str:
    count = whole(files, lang)
    if lang == "en":
        if not files:
            return "Nothing can be mended automatically.\n"
        if written:
            return f"{count} file(s) mended; no value changed. The rest is told below.\n"
        return f"{count} file(s) can be mended without changing a value; nothing was written.\n"
    if not files:
        return "Tidak ada yang dapat dibetulkan otomatis.\n"
    if written:
        return f"{count} berkas dibetulkan; tidak ada nilai yang berubah. Sisanya di bawah ini.\n"
    return f"{count} berkas dapat dibetulkan tanpa mengubah nilai; tidak ada yang ditulis.\n"


def _in_colour() -> bool:
    """Whether a person looks on who wants colours (https://no-color.org)."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _painted(text: str, role: str) -> str:
    return click.style(text, _COLOURS.get(role), bold=role in _BOLD, dim=role == "muted")


def _diff_line(line: str) -> str:
    if not _in_colour():
        return line
    return click.style(line, _DIFF_COLOURS.get(line[:1]))
