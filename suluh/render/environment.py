"""The Jinja environment: what a template may call, and how it puts out a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias, cast

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from suluh import store
from suluh.catalogue import indicators
from suluh.charts import is_explorable
from suluh.comparison import Change
from suluh.effect import Effect, effect_text
from suluh.glossary import glossary
from suluh.localisation import (
    date_text,
    decimals_of,
    is_number,
    number_text,
    period_code,
    period_so_far,
    period_text,
    value_text,
)
from suluh.manuscript import Manuscript
from suluh.opendata import csv_number, row_start
from suluh.pages.direction import direction
from suluh.published import Figure, Shown
from suluh.record_words import record_word
from suluh.sentences import answer, elaboration, plain
from suluh.text import LANGUAGES, Text, joined, lowered, pair
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

Templates: TypeAlias = Environment
"""What the pages are rendered with; nothing else need know that it is Jinja."""


class _PutOut(CodeGenerator):
    """Puts a value out by `finalize` alone, which escapes as well: a fifth of a page's time.

    Jinja's own code calls `escape` and `Markup` on what `finalize` gave, a million times a site.
    """

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _PutOut


class _Kept(BytecodeCache):
    """Compiled templates, kept whole or not at all: Jinja's own cache takes any bytes for code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        content = store.read_bytes(self.folder / bucket.key)
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        store.write_bytes(self.folder / bucket.key, bucket.bytecode_to_string())


@cache
def environment(templates: Path, bytecode: Path | None = None) -> Templates:
    """A Jinja environment that escapes every template and refuses undefined names.

    Compiled templates are kept below the folder `bytecode`. What they render is a manuscript:
    `render` and its like read it in a language.
    """
    manuscript = Manuscript(lru_cache(maxsize=10_000)(lambda words: macros_of(env).asing(words)))
    env = _Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=_Kept(bytecode) if bytecode else None,
        autoescape=True,
        auto_reload=False,
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
        tampil=_shown_digits,
        tanggal=date_text,
        periode=period_text,
        sejauh=period_so_far,
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
        figure=_is(Figure),
        change=_is(Change),
        effect=_is(Effect),
        explorable=is_explorable,
        numeral=_is_numeral,
        shown=_is(Shown),
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


def macros_of(env: Templates) -> Any:  # noqa: ANN401 a Jinja module has a template's names
    return env.get_template("macros.html").module


def manuscript_of(env: Templates) -> Manuscript:
    return cast("Manuscript", env.globals["naskah"])


def _shown_digits(figure: Shown) -> str:
    """Its value for programs: the digits that are shown."""
    return f"{figure.nilai:.{decimals_of(figure)}f}"


def _is_numeral(value: object) -> bool:
    """Whether it stands as a number in a table, though it is the value of no figure."""
    return isinstance(value, Text) and is_number(value)


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)
