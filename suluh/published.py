"""`Published`: all that the public may see. Only `disclosure` constructs it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import Any, Self, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from suluh.contract import Contract
from suluh.decimals import DECIMALS, rounded
from suluh.figures import CITY, KEY_COLUMNS, LABEL_COLUMNS, VALUE_COLUMNS, Status
from suluh.periods import Period

Column: TypeAlias = np.ndarray[Any, Any]

KEPT_DEPARTMENTS = 64
KEPT_SLICES = 256
"""Departments whose figures, and indicators in a period, that stay in memory at once."""


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


@dataclass(frozen=True, slots=True)
class Shown(Figure):
    """A figure of which only what is shown is known: fewer digits, and neither limits nor n."""

    @classmethod
    def of(cls, whole: Figure) -> Self:
        """What is shown of a figure."""
        value, decimals = whole.nilai, DECIMALS.get(whole.satuan, 0)
        known = {field.name: getattr(whole, field.name) for field in fields(whole)}
        known["nilai"] = None if value is None else float(rounded(value, decimals))
        return cls(**known | dict.fromkeys(VALUE_COLUMNS[1:]))


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

    @property
    def short_name(self) -> str:
        """What it is called where room is short: `Disdukcapil`; its name where it has no other."""
        return self.singkatan or self.nama

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
    periode: str  # the quarter it was said in: a day could tell who said it
    sumber: str  # "survei" or the complaint's `jenis`
    layanan: str  # only where it is one of the department's published services
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
    id_forum: str


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
class IndicatorFigures:
    """The published figures of one indicator and one department, sorted by period and category."""

    figures: tuple[Figure, ...] = ()

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Figure]:
        """By (periode, rincian)."""
        return {(figure.periode, figure.rincian): figure for figure in self.figures}

    @cached_property
    def series(self) -> Mapping[tuple[str, bool], tuple[Figure, ...]]:
        """By rincian, years apart from quarters; oldest first."""
        series: dict[tuple[str, bool], list[Figure]] = {}
        for figure in self.figures:
            key = (figure.rincian, Period.parse(figure.periode).is_year)
            series.setdefault(key, []).append(figure)
        return {key: tuple(figures) for key, figures in series.items()}

    @cached_property
    def categories(self) -> Mapping[str, tuple[Figure, ...]]:
        """By periode, the totals left out."""
        categories: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.rincian:
                categories.setdefault(figure.periode, []).append(figure)
        return {periode: tuple(figures) for periode, figures in categories.items()}


_NONE = IndicatorFigures()


@dataclass(frozen=True, eq=False, repr=False)
class DepartmentFigures:
    """The published figures of one department, or of the city (`kota`).

    Those of an indicator are read when one of them is asked for: most pages show a few.
    """

    kode_opd: str
    _readers: Mapping[str, Callable[[], Iterable[Figure]]]
    _read: dict[str, IndicatorFigures] = field(default_factory=dict)

    def __repr__(self) -> str:
        """All of it: what is kept is known by this."""
        return f"{self.kode_opd}: {self.by_key}"

    def get(self, indikator: str, periode: str, rincian: str = "") -> Figure | None:
        """The figure, or None where the department was not valid in the period."""
        return self._of(indikator).by_place.get((periode, rincian))

    def years(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        """One figure a year, oldest first."""
        return self._of(indikator).series.get((rincian, True), ())

    def quarters(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        """One figure a quarter, oldest first."""
        return self._of(indikator).series.get((rincian, False), ())

    def categories(self, indikator: str, periode: str) -> tuple[Figure, ...]:
        """The figures of each category (`rincian`) in a period, the total left out."""
        return self._of(indikator).categories.get(periode, ())

    def every(self, indikator: str) -> tuple[Figure, ...]:
        """Every figure of an indicator, by period and category."""
        return self._of(indikator).figures

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str, str], Figure]:
        """All figures, by (indikator, periode, rincian)."""
        every = (figure for name in self._readers for figure in self._of(name).figures)
        return {(figure.indikator, figure.periode, figure.rincian): figure for figure in every}

    def _of(self, indikator: str) -> IndicatorFigures:
        found = self._read.get(indikator)
        if found is None:
            reader = self._readers.get(indikator)
            found = IndicatorFigures(tuple(reader())) if reader else _NONE
            self._read[indikator] = found
        return found


@dataclass(frozen=True)
class Facts:
    """What is shown beside the figures of one department, in the order of `Published`."""

    trainings: tuple[Training, ...] = ()
    voices: tuple[Voice, ...] = ()
    forums: tuple[Forum, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    awards: tuple[Award, ...] = ()
    stories: tuple[Story, ...] = ()
    services: tuple[Service, ...] = ()
    corrections: tuple[Correction, ...] = ()


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

    def of(self, kode_opd: str) -> DepartmentFigures:
        """Figures of a department, or of the city for `kota`.

        None at all for a department that was valid in no published period.
        """
        return self._figures_of(kode_opd)

    @property
    def city(self) -> DepartmentFigures:
        return self.of(CITY)

    def beside(self, indikator: str, periode: str) -> Mapping[str, Shown]:
        """The city's value in each category, by `rincian`, as it is shown beside a department's.

        With all of its digits it would change with every answer, and every department's page
        with it.
        """
        return {f.rincian: Shown.of(f) for f in self.city.categories(indikator, periode)}

    def figure(
        self, kode_opd: str, indikator: str, periode: str, rincian: str = ""
    ) -> Figure | None:
        """One figure; for pages that read a few of every department, `of` for all of one."""
        return self._across((indikator, periode)).get((kode_opd, rincian))

    def facts(self, kode_opd: str) -> Facts:
        """What is shown beside a department's figures; everything for `kota`."""
        return self._facts.get(kode_opd, Facts())

    def department(self, kode_opd: str) -> Department:
        """The department of a code; KeyError if there is none."""
        return self._departments[kode_opd]

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

    @cached_property
    def _figures_of(self) -> Callable[[str], DepartmentFigures]:
        """Finds a department's rows; the last ones read are kept."""
        places = self.figures.groupby("kode_opd", sort=False).indices
        indicators = self._columns[0][0]

        @lru_cache(KEPT_DEPARTMENTS)
        def read(kode_opd: str) -> DepartmentFigures:
            own = np.asarray(places.get(kode_opd, ()), dtype=np.intp)
            names = indicators[own]
            starts = np.flatnonzero(names[1:] != names[:-1]) + 1  # rows are sorted by indicator
            blocks = np.split(own, starts) if len(own) else []
            readers = {indicators[block[0]]: partial(self._read, block) for block in blocks}
            return DepartmentFigures(kode_opd, readers)

        return read

    @cached_property
    def _across(self) -> Callable[[tuple[str, str]], Mapping[tuple[str, str], Figure]]:
        """Reads an indicator in a period, by department and category; some are kept."""
        places = self.figures.groupby(["indikator", "periode"], sort=False).indices

        @lru_cache(KEPT_SLICES)
        def read(place: tuple[str, str]) -> Mapping[tuple[str, str], Figure]:
            found = self._read(places.get(place, ()))
            return {(f.kode_opd, f.rincian): f for f in found}

        return read

    def _read(self, rows: ArrayLike) -> Iterator[Figure]:
        """The figures in these rows."""
        places = np.asarray(rows, dtype=np.intp)
        keys, (*limits, n), labels, statuses = self._columns
        cells = [column[places].tolist() for column in keys]
        cells += [[None if x != x else x for x in column[places].tolist()] for column in limits]  # noqa: PLR0124 only NaN differs from itself
        cells.append([None if x != x else int(x) for x in n[places].tolist()])  # noqa: PLR0124
        cells += [column[places].tolist() for column in (*labels, statuses)]
        return itertools.starmap(Figure, zip(*cells, strict=True))

    @cached_property
    def _columns(self) -> tuple[list[Column], list[Column], list[Column], Column]:
        """Keys, values, labels and statuses as arrays: a slice by pandas takes a millisecond."""
        plain = {
            name: self.figures[name].to_numpy(object) for name in (*KEY_COLUMNS, *LABEL_COLUMNS)
        }
        values = [self.figures[name].to_numpy(float, na_value=math.nan) for name in VALUE_COLUMNS]
        keys, labels = (
            [plain[name] for name in names] for names in (KEY_COLUMNS, LABEL_COLUMNS[:-1])
        )
        known = {status.value: status for status in Status}
        statuses = [known[status] for status in plain["status"].tolist()]
        return keys, values, labels, np.array(statuses, dtype=object)

    @cached_property
    def _departments(self) -> Mapping[str, Department]:
        return {d.kode_opd: d for d in self.departments}

    @cached_property
    def _facts(self) -> Mapping[str, Facts]:
        """Every department's facts, gathered in one pass over them all."""
        gathered: dict[str, dict[str, tuple[Any, ...]]] = {}
        for kind in fields(Facts):
            every = getattr(self, kind.name)
            own: dict[str, list[Any]] = {}
            for fact in every:
                own.setdefault(fact.kode_opd, []).append(fact)
            own.setdefault(CITY, list(every))  # of trainings the city has a list of its own
            for kode_opd, facts in own.items():
                gathered.setdefault(kode_opd, {})[kind.name] = tuple(facts)
        return {kode_opd: Facts(**facts) for kode_opd, facts in gathered.items()}
