"""The records as they were known on the date of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.contract import Column, Policy, Table
from suluh.indicators import period_codes
from suluh.records import Records

_HAPPENED = {
    "skm": "tanggal",
    "pelatihan": "tanggal_selesai",
    "pengaduan": "tanggal_masuk",
    "forum": "tanggal",
    "komitmen": "tanggal",
}
"""The date from which a row is known."""

_FOLLOWED = {
    "pengaduan": ("tanggal_tanggapan", "tanggal_selesai"),
    "komitmen": ("tanggal_selesai",),
}
"""Later dates of a row: not yet there before their day."""

_DTYPES = {"string": "str", "number": "float64", "date": "datetime64[s]"}


@dataclass(frozen=True)
class Known:
    """Every table of the contract, empty where it was not reported."""

    tables: Mapping[str, pd.DataFrame]
    as_of: np.datetime64
    policy: Policy


def known(records: Records) -> Known:
    """Leave out what happened after `as_of`; periods begun by then count as known."""
    as_of = np.datetime64(records.as_of, "s")
    tables = {
        name: _cut(name, records.tables[name], as_of) if name in records.tables else empty(table)
        for name, table in records.contract.tables.items()
    }
    return Known(tables, as_of, records.contract.policy)


def empty(table: Table) -> pd.DataFrame:
    """A table of the contract without rows."""
    return pd.DataFrame({c.name: pd.Series([], dtype=_dtype(c)) for c in table.columns})


def _dtype(column: Column) -> str:
    integer = "int64" if column.required else "Int64"
    return _DTYPES.get(column.type, integer)


def _cut(name: str, table: pd.DataFrame, as_of: np.datetime64) -> pd.DataFrame:
    if name == "evaluasi":
        return table[_begun(table["periode"], as_of)]
    if name not in _HAPPENED:
        return table
    happened = table[table[_HAPPENED[name]] <= as_of]
    later = {c: happened[c].where(happened[c] <= as_of) for c in _FOLLOWED.get(name, ())}
    return happened.assign(**later)


def _begun(periods: pd.Series, as_of: np.datetime64) -> npt.NDArray[np.bool_]:
    """Whether a year or quarter had begun."""
    quarter = period_codes.quarters(pd.Series([as_of]))[0]
    return np.asarray(period_codes.parse(periods) <= quarter)
