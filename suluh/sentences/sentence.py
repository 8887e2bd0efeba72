"""A sentence about published figures: text with the figures themselves in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from suluh.comparison import Change
from suluh.effect import Effect, effect_text
from suluh.localisation import value_text
from suluh.published import Figure
from suluh.wording import change_text

Part: TypeAlias = str | Figure | Change | Effect
Sentence: TypeAlias = tuple[Part, ...]
"""One sentence or a few. A template shows each Figure, Change and Effect as a number to be
checked."""

_SPACE = " "
"""A part of its own between two sentences, and only there: names may hold a full stop."""


def plain(sentence: Sentence) -> str:
    """The sentence as text."""
    return "".join(map(_part_text, sentence))


def paragraph(*sentences: Sentence) -> Sentence:
    """Sentences one after the other; empty ones are left out."""
    return _joined([s for s in sentences if s], _SPACE, _SPACE)


def answer(sentences: Sentence) -> Sentence:
    """The first sentence of a paragraph, which stands alone where a page opens."""
    return sentences[: sentences.index(_SPACE)] if _SPACE in sentences else sentences


def elaboration(sentences: Sentence) -> Sentence:
    """What follows the first sentence of a paragraph; empty where nothing does."""
    return sentences[sentences.index(_SPACE) + 1 :] if _SPACE in sentences else ()


def enumeration(items: Iterable[Sentence]) -> Sentence:
    """`a`, `a dan b`, `a, b, dan c`."""
    listed = list(items)
    return _joined(listed, ", ", ", dan " if listed[2:] else " dan ")


def _joined(items: list[Sentence], between: str, last: str) -> Sentence:
    parts: list[Part] = []
    for position, item in enumerate(items):
        if position:
            parts.append(last if position == len(items) - 1 else between)
        parts.extend(item)
    return tuple(parts)


def _part_text(part: Part) -> str:
    if isinstance(part, Figure):
        return value_text(part)
    if isinstance(part, Effect):
        return effect_text(part)
    return change_text(part) if isinstance(part, Change) else part
