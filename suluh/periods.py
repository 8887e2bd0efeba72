"""Reporting periods: a calendar year (`2026`) or one of its quarters (`2026-T3`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

PERIOD_PATTERN = r"[12]\d{3}(-T[1-4])?"


@dataclass(frozen=True, order=True)
class Period:
    """A year (`quarter == 0`) or a quarter (1-4); ordered by year, then quarter."""

    year: int
    quarter: int = 0

    @classmethod
    @cache  # a few dozen distinct texts, asked for a hundred thousand times
    def parse(cls, text: str) -> Period:
        """Read `2026` or `2026-T3`; ValueError for anything else."""
        if not re.fullmatch(PERIOD_PATTERN, text):
            raise ValueError(f"not a period: {text!r}")
        return cls(int(text[:4]), int(text[6:] or 0))

    @classmethod
    def quarter_of(cls, day: date) -> Period:
        """The quarter a day falls in."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year}-T{self.quarter}" if self.quarter else str(self.year)

    @property
    def is_year(self) -> bool:
        return self.quarter == 0

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, 3 * self.quarter - 2 if self.quarter else 1, 1)

    @property
    def end(self) -> date:
        """Last day."""
        if self.quarter in (0, 4):
            return date(self.year, 12, 31)
        return date(self.year, 3 * self.quarter + 1, 1) - timedelta(days=1)

    def is_under_way(self, day: date) -> bool:
        """Whether it has begun on a day and is not over: what it counts is not all yet."""
        return self.start <= day < self.end

    def year_before(self) -> Period:
        """The same period one year earlier: the comparison that season does not disturb."""
        return Period(self.year - 1, self.quarter)


def years_between(first: date, last: date) -> tuple[Period, ...]:
    """Every year touched by the days from first to last."""
    return tuple(Period(year) for year in range(first.year, last.year + 1))


def quarters_between(first: date, last: date) -> tuple[Period, ...]:
    """Every quarter touched by the days from first to last."""
    periods = (Period(year, q) for year in range(first.year, last.year + 1) for q in (1, 2, 3, 4))
    return tuple(p for p in periods if p.end >= first and p.start <= last)
