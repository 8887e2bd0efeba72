"""Parts: the rows of one table that go into a figure, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.explain.question import Question
from suluh.figures import CITY
from suluh.indicators import period_codes
from suluh.indicators.derivation import Draw
from suluh.indicators.entries import Entries
from suluh.indicators.known import Known
from suluh.records import Records

OTHER_DEPARTMENT = "opd_lain"
OTHER_PERIOD = "masa_lain"
LATER_PERIOD = "masa_sesudahnya"
LATER = "sesudah_tanggal_data"
SETTLED = "sudah_selesai"
OTHER_CATEGORY = "kategori_lain"
OWN_TARGET = "target_khusus"


@dataclass(frozen=True)
class Part:
    """What one table gives a figure, as labels of its rows; each row is in one place alone.

    `counted`: those of `used` that are in the numerator, None where there is none.
    `looked_up`: rows of other tables that the used ones take something from.
    `absent`: the table was not reported.
    """

    table: str
    used: pd.Index
    left_out: Mapping[str, pd.Index]
    counted: pd.Index | None = None
    looked_up: Mapping[str, pd.Index] = field(default_factory=dict)
    absent: bool = False

    @property
    def rows(self) -> int:
        """All rows of the table."""
        return len(self.used) + sum(map(len, self.left_out.values()))


def part(
    draw: Draw,
    entries: Mapping[str, Entries],
    known: Known,
    records: Records,
    question: Question,
) -> Part:
    """Sort the rows of a table by what they do in a figure, the first reason counting."""
    own = entries[draw.entries]
    if own.table not in records.tables:
        return Part(own.table, pd.Index([]), {}, absent=True)
    sorting = _Sorting(records.tables[own.table], own, draw, question)
    sorting.by_date_and_department(known.tables[own.table].index)
    sorting.by_place()
    if draw.superseded:
        sorting.leave_out_by(draw.superseded(own.tally()))
    if draw.gone:
        gone = entries[draw.gone]
        sorting.leave_out(gone.rows[_until(gone, question)], SETTLED)
    for need in draw.needs:
        sorting.leave_out(sorting.without(need.sums), need.reason)
    return sorting.part(records)


class _Sorting:
    """The rows of a table, each with the reason why it is left out, or none."""

    def __init__(self, table: pd.DataFrame, own: Entries, draw: Draw, question: Question) -> None:
        self._table, self._own, self._draw, self._question = table, own, draw, question
        self._reasons = pd.Series("", table.index, dtype="object")
        self._asked: dict[str, None] = {}

    def leave_out(self, rows: pd.Index, reason: str) -> None:
        """Rows that have a reason already keep it."""
        self._asked[reason] = None
        free = self._reasons.index.isin(rows) & (self._reasons == "").to_numpy()
        self._reasons[free] = reason

    def by_date_and_department(self, happened: pd.Index) -> None:
        self.leave_out(self._table.index.difference(happened), LATER)
        if self._question.kode_opd == CITY and not self._draw.own_or_common:
            return
        department = self._table["kode_opd"]
        elsewhere = department.notna() & (department != self._question.kode_opd)
        self.leave_out(self._table.index[elsewhere], OTHER_DEPARTMENT)

    def by_place(self) -> None:
        """What the family left out, then other periods, other categories, general targets."""
        for reason, rows in self._own.left_out.items():
            self.leave_out(rows, reason)
        inside = _inside(self._own, self._draw, self._question)
        self.leave_out(self._own.rows[~inside], LATER_PERIOD if self._draw.gone else OTHER_PERIOD)
        for key, value in self._draw.category.items():
            other = np.asarray(self._own.keys[key]) != value
            self.leave_out(self._own.rows[other], OTHER_CATEGORY)
        if self._draw.own_or_common:
            self._by_own_row()

    def leave_out_by(self, superseded: pd.Series) -> None:
        """Leave out entries by the reason given for their keys."""
        keys = [pd.Index(np.asarray(self._own.keys[str(k)])) for k in superseded.index.names]
        reasons = superseded.reindex(pd.MultiIndex.from_arrays(keys)).to_numpy()
        for reason in dict.fromkeys(filter(None, reasons)):
            self.leave_out(self._own.rows[reasons == reason], reason)

    def without(self, sums: tuple[str, ...]) -> pd.Index:
        """Rows that add to none of these sums."""
        adds = np.logical_or.reduce([self._adds_to(name) for name in sums])
        silent: pd.Index = self._own.rows[~adds]
        return silent

    def part(self, records: Records) -> Part:
        left_out = self._reasons[self._reasons != ""]
        used = self._reasons.index[self._reasons == ""]
        among = self._own.rows.isin(used)
        counted = self._draw.counted and self._own.rows[among & self._adds_to(self._draw.counted)]
        looked_up = {
            name: pd.Index(labels[among].unique()) for name, labels in self._own.looked_up.items()
        } | {
            name: records.tables[name].index
            for name in self._own.consulted
            if name in records.tables
        }
        found = {reason: left_out.index[left_out == reason] for reason in self._asked}
        reasons = {reason: rows for reason, rows in found.items() if len(rows)}
        return Part(
            self._own.table,
            used,
            reasons,
            None if isinstance(counted, str) else counted,
            looked_up,
        )

    def _adds_to(self, name: str) -> npt.NDArray[np.bool_]:
        return np.asarray(np.asarray(self._own.sums[name]) != 0)

    def _by_own_row(self) -> None:
        """A row for every department gives way to the department's own."""
        standing = self._table.loc[self._reasons == "", "kode_opd"]
        if standing.notna().any():
            self.leave_out(standing.index[standing.isna()], OWN_TARGET)


def _codes(own: Entries) -> npt.NDArray[np.int64]:
    return np.asarray(own.keys["periode"], "int64")


def _inside(own: Entries, draw: Draw, question: Question) -> npt.NDArray[np.bool_]:
    """Whether each entry belongs to the period."""
    if draw.gone:
        return _until(own, question)
    wanted = period_codes.code(question.period)
    if question.period.is_year or draw.of_year:
        return np.asarray(period_codes.years(_codes(own)) == wanted // 10 * 10)
    return np.asarray(_codes(own) == wanted)


def _until(own: Entries, question: Question) -> npt.NDArray[np.bool_]:
    """Whether each entry, by quarter, is of the period or before."""
    wanted = period_codes.code(question.period)
    last = wanted + 4 if question.period.is_year else wanted
    return np.asarray(_codes(own) <= last)
