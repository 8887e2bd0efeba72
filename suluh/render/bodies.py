"""A page's body, or a part of it, as HTML in each language."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from suluh.catalogue import indicators
from suluh.charts import Chart, Drawing
from suluh.manuscript import Manuscript
from suluh.pages.page import Page
from suluh.published import Figure
from suluh.render.environment import Templates, macros_of, manuscript_of
from suluh.text import INDONESIAN, Language

_KEY = re.compile(
    'data-indikator="([^"]*)" data-opd="([^"]*)" data-periode="([^"]*)" data-rincian="([^"]*)"'
)
"""The key of a figure, as `kunci.html` writes it."""

_EXPLAINED = re.compile('popovertarget="arti-([a-z0-9-]+)"')
"""A button of the macro `istilah`."""


def render(
    env: Templates, page: Page, drawings: Mapping[str, Drawing], language: Language = INDONESIAN
) -> str:
    """The page's body as HTML; `drawings` holds the drawing of each of its charts, by id."""
    return render_editions(env, page, {language: drawings})[language]


def render_editions(
    env: Templates, page: Page, drawings: Mapping[Language, Mapping[str, Drawing]]
) -> Mapping[Language, str]:
    """The page's body in each language that its charts are drawn in, rendered once."""
    manuscript = manuscript_of(env)
    manuscript.open()
    drawing = _drawing_of(manuscript, drawings)
    body = env.get_template(page.template).render(
        page=page, root=page.root, drawing=drawing, **page.content
    )
    shown = {language: manuscript.read(body, language) for language in drawings}
    first = next(iter(shown.values()))  # every language has the same figures and terms
    below = _provenance(env, first, page.root) + _meanings(env, first, page.root)
    below += _tools(env, page)
    return {language: text + manuscript.read(below, language) for language, text in shown.items()}


def explanations(env: Templates, body: str, root: str, language: Language = INDONESIAN) -> str:
    """What the body's own terms mean, each once, for the buttons in it to show."""
    return manuscript_of(env).read(_meanings(env, body, root), language)


def _meanings(env: Templates, body: str, root: str) -> str:
    terms = sorted(set(_EXPLAINED.findall(body)))
    return str(macros_of(env).arti_kata(terms, root)) if terms else ""


def _provenance(env: Templates, body: str, root: str) -> str:
    """Where the body's figures are explained, and found in the downloads."""
    keys = _KEY.findall(body)
    if not keys:
        return ""
    shown = {indikator for indikator, *_ in keys}
    ids = [id_ for id_ in indicators() if id_ in shown]
    first = html.unescape(",".join(filter(None, keys[0])))
    return str(macros_of(env).asal_angka(ids, first, root))


def chart_tools(env: Templates, page: Page, language: Language = INDONESIAN) -> str:
    """What a page with charts has below it, for them to be explored and saved as pictures."""
    return manuscript_of(env).read(_tools(env, page), language)


def _tools(env: Templates, page: Page) -> str:
    return str(macros_of(env).alat_grafik(page.root)) if page.charts else ""


def render_chart(
    env: Templates, page: Page, id_: str, drawings: Mapping[str, Drawing], language: Language
) -> str:
    """One of the page's charts with its table and downloads."""
    manuscript = manuscript_of(env)
    drawing = _drawing_of(manuscript, {language: drawings})
    return manuscript.read(macros_of(env).grafik(page, id_, drawing, page.root), language)


def _drawing_of(
    manuscript: Manuscript, drawings: Mapping[Language, Mapping[str, Drawing]]
) -> Callable[[Chart], Mapping[str, str]]:
    """What a template asks the drawings of a chart of: `narrow` and `wide`."""

    def drawing(chart: Chart) -> Mapping[str, str]:
        drawn = {language: of[chart.id] for language, of in drawings.items()}
        narrow = {language: d.narrow for language, d in drawn.items()}
        wide = {language: d.wide for language, d in drawn.items() if d.wide}
        return {
            "narrow": manuscript.either(narrow),
            "wide": manuscript.either(wide) if wide else "",
        }

    return drawing


def render_figure(env: Templates, figure: Figure, language: Language = INDONESIAN) -> Markup:
    """One figure, on one line, to stand within a text."""
    html = manuscript_of(env).read(macros_of(env).angka(figure), language)
    return Markup(" ".join(html.split()))  # noqa: S704 the macro escapes
