"""The page of problems: one file that opens by itself, from templates/masalah/."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suluh.contract import PACKAGE_FILE, Contract, read_contract
from suluh.descriptor import ContractError
from suluh.intake.explanations import Explanation, explanation
from suluh.intake.folder import tables_in
from suluh.intake.groups import Group, groups
from suluh.intake.problems import Problem
from suluh.intake.report_words import whole
from suluh.problem_report.excerpt import CELLS_OF_A_GROUP, Excerpt, excerpt
from suluh.problem_report.templates import environment
from suluh.problem_report.words import WORDS


@dataclass(frozen=True)
class FileProblems:
    """All about one file: its mistakes, and the lines they are in where these can be shown.

    Of a workbook, all about one sheet; `sheet` is "" for a CSV file or the workbook as a whole.
    """

    file: str
    sheet: str
    title: str
    groups: Sequence[Group]
    excerpt: Excerpt | None

    def count(self, level: str) -> int:
        return sum(group.size for group in self.groups if group.first.level == level)


def report_page(data: Path, problems: Sequence[Problem], lang: str, templates: Path) -> str:
    """The page as HTML: all data escaped, nothing asked of a network, no script but its own."""
    files = list(_files(data, problems, lang))
    folder = templates / "masalah"
    style, script = (
        (folder / name).read_text(encoding="utf-8") for name in ("laporan.css", "laporan.js")
    )
    return environment(templates).get_template("masalah/laporan.html").render(
        lang=lang,
        words=WORDS[lang],
        files=files,
        errors=sum(p.level == "error" for p in problems),
        warnings=sum(p.level == "warning" for p in problems),
        explained=_explained(problems, lang),
        most=CELLS_OF_A_GROUP,
        whole=lambda number: whole(number, lang),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )  # fmt: skip


def _files(data: Path, problems: Sequence[Problem], lang: str) -> Iterator[FileProblems]:
    """Each file or sheet with problems, as they are in order."""
    contract = _contract(data)
    by_file: dict[str, dict[str, list[Group]]] = {}
    for group in groups(problems):
        by_sheet = by_file.setdefault(group.first.file, {})
        by_sheet.setdefault(group.first.sheet, []).append(group)
    for file, by_sheet in by_file.items():
        tables = tables_in(data / file, contract) if contract else {}
        for sheet, found in by_sheet.items():
            table, source = tables.get(sheet, (None, None))
            title = table.titles[lang] if table else ""
            shown = excerpt(source, table, found) if table and source else None
            yield FileProblems(file, sheet, title, found, shown)


def _contract(data: Path) -> Contract | None:
    try:
        return read_contract(data / PACKAGE_FILE)
    except ContractError:
        return None


def _explained(problems: Sequence[Problem], lang: str) -> dict[str, Explanation]:
    """What is told of each code that occurs, by its title."""
    codes = dict.fromkeys(p.code for p in problems)
    return {code: explanation(code, lang) for code in codes}


def _hash(source: str) -> str:
    """A source as a Content-Security-Policy names it."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
