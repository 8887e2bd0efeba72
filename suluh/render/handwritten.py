"""Hand-written texts: a mistake in one is told with its line, before anything is rendered."""

from __future__ import annotations

import traceback
from collections.abc import Mapping

from jinja2 import (
    TemplateError,
    TemplateSyntaxError,
    meta,
    nodes,
)

from suluh.render.environment import Templates, manuscript_of
from suluh.text import INDONESIAN, Language


class TextMistakeError(Exception):
    """A hand-written text cannot be rendered; `line` is the line of the text it is in."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def render_text(
    env: Templates, text: str, names: Mapping[str, object], language: Language = INDONESIAN
) -> str:
    """A hand-written text: its own markup stays, what `names` puts into it is escaped.

    Raises TextMistakeError for what Jinja cannot read and for a LookupError of a function.
    """
    try:
        _expect_names(env, text, names)
        return manuscript_of(env).read(env.from_string(text).render(names), language)
    except TemplateSyntaxError as error:
        raise TextMistakeError(
            error.lineno, f"tanda {{{{ }}}} salah tulis ({error.message})"
        ) from None
    except (TemplateError, LookupError, TypeError) as error:
        raise TextMistakeError(_line_of(error), str(error)) from None


def _expect_names(env: Templates, text: str, names: Mapping[str, object]) -> None:
    """Refuse a name the text uses but nobody gives it, before anything is rendered."""
    tree = env.parse(text)
    unknown = meta.find_undeclared_variables(tree) - names.keys() - env.globals.keys()
    for used in tree.find_all(nodes.Name):
        if used.name in unknown:
            known = ", ".join(sorted(names))
            raise TextMistakeError(used.lineno, f'"{used.name}" tidak dikenal. Yang ada: {known}.')


def _line_of(error: Exception) -> int:
    """The line of the text an error came from: Jinja calls a text without file `<template>`."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in frames if f.filename == "<template>"), 1)
