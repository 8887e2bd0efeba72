"""A page rendered once, with a mark wherever languages differ; each edition is read from it.

Rendering is what costs most of a page, and hardly anything of it depends on the language. So a
template leaves marks for its texts, and `Manuscript.read` puts the words of a language in their
place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, TypeAlias, cast

from markupsafe import Markup, escape

from suluh.comparison import Change
from suluh.effect import Effect
from suluh.localisation import is_number, number_in_english
from suluh.published import Figure
from suluh.sentences import Part, Sentence, Tally, parts_in
from suluh.text import END_OF_FOREIGN, FOREIGN, Language, Text, has_words
from suluh.translation import counted, translated

_SIGN = re.compile("[\ue010-\ue015]")
"""What marks and slots are made of: nothing that a record holds is taken for one."""

_MARK = re.compile("\ue010(\\d+)\ue011")
_NUMBER = re.compile("\ue012([^\ue013]*)\ue013")
_FOREIGN = re.compile(f"{FOREIGN}(.*?){END_OF_FOREIGN}")

Entry: TypeAlias = Callable[[Language], str]
"""What stands at a mark, as HTML in a language."""


class Manuscript:
    """The marks of the page being rendered; `foreign` writes words of another language."""

    def __init__(self, foreign: Callable[[str], str]) -> None:
        self.foreign = foreign
        self.open()

    def open(self) -> None:
        """Begin a page: the marks of the one before mean nothing any more."""
        self._entries: list[Entry] = []
        self._marks: dict[Hashable, Markup] = {}
        self._kept: list[object] = []  # what is known by its id must stay where it is
        self._read: dict[Language, dict[str, str]] = {}

    def read(self, page: str, language: Language) -> str:
        """The page, or a part of it, in a language."""
        if "\ue010" not in page:
            return _with_numbers(page, language)
        pieces = _MARK.split(page)
        known = self._read.setdefault(language, {})
        for place in range(1, len(pieces), 2):
            number = pieces[place]
            if number not in known:
                known[number] = self._say(int(number), language)
            pieces[place] = known[number]
        return _with_numbers("".join(pieces), language)

    def text(self, value: Any) -> Any:  # noqa: ANN401 whatever a template puts out
        """A mark for a text that each language says in its own way; anything else as it is."""
        if type(value) is not Text:
            return value
        if is_number(value):  # most texts are: they need no entry, as their signs change places
            return f"\ue012{value}\ue013"
        mark = self._marks.get(id(value))
        if mark is None:
            mark = self._mark(id(value), lambda language: escape(language.say(value)))
            self._kept.append(value)
        return mark

    def html(self, value: object) -> str:
        """What a template puts out: markup as it is, a mark for a text, the rest escaped."""
        kind = type(value)
        if kind is Markup:
            return cast("Markup", value)
        if kind is Text:
            return cast("str", self.text(value))
        return _escaped_again(value) if kind is str else _escaped(value)

    def words(self, text: str) -> str:
        """The same within running text: what a record says is marked where it is foreign."""
        if isinstance(text, Markup) or not (isinstance(text, Text) or has_words(text)):
            return text
        if isinstance(text, Text) and is_number(text):
            return Markup(self.text(text))  # noqa: S704 digits and signs
        key = ("words", id(text) if isinstance(text, Text) else text)
        mark = self._marks.get(key)
        if mark is None:
            mark = self._mark(key, lambda language: self._words(text, language))
            self._kept.append(text)
        return mark

    def sentence(
        self,
        sentence: Sentence,
        figure: Callable[[Part], str],
        change: Callable[[Part], str],
        effect: Callable[[Part], str],
        tally: Callable[[Part], str],
    ) -> Markup:
        """A sentence, what is no text in it shown by these macros, in each language's order."""
        macros = {Figure: figure, Change: change, Effect: effect, Tally: tally}
        shown = {part: macros[type(part)](part) for part in sentence if type(part) in macros}

        def said(language: Language) -> str:
            parts = parts_in(_marking(language), sentence)
            told = (
                self._with_foreign(part) if isinstance(part, str) else shown[part]
                for part in parts
            )
            return self.read("".join(told), language)

        return self._mark(None, said)

    def message(self, message: str, **values: object) -> Markup:
        """What `{% trans %}` and `_()` say."""
        if not values and message in self._marks:
            return self._marks[message]
        html = self._html(values)
        key = None if values else message
        return self._mark(
            key, lambda language: self.read(translated(message, language.code) % html, language)
        )

    def counted(self, message: str, _many: str, num: int, **values: object) -> Markup:
        """What `{% trans %}` with `{% pluralize %}` says."""
        html = self._html({"num": num, **values})
        return self._mark(
            None, lambda language: self.read(counted(message, num, language.code) % html, language)
        )

    def edition(self, values: Mapping[Language, object], show: Callable[[Any], str]) -> Markup:
        """What differs from language to language in more than words, shown by a macro."""
        shown = {language: show(value) for language, value in values.items()}
        return self._mark(None, lambda language: self.read(shown[language], language))

    def either(self, editions: Mapping[Language, str]) -> Markup:
        """What is made for each language, as HTML."""
        return self._mark(None, lambda language: editions[language])

    def _mark(self, key: Hashable, entry: Entry) -> Markup:
        mark = Markup(f"\ue010{len(self._entries)}\ue011")  # noqa: S704 a number
        self._entries.append(entry)
        if key is not None:
            self._marks[key] = mark
        return mark

    def _say(self, number: int, language: Language) -> str:
        """What stands at a mark; nothing where a record holds what looks like one."""
        return str(self._entries[number](language)) if number < len(self._entries) else ""

    def _html(self, values: Mapping[str, object]) -> dict[str, str]:
        return {name: str(self.html(value)) for name, value in values.items()}

    def _words(self, text: str, language: Language) -> str:
        return self._with_foreign(_marking(language).say(text))

    def _with_foreign(self, text: str) -> str:
        """Escaped text with `foreign` around the words of records."""
        if FOREIGN not in text:
            return _escaped_again(str(text))
        pieces = _FOREIGN.split(text)
        return "".join(
            self.foreign(piece) if place % 2 else self.html(piece)
            for place, piece in enumerate(pieces)
        )


def _with_numbers(page: str, language: Language) -> str:
    """The page with its numbers as the language writes them."""
    if "\ue012" not in page:
        return page
    if language.code == "id":
        return page.replace("\ue012", "").replace("\ue013", "")
    return _NUMBER.sub(lambda found: number_in_english(found[1]), page)


def _escaped(value: object) -> str:
    escaped = escape(value)
    return escaped if escaped.isascii() else _SIGN.sub("\N{REPLACEMENT CHARACTER}", escaped)


_escaped_again = lru_cache(maxsize=10_000)(_escaped)
"""Of a `str`: most of what a page puts out stands on many others, too."""


@cache
def _marking(language: Language) -> Language:
    """The language that marks what is foreign to it; nothing is to Indonesian."""
    return language if language.code == "id" else replace(language, marks=True)
