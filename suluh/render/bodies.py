"""A page's body, or a part of it, as HTML in each language."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping

from markupsafe import Markup

from suluh.catalogue import indicators
from suluh.charts import Chart, Drawing
from suluh.pages.page import Page
from suluh.printed_chart import PrintedChart
from suluh.published import Figure
from suluh.render.environment import Templates, macros_of, manuscript_of
from suluh.text import INDONESIAN, Language

_KEY = re.compile(
    'data-indikator="([^"]*)" data-opd="([^"]*)" data-periode="([^"]*)" data-rincian="([^"]*)"'
)
"""The key of a figure, as `kunci.html` writes it."""

_INDICATOR = re.compile('data-indikator="([^"]*)" data-opd=')
"""That of its indicator: few are different, and a page may show six thousand."""

_EXPLAINED = re.compile('popovertarget="arti-([a-z0-9-]+)"')
"""A button of the macro `istilah`."""

_SLOT = re.compile("\ue014([^\ue015]*)\ue015")
"""Where a chart stands; like the marks of the manuscript, no record can hold one."""


def render(
    env: Templates,
    page: Page,
    charts: Mapping[str, PrintedChart],
    language: Language = INDONESIAN,
) -> str:
    """The page's body as HTML, with its charts, by id."""
    bodies = render_without_charts(env, page, charts, (language,))
    return with_charts(env, page.root, bodies, {language: charts})[language]


def render_without_charts(
    env: Templates, page: Page, charts: Collection[str], languages: Collection[Language]
) -> Mapping[Language, str]:
    """The page's body in each language, with a slot for each chart; `charts` are their ids."""
    manuscript = manuscript_of(env)
    manuscript.open()

    def slot(id_: str) -> str:
        return Markup(f"\ue014{id_}\ue015") if id_ in charts else ""  # noqa: S704 our own

    body = env.get_template(page.template).render(
        page=page, root=page.root, charts=charts, grafik=slot, **page.content
    )
    return {language: manuscript.read(body, language) for language in languages}


def with_charts(
    env: Templates,
    root: str,
    bodies: Mapping[Language, str],
    charts: Mapping[Language, Mapping[str, PrintedChart]],
) -> Mapping[Language, str]:
    """Put charts into their slots, and below all what the terms and figures shown need."""
    manuscript = manuscript_of(env)
    manuscript.open()
    shown = {language: _filled(bodies[language], own) for language, own in charts.items()}
    first = next(iter(shown.values()))  # every language has the same figures and terms
    below = _provenance(env, first, root) + _meanings(env, first, root)
    if any(charts.values()):
        below += _tools(env, root)
    return {language: text + manuscript.read(below, language) for language, text in shown.items()}


def _filled(body: str, charts: Mapping[str, PrintedChart]) -> str:
    return _SLOT.sub(lambda slot: charts[slot[1]].figure, body)


def explanations(env: Templates, body: str, root: str, language: Language = INDONESIAN) -> str:
    """What the body's own terms mean, each once, for the buttons in it to show."""
    return manuscript_of(env).read(_meanings(env, body, root), language)


def _meanings(env: Templates, body: str, root: str) -> str:
    terms = sorted(set(_EXPLAINED.findall(body)))
    return str(macros_of(env).arti_kata(terms, root)) if terms else ""


def _provenance(env: Templates, body: str, root: str) -> str:
    """Where the body's figures are explained, and found in the downloads."""
    key = _KEY.search(body)
    if not key:
        return ""
    shown = set(_INDICATOR.findall(body))
    ids = [id_ for id_ in indicators() if id_ in shown]
    first = html.unescape(",".join(filter(None, key.groups())))
    return str(macros_of(env).asal_angka(ids, first, root))


def chart_tools(env: Templates, root: str, language: Language = INDONESIAN) -> str:
    """What a page with charts has below it, for them to be explored and saved as pictures."""
    return manuscript_of(env).read(_tools(env, root), language)


def _tools(env: Templates, root: str) -> str:
    return str(macros_of(env).alat_grafik(root))


def render_chart(
    env: Templates, chart: Chart, drawings: Mapping[Language, Drawing], root: str
) -> Mapping[Language, str]:
    """A chart with its table and downloads in each language that it is drawn in."""
    manuscript = manuscript_of(env)
    manuscript.open()
    narrow = {language: drawing.narrow for language, drawing in drawings.items()}
    wide = {language: drawing.wide for language, drawing in drawings.items() if drawing.wide}
    drawn = {
        "narrow": manuscript.either(narrow),
        "wide": manuscript.either(wide) if wide else "",
    }
    figure = str(macros_of(env).figur_grafik(chart, drawn, root))
    return {language: manuscript.read(figure, language) for language in drawings}


def render_figure(env: Templates, figure: Figure, language: Language = INDONESIAN) -> Markup:
    """One figure, on one line, to stand within a text."""
    html = manuscript_of(env).read(macros_of(env).angka(figure), language)
    return Markup(" ".join(html.split()))  # noqa: S704 the macro escapes
