"""Problems written out: for people, for programs, and for GitHub's and GitLab's pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from suluh.intake.problems import Problem

_LEVELS: Mapping[str, Mapping[str, str]] = {
    "id": {"error": "KESALAHAN", "warning": "PERINGATAN"},
    "en": {"error": "ERROR", "warning": "WARNING"},
}
_FIX: Mapping[str, str] = {"id": "Perbaikan", "en": "To mend"}
_TOTAL: Mapping[str, str] = {
    "id": "{errors} kesalahan, {warnings} peringatan.",
    "en": "{errors} error(s), {warnings} warning(s).",
}
_PLACE: Mapping[str, tuple[str, str, str, str]] = {
    "id": ("sel", "baris", "kolom", "lembar"),
    "en": ("cell", "row", "column", "sheet"),
}


def problems_as(form: str, problems: Iterable[Problem], lang: str = "id", folder: str = "") -> str:
    """Write problems as `text`, `json`, `github` or `gitlab`; KeyError for another form.

    `folder` is the data folder as the repository sees it, for links to the line.
    """
    return FORMATS[form](tuple(problems), lang, folder)


def _text(problems: Sequence[Problem], lang: str, _folder: str) -> str:
    if not problems:
        return ""
    errors = sum(p.level == "error" for p in problems)
    total = _TOTAL[lang].format(errors=errors, warnings=len(problems) - errors)
    return "\n".join([*(_paragraph(p, lang) for p in problems), total])


def _paragraph(problem: Problem, lang: str) -> str:
    level = _LEVELS[lang][problem.level]
    return (
        f"{level} {_place(problem, lang)}: {problem.message(lang)}\n"
        f"    {_FIX[lang]}: {problem.fix(lang)}\n"
    )


def _place(problem: Problem, lang: str) -> str:
    """`peserta.csv, sel C17 (kolom kode_opd)`, or as much of it as there is."""
    cell, row, column, sheet = _PLACE[lang]
    parts = [problem.file]
    if problem.sheet:
        parts.append(f"{sheet} {problem.sheet}")
    if problem.cell:
        parts.append(f"{cell} {problem.cell}")
    elif problem.line:
        parts.append(f"{row} {problem.line}")
    place = ", ".join(parts)
    return f"{place} ({column} {problem.column})" if problem.column else place


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


def _github(problems: Sequence[Problem], lang: str, folder: str) -> str:
    """Workflow commands; GitHub shows each beside the line it is about."""
    return "\n".join(_annotation(p, lang, folder) for p in problems)


def _annotation(problem: Problem, lang: str, folder: str) -> str:
    places = {"file": _path(problem, folder), "line": problem.line, "col": problem.position}
    properties = ",".join(f"{k}={_escaped_property(str(v))}" for k, v in places.items() if v)
    sheet = f"{problem.sheet}!" if problem.sheet else ""
    where = f"{sheet}{problem.cell}: " if problem.cell else ""
    text = f"{where}{problem.message(lang)} {problem.fix(lang)}"
    return f"::{problem.level} {properties}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _gitlab(problems: Sequence[Problem], lang: str, folder: str) -> str:
    """GitLab's code quality report."""
    issues = [
        {
            "description": f"{p.sheet and f'{p.sheet}: '}{p.message(lang)} {p.fix(lang)}",
            "check_name": p.code,
            "fingerprint": _fingerprint(p),
            "severity": "critical" if p.level == "error" else "minor",
            "location": {"path": _path(p, folder), "lines": {"begin": p.line or 1}},
        }
        for p in problems
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _fingerprint(problem: Problem) -> str:
    return hashlib.sha256("\0".join(map(str, problem.place)).encode()).hexdigest()


def _path(problem: Problem, folder: str) -> str:
    return f"{folder.rstrip('/')}/{problem.file}" if folder else problem.file


FORMATS: Mapping[str, Callable[[Sequence[Problem], str, str], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
}
"""Forms a report can take."""
