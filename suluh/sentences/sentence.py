"""A sentence about published figures: text with the figures themselves in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Concatenate, Self, TypeAlias

from suluh.comparison import Change
from suluh.effect import Effect, effect_text
from suluh.localisation import value_text
from suluh.published import Figure
from suluh.sentences.tally import Tally
from suluh.text import INDONESIAN, Language
from suluh.text import say as say_text
from suluh.translation import counted, translated
from suluh.wording import change_text

Part: TypeAlias = str | Figure | Change | Effect | Tally
Parts: TypeAlias = tuple[Part, ...]
Rule: TypeAlias = Callable[Concatenate[Language, ...], Parts]

_SPACE = " "
"""A part of its own between two sentences, and only there: names may hold a full stop."""


class Sentence(tuple[Part, ...]):  # noqa: SLOT001 a tuple can have no slots of its own
    """One sentence or a few: its Indonesian parts, and the rule that says it in any language.

    A template shows each part that is no text as a number to be checked.
    """

    rule: Rule
    given: tuple[Any, ...]

    def __new__(cls, rule: Rule, *given: object) -> Self:
        self = super().__new__(cls, rule(INDONESIAN, *given))
        self.rule, self.given = rule, given
        return self

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self.rule, *self.given)

    def __repr__(self) -> str:
        """All that any language's words depend on: pages are kept under the name of it."""
        return f"{self.rule.__name__}{self.given!r}"


Value: TypeAlias = Part | Sentence


def say(message: str, /, **values: Value) -> Sentence:
    """A message of the catalogue with texts, figures or sentences in the place of its names."""
    return Sentence(_message, message, values)


def say_many(message: str, count: float, /, **values: Value) -> Sentence:
    """The same, of which English has one form for one and another for many."""
    return Sentence(_counted, message, count, values)


def paragraph(*sentences: Sentence) -> Sentence:
    """Sentences one after the other; empty ones are left out."""
    whole = tuple(s for sentence in sentences for s in _single(sentence))
    return whole[0] if len(whole) == 1 else Sentence(_paragraph, *whole)


def answer(sentence: Sentence) -> Sentence:
    """The first sentence of a paragraph, which stands alone where a page opens."""
    return next(_single(sentence), NOTHING)


def elaboration(sentence: Sentence) -> Sentence:
    """What follows the first sentence of a paragraph; empty where nothing does."""
    return paragraph(*tuple(_single(sentence))[1:])


def enumeration(items: Iterable[Sentence]) -> Sentence:
    """`a`, `a dan b`, `a, b, dan c`."""
    return Sentence(_enumeration, *items)


def parts_in(language: Language, sentence: Sentence) -> Parts:
    """The parts of a sentence in a language."""
    return sentence.rule(language, *sentence.given)


def plain(sentence: Sentence, language: Language = INDONESIAN) -> str:
    """The sentence as text."""
    return "".join(_part_text(part, language) for part in parts_in(language, sentence))


def _single(sentence: Sentence) -> Iterator[Sentence]:
    """The sentences of a paragraph, or the only one."""
    if sentence.rule is _paragraph:
        yield from sentence.given
    elif sentence:
        yield sentence


def _message(language: Language, message: str, values: Mapping[str, Value]) -> Parts:
    return _filled(language, translated(message, language.code), values)


def _counted(language: Language, message: str, count: float, values: Mapping[str, Value]) -> Parts:
    return _filled(language, counted(message, count, language.code), values)


def _paragraph(language: Language, *sentences: Sentence) -> Parts:
    return _joined(language, sentences, " ", " ")


def _enumeration(language: Language, *items: Sentence) -> Parts:
    last = say_text(", dan ") if items[2:] else say_text(" dan ")
    return _joined(language, items, ", ", language.say(last))


def _joined(language: Language, items: tuple[Sentence, ...], between: str, last: str) -> Parts:
    parts: list[Part] = []
    for position, item in enumerate(items):
        if position:
            parts.append(last if position == len(items) - 1 else between)
        parts.extend(parts_in(language, item))
    return tuple(parts)


def _filled(language: Language, pattern: str, values: Mapping[str, Value]) -> Parts:
    """Words are put together; figures, changes and what sentences hold stay parts."""
    parts: list[Part] = [""]
    for position, piece in enumerate(_pieces(pattern)):
        value: Value = values[piece] if position % 2 else piece
        if isinstance(value, Sentence):
            parts += [*parts_in(language, value), ""]
        elif isinstance(value, str):
            said = language.say(value) if position % 2 else value
            parts[-1] = f"{parts[-1]}{said}"
        else:
            parts += [value, ""]
    return tuple(part for part in parts if part != "")


@cache
def _pieces(pattern: str) -> tuple[str, ...]:
    """Words and names in turn."""
    return tuple(re.split(r"{(\w+)}", pattern))


def _part_text(part: Part, language: Language) -> str:
    if isinstance(part, Figure):
        return language.say(value_text(part))
    if isinstance(part, Effect):
        return language.say(effect_text(part))
    if isinstance(part, Tally):
        return language.say(part.text)
    return language.say(change_text(part)) if isinstance(part, Change) else part


NOTHING = paragraph()
"""What is said where there is nothing to say."""
