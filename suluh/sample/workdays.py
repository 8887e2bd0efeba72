"""The sample's calendar: its quarters, its holidays (`libur.csv`) and its working days."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.periods import Period, quarters_between

AS_OF = date(2026, 9, 30)
"""The sample's newest day, fixed so that the same seed gives the same bytes on any day."""

_ONE_DAY = timedelta(days=1)

Days = npt.NDArray[np.datetime64]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Calendar:
    """The last `years` calendar years up to `AS_OF`."""

    years: int

    @property
    def first_year(self) -> int:
        return AS_OF.year - self.years + 1

    @cached_property
    def all_years(self) -> range:
        return range(self.first_year, AS_OF.year + 1)

    @cached_property
    def quarters(self) -> tuple[Period, ...]:
        return quarters_between(date(self.first_year, 1, 1), AS_OF)

    @cached_property
    def holidays(self) -> pd.DataFrame:
        """Columns tanggal, nama: the table `libur.csv`."""
        with (Path(__file__).parent / "holidays.toml").open("rb") as file:
            known = tomllib.load(file)
        rows = [
            (f"{year}-{day}", name)
            for year in self.all_years
            for day, name in known.get(str(year), known["tetap"]).items()
        ]
        return pd.DataFrame(rows, columns=["tanggal", "nama"])

    @cached_property
    def working(self) -> np.busdaycalendar:
        return np.busdaycalendar(holidays=self.holidays["tanggal"].to_numpy("datetime64[D]"))

    @cached_property
    def workdays(self) -> Days:
        """Every working day of the sample, in order."""
        days = np.arange(f"{self.first_year}-01-01", str(AS_OF + _ONE_DAY), dtype="datetime64[D]")
        return days[np.is_busday(days, busdaycal=self.working)]

    def after(self, days: Days, workdays: Ints) -> Days:
        """The days that lie so many working days after the given ones."""
        start = np.busday_offset(days, 0, roll="backward", busdaycal=self.working)
        return np.asarray(np.busday_offset(start, workdays, busdaycal=self.working))

    def workday_in(self, quarter: Ints, chance: Floats) -> Days:
        """A working day of each quarter (an index into `quarters`), by a chance in [0, 1)."""
        bounds = np.array([q.start for q in self.quarters] + [AS_OF + _ONE_DAY], "datetime64[D]")
        first = np.searchsorted(self.workdays, bounds)
        index = first[quarter] + chance * (first[quarter + 1] - first[quarter])
        return self.workdays[index.astype(np.int64)]
