"""`/dampak/`: does it work? Training, conduct, service, before and after, and what that proves.

The first full year is held against the newest: step by step for the city, quarter by quarter so
that season does not disturb, and between departments that added more training and the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from suluh.charts import city_charts
from suluh.comparison import Change, Verdict, compare
from suluh.effect import Effect
from suluh.figures import CITY
from suluh.impact import (
    ADJUSTED,
    DIFFERENCE,
    FEWER,
    GROUPS,
    MORE,
    SEASON,
    SLOPE,
    Response,
    halves,
)
from suluh.pages.page import Page, Section
from suluh.pages.roll import by_name
from suluh.periods import Period
from suluh.published import Department, Figure, Published
from suluh.sentences import city_effect, compared_years, impact_lead
from suluh.text import say

CHAIN = (
    "pelatihan_cakupan",
    "jp_rata",
    "pelatihan_peningkatan",
    "pelatihan_diterapkan",
    "evaluasi_baik",
    "ikm",
)
"""Reached, trained, learned, applied, rated, and citizens content: the programme's claim."""

HOURS = CHAIN.index("jp_rata")

OUTCOMES = (Verdict.UP, Verdict.UNCLEAR, Verdict.DOWN)
"""What may have become of satisfaction, where it can be told."""

ONE_IN = 20
"""Of so many 95 % intervals about nothing, one leaves zero out."""

SECTIONS = (
    Section("rantai", say("Rantai yang diuji")),
    Section("musim", say("Tanpa pengaruh musim")),
    Section("hubungan", say("Yang lebih banyak dilatih, lebih naik?")),
    Section("opd", say("Sebelum dan sesudah di setiap perangkat daerah")),
    Section("kesimpulan", say("Yang dapat dan tidak dapat disimpulkan")),
    Section("cara", say("Cara kami menguji")),
)


@dataclass(frozen=True)
class Movement:
    """How the chain moved in one department, or the city (`department` None).

    `season`: the change of satisfaction in the same quarters. `ratings`: the organisation's own
    in both years, which prescribe how those of its staff may be spread (SE MenPANRB 3/2023).
    """

    department: Department | None
    changes: tuple[Change | None, ...]
    season: Effect | None
    ratings: tuple[Figure | None, Figure | None]

    @property
    def hours(self) -> float | None:
        """Training hours per employee gained."""
        change = self.changes[HOURS]
        return change.difference if change else None

    @property
    def is_rated_alike(self) -> bool:
        """Whether the shares of staff rated well can be compared: the same was prescribed."""
        old, new = (rating and rating.kategori for rating in self.ratings)
        return bool(old) and old == new

    @property
    def service(self) -> Verdict:
        """What became of satisfaction."""
        return self.season.verdict if self.season else Verdict.UNKNOWN


@dataclass(frozen=True)
class Half:
    """Departments that added more training than the others, or less.

    `mean`: their mean change of satisfaction; `outcomes`: how many changed which way.
    """

    more: bool
    size: int
    mean: Effect | None
    outcomes: Mapping[Verdict, int]


@dataclass(frozen=True)
class Chance:
    """How many departments changed, and how many would seem to if none had."""

    outcomes: Mapping[Verdict, int]
    compared: int
    by_chance: int


def impact_page(published: Published) -> Page:
    """Before and after, with intervals, and what that can and cannot prove."""
    first, last = compared_years(published)
    movements = tuple(_movements(published, first, last))
    return Page(
        path="dampak/",
        template="dampak.html",
        title=say("Apakah pembinaan berdampak?"),
        lead=impact_lead(published),
        sections=SECTIONS,
        charts=city_charts("dampak"),
        content={
            "first": first,
            "last": last,
            "chain": CHAIN,
            "city": published.contract.city,
            "whole": _movement(published, None, first, last),
            "quarters": tuple(_quarters(published, first, last)),
            "movements": movements,
            "chance": chance(movements),
            "halves": _halves(published, movements, first, last),
            "outcomes": OUTCOMES,
            "effects": {
                "difference": city_effect(published, DIFFERENCE, last, str(first)),
                "slope": city_effect(published, SLOPE, last, str(first)),
                "adjusted": city_effect(published, SLOPE, last, f"{first}/{ADJUSTED}"),
            },
        },
    )


def _movements(published: Published, first: Period, last: Period) -> Iterator[Movement]:
    """Of every department of both years, by name; none where there is but one year."""
    if first == last:
        return
    for d in by_name(d for d in published.departments if d.valid_in(first) and d.valid_in(last)):
        yield _movement(published, d, first, last)


def split(movements: Sequence[Movement]) -> tuple[list[Movement], list[Movement]]:
    """The half that added more training, and the other, as the figures have them."""
    told = {m.department.kode_opd: m for m in movements if m.department and _is_told(m)}
    more, fewer = halves([Response(k, m.hours or 0.0, 0.0, 0.0) for k, m in told.items()])
    return [told[r.kode_opd] for r in more], [told[r.kode_opd] for r in fewer]


def chance(movements: Sequence[Movement]) -> Chance:
    """What became of satisfaction, and what chance alone would show."""
    outcomes = _outcomes(movements)
    compared = sum(outcomes.values())
    return Chance(outcomes, compared, round(compared / ONE_IN))


def _is_told(movement: Movement) -> bool:
    return movement.hours is not None and movement.service in OUTCOMES


def _halves(
    published: Published, movements: Sequence[Movement], first: Period, last: Period
) -> tuple[Half, ...]:
    more, fewer = split(movements)
    if not more:
        return ()
    means = (city_effect(published, GROUPS, last, f"{first}/{name}") for name in (MORE, FEWER))
    return tuple(
        Half(group is more, len(group), mean, _outcomes(group))
        for group, mean in zip((more, fewer), means, strict=True)
    )


def _outcomes(movements: Sequence[Movement]) -> Mapping[Verdict, int]:
    found = Counter(m.service for m in movements)
    return {verdict: found[verdict] for verdict in OUTCOMES}


def _movement(
    published: Published, department: Department | None, first: Period, last: Period
) -> Movement:
    who = department.kode_opd if department else CITY
    season = published.figure(who, SEASON, str(last), str(first))
    changes = tuple(_change(published, who, i, first, last) for i in CHAIN)
    old, new = (published.figure(who, "predikat_opd", str(year)) for year in (first, last))
    return Movement(department, changes, Effect(season) if season else None, (old, new))


def _change(
    published: Published, kode_opd: str, indikator: str, first: Period, last: Period
) -> Change | None:
    """None where there is no figure of both, or but one year to compare."""
    old, new = (published.figure(kode_opd, indikator, str(p)) for p in (first, last))
    return compare(new, old) if new and old and first != last else None


def _quarters(published: Published, first: Period, last: Period) -> Iterator[Change]:
    """The city's index, each quarter against the same one of the first year."""
    for quarter in (1, 2, 3, 4):
        old, new = Period(first.year, quarter), Period(last.year, quarter)
        change = _change(published, CITY, "ikm", old, new)
        if change and change.difference is not None:
            yield change
