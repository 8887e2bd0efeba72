"""Sentences from varied parts (`phrases.toml`), filled with a department's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from suluh.sample.departments import Department, Topic, in_sentence

_SLOT = re.compile(r"\{(\w+)\}")


@cache
def phrases() -> Mapping[str, Any]:
    with (Path(__file__).parent / "phrases.toml").open("rb") as file:
        return tomllib.load(file)


class Writer:
    """Fills phrases from its own stream of chance; never the same phrase twice in a row."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._drawn: list[float] = []
        self._last: dict[int, int] = {}

    def luck(self) -> float:
        """A number in [0, 1), drawn in blocks: a call for each would cost most of the time."""
        if not self._drawn:
            self._drawn = self._chance.random(4096).tolist()
        return self._drawn.pop()

    def one_of(self, options: Sequence[Any]) -> Any:  # noqa: ANN401 phrases, topics, services
        """One of the options, another one than last time where there are several."""
        key, count = id(options), len(options)
        index = int(self.luck() * count)
        if index == self._last.get(key) and count > 1:
            index = (index + 1 + int(self.luck() * (count - 1))) % count
        self._last[key] = index
        return options[index]

    def fill(self, phrase: str, words: Mapping[str, str]) -> str:
        """Fill the slots: `{Masalah}` is `masalah` with a capital; unknown ones are general."""
        return (
            _SLOT.sub(lambda slot: self._word(slot[1], words), phrase) if "{" in phrase else phrase
        )

    def _word(self, slot: str, words: Mapping[str, str]) -> str:
        name = slot[0].lower() + slot[1:]
        word = words[name] if name in words else str(self.one_of(phrases()["umum"][name]))
        return capitalised(word) if slot[0].isupper() else word


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def words_of(department: Department, service: str, topic: Topic) -> dict[str, str]:
    """What the slots mean for one department, service and topic."""
    return {
        "opd": department.short_name,
        "petugas": department.clerk,
        "tempat": department.place,
        "layanan": in_sentence(service),
        "masalah": topic.problem,
        "usul": topic.wish,
        "janji": in_sentence(topic.promise),
        "hasil": in_sentence(topic.done),
    }
