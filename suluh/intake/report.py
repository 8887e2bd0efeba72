"""Problems written out: for people, for programs, and for GitHub's and GitLab's pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from suluh.intake.annotations import github_annotations, gitlab_issues
from suluh.intake.problems import Problem
from suluh.intake.text_report import text_report


def problems_as(form: str, problems: Iterable[Problem], lang: str = "id", folder: str = "") -> str:
    """Write problems as `text`, `json`, `github` or `gitlab`; KeyError for another form.

    `folder` is the data folder as the repository sees it, for links to the line. Programs get
    every problem (`json`); where people look, one mistake is said once.
    """
    return FORMATS[form](tuple(problems), lang, folder)


def _text(problems: Sequence[Problem], lang: str, _folder: str) -> str:
    return text_report(problems, lang)


def _json(problems: Sequence[Problem], lang: str, _folder: str) -> str:
    entries = [
        {
            "level": p.level,
            "code": p.code,
            "file": p.file,
            **({"sheet": p.sheet} if p.sheet else {}),
            "line": p.line,
            "column": p.column,
            "cell": p.cell,
            "value": p.value,
            "message": p.message(lang),
            "fix": p.fix(lang),
        }
        for p in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], str, str], str]] = {
    "text": _text,
    "json": _json,
    "github": github_annotations,
    "gitlab": gitlab_issues,
}
"""Forms a report can take."""
