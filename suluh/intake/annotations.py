"""Problems beside the lines they are about: GitHub's workflow commands, GitLab's code quality.

A mistake made often is annotated at its first cells only, and the first says how often: GitHub
shows ten annotations of a step, so first cells come before second ones.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from suluh.intake.explanations import explanation
from suluh.intake.groups import Group, groups
from suluh.intake.problems import Problem
from suluh.intake.report_words import say, whole
from suluh.intake.text_report import first_places

CELLS_ANNOTATED = 3
"""Cells of one mistake that get an annotation."""


def github_annotations(problems: Sequence[Problem], lang: str, folder: str) -> str:
    """Workflow commands; GitHub shows each beside the line it is about."""
    found = groups(problems)
    ranked = [
        _annotation(group, rank, lang, folder)
        for rank in range(CELLS_ANNOTATED)
        for group in found
        if rank < group.size
    ]
    return "\n".join(ranked)


def gitlab_issues(problems: Sequence[Problem], lang: str, folder: str) -> str:
    """GitLab's code quality report."""
    return json.dumps(
        [issue for group in groups(problems) for issue in _issues(group, lang, folder)],
        ensure_ascii=False,
        indent=2,
    )


def _annotation(group: Group, rank: int, lang: str, folder: str) -> str:
    problem = group.problems[rank]
    title = f"{explanation(problem.code, lang).title} [{problem.code}]"
    properties = {
        "file": _path(problem, folder),
        "line": problem.line,
        "col": problem.position,
        "title": title,
    }
    named = ",".join(f"{k}={_escaped_property(str(v))}" for k, v in properties.items() if v)
    where = f"{_cell(problem)}: " if problem.cell else ""
    return f"::{problem.level} {named}::{_escaped(where + _saying(group, rank, lang))}"


def _issues(group: Group, lang: str, folder: str) -> Iterator[dict[str, object]]:
    for rank, problem in enumerate(group.problems[:CELLS_ANNOTATED]):
        yield {
            "description": f"{problem.sheet and f'{problem.sheet}: '}{_saying(group, rank, lang)}",
            "check_name": problem.code,
            "fingerprint": _fingerprint(problem),
            "severity": "critical" if problem.level == "error" else "minor",
            "location": {"path": _path(problem, folder), "lines": {"begin": problem.line or 1}},
        }


def _saying(group: Group, rank: int, lang: str) -> str:
    """Message and remedy; on the first cell of a mistake made more often, where else it is."""
    problem = group.problems[rank]
    said = f"{problem.message(lang)} {problem.fix(lang)}"
    if rank or group.size <= CELLS_ANNOTATED:
        return said
    places = first_places(group.problems)
    return f"{said} {say('same', lang, count=whole(group.size, lang), places=places)}"


def _cell(problem: Problem) -> str:
    """`C7`, or `peserta!C7` as a formula in a workbook says it."""
    return f"{problem.sheet}!{problem.cell}" if problem.sheet else problem.cell


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _fingerprint(problem: Problem) -> str:
    return hashlib.sha256("\0".join(map(str, problem.place)).encode()).hexdigest()


def _path(problem: Problem, folder: str) -> str:
    return f"{folder.rstrip('/')}/{problem.file}" if folder else problem.file
