"""`Published`: all that the public may see. Only `disclosure` constructs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from suluh.contract import Contract
from suluh.figures import CITY, FIGURE_COLUMNS, Status
from suluh.periods import Period


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure: a row of `angka.csv`. Without a value, `status` says why."""

    indikator: str
    kode_opd: str
    periode: str
    rincian: str
    nilai: float | None
    batas_bawah: float | None
    batas_atas: float | None
    n: int | None
    satuan: str
    kategori: str
    status: Status

    @property
    def has_value(self) -> bool:
        return self.nilai is not None


@dataclass(frozen=True)
class Department:
    """A row of `opd.csv`."""

    kode_opd: str
    nama: str
    singkatan: str
    jenis: str
    berlaku_mulai: date
    berlaku_sampai: date | None
    penerus: str

    def valid_in(self, period: Period) -> bool:
        """Whether it existed on any day of the period."""
        ends = self.berlaku_sampai or date.max
        return self.berlaku_mulai <= period.end and ends >= period.start


@dataclass(frozen=True)
class Training:
    """A training that at least the smallest publishable count of a department completed."""

    kode_opd: str
    judul: str
    tema: str
    bentuk: str
    tanggal_selesai: date
    jp: float


@dataclass(frozen=True)
class Voice:
    """Words of a citizen, approved for publication: a survey suggestion or a complaint."""

    kode_opd: str
    tanggal: date
    sumber: str  # "survei" or the complaint's `jenis`
    layanan: str
    kata: str
    keputusan: str
    hasil: str


@dataclass(frozen=True)
class Forum:
    kode_opd: str
    tanggal: date
    tema: str
    tempat: str
    jumlah_peserta: int
    berita_acara: str


@dataclass(frozen=True)
class Commitment:
    """A promise made to citizens. `lewat`: not done on `as_of` although due before it."""

    id_komitmen: str
    kode_opd: str
    tanggal: date
    masukan: str
    komitmen: str
    tenggat: date
    status: str
    tanggal_selesai: date | None
    bukti: str
    indikator_dampak: str
    lewat: bool


@dataclass(frozen=True)
class Award:
    kode_opd: str
    periode: str
    jenis: str
    penerima: str
    alasan: str


@dataclass(frozen=True)
class Story:
    kode_opd: str
    tanggal: date
    peran: str
    kutipan: str
    pelatihan: str  # title of the training told about, or ""


@dataclass(frozen=True)
class Service:
    kode_opd: str
    tahun: int
    layanan: str
    gratis: bool


@dataclass(frozen=True)
class Correction:
    tanggal: date
    indikator: str
    kode_opd: str
    periode: str
    sebelum: str
    sesudah: str
    alasan: str


@dataclass(frozen=True)
class DepartmentFigures:
    """The published figures of one department, or of the city (`kota`)."""

    kode_opd: str
    rows: pd.DataFrame

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str, str], Figure]:
        """Figures by (indikator, periode, rincian)."""
        columns = [self.rows[name].tolist() for name in FIGURE_COLUMNS]
        figures = (_figure(*cells) for cells in zip(*columns, strict=True))
        return {(f.indikator, f.periode, f.rincian): f for f in figures}

    def get(self, indikator: str, periode: str, rincian: str = "") -> Figure | None:
        """The figure, or None where the department was not valid in the period."""
        return self.by_key.get((indikator, periode, rincian))

    @cached_property
    def _series(self) -> Mapping[tuple[str, str, bool], tuple[Figure, ...]]:
        series: dict[tuple[str, str, bool], list[Figure]] = {}
        for figure in self.by_key.values():
            key = (figure.indikator, figure.rincian, len(figure.periode) == 4)
            series.setdefault(key, []).append(figure)
        return {k: tuple(sorted(v, key=lambda f: f.periode)) for k, v in series.items()}

    def years(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        """One figure a year, oldest first."""
        return self._series.get((indikator, rincian, True), ())

    def quarters(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        """One figure a quarter, oldest first."""
        return self._series.get((indikator, rincian, False), ())

    def categories(self, indikator: str, periode: str) -> tuple[Figure, ...]:
        """The figures of each category (`rincian`) in a period, the total left out."""
        return tuple(
            f
            for (name, when, rincian), f in self.by_key.items()
            if name == indikator and when == periode and rincian
        )


@dataclass(frozen=True)
class Published:
    """Figures after disclosure control, and the texts approved for publication."""

    contract: Contract
    as_of: date
    figures: pd.DataFrame  # FIGURE_COLUMNS, sorted by the first four
    departments: tuple[Department, ...]
    trainings: tuple[Training, ...] = ()
    voices: tuple[Voice, ...] = ()
    forums: tuple[Forum, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    awards: tuple[Award, ...] = ()
    stories: tuple[Story, ...] = ()
    services: tuple[Service, ...] = ()
    corrections: tuple[Correction, ...] = ()
    _by_department: dict[str, DepartmentFigures] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def _groups(self) -> Mapping[str, pd.Index]:
        return self.figures.groupby("kode_opd", sort=False).groups  # type: ignore[return-value]

    def of(self, kode_opd: str) -> DepartmentFigures:
        """Figures of a department, or of the city for `kota`.

        None at all for a department that was valid in no published period.
        """
        if kode_opd not in self._by_department:
            rows = self.figures.loc[self._groups.get(kode_opd, self.figures.index[:0])]
            self._by_department[kode_opd] = DepartmentFigures(kode_opd, rows)
        return self._by_department[kode_opd]

    @property
    def city(self) -> DepartmentFigures:
        return self.of(CITY)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every year and quarter with figures, oldest first (a year before its quarters)."""
        return tuple(sorted(Period.parse(p) for p in self.figures["periode"].unique()))

    @property
    def years(self) -> tuple[Period, ...]:
        return tuple(p for p in self.periods if p.is_year)

    @property
    def quarters(self) -> tuple[Period, ...]:
        return tuple(p for p in self.periods if not p.is_year)


def _figure(*cells: object) -> Figure:
    *keys, nilai, lower, upper, n, satuan, kategori, status = cells
    numbers = (None if pd.isna(x) else x for x in (nilai, lower, upper, n))  # type: ignore[call-overload]
    return Figure(*keys, *numbers, satuan, kategori, Status(status))  # type: ignore[arg-type]
