"""`Text`: an Indonesian text that can be said in another language as well.

It is a `str`, and as such Indonesian; beside its letters it keeps the rule that wrote them and
what it was given, so that `Language.say` can write the same in English. Whatever asks for a
`str` takes it; joining, cutting or formatting it by Python's own means leaves a plain `str`,
which every language takes for the words of a record, see `Language.foreign`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, Self, TypeAlias

from suluh.translation import counted, translated

FOREIGN, END_OF_FOREIGN = "\ue000", "\ue001"
"""Stand around the words of a record where they are marked, until markup takes their place."""


_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Language:
    """A language of the site; `marks` what a record says in another, with `FOREIGN`."""

    code: str
    marks: bool = False

    def say(self, text: str) -> str:
        """A `Text` in this language; any other words as they are."""
        if isinstance(text, Text):
            return text.said_in(self)
        return self.foreign(text)

    def foreign(self, words: str) -> str:
        """The words of a record, which are Indonesian, marked where this language does so."""
        if self.marks and has_words(words):
            return f"{FOREIGN}{words}{END_OF_FOREIGN}"
        return words

    @property
    def folder(self) -> str:
        """Where its pages lie below the site's root: nothing for Indonesian, else `en/`."""
        return "" if self.code == "id" else f"{self.code}/"


def has_words(text: str) -> bool:
    """Whether there is a word in it, and not only numbers, marks like `[c]` or a band."""
    return _WORD.search(text) is not None


INDONESIAN, ENGLISH = Language("id"), Language("en")
LANGUAGES = (INDONESIAN, ENGLISH)


def language_of(path: str) -> Language:
    """The language of a page, from its path below the site's root."""
    return ENGLISH if path.startswith(ENGLISH.folder) else INDONESIAN


Rule: TypeAlias = Callable[Concatenate[Language, ...], str]
"""Writes a text in a language, from what it is given beside; a function of a module."""


class Text(str):
    """The Indonesian that `rule` writes from `given`; `Language.say` has it written anew."""

    __slots__ = ("english", "given", "rule")

    rule: Rule
    given: tuple[Any, ...]
    english: str | None

    def __new__(cls, rule: Rule, *given: object) -> Self:
        self = super().__new__(cls, rule(INDONESIAN, *given))
        self.rule, self.given, self.english = rule, given, None
        return self

    def said_in(self, language: Language) -> str:
        """As a language has it; the English of what many pages show is written once."""
        if language.code == "id":
            return self
        if language.marks:
            return self.rule(language, *self.given)
        if self.english is None:
            self.english = self.rule(language, *self.given)
        return self.english

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self.rule, *self.given)

    def __repr__(self) -> str:
        """All that any language's words depend on: pages are kept under the name of it."""
        return f"{self.rule.__name__}{self.given!r}"


def say(message: str, /, **values: str) -> Text:
    """A message of the catalogue with values in the place of its `{names}`."""
    return Text(_message, message, values)


def say_many(message: str, count: float, /, **values: str) -> Text:
    """The same, of which English has one form for one and another for many."""
    return Text(_counted, message, count, values)


def pair(indonesian: str, english: str) -> Text:
    """Words that are given in both languages."""
    return Text(_pair, indonesian, english)


def joined(between: str, texts: Iterable[str]) -> Text:
    """Texts one after the other, each said in the language of the whole."""
    return Text(_joined, between, tuple(texts))


def capitalised(text: str) -> Text:
    """The text with a capital at its head."""
    return Text(_capitalised, text)


def lowered(text: str) -> Text:
    """The text in small letters, to stand within a sentence."""
    return Text(_lowered, text)


def message_of(text: str) -> Text:
    """A text of the program's TOML files, whose every message is in the catalogue."""
    return Text(_message, text, {})


def many_(message: str) -> str:
    """Mark a message for the catalogue; it is said later, by `say_many`."""
    return message


def _message(language: Language, message: str, values: Mapping[str, str]) -> str:
    pattern = translated(message, language.code)
    return pattern.format(**_said(language, values)) if values else pattern


def _counted(language: Language, message: str, count: float, values: Mapping[str, str]) -> str:
    return counted(message, count, language.code).format(**_said(language, values))


def _said(language: Language, values: Mapping[str, str]) -> dict[str, str]:
    return {name: language.say(value) for name, value in values.items()}


def _pair(language: Language, indonesian: str, english: str) -> str:
    return english if language.code == "en" else indonesian


def _joined(language: Language, between: str, texts: tuple[str, ...]) -> str:
    return language.say(between).join(map(language.say, texts))


def _lowered(language: Language, text: str) -> str:
    return language.say(text).lower()


def _capitalised(language: Language, text: str) -> str:
    said = language.say(text)
    return said[:1].upper() + said[1:]
