"""Jinja: a `Page` becomes HTML. All markup lives in `templates/`; everything is escaped."""

from __future__ import annotations

import html
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias, cast

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from suluh.catalogue import indicators
from suluh.charts import Chart, Drawing, SocialCard, is_explorable
from suluh.comparison import Change
from suluh.effect import Effect, effect_text
from suluh.glossary import glossary
from suluh.localisation import (
    date_text,
    decimals_of,
    number_text,
    period_code,
    period_text,
    value_text,
)
from suluh.manuscript import Manuscript
from suluh.opendata import csv_number, row_start
from suluh.pages.direction import direction
from suluh.pages.page import Page
from suluh.published import Figure
from suluh.record_words import record_word
from suluh.sentences import answer, elaboration, plain
from suluh.text import INDONESIAN, LANGUAGES, Language, Text, joined, lowered, pair
from suluh.wording import (
    band_text,
    category_text,
    change_text,
    mark,
    movement_text,
    standing_text,
    state_text,
    unit_text,
    verdict_text,
)
from suluh.worked import exact_text

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Templates: TypeAlias = Environment
"""What the pages are rendered with; nothing else need know that it is Jinja."""

_KEY = re.compile(
    'data-indikator="([^"]*)" data-opd="([^"]*)" data-periode="([^"]*)" data-rincian="([^"]*)"'
)
"""The key of a figure, as `kunci.html` writes it."""

_EXPLAINED = re.compile('popovertarget="arti-([a-z0-9-]+)"')
"""A button of the macro `istilah`."""


class _PutOut(CodeGenerator):
    """Puts a value out by `finalize` alone, which escapes as well: a third of a page's time.

    Jinja's own code calls `escape` and `Markup` on what `finalize` gave, a million times a site.
    """

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _PutOut


@cache
def environment(templates: Path, bytecode: Path | None = None) -> Templates:
    """A Jinja environment that escapes every template and refuses undefined names.

    Compiled templates are kept below the folder `bytecode`. What they render is a manuscript:
    `render` and its like read it in a language.
    """
    if bytecode is not None:
        bytecode.mkdir(parents=True, exist_ok=True)
    manuscript = Manuscript(lru_cache(maxsize=10_000)(lambda words: _macros(env).asing(words)))
    env = _Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=FileSystemBytecodeCache(str(bytecode)) if bytecode else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=manuscript.html,
    )
    env.policies["ext.i18n.trimmed"] = True
    cast("Any", env).newstyle_gettext = True  # the extension put False there
    env.globals.update(
        gettext=manuscript.message, _=manuscript.message, ngettext=manuscript.counted
    )
    env.filters.update(
        angka=number_text,
        csv=csv_number,
        persis=exact_text,
        baris=row_start,
        nilai=value_text,
        kunci=_keys(env),
        satuan=unit_text,
        desimal=decimals_of,
        tanggal=date_text,
        periode=period_text,
        keadaan=state_text,
        tanda=mark,
        mutu=band_text,
        rincian=category_text,
        gerak=movement_text,
        putusan=verdict_text,
        perubahan=change_text,
        kedudukan=standing_text,
        arah=direction,
        teks=plain,
        jawaban=answer,
        lanjutan=elaboration,
        dampak=effect_text,
        kata=manuscript.words,
        kalimat=manuscript.sentence,
        edisi=manuscript.edition,
        pilihan=record_word,
        masa=period_code,
        deret=listed,
    )
    env.tests.update(
        figure=_is(Figure), change=_is(Change), effect=_is(Effect), explorable=is_explorable
    )
    env.globals.update(
        indicators=indicators(),
        glossary=glossary(),
        dwi=pair,
        situs=pair(*("../" * language.folder.count("/") for language in LANGUAGES)),
        naskah=manuscript,
    )
    return env


def listed(texts: Iterable[str], lower: bool = False) -> Text:
    """`a, b, c`, in small letters where they stand within a sentence."""
    return joined(", ", map(lowered, texts) if lower else texts)


def _keys(env: Templates) -> Callable[[Figure], Markup]:
    """The attributes that name a figure, made once for all the places it is shown in."""

    @cache
    def template() -> Any:  # noqa: ANN401 a Jinja module has a template's names
        return env.get_template("kunci.html").module

    @lru_cache(maxsize=1000)
    def attributes(figure: Figure) -> Markup:
        return Markup(template().kunci(figure))  # noqa: S704 the macro escapes

    return attributes


