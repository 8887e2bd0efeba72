"""Jinja: a `Page` becomes HTML. All markup lives in `templates/`; everything is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from suluh.catalogue import indicators
from suluh.charts import Chart, Drawing
from suluh.comparison import Change
from suluh.localisation import date_text, number_text, period_text, value_text
from suluh.opendata import csv_number
from suluh.pages.page import Page
from suluh.published import Figure
from suluh.sentences import plain
from suluh.wording import state_text


@cache
def environment(templates: Path) -> Environment:
    """A Jinja environment that escapes every template and refuses undefined names."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        angka=number_text,
        csv=csv_number,
        nilai=value_text,
        tanggal=date_text,
        periode=period_text,
        keadaan=state_text,
        teks=plain,
    )
    env.tests.update(figure=_is(Figure), change=_is(Change))
    env.globals.update(indicators=indicators())
    return env


def render(env: Environment, page: Page, drawings: Mapping[str, Drawing]) -> str:
    """The page's body as HTML; `drawings` holds the drawing of each of its charts, by id."""

    def drawing(chart: Chart) -> Mapping[str, Markup]:
        drawn = drawings[chart.id]
        return {"narrow": Markup(drawn.narrow), "wide": Markup(drawn.wide or "")}  # noqa: S704 drawn by us, texts escaped there

    template = env.get_template(page.template)
    return template.render(page=page, root=page.root, drawing=drawing, **page.content)


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)
