"""Two to four departments side by side: what is offered on `/banding/`.

The page holds the choice and the words; `templates/theme/assets/banding.js` puts in the figures
from `unduh/opd/<kode>.csv` and tells differences by the rule of `suluh.comparison`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suluh.catalogue import ELEMENTS, Indicator, indicators
from suluh.decimals import DECIMALS
from suluh.pages.roll import reported
from suluh.periods import Period
from suluh.published import Department, Published
from suluh.text import say
from suluh.wording import ELEMENT_WORDS

COMPARED = (
    ("ikm", ("",)),
    ("nrr", ELEMENTS),
    ("jp_terpenuhi", ("",)),
    ("pengaduan_tepat_waktu", ("",)),
    ("komitmen_ditepati", ("",)),
)
"""The main figures, each with an interval. No predikat: the organisation's own partly prescribes
how those of its people are spread (SE MenPANRB 3/2023)."""


@dataclass(frozen=True)
class Measure:
    """One row of the comparison: a figure of every department, shown with so many decimals."""

    indicator: Indicator
    rincian: str
    name: str

    @property
    def decimals(self) -> int:
        return DECIMALS.get(self.indicator.satuan, 0)


@dataclass(frozen=True)
class SideBySide:
    """`years` newest first; `others` are departments that did not exist in `year`."""

    year: Period
    years: tuple[Period, ...]
    measures: tuple[Measure, ...]
    compared: tuple[Indicator, ...]
    others: tuple[Department, ...]


def side_by_side(published: Published, year: Period) -> SideBySide:
    """What can be put side by side, and of which years; `year` is the one shown first."""
    return SideBySide(
        year=year,
        years=published.years[::-1],
        measures=tuple(_measures()),
        compared=tuple(indicators()[id_] for id_, _ in COMPARED),
        others=tuple(d for d in reported(published) if not d.valid_in(year)),
    )


def _measures() -> Iterator[Measure]:
    for id_, categories in COMPARED:
        indicator = indicators()[id_]
        for rincian in categories:
            element = ELEMENT_WORDS.get(rincian)
            name = say("Unsur {element}", element=element) if element else indicator.nama
            yield Measure(indicator, rincian, name)