class TextMistakeError(Exception):
    """A hand-written text cannot be rendered; `line` is the line of the text it is in."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def render(
    env: Templates, page: Page, drawings: Mapping[str, Drawing], language: Language = INDONESIAN
) -> str:
    """The page's body as HTML; `drawings` holds the drawing of each of its charts, by id."""
    return render_editions(env, page, {language: drawings})[language]


def render_editions(
    env: Templates, page: Page, drawings: Mapping[Language, Mapping[str, Drawing]]
) -> Mapping[Language, str]:
    """The page's body in each language that its charts are drawn in, rendered once."""
    manuscript = _manuscript(env)
    manuscript.open()
    drawing = _drawing_of(manuscript, drawings)
    body = env.get_template(page.template).render(
        page=page, root=page.root, drawing=drawing, **page.content
    )
    shown = manuscript.read(body, INDONESIAN)
    body += _provenance(env, shown, page.root) + _meanings(env, shown, page.root)
    body += _tools(env, page)
    return {language: manuscript.read(body, language) for language in drawings}


def explanations(env: Templates, body: str, root: str, language: Language = INDONESIAN) -> str:
    """What the body's own terms mean, each once, for the buttons in it to show."""
    return _manuscript(env).read(_meanings(env, body, root), language)


def _meanings(env: Templates, body: str, root: str) -> str:
    terms = sorted(set(_EXPLAINED.findall(body)))
    return str(_macros(env).arti_kata(terms, root)) if terms else ""


def _provenance(env: Templates, body: str, root: str) -> str:
    """Where the body's figures are explained, and found in the downloads."""
    keys = _KEY.findall(body)
    if not keys:
        return ""
    shown = {indikator for indikator, *_ in keys}
    ids = [id_ for id_ in indicators() if id_ in shown]
    first = html.unescape(",".join(filter(None, keys[0])))
    return str(_macros(env).asal_angka(ids, first, root))


def chart_tools(env: Templates, page: Page, language: Language = INDONESIAN) -> str:
    """What a page with charts has below it, for them to be explored and saved as pictures."""
    return _manuscript(env).read(_tools(env, page), language)


def _tools(env: Templates, page: Page) -> str:
    return str(_macros(env).alat_grafik(page.root)) if page.charts else ""


def render_feed(env: Templates, feed: object) -> str:
    """A feed as XML, without the characters that XML 1.0 (2.2) cannot hold even escaped."""
    text = _whole(env, "umpan.xml", INDONESIAN, feed=feed)
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def render_card(env: Templates, card: object, language: Language) -> str:
    """A card to embed, as a page of its own."""
    return _whole(env, "kartu.html", language, card=card)


def render_social_card(env: Templates, card: SocialCard, language: Language = INDONESIAN) -> str:
    """The picture that is shown with a link to the site, as SVG."""
    return _whole(env, "kartu.svg", language, card=card)


def _whole(env: Templates, template: str, language: Language, **content: object) -> str:
    """A file that is no page, in a language."""
    manuscript = _manuscript(env)
    manuscript.open()
    return manuscript.read(env.get_template(template).render(content), language)


def render_figure(env: Templates, figure: Figure, language: Language = INDONESIAN) -> Markup:
    """One figure, on one line, to stand within a text."""
    html = _manuscript(env).read(_macros(env).angka(figure), language)
    return Markup(" ".join(html.split()))  # noqa: S704 the macro escapes


def render_chart(
    env: Templates, page: Page, id_: str, drawings: Mapping[str, Drawing], language: Language
) -> str:
    """One of the page's charts with its table and downloads."""
    manuscript = _manuscript(env)
    drawing = _drawing_of(manuscript, {language: drawings})
    return manuscript.read(_macros(env).grafik(page, id_, drawing, page.root), language)


def render_text(
    env: Templates, text: str, names: Mapping[str, object], language: Language = INDONESIAN
) -> str:
    """A hand-written text: its own markup stays, what `names` puts into it is escaped.

    Raises TextMistakeError for what Jinja cannot read and for a LookupError of a function.
    """
    try:
        _expect_names(env, text, names)
        return _manuscript(env).read(env.from_string(text).render(names), language)
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


def _macros(env: Templates) -> Any:  # noqa: ANN401 a Jinja module has a template's names
    return env.get_template("macros.html").module


def _manuscript(env: Templates) -> Manuscript:
    return cast("Manuscript", env.globals["naskah"])


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


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)
