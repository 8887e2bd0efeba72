"""Published figures for tests of what comes after the wall: a whole city from few cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from suluh.catalogue import Indicator, indicators
from suluh.contract import Contract, Policy
from suluh.figures import CITY, FIGURE_COLUMNS, KEY_COLUMNS, Status
from suluh.periods import Period, quarters_between, years_between
from suluh.published import Department, Figure, Published

AS_OF = date(2026, 9, 30)
FIRST_DAY = date(2024, 1, 1)

CIVIL_REGISTRY = Department(
    "disdukcapil",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Disdukcapil",
    "Dinas",
    date(2010, 1, 1),
    None,
    "",
)
LIBRARY = replace(
    CIVIL_REGISTRY,
    kode_opd="perpustakaan",
    nama="Dinas Perpustakaan",
    singkatan="",
    berlaku_sampai=date(2025, 12, 31),
    penerus="disdukcapil",
)
DEPARTMENTS = (CIVIL_REGISTRY, LIBRARY)

_RANGES = {"indeks": (25.0, 100.0), "skor": (1.0, 4.0), "persen": (0.0, 100.0), "JP": (0.0, 40.0)}
_OPEN_ENDED = {
    "skm_profil": ("jenis_kelamin/perempuan", "usia/18-25"),
    "layanan_pengguna": ("KTP",),
    "target": ("ikm",),
    "dampak_musim": ("2024",),
    "dampak_kelompok": ("2024/lebih", "2024/kurang"),
    "dampak_selisih": ("2024",),
    "dampak_kemiringan": ("2024", "2024/tingkat awal"),
}


@dataclass(frozen=True)
class Cell:
    """What a figure holds, apart from its unit: `share` is where its value lies in its range."""

    status: Status = Status.PUBLISHED
    share: float = 0.8
    width: float | None = 0.02
    n: int = 50


def figure(
    indikator: str = "ikm", periode: str = "2026-T3", rincian: str = "", **cells: Any
) -> Figure:
    """One figure of the civil registry; `cells` replace its fields."""
    blank = Figure(
        indikator,
        "disdukcapil",
        periode,
        rincian,
        nilai=None,
        batas_bawah=None,
        batas_atas=None,
        n=None,
        satuan=indicators()[indikator].satuan,
        kategori="",
        status=Status.PUBLISHED,
    )
    return replace(blank, **cells)


def published(
    cell: Callable[[str, str, str, str], Cell] = lambda *_: Cell(), as_of: date = AS_OF
) -> Published:
    """A city of two departments; `cell` gives a figure's content from its key."""
    rows = [_row(key, cell(*key)) for key in _keys(as_of)]
    table = pd.DataFrame(rows, columns=list(FIGURE_COLUMNS))
    numbers = {"nilai": "float64", "batas_bawah": "float64", "batas_atas": "float64", "n": "Int64"}
    table = table.astype(numbers).sort_values(list(KEY_COLUMNS), ignore_index=True)
    contract = Contract({}, "Kota Sawahlunto", is_sample=True, policy=Policy(), package={})
    return Published(contract, as_of, table, DEPARTMENTS)


def _keys(as_of: date) -> Iterator[tuple[str, str, str, str]]:
    periods = (*years_between(FIRST_DAY, as_of), *quarters_between(FIRST_DAY, as_of))
    for indicator in indicators().values():
        for period in periods:
            if indicator.tahun if period.is_year else indicator.triwulan:
                yield from _keys_of(indicator, period)


def _keys_of(indicator: Indicator, period: Period) -> Iterator[tuple[str, str, str, str]]:
    valid = (d.kode_opd for d in DEPARTMENTS if d.valid_in(period))
    codes = [CITY] if indicator.hanya_kota else [CITY, *valid]
    total = ("",) if indicator.total else ()
    for kode_opd in codes:
        for rincian in (*total, *(indicator.rincian or _OPEN_ENDED.get(indicator.id, ()))):
            yield indicator.id, kode_opd, str(period), rincian


def _row(key: tuple[str, str, str, str], cell: Cell) -> tuple[object, ...]:
    unit = indicators()[key[0]].satuan
    if key[0] == "predikat_opd":
        rated = cell.status is Status.PUBLISHED
        return (*key, None, None, None, None, unit, "baik" if rated else "", str(cell.status))
    if cell.status not in (Status.PUBLISHED, Status.SMALL_SAMPLE):
        return (*key, None, None, None, None, unit, "", str(cell.status))
    low, high = _RANGES.get(unit, (-30.0, 30.0) if unit == "poin" else (0.0, 60.0))
    value = round(low + cell.share * (high - low), 4)
    limits = _limits(value, unit, cell, low, high)
    band = "B" if key[0] == "ikm" else ""
    return (*key, value, *limits, cell.n, unit, band, str(cell.status))


def _limits(
    value: float, unit: str, cell: Cell, low: float, high: float
) -> tuple[float | None, float | None]:
    if cell.width is None or unit not in (*_RANGES, "poin", "nilai") or unit == "JP":
        return None, None
    margin = cell.width * (high - low)
    return max(low, value - margin), min(high, value + margin)
