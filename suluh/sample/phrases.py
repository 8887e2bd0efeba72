"""Sentences from varied parts (`phrases.toml`), filled with a department's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from suluh.sample.departments import Department, Service, Topic, in_sentence

_SLOT = re.compile(r"\{(\w+)\}")
_OWN_TOPIC = 0.65  # share of what is said that is about a department's own matters

T = TypeVar("T")
Words = dict[str, str]


@cache
def phrases() -> Mapping[str, Any]:
    with (Path(__file__).parent / "phrases.toml").open("rb") as file:
        return tomllib.load(file)


class Writer:
    """Chooses and fills phrases by its own stream of chance."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._drawn: list[float] = []
        self._decks: dict[int, tuple[Sequence[Any], list[Any]]] = {}

    def luck(self) -> float:
        """A number in [0, 1), drawn in blocks: a call for each would cost most of the time."""
        if not self._drawn:
            self._drawn = self._chance.random(4096).tolist()
        return self._drawn.pop()

    def one_of(self, options: Sequence[T]) -> T:
        """The next of a shuffled deck of the options: none comes back before all have come.

        The deck belongs to the very sequence given, which it keeps alive: pass lasting ones.
        """
        deck = self._decks.setdefault(id(options), (options, []))[1]
        if not deck:
            deck.extend(sorted(options, key=lambda _: self.luck()))
        chosen: T = deck.pop()
        return chosen

    def fill(self, phrase: str, words: Mapping[str, str]) -> str:
        """Fill the slots: `{Masalah}` is `masalah` with a capital; unknown ones are general."""
        if "{" not in phrase:
            return phrase
        return _SLOT.sub(lambda slot: self._word(slot[1], words), phrase)

    def topic(self, department: Department, service: Service) -> Topic:
        """Something people say about a service: the department's own matter or a common one."""
        if self.luck() < _OWN_TOPIC:
            return self.one_of(department.topics)
        words = names_of(department, service)
        return Topic(*(self.fill(text, words) for text in self.one_of(phrases()["soal"]["umum"])))

    def words(self, department: Department) -> Words:
        """What the slots mean for one of the department's services and topics."""
        service = self.one_of(department.services)
        return words_of(department, service, self.topic(department, service))

    def _word(self, slot: str, words: Mapping[str, str]) -> str:
        name = slot[0].lower() + slot[1:]
        word = words[name] if name in words else str(self.one_of(phrases()["umum"][name]))
        return capitalised(word) if slot[0].isupper() else word


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def names_of(department: Department, service: Service) -> Words:
    return {
        "opd": department.short_name,
        "petugas": department.clerk,
        "tempat": department.place,
        "layanan": in_sentence(service.name),
    }


def words_of(department: Department, service: Service, topic: Topic) -> Words:
    """What the slots mean for one department, service and topic."""
    return {
        **names_of(department, service),
        "masalah": topic.problem,
        "usul": topic.wish,
        "janji": in_sentence(topic.promise),
        "hasil": in_sentence(topic.done),
    }


def month_name(month: int) -> str:
    """Name of a month; 0 is December of the year before, 13 January of the next."""
    name: str = phrases()["umum"]["bulan"][(month - 1) % 12]
    return name
