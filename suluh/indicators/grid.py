"""The grid of figures: every department valid in a period, and the city, in every period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.figures import CITY
from suluh.indicators import period_codes
from suluh.indicators.period_codes import Codes
from suluh.periods import Period, quarters_between, years_between
from suluh.records import Records

_YEARLY = ("pegawai", "predikat_opd", "layanan")


@dataclass(frozen=True)
class Grid:
    """Places for figures: pairs (kode_opd, periode), sorted; periods are `period_codes`.

    `tables`: the tables that were reported.
    """

    places: pd.MultiIndex
    tables: frozenset[str]

    @cached_property
    def periods(self) -> Codes:
        """The period of each place."""
        return self.places.get_level_values("periode").to_numpy("int64")

    @cached_property
    def departments(self) -> npt.NDArray[np.object_]:
        """The department of each place, or `kota`."""
        return self.places.get_level_values("kode_opd").to_numpy("object")

    @cached_property
    def is_year(self) -> npt.NDArray[np.bool_]:
        return np.asarray(self.periods % 10 == 0)

    @cached_property
    def is_city(self) -> npt.NDArray[np.bool_]:
        return np.asarray(self.departments == CITY)

    def has(self, tables: Iterable[str]) -> bool:
        """Whether all these tables were reported."""
        return self.tables.issuperset(tables)

    def lay(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Sums at every place, 0 where there are none."""
        return frame.reindex(self.places, fill_value=0)

    def find(self, index: pd.Index) -> npt.NDArray[np.intp]:
        """Place of each (kode_opd, periode, …) of an index, -1 where it has none."""
        pair = [index.get_level_values(str(name)) for name in self.places.names]
        return self.places.get_indexer(pd.MultiIndex.from_arrays(pair))


def published_grid(records: Records) -> Grid:
    """Departments valid on any day of a period × periods up to `as_of`."""
    periods = published_periods(records)
    opd = records.tables["opd"]
    starts = opd["berlaku_mulai"].to_numpy("datetime64[D]")
    ends = opd["berlaku_sampai"].fillna(pd.Timestamp("9999-12-31")).to_numpy("datetime64[D]")
    first = np.array([p.start for p in periods], "datetime64[D]")
    last = np.array([p.end for p in periods], "datetime64[D]")
    department, period = np.nonzero((starts[:, None] <= last) & (ends[:, None] >= first))
    codes = np.array([period_codes.code(p) for p in periods], "int64")
    names = np.append(opd["kode_opd"].to_numpy("object")[department], [CITY] * len(periods))
    places = pd.MultiIndex.from_arrays(
        [pd.array(names, dtype="str"), np.append(codes[period], codes)],
        names=["kode_opd", "periode"],
    )
    return Grid(places.sort_values(), frozenset(records.tables))


def published_periods(records: Records) -> tuple[Period, ...]:
    """Every year and quarter from the first event or yearly record to `as_of`."""
    first = min(_beginnings(records), default=records.as_of)
    span = min(first, records.as_of), records.as_of
    return tuple(sorted(years_between(*span) + quarters_between(*span)))


def _beginnings(records: Records) -> Iterator[date]:
    """The first day of each kind of record."""
    for name, table in records.tables.items():
        if table.empty:
            continue
        events = [c.name for c in records.contract.tables[name].columns if c.event]
        yield from (d.date() for d in table[events].min() if not pd.isna(d))
        if name in _YEARLY:
            yield date(int(table["tahun"].min()), 1, 1)
        if name == "evaluasi":
            yield Period.parse(table["periode"].min()).start
