"""What those who use the data must know, in Indonesian and English: columns, states, caveats.

The words are in `vocabulary.toml`; the page `/data/` and every description of the data say the
same ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suluh.catalogue import Indicator
from suluh.contract import Policy
from suluh.figures import FIGURE_COLUMNS, Status
from suluh.localisation import number_text

_SAMPLE = "contoh"


@dataclass(frozen=True)
class Bilingual:
    """The same words in Indonesian and English."""

    id: str
    en: str

    @property
    def by_language(self) -> dict[str, str]:
        """As JSON has them: `{"id": …, "en": …}`."""
        return asdict(self)

    @property
    def by_tag(self) -> list[dict[str, str]]:
        """As JSON-LD has them: `[{"@value": …, "@language": "id"}, …]`."""
        return [{"@value": self.id, "@language": "id"}, {"@value": self.en, "@language": "en"}]

    def filled(self, **words: Bilingual) -> Bilingual:
        """The words with others in the place of `{names}`."""
        return Bilingual(
            self.id.format(**{name: word.id for name, word in words.items()}),
            self.en.format(**{name: word.en for name, word in words.items()}),
        )


@dataclass(frozen=True)
class ColumnWords:
    """A column of the downloads: its name, what it is called, what it holds."""

    name: str
    title: Bilingual
    description: Bilingual


def column_words() -> tuple[ColumnWords, ...]:
    """The columns of `angka.csv`, in their order."""
    known = _vocabulary()["kolom"]
    return tuple(
        ColumnWords(name, Bilingual(**known[name]["judul"]), Bilingual(**known[name]["isi"]))
        for name in FIGURE_COLUMNS
    )


def status_words(policy: Policy) -> Mapping[Status, Bilingual]:
    """What each state means under the city's limits; plain publication first."""
    limits = {
        "smallest_count": _number(policy.smallest_count),
        "hidden_responses": _number(policy.hidden_responses),
        "small_most": _number(policy.small_sample - 1),
    }
    known = _vocabulary()["status"]
    return {Status(name): Bilingual(**words).filled(**limits) for name, words in known.items()}


def caveats(*, is_sample: bool) -> tuple[Bilingual, ...]:
    """What must be borne in mind with any of the figures."""
    known = _vocabulary()["catatan"]
    return tuple(Bilingual(**known[name]) for name in known if name != _SAMPLE or is_sample)


def unit_words(indicator: Indicator) -> Bilingual | None:
    """The unit of an indicator; None where its figures have none, or each its own."""
    unit = indicator.satuan
    return Bilingual(unit, _vocabulary()["satuan"][unit]) if unit else None


def theme_words(theme: str) -> Bilingual:
    """A theme of the catalogue, by its key there."""
    return Bilingual(**_vocabulary()["tema"][theme])


def _number(number: int) -> Bilingual:
    return Bilingual(number_text(number), f"{number:,}")


@cache
def _vocabulary() -> Mapping[str, Any]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)
