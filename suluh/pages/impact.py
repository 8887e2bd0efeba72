"""`/dampak/`: training, conduct, service, first full year against the newest, by department.

The two halves of the departments, by how much more they trained, are set side by side: what
the programme claims would show as more clear rises in the first half than in the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from suluh.charts import city_charts
from suluh.comparison import Change, Verdict, compare
from suluh.figures import CITY
from suluh.pages.page import Page, Section
from suluh.pages.roll import by_name
from suluh.periods import Period
from suluh.published import Department, Published
from suluh.sentences import compared_years, impact_lead
from suluh.text import say

CHAIN = ("jp_rata", "evaluasi_baik", "ikm")
"""Training, conduct, service: the order of the programme's claim."""

OUTCOMES = (Verdict.UP, Verdict.UNCLEAR, Verdict.DOWN)
"""What may have become of satisfaction, where it can be told."""

SMALLEST_HALF = 3
"""Fewer departments a half say nothing."""

SECTIONS = (
    Section("rantai", say("Rantai yang diuji")),
    Section("opd", say("Perubahan menurut perangkat daerah")),
    Section("kesimpulan", say("Yang dapat dan tidak dapat disimpulkan")),
)


@dataclass(frozen=True)
class Movement:
    """How the chain moved in one department, or the city (`department` None)."""

    department: Department | None
    changes: tuple[Change | None, ...]

    @property
    def training(self) -> float | None:
        """Training hours per employee gained."""
        return self.changes[0].difference if self.changes[0] else None

    @property
    def service(self) -> Verdict:
        """What became of satisfaction."""
        return self.changes[-1].verdict if self.changes[-1] else Verdict.UNKNOWN


@dataclass(frozen=True)
class Half:
    """Departments that trained more than the others, or less, and what became of satisfaction."""

    more: bool
    size: int
    outcomes: Mapping[Verdict, int]


def impact_page(published: Published) -> Page:
    """Before and after, with intervals, and what that can and cannot prove."""
    first, last = compared_years(published)
    valid = by_name(d for d in published.departments if d.valid_in(first) and d.valid_in(last))
    movements = tuple(_movement(published, d, first, last) for d in valid)
    return Page(
        path="dampak/",
        template="dampak.html",
        title=say("Apakah pembinaan berdampak?"),
        lead=impact_lead(published),
        sections=SECTIONS,
        charts=city_charts(published, "dampak"),
        content={
            "first": first,
            "last": last,
            "chain": CHAIN,
            "city": published.contract.city,
            "whole": _movement(published, None, first, last),
            "movements": movements,
            "halves": halves(movements),
            "outcomes": OUTCOMES,
        },
    )


def halves(movements: Iterable[Movement]) -> tuple[Half, ...]:
    """The half that added more training, and the other; nothing where they would be too small."""
    told = [m for m in movements if m.training is not None and m.service in OUTCOMES]
    told.sort(key=lambda m: -(m.training or 0.0))
    middle = len(told) // 2
    if middle < SMALLEST_HALF:
        return ()
    return (_half(told[:middle], more=True), _half(told[middle:], more=False))


def _half(movements: list[Movement], *, more: bool) -> Half:
    found = Counter(m.service for m in movements)
    return Half(more, len(movements), {verdict: found[verdict] for verdict in OUTCOMES})


def _movement(
    published: Published, department: Department | None, first: Period, last: Period
) -> Movement:
    who = department.kode_opd if department else CITY
    pairs = (
        (published.figure(who, i, str(last)), published.figure(who, i, str(first))) for i in CHAIN
    )
    return Movement(
        department, tuple(compare(new, old) if new and old else None for new, old in pairs)
    )
