"""Jinja: a `Page` becomes HTML. All markup lives in `templates/`; everything is escaped."""

from __future__ import annotations

import html
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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
from suluh.opendata import csv_number, row_start
from suluh.pages.direction import direction
from suluh.pages.page import Page
from suluh.published import Figure
from suluh.record_words import record_word
from suluh.sentences import Part, Sentence, answer, elaboration, parts_in, plain
from suluh.text import END_OF_FOREIGN, FOREIGN, INDONESIAN, Language, Text, joined, lowered
from suluh.translation import catalogue
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


@cache
def environment(
    templates: Path, bytecode: Path | None = None, language: Language = INDONESIAN
) -> Templates:
    """A Jinja environment that escapes every template and refuses undefined names.

    Compiled templates are kept below the folder `bytecode`. Every `Text` comes out in `language`.
    """
    if bytecode is not None:
        bytecode /= language.code  # what is constant is written into it in the language
        bytecode.mkdir(parents=True, exist_ok=True)
    env = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=FileSystemBytecodeCache(str(bytecode)) if bytecode else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=_said_in(language),
    )
    env.policies["ext.i18n.trimmed"] = True
    cast("Any", env).newstyle_gettext = True  # the extension put False there
    env.globals.update(_gettext(language))
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
        kata=_words(env, language),
        bagian=_parts(env, language),
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
        bahasa=language.code,
        situs=_to_site(language),
    )
    return env


def listed(texts: Iterable[str], lower: bool = False) -> Text:
    """`a, b, c`, in small letters where they stand within a sentence."""
    return joined(", ", map(lowered, texts) if lower else texts)


def _to_site(language: Language) -> str:
    """From where the pages of a language lie to the site's root, where the files lie."""
    return "../" * language.folder.count("/")


def _said_in(language: Language) -> Callable[[Any], Any] | None:
    """What every output of a template goes through: texts are said in the language."""
    if language.code == "id":
        return None
    say = language.say
    return lambda value: say(value) if type(value) is Text else value


def _gettext(language: Language) -> Mapping[str, Callable[..., Markup]]:
    """What `{% trans %}` calls: a message, with its values said in the language."""
    known = catalogue(language.code)

    def filled(message: str, values: Mapping[str, Any]) -> Markup:
        said = {n: language.say(v) if isinstance(v, Text) else v for n, v in values.items()}
        return Markup(message) % said  # noqa: S704 messages are the program's own

    def gettext(message: str, **values: object) -> Markup:
        return filled(known.gettext(message), values)

    def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
        return filled(known.ngettext(one, many, num), {"num": num, **values})

    return {"gettext": gettext, "_": gettext, "ngettext": ngettext}


def _words(env: Templates, language: Language) -> Callable[[str], str]:
    """Words within a page's text: what a record says is marked as being Indonesian."""
    if language.code == "id":
        return lambda words: words
    marking = replace(language, marks=True)

    def words(text: str) -> str:
        return text if isinstance(text, Markup) else _with_foreign(env, marking.say(text))

    return words


def _with_foreign(env: Templates, text: str) -> Markup:
    """Escaped text with the macro `asing` around the words of records."""
    pieces = re.split(f"{FOREIGN}(.*?){END_OF_FOREIGN}", text)
    macros: Any = env.get_template("kunci.html").module
    return Markup().join(
        macros.asing(piece) if place % 2 else piece for place, piece in enumerate(pieces)
    )


def _parts(env: Templates, language: Language) -> Callable[[Sentence], Iterable[Part]]:
    """The parts of a sentence, its words with those of records marked."""
    if language.code == "id":
        return lambda sentence: sentence
    marking = replace(language, marks=True)

    def parts(sentence: Sentence) -> list[Part]:
        spoken = parts_in(marking, sentence)
        return [_with_foreign(env, part) if isinstance(part, str) else part for part in spoken]

    return parts


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


def render(env: Templates, page: Page, drawings: Mapping[str, Drawing]) -> str:
    """The page's body as HTML; `drawings` holds the drawing of each of its charts, by id."""
    template = env.get_template(page.template)
    drawing = _drawing_of(drawings)
    body = template.render(page=page, root=page.root, drawing=drawing, **page.content)
    own = (provenance(env, body, page.root), explanations(env, body, page.root))
    return "".join((body, *own, chart_tools(env, page)))


def explanations(env: Templates, body: str, root: str) -> str:
    """What the body's own terms mean, each once, for the buttons in it to show."""
    terms = sorted(set(_EXPLAINED.findall(body)))
    return str(_macros(env).arti_kata(terms, root)) if terms else ""


def provenance(env: Templates, body: str, root: str) -> str:
    """Where the body's figures are explained, and found in the downloads."""
    keys = _KEY.findall(body)
    if not keys:
        return ""
    shown = {indikator for indikator, *_ in keys}
    ids = [id_ for id_ in indicators() if id_ in shown]
    first = html.unescape(",".join(filter(None, keys[0])))
    return str(_macros(env).asal_angka(ids, first, root))


def chart_tools(env: Templates, page: Page) -> str:
    """What a page with charts has below it, for them to be explored and saved as pictures."""
    return str(_macros(env).alat_grafik(page.root)) if page.charts else ""


def render_feed(env: Templates, feed: object) -> str:
    """A feed as XML, without the characters that XML 1.0 (2.2) cannot hold even escaped."""
    text = env.get_template("umpan.xml").render(feed=feed)
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def render_card(env: Templates, card: object) -> str:
    """A card to embed, as a page of its own."""
    return env.get_template("kartu.html").render(card=card)


def render_social_card(env: Templates, card: SocialCard) -> str:
    """The picture that is shown with a link to the site, as SVG."""
    return env.get_template("kartu.svg").render(card=card)


def render_figure(env: Templates, figure: Figure) -> Markup:
    """One figure, on one line, to stand within a text."""
    return Markup(" ").join(_macros(env).angka(figure).split())


def render_chart(env: Templates, page: Page, id_: str, drawings: Mapping[str, Drawing]) -> str:
    """One of the page's charts with its table and downloads."""
    return str(_macros(env).grafik(page, id_, _drawing_of(drawings), page.root))


def render_text(env: Templates, text: str, names: Mapping[str, object]) -> str:
    """A hand-written text: its own markup stays, what `names` puts into it is escaped.

    Raises TextMistakeError for what Jinja cannot read and for a LookupError of a function.
    """
    try:
        _expect_names(env, text, names)
        return env.from_string(text).render(names)
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


def _drawing_of(drawings: Mapping[str, Drawing]) -> Callable[[Chart], Mapping[str, Markup]]:
    def drawing(chart: Chart) -> Mapping[str, Markup]:
        drawn = drawings[chart.id]
        return {"narrow": Markup(drawn.narrow), "wide": Markup(drawn.wide or "")}  # noqa: S704 drawn by us, texts escaped there

    return drawing


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)
