"""The words of an explanation in the reader's language: phrases, numbers, dates, lines."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from suluh.localisation import date_text, number_text, period_text
from suluh.periods import Period
from suluh.record_words import record_word
from suluh.text import Language
from suluh.wording import category_words, counted_unit

LANGUAGES = ("id", "en")
DECIMALS = 4
"""As in `angka.csv`."""

RANGES_SHOWN = 12
"""Ranges of lines that are named unless all are asked for."""


@cache
def _catalogue() -> Mapping[str, Mapping[str, list[str]]]:
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Words:
    """Phrases of words.toml in one language; `all_lines` names every line of a table."""

    lang: str
    all_lines: bool = False

    def say(self, key: str, /, **details: object) -> str:
        """A phrase of the text; KeyError for an unknown one."""
        return self.name("teks", key).format_map(details)

    def name(self, section: str, key: str) -> str:
        """What something is called."""
        return _catalogue()[section][key][LANGUAGES.index(self.lang)]

    def of_record(self, word: str) -> str:
        """A unit or a class, which records and figures have in Indonesian."""
        return Language(self.lang).say(record_word(word))

    def amount(self, value: float, satuan: str) -> str:
        """A number and its unit: `1 complaint`, `2 complaints`."""
        counted = counted_unit(satuan, value)
        unit = Language(self.lang).say(counted).strip() if counted else self.of_record(satuan)
        return f"{self.number(value)} {unit}".strip()

    def category(self, indikator: str, rincian: str) -> str:
        """A figure's category as `angka.csv` has it; in English its words go before it."""
        said = Language(self.lang).say(category_words(indikator, rincian))
        return rincian if self.lang == "id" or said == rincian else f"{said} ({rincian})"

    def meaning(self, sum_: str) -> str:
        """What a sum is of, empty where its name says it."""
        return self.name("arti_jumlah", sum_) if sum_ in _catalogue()["arti_jumlah"] else ""

    def number(self, value: float, decimals: int = DECIMALS) -> str:
        """A number with up to so many decimals: whole ones show none."""
        if math.isnan(value):
            return self.say("tidak_diketahui")
        shown = 0 if float(value).is_integer() else decimals
        return number_text(value, shown, self.lang)

    def day(self, day: date) -> str:
        return date_text(day) if self.lang == "id" else day.isoformat()

    def period(self, period: Period) -> str:
        if self.lang == "id":
            return period_text(period)
        return f"year {period.year}" if period.is_year else f"Q{period.quarter} {period.year}"

    def lines(self, lines: Sequence[int]) -> str:
        """`2–40, 55, 60–61`, and how many more where there are many ranges."""
        ranges = list(_ranges(lines))
        shown = ranges if self.all_lines else ranges[:RANGES_SHOWN]
        text = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in shown)
        left = len(lines) - sum(b - a + 1 for a, b in shown)
        return text + (self.say("lagi", banyak=self.number(left)) if left else "")


def _ranges(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last line of each run of lines, which are sorted."""
    first = 0
    for position in range(1, len(lines) + 1):
        if position == len(lines) or lines[position] != lines[position - 1] + 1:
            yield lines[first], lines[position - 1]
            first = position
