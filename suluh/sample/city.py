"""The invented city: its calendar, its departments and its streams of chance."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from suluh.periods import Period
from suluh.sample.departments import Department, departments_of
from suluh.sample.workdays import Calendar, Floats


@dataclass(frozen=True)
class City:
    """A sample's size and seed, and what follows from them for every table."""

    departments_count: int
    years: int
    responses: int
    employees: int
    seed: int

    def chance(self, purpose: str) -> np.random.Generator:
        """A stream of its own for each purpose, so that one table never shifts another."""
        return np.random.Generator(np.random.PCG64([self.seed, zlib.crc32(purpose.encode())]))

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.years)

    @cached_property
    def departments(self) -> tuple[Department, ...]:
        first = self.calendar.first_year
        return departments_of(self.departments_count, first, self.chance("departments"))

    @cached_property
    def codes(self) -> npt.NDArray[np.str_]:
        return np.array([d.code for d in self.departments])

    @cached_property
    def reporting(self) -> npt.NDArray[np.bool_]:
        """Departments × quarters: which hand in records."""
        quarters = self.calendar.quarters
        return np.array([[d.reports_in(q) for q in quarters] for d in self.departments])

    @cached_property
    def progress(self) -> Floats:
        """Departments × quarters: how much of its change in quality has come, 0 to 1."""
        return np.array([[self._come(d, q) for q in self.calendar.quarters]
                         for d in self.departments])  # fmt: skip

    @staticmethod
    def _come(department: Department, quarter: Period) -> float:
        start = department.programme or department.growth_from
        if start is None:
            return 0.0
        passed = 4 * (quarter.year - start.year) + quarter.quarter - start.quarter
        return min(max(passed / 5, 0.0), 1.0)

    def with_programme(self, period: Period) -> npt.NDArray[np.bool_]:
        """Which departments had begun their structured training by the end of a period."""
        starts = [d.programme for d in self.departments]
        return np.array([p is not None and p.start <= period.end for p in starts])
