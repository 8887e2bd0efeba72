"""Corrections of published figures (`koreksi.csv`), true to the records as they now are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.workdays import AS_OF

_DAYS = {"ikm": ("tanggal", 24), "pengaduan_masuk": ("tanggal_masuk", 12)}
"""The date column of an indicator's records, and days until a mistake is found."""


def corrections_of(city: City, responses: pd.DataFrame, complaints: pd.DataFrame) -> pd.DataFrame:
    """The table `koreksi.csv`; `responses` is skm.csv, `complaints` pengaduan.csv."""
    with (Path(__file__).parent / "corrections.toml").open("rb") as file:
        entries = tomllib.load(file)["koreksi"]
    records = {"ikm": responses, "pengaduan_masuk": complaints}
    rows = sorted(row for e in entries for row in _row(city, e, records[e["indikator"]]))
    columns = ["tanggal", "indikator", "kode_opd", "periode", "sebelum", "sesudah", "alasan"]
    return pd.DataFrame(rows, columns=columns)


def _row(city: City, entry: dict[str, Any], records: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """One row, or none where the sample has no such department or quarter."""
    period, name = Period.parse(entry["periode"]), entry["indikator"]
    column, days = _DAYS[name]
    start, end = np.datetime64(period.start), np.datetime64(period.end)
    there = (records["kode_opd"] == entry["kode_opd"]) & records[column].between(start, end)
    if period not in city.calendar.quarters or not there.any():
        return
    after, decimals = _figure(name, records[there])
    found = min(period.end + timedelta(days=days), AS_OF)
    yield (
        str(found),
        name,
        entry["kode_opd"],
        entry["periode"],
        number_text(after - entry["berubah"], decimals),
        number_text(after, decimals),
        entry["alasan"],
    )


def _figure(name: str, records: pd.DataFrame) -> tuple[float, int]:
    """The figure as it is now, and its decimals."""
    if name == "ikm":
        return 25 * float(records[list(ELEMENTS)].to_numpy().mean()), 2
    return float(len(records)), 0
