"""The indicators: what each one is called, counted in, drawn from and protected by.

The catalogue itself is `catalogue.toml`; Perpres 39/2019 (Satu Data) asks for konsep,
definisi, klasifikasi, ukuran and satuan of each. Both sides of the wall read it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from suluh.owners import Owner, owners
from suluh.text import pair

ELEMENTS = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
)
"""The nine elements (unsur) of the survey, PermenPANRB 14/2017, by column name."""

PREDICATES = ("sangat kurang", "kurang", "butuh perbaikan", "baik", "sangat baik")
"""A person's predikat, lowest first, PermenPANRB 6/2022."""

COMPLAINT_KINDS = ("pengaduan", "aspirasi", "permintaan informasi")

SETTLEMENT_DAYS = (1, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90)
"""Days at which the settlement curve is published."""


UNIT_RANGES: Mapping[str, tuple[float, float]] = {
    "indeks": (25, 100),
    "skor": (1, 4),
    "persen": (0, 100),
    "nilai": (0, 100),
    "poin": (-100, 100),
}
"""Least and most that a figure of a unit can be; anything else is a count, 0 or more."""


class Protection(StrEnum):
    """Which rule of the wall an indicator falls under."""

    OPEN = "terbuka"  # no person in it
    SURVEY = "survei"  # too few responses: hidden, or marked as a small sample
    COUNT = "cacah_orang"  # a count of people: small counts hidden
    SHARE = "bagian_orang"  # a share or mean of people: hidden for small groups
    SPLIT = "pecahan_orang"  # same, and hidden if the people on either side of it are few
    DERIVED = "turunan"  # made of published figures after the wall: nothing in it to hide


@dataclass(frozen=True)
class RuleVersion:
    """How an indicator was computed from the year `mulai` on.

    `dasar`: regulation or paper. `perubahan`: what it does otherwise than the version before;
    empty for the first.
    """

    versi: str
    mulai: int
    dasar: str
    perubahan: str = ""
    perubahan_en: str = ""


@dataclass(frozen=True)
class Prose:
    """What an indicator means, in one language.

    `batasan`: what it does not say. `siasat`: how it could be gamed, and what guards against it.
    """

    konsep: str
    definisi: str
    klasifikasi: str
    ukuran: str
    rumus: str
    batasan: str
    siasat: str


@dataclass(frozen=True, repr=False)
class Indicator:
    """One indicator; `rincian` lists its categories in order (empty: only a total).

    `total`: whether there is a figure without category. `open_ended`: more categories may
    come from the records (names of services, themes).
    """

    id: str
    nama: str
    nama_en: str
    satuan: str
    triwulan: bool
    tahun: bool
    total: bool
    hanya_kota: bool  # compares departments: only the city has such a figure
    rincian: tuple[str, ...]
    open_ended: bool
    tabel: tuple[str, ...]
    perlindungan: Protection
    tema: str  # section of the site: survei, pelatihan, evaluasi, pengaduan, forum, dampak, umum
    naik: str  # "baik", "buruk" or "netral": what a rise means
    konsep: str
    definisi: str
    klasifikasi: str
    ukuran: str
    rumus: str
    batasan: str
    siasat: str
    en: Prose  # the same seven texts in English
    pemilik: Owner
    tinjau: date  # when it is to be reviewed next
    versi: tuple[RuleVersion, ...]

    def __repr__(self) -> str:
        """Its id: all the rest is the program's own, and pages are kept by what they show."""
        return f"Indicator({self.id!r})"

    @property
    def range(self) -> tuple[float, float]:
        """Least and most that its figures can be."""
        return UNIT_RANGES.get(self.satuan, (0, inf))

    def version_in(self, year: int) -> RuleVersion:
        """The rule in force in a year; the oldest one for years before it."""
        known = [v for v in self.versi if v.mulai <= year]
        return known[-1] if known else self.versi[0]


_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "unsur": ELEMENTS,
    "unsur_skor": tuple(f"{e}/{score}" for e in ELEMENTS for score in (1, 2, 3, 4)),
    "skor": ("1", "2", "3", "4"),
    "predikat": PREDICATES,
    "tindak_lanjut": ("penghargaan", "pembinaan"),
    "awal_akhir": ("awal", "akhir"),
    "jenis_pengaduan": COMPLAINT_KINDS,
    "hari": tuple(str(d) for d in SETTLEMENT_DAYS),
}


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by id, in the order of the catalogue."""
    with (Path(__file__).parent / "catalogue.toml").open("rb") as file:
        return {id_: _indicator(id_, entry) for id_, entry in tomllib.load(file).items()}


def _indicator(id_: str, entry: dict[str, Any]) -> Indicator:
    categories = entry.pop("rincian", "")
    periods = entry.pop("periode")
    english = Prose(**entry.pop("en"))
    prose: dict[str, Any] = {
        f.name: pair(entry.pop(f.name), getattr(english, f.name)) for f in fields(Prose)
    }
    return Indicator(
        id=id_,
        nama=pair(entry.pop("nama"), entry["nama_en"]),
        **prose,
        triwulan="triwulan" in periods,
        tahun="tahun" in periods,
        total=entry.pop("total", not categories),
        hanya_kota=entry.pop("hanya_kota", False),
        rincian=_CATEGORIES.get(categories, ()),
        open_ended=categories == "catatan",
        tabel=tuple(entry.pop("tabel")),
        perlindungan=Protection(entry.pop("perlindungan")),
        en=english,
        pemilik=owners()[entry.pop("pemilik")],
        versi=tuple(map(_version, entry.pop("versi"))),
        **entry,
    )


def _version(entry: dict[str, Any]) -> RuleVersion:
    english = entry.pop("perubahan_en", "")
    change = pair(entry.pop("perubahan", ""), english)
    return RuleVersion(**entry, perubahan=change, perubahan_en=english)
