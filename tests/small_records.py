"""Small `Records` made by hand: rows as dicts, every column of the contract filled in."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from suluh.contract import Table, read_contract
from suluh.figures import KEY_COLUMNS
from suluh.indicators import compute
from suluh.indicators.known import empty
from suluh.records import Records

CONTRACT = read_contract(Path(__file__).parents[1] / "data" / "datapackage.json")

Rows = Sequence[Mapping[str, Any]]

DINAS: Mapping[str, Any] = {
    "kode_opd": "dinas",
    "nama": "Dinas",
    "jenis": "dinas",
    "berlaku_mulai": date(2000, 1, 1),
}


def records(as_of: date, *, opd: Rows = (DINAS,), **tables: Rows) -> Records:
    """Records of these tables alone; the others were not reported."""
    rows = {"opd": opd, **tables}
    typed = {name: table_of(CONTRACT.tables[name], rows[name]) for name in rows}
    return Records(typed, as_of, CONTRACT)


def table_of(table: Table, rows: Rows) -> pd.DataFrame:
    """Typed rows; columns that a row leaves out are missing, a required string is `-`."""
    filled = {
        column.name: [row.get(column.name, _default(column.type, column.required)) for row in rows]
        for column in table.columns
    }
    return pd.DataFrame(filled).astype(_dtypes(table.name))


@cache
def _dtypes(table: str) -> dict[Hashable, Any]:
    return empty(CONTRACT.tables[table]).dtypes.to_dict()


def _default(type_: str, required: bool) -> Any:
    return "-" if type_ == "string" and required else None


def figure(
    city: Records, indikator: str, periode: str, rincian: str = "", opd: str = "dinas"
) -> dict[str, Any]:
    """The row of one figure; KeyError if there is none."""
    return _computed(_Same(city))[indikator, opd, periode, rincian]


@dataclass(frozen=True)
class _Same:
    """Records are the same while they are the same object."""

    city: Records

    def __hash__(self) -> int:
        return id(self.city)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.city is other.city


@lru_cache(maxsize=8)
def _computed(of: _Same) -> Mapping[tuple[str, ...], dict[str, Any]]:
    table = compute(of.city).table.astype("object")
    rows = table.where(table.notna(), None).to_dict("records")
    return {tuple(row[name] for name in KEY_COLUMNS): row for row in rows}
