"""The indicators once more, naively: loops over rows, dates compared as dates, scipy.stats.

Shares no code with `suluh.indicators`; a figure is (nilai, bawah, atas, n, kategori, status).
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
from scipy import stats

from suluh.catalogue import COMPLAINT_KINDS, ELEMENTS, PREDICATES, SETTLEMENT_DAYS
from suluh.records import Records

Row = Mapping[str, Any]
Figure = tuple[float | None, float | None, float | None, int | None, str, str]
Key = tuple[str, str, str, str]

NOT_REPORTED: Figure = (None, None, None, None, "", "tidak_dilaporkan")
MATRIX = {"di bawah": {"di bawah": "sangat kurang", "sesuai": "butuh perbaikan",
                       "di atas": "butuh perbaikan"},
          "sesuai": {"di bawah": "kurang", "sesuai": "baik", "di atas": "baik"},
          "di atas": {"di bawah": "kurang", "sesuai": "baik",
                      "di atas": "sangat baik"}}  # fmt: skip
SETTLE = {"informasi": 5, "tidak berkadar pengawasan": 14, "berkadar pengawasan": 60}


def reference(records: Records) -> dict[Key, Figure]:
    """Every figure by (indikator, kode_opd, periode, rincian)."""
    return dict(_City(records).figures())


class _City:
    def __init__(self, records: Records) -> None:
        self.as_of = records.as_of
        self.rows = {name: _rows(table) for name, table in records.tables.items()}

    def get(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    def figures(self) -> Iterator[tuple[Key, Figure]]:
        for year, quarter in self.periods():
            start, end = _bounds(year, quarter)
            valid = [
                o["kode_opd"]
                for o in self.get("opd")
                if o["berlaku_mulai"] <= end and (o["berlaku_sampai"] or date.max) >= start
            ]
            for opd in [*valid, "kota"]:
                place = _Place(self, opd, year, quarter)
                name = f"{year}-T{quarter}" if quarter else str(year)
                for (indikator, rincian), figure in place.figures():
                    yield (indikator, opd, name, rincian), figure

    def periods(self) -> list[tuple[int, int]]:
        dates = {"skm": ["tanggal"], "pelatihan": ["tanggal_mulai", "tanggal_selesai"],
                 "pengaduan": ["tanggal_masuk", "tanggal_tanggapan", "tanggal_selesai"],
                 "forum": ["tanggal"], "komitmen": ["tanggal", "tanggal_selesai"],
                 "kisah": ["tanggal"]}  # fmt: skip
        days = [r[c] for t, columns in dates.items() for r in self.get(t) for c in columns if r[c]]
        days += [date(r["tahun"], 1, 1)
                 for t in ("pegawai", "predikat_opd", "layanan") for r in self.get(t)]  # fmt: skip
        days += [_bounds(*_period(r["periode"]))[0] for r in self.get("evaluasi")]
        first = min([*days, self.as_of])
        every = [(y, q) for y in range(first.year, self.as_of.year + 1) for q in range(5)]
        return [p for p in every if _bounds(*p)[1] >= first and _bounds(*p)[0] <= self.as_of]


class _Place:
    """One department, or the city, in one period."""

    def __init__(self, city: _City, opd: str, year: int, quarter: int) -> None:
        self.city, self.opd, self.year, self.quarter = city, opd, year, quarter
        self.start, end = _bounds(year, quarter)
        self.end = min(end, city.as_of)

    def of(self, table: str) -> list[Row]:
        return [r for r in self.city.get(table) if self.opd in ("kota", r["kode_opd"])]

    def inside(self, day: date | None) -> bool:
        return day is not None and self.start <= day <= self.end

    def figures(self) -> Iterator[tuple[tuple[str, str], Figure]]:
        groups: list[tuple[list[str], Callable[[], Mapping[tuple[str, str], Figure]]]] = [
            (["skm"], self.survey), (["pengaduan"], self.complaints),
            (["pelatihan", "peserta"], self.training),
            (["pelatihan", "peserta", "pegawai"], self.hours), (["evaluasi"], self.evaluation),
            (["evaluasi", "pegawai"], self.coverage),
            (["layanan"], self.services), (["pegawai"], self.staff),
            (["predikat_opd"], self.organisation), (["komitmen"], self.commitments),
            (["forum"], self.forums), (["target"], self.targets),
        ]  # fmt: skip
        for tables, compute in groups:
            reported = all(t in self.city.rows for t in tables)
            for (indikator, rincian), figure in compute().items():
                if reported:
                    yield (indikator, rincian), figure
                elif indikator not in ("skm_profil", "target") and not _found(indikator, rincian):
                    yield (indikator, rincian), NOT_REPORTED

    def survey(self) -> dict[tuple[str, str], Figure]:
        rows = [r for r in self.of("skm") if self.inside(r["tanggal"])]
        n = len(rows)
        scores = [Fraction(25 * sum(r[e] for e in ELEMENTS), 9) for r in rows]
        out = {("ikm", ""): _mean(scores, self.population(), band=True) if n else NOT_REPORTED}
        for e in ELEMENTS:
            out["nrr", e] = _mean([Fraction(r[e]) for r in rows]) if n else NOT_REPORTED
        if self.quarter:
            return out
        out["skm_responden", ""] = _count(n) if n else NOT_REPORTED
        for e in ELEMENTS:
            for s in (1, 2, 3, 4):
                gave = sum(r[e] == s for r in rows)
                out["skm_sebaran", f"{e}/{s}"] = _share(gave, n) if n else NOT_REPORTED
        for question in ("jenis_kelamin", "kelompok_usia", "pendidikan", "pekerjaan"):
            answers = Counter(r[question] for r in rows if r[question])
            for value, number in answers.items():
                out["skm_profil", f"{question}/{value}"] = _count(number, answers.total())
        return out

    def population(self) -> int | None:
        if self.quarter:
            return None
        reported = {r["kode_opd"] for r in self.city.get("layanan") if r["tahun"] == self.year}
        asked = {r["kode_opd"] for r in self.of("skm") if self.inside(r["tanggal"])}
        if not asked <= reported:
            return None
        return sum(r["jumlah_pengguna"] for r in self.of("layanan") if r["tahun"] == self.year)

    def services(self) -> dict[tuple[str, str], Figure]:
        rows = [r for r in self.of("layanan") if r["tahun"] == self.year]
        if self.quarter:
            return {}
        n = sum(r["jumlah_pengguna"] for r in rows)
        out = dict.fromkeys([("skm_sampel_minimum", ""), ("layanan_pengguna", "")], NOT_REPORTED)
        if rows:
            size = 3.841 * n * 0.25 / (0.0025 * (n - 1) + 3.841 * 0.25)
            out["skm_sampel_minimum", ""] = _value(round(size), n) if n else _value(None, 0)
            out["layanan_pengguna", ""] = _count(n)
        for name in {r["layanan"] for r in rows}:
            users = sum(r["jumlah_pengguna"] for r in rows if r["layanan"] == name)
            out["layanan_pengguna", name] = _count(users, n)
        return out

    def staff(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        number = self.headcount()
        return {("pegawai_jumlah", ""): NOT_REPORTED if number is None else _count(number)}

    def headcount(self, kind: str = "") -> int | None:
        rows = [r for r in self.of("pegawai") if r["tahun"] == self.year]
        rows = [r for r in rows if kind in ("", r["jenis_asn"])]
        return sum(r["jumlah"] for r in rows) if rows else None

    def participations(self) -> list[tuple[Row, Row]]:
        trainings = {t["id_pelatihan"]: t for t in self.city.get("pelatihan")}
        pairs = [(p, trainings[p["id_pelatihan"]]) for p in self.of("peserta")]
        return [(p, t) for p, t in pairs if self.inside(t["tanggal_selesai"])]

    def hours(self) -> dict[tuple[str, str], Figure]:
        head, permanent = self.headcount(), self.headcount("PNS")
        done = [(p, t) for p, t in self.participations() if p["status"] == "selesai"]
        total = sum(Decimal(str(t["jp"])) for _, t in done)
        rate = (
            NOT_REPORTED if head is None else _value(float(total) / head if head else None, head)
        )
        if self.quarter:
            return {("jp_triwulan", ""): rate}
        jp: Counter[str] = Counter()
        for p, t in done:
            jp[p["id_pegawai"]] += Decimal(str(t["jp"])) if p["jenis_asn"] == "PNS" else 0
        return {
            ("jp_rata", ""): rate,
            ("jp_terpenuhi", ""): _share(sum(v >= 20 for v in jp.values()), permanent),
            ("pelatihan_cakupan", ""): _share(len({p["id_pegawai"] for p, _ in done}), head),
        }

    def training(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        pairs = self.participations()
        done = [(p, t) for p, t in pairs if p["status"] == "selesai"]
        tests = [(_exact(p["nilai_awal"]), _exact(p["nilai_akhir"])) for p, _ in done
                 if p["nilai_awal"] is not None and p["nilai_akhir"] is not None]  # fmt: skip
        out = {
            ("pelatihan_kelulusan", ""): _share(len(done), len(pairs)),
            ("pelatihan_peserta", ""): _count(len(done)),
            ("pelatihan_nilai", "awal"): _mean([a for a, _ in tests]),
            ("pelatihan_nilai", "akhir"): _mean([b for _, b in tests]),
            ("pelatihan_peningkatan", ""): _mean([b - a for a, b in tests]),
        }
        for theme, number in Counter(t["tema"] for _, t in done).items():
            out["pelatihan_peserta", theme] = _count(number, len(done))
        for question in ("kepuasan", "penerapan"):
            answers = [p[question] for p, _ in pairs if p[question] is not None]
            for s in (1, 2, 3, 4):
                figure = _count(answers.count(s), len(answers))
                out[f"pelatihan_{question}", str(s)] = figure
        told = [p["penerapan"] for p, _ in pairs if p["penerapan"] is not None]
        out["pelatihan_diterapkan", ""] = _share(sum(x >= 3 for x in told), len(told))
        return out

    def of_the_year(self) -> list[Row]:
        """The evaluation that counts of each person, in its department."""
        latest: dict[str, Row] = {}
        for row in self.city.get("evaluasi"):
            year, quarter = _period(row["periode"])
            known = _bounds(year, quarter)[0] <= self.city.as_of
            if year == self.year and known:
                before = latest.get(row["id_pegawai"], {"periode": ""})["periode"]
                if before == "" or (
                    _period(before)[1] != 0 and (quarter == 0 or row["periode"] > before)
                ):
                    latest[row["id_pegawai"]] = row
        return [r for r in latest.values() if self.opd in ("kota", r["kode_opd"])]

    def evaluated_at_all(self) -> bool:
        known = [p for p in (_period(r["periode"]) for r in self.of("evaluasi"))
                 if _bounds(*p)[0] <= self.city.as_of]  # fmt: skip
        return any(year == self.year for year, _ in known)

    def evaluation(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        rows = [(_predicate(r), r["tindak_lanjut"]) for r in self.of_the_year()]
        n, any_ = len(rows), self.evaluated_at_all()
        best = [f for p, f in rows if p == "sangat baik"]
        low = [f for p, f in rows if p not in ("baik", "sangat baik")]
        supported = sum(f in ("bimbingan kinerja", "konseling", "coaching") for f in low)
        good = sum(p in ("baik", "sangat baik") for p, _ in rows)
        out = {
            ("evaluasi_baik", ""): _share(good, n),
            ("tindak_lanjut", "penghargaan"): _share(best.count("penghargaan"), len(best)),
            ("tindak_lanjut", "pembinaan"): _share(supported, len(low)),
        }
        for name in PREDICATES:
            out["predikat", name] = _count(sum(p == name for p, _ in rows), n)
        return out if any_ else dict.fromkeys(out, NOT_REPORTED)

    def coverage(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        figure = _share(len(self.of_the_year()), self.headcount())
        return {("evaluasi_cakupan", ""): figure if self.evaluated_at_all() else NOT_REPORTED}

    def organisation(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        if self.opd == "kota":
            return {("predikat_opd", ""): (None, None, None, None, "", "tidak_berlaku")}
        rows = [r for r in self.of("predikat_opd") if r["tahun"] == self.year]
        rated = (None, None, None, None, rows[0]["predikat"], "terbit") if rows else NOT_REPORTED
        return {("predikat_opd", ""): rated}

    def complaints(self) -> dict[tuple[str, str], Figure]:
        known = [r for r in self.of("pengaduan") if r["tanggal_masuk"] <= self.city.as_of]
        received = [r for r in known if self.inside(r["tanggal_masuk"])]
        settled = [r for r in known if self.inside(r["tanggal_selesai"])]
        waiting = [r for r in known if r["tanggal_masuk"] <= self.end
                   and not _by(self.end, r["tanggal_selesai"])]  # fmt: skip
        out = {("pengaduan_masuk", ""): _count(len(received)),
               ("pengaduan_selesai", ""): _count(len(settled)),
               ("pengaduan_terbuka", ""): _count(len(waiting))}  # fmt: skip
        for kind in COMPLAINT_KINDS:
            out["pengaduan_masuk", kind] = _count(sum(r["jenis"] == kind for r in received))
        for indikator, column, limit in (
            ("pengaduan_tepat_waktu", "tanggal_selesai", None),
            ("pengaduan_tanggapan_tepat", "tanggal_tanggapan", 3),
        ):
            dates = [(self.due(r["tanggal_masuk"], limit or SETTLE[r["klasifikasi"]]), r[column])
                     for r in known]  # fmt: skip
            due = [(d, done) for d, done in dates if self.inside(d)]
            in_time = sum(done is not None and done <= d for d, done in due)
            out[indikator, ""] = _share(in_time, len(due))
        if self.quarter:
            return out
        return out | self.settlement(received)

    def due(self, received: date, days: int) -> date:
        holidays = {r["tanggal"] for r in self.city.get("libur")}
        day = received
        while days:
            day += timedelta(days=1)
            days -= day.weekday() < 5 and day not in holidays
        return day

    def settlement(self, received: list[Row]) -> dict[tuple[str, str], Figure]:
        as_of = self.city.as_of
        cases = [(((r["tanggal_selesai"] if done else as_of) - r["tanggal_masuk"]).days, done)
                 for r in received
                 for done in [_by(as_of, r["tanggal_selesai"])]]  # fmt: skip
        n = len(cases)
        median = next((d for d in range(800) if n and _survival(cases, d) <= Fraction(1, 2)), None)
        out = {("pengaduan_median_hari", ""): _value(median, n)}
        for day in SETTLEMENT_DAYS:
            left = _survival(cases, day) if n else None
            followed = n and (left == 0 or max(d for d, _ in cases) >= day)
            percent = float(100 * (1 - left)) if followed and left is not None else None
            curve = _value(percent, n)
            if percent is not None and 0 < percent < 100:
                curve = curve[:1] + _greenwood(cases, day, float(left)) + curve[3:]
            out["pengaduan_kurva", str(day)] = curve
        return out

    def commitments(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        known = [r for r in self.of("komitmen") if r["tanggal"] <= self.city.as_of]
        due = [r for r in known if self.inside(r["tenggat"])]
        kept = [r for r in due if r["status"] != "batal"
                and r["tanggal_selesai"] and r["tanggal_selesai"] <= r["tenggat"]]  # fmt: skip
        waiting = [r for r in known if r["tanggal"] <= self.end and r["status"] != "batal"
                   and not _by(self.end, r["tanggal_selesai"])]  # fmt: skip
        return {
            ("komitmen_ditepati", ""): _share(len(kept), len(due)),
            ("komitmen_terbuka", ""): _count(len(waiting)),
            ("komitmen_lewat", ""): _count(sum(r["tenggat"] < self.end for r in waiting)),
        }

    def forums(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        rows = [r for r in self.of("forum") if self.inside(r["tanggal"])]
        people = sum(r["jumlah_peserta"] for r in rows)
        return {("forum_jumlah", ""): _count(len(rows)),
                ("forum_peserta", ""): _count(people, len(rows))}  # fmt: skip

    def targets(self) -> dict[tuple[str, str], Figure]:
        if self.quarter:
            return {}
        rows = [r for r in self.city.get("target") if r["tahun"] == self.year]
        every = {r["indikator"]: r["nilai"] for r in rows if r["kode_opd"] is None}
        own = {r["indikator"]: r["nilai"] for r in rows if r["kode_opd"] == self.opd}
        return {("target", i): _value(v, None) for i, v in (every | own).items()}


def _by(last: date, done: date | None) -> bool:
    return done is not None and done <= last


def _found(indikator: str, rincian: str) -> bool:
    """Whether the category is only known from the records."""
    return indikator in ("layanan_pengguna", "pelatihan_peserta") and rincian != ""


def _rows(table: pd.DataFrame) -> list[Row]:
    return [{k: _cell(v) for k, v in row.items()} for row in table.to_dict("records")]


def _cell(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def _period(text: str) -> tuple[int, int]:
    return int(text[:4]), int(text[6:] or 0)


def _bounds(year: int, quarter: int) -> tuple[date, date]:
    first, last = (1, 12) if quarter == 0 else (3 * quarter - 2, 3 * quarter)
    after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _exact(number: float) -> Fraction:
    return Fraction(str(number))


def _predicate(row: Row) -> str:
    results, conduct = (
        row[c].removesuffix(" ekspektasi") for c in ("hasil_kerja", "perilaku_kerja")
    )
    return MATRIX[results][conduct]


def _survival(cases: list[tuple[int, bool]], day: int) -> Fraction:
    left = Fraction(1)
    for d in sorted({d for d, settled in cases if settled and d <= day}):
        at_risk = sum(t >= d for t, _ in cases)
        left *= 1 - Fraction(sum(t == d and settled for t, settled in cases), at_risk)
    return left


def _greenwood(cases: list[tuple[int, bool]], day: int, left: float) -> tuple[float, float]:
    """Limits in per cent of those settled, on the scale of log(−log)."""
    spread = Fraction(0)
    for d in {d for d, settled in cases if settled and d <= day}:
        at_risk = sum(t >= d for t, _ in cases)
        settled = sum(t == d and done for t, done in cases)
        spread += Fraction(settled, at_risk * (at_risk - settled))
    centre, half = math.log(-math.log(left)), math.sqrt(spread) / -math.log(left)
    low, high = (centre + z * half for z in stats.norm.ppf((0.025, 0.975)))
    return 100 * (1 - math.exp(-math.exp(low))), 100 * (1 - math.exp(-math.exp(high)))


def _value(value: float | None, n: int | None) -> Figure:
    return value, None, None, n, "", "tidak_berlaku" if value is None else "terbit"


def _count(number: int, n: int | None = None) -> Figure:
    return number, None, None, number if n is None else n, "", "terbit"


def _share(number: int, n: int | None) -> Figure:
    if n is None:
        return NOT_REPORTED
    if n == 0:
        return _value(None, 0)
    if number > n:
        return _value(100 * number / n, n)
    limits = stats.binomtest(number, n).proportion_ci(method="wilson")
    return 100 * number / n, 100 * limits.low, 100 * limits.high, n, "", "terbit"


def _mean(
    values: Iterable[Fraction], population: int | None = None, *, band: bool = False
) -> Figure:
    values = list(values)
    n = len(values)
    if n == 0:
        return _value(None, 0)
    mean = statistics.mean(values)
    margin = None
    if n > 1:
        error = math.sqrt(statistics.variance(values) / n)
        margin = error * stats.t.ppf(0.975, n - 1)
    if population is not None and n >= population:
        margin = 0.0
    elif population is not None and margin is not None:
        margin *= math.sqrt((population - n) / (population - 1))
    limits = (None, None) if margin is None else (float(mean) - margin, float(mean) + margin)
    return float(mean), *limits, n, _band(mean) if band else "", "terbit"


def _band(mean: Fraction) -> str:
    exact = Decimal(mean.numerator) / Decimal(mean.denominator)
    value = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    limits = (("A", "88.31"), ("B", "76.61"), ("C", "65.00"))
    return next((name for name, least in limits if value >= Decimal(least)), "D")
