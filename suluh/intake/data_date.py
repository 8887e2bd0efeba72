"""The date of the data: there is no clock, so it is the newest date in the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from suluh.contract import Contract
from suluh.periods import Period

PERIOD_TABLES = ("evaluasi", "pegawai", "predikat_opd", "layanan")
"""Tables that date a folder without events."""


def date_of(tables: Mapping[str, pd.DataFrame], contract: Contract) -> date:
    """Return the newest event, else the end of the newest period, else of validity's start."""
    for newest in (_events(tables, contract), _period_ends(tables), _validity_starts(tables)):
        days = list(newest)
        if days:
            return max(days)
    return date.min


def _events(tables: Mapping[str, pd.DataFrame], contract: Contract) -> Iterator[date]:
    for name, frame in tables.items():
        for column in contract.tables[name].columns:
            if column.event:
                yield from _newest(frame[column.name])


def _period_ends(tables: Mapping[str, pd.DataFrame]) -> Iterator[date]:
    for name in PERIOD_TABLES:
        frame = tables.get(name, pd.DataFrame())
        for column in {"periode", "tahun"} & set(frame):
            yield from (Period.parse(str(text)).end for text in frame[column].dropna().unique())


def _validity_starts(tables: Mapping[str, pd.DataFrame]) -> Iterator[date]:
    if "opd" in tables:
        yield from _newest(tables["opd"]["berlaku_mulai"])


def _newest(days: pd.Series) -> Iterator[date]:
    if days.notna().any():
        yield days.max().date()
