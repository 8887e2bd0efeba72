"""A small invented city, as published: one ordinary department, one tiny one, one silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import sin

import pandas as pd

from suluh.catalogue import COMPLAINT_KINDS, ELEMENTS, PREDICATES, SETTLEMENT_DAYS
from suluh.contract import Contract, Policy
from suluh.figures import FIGURE_COLUMNS, KEY_COLUMNS
from suluh.impact import with_effects
from suluh.published import Commitment, Department, Published, Service, Training

YEARS = (2023, 2024, 2025, 2026)
QUARTERS = tuple(f"{y}-T{q}" for y in YEARS for q in (1, 2, 3, 4) if (y, q) <= (2026, 3))
Cells = tuple[object, ...]


def city(departments: int = 3) -> Published:
    """`disdukcapil` reports all, `perpustakaan` is tiny, `satpolpp` reports nothing."""
    codes = ["disdukcapil", "perpustakaan", "satpolpp"]
    codes += [f"dinas-{i}" for i in range(departments - 3)]
    rows = [row for i, code in enumerate([*codes, "kota"]) for row in _rows(code, i)]
    figures = pd.DataFrame(rows, columns=list(FIGURE_COLUMNS)).sort_values(list(KEY_COLUMNS))
    figures = figures.astype(
        {"nilai": "float64", "batas_bawah": "float64", "batas_atas": "float64"}
    )
    figures["n"] = figures["n"].astype("Int64")
    return Published(
        contract=Contract({}, "Kota Contoh", True, Policy(), {}),
        as_of=date(2026, 9, 30),
        figures=with_effects(figures.reset_index(drop=True), date(2026, 9, 30)),
        departments=tuple(
            Department(c, f"Dinas {c.title()}", c.upper(), "dinas", date(2018, 1, 1), None, "")
            for c in codes
        ),
        trainings=tuple(_trainings()),
        commitments=tuple(_commitments()),
        services=(Service("disdukcapil", 2026, "KTP", gratis=True),),
    )


def _rows(code: str, i: int) -> Iterator[Cells]:
    if code == "satpolpp":
        yield from _silent(code)
        return
    size = {"perpustakaan": 0.28, "kota": 20.0}.get(code, 1.0 + i % 7 / 3)
    for t, period in enumerate(QUARTERS):
        yield from _survey(code, period, t, size, i)
        yield from _complaints(code, period, t, size)
        jp = 2.5 + 1.8 * abs(sin(t + i)) + t * 0.2
        yield (*_key("jp_triwulan", code, period), jp, None, None, 40, "JP", "", "terbit")
    for t, year in enumerate(YEARS):
        yield from _survey(code, str(year), 4 * t + 2, size * 4, i)
        yield from _complaints(code, str(year), 4 * t, size * 4)
        yield from _yearly(code, str(year), t, size, i)


def _key(indicator: str, code: str, period: str, category: str = "") -> tuple[str, str, str, str]:
    return indicator, code, period, category


def _survey(code: str, period: str, t: int, size: float, i: int) -> Iterator[Cells]:
    n = int(size * (48 + 20 * sin(t * 1.7)))
    if n < 10:
        status, shown = "disembunyikan", False
    else:
        status, shown = ("sampel_kecil" if n < 30 else "terbit"), True
    ikm = 78.2 + t * 0.45 + 1.1 * sin(t * 2.1 + i) + (i * 7 % 5 - 2)
    half = 13.0 / max(n, 1) ** 0.5
    value = (ikm, ikm - half, ikm + half, n) if shown else (None,) * 4
    yield (*_key("ikm", code, period), *value, "indeks", "B" if shown else "", status)
    for k, element in enumerate(ELEMENTS):
        mean = ikm / 25 + (k - 4) * 0.07 + (0.3 if element == "biaya" else 0)
        value = (mean, mean - half / 20, mean + half / 20, n) if shown else (None,) * 4
        yield (*_key("nrr", code, period, element), *value, "skor", "", status)
        if len(period) == 4:
            shares = (2.0 + k % 3, 6.0 + k, 52.0 - k, 40.0 - k % 3)
            for score, share in enumerate(shares, 1):
                value = (share, max(0, share - 4), share + 4, n) if shown else (None,) * 4
                key = _key("skm_sebaran", code, period, f"{element}/{score}")
                yield (*key, *value, "persen", "", status)


def _complaints(code: str, period: str, t: int, size: float) -> Iterator[Cells]:
    received = int(size * (14 + 6 * sin(t)))
    counts = {"pengaduan_masuk": received, "pengaduan_selesai": int(received * 0.9),
              "pengaduan_terbuka": int(size * (9 + 4 * sin(t / 2)))}  # fmt: skip
    for indicator, count in counts.items():
        key = _key(indicator, code, period)
        yield (*key, float(count), None, None, count, "pengaduan", "", "terbit")
    for kind in COMPLAINT_KINDS:
        key = _key("pengaduan_masuk", code, period, kind)
        yield (*key, received / 3, None, None, received // 3, "pengaduan", "", "terbit")
    if len(period) == 4:
        for k, days in enumerate(SETTLEMENT_DAYS):
            share = min(97.0, 100 * (1 - 0.72 ** (k + 1)) - t)
            key = _key("pengaduan_kurva", code, period, str(days))
            limits = (max(0.0, share - 9), min(100.0, share + 9))
            yield (*key, share, *limits, received, "persen", "", "terbit")


def _yearly(code: str, period: str, t: int, size: float, i: int) -> Iterator[Cells]:
    last = period == "2026"
    yield (*_key("target", code, period, "ikm"), 85.0, None, None, None, "indeks", "", "terbit")
    jp = 14.0 + 3 * t + i % 4
    yield (*_key("jp_rata", code, period), jp, None, None, 60, "JP", "", "terbit")
    for indicator, share in (("jp_terpenuhi", 40.0 + 11 * t), ("pelatihan_cakupan", 55.0 + 9 * t)):
        key = _key(indicator, code, period)
        yield (*key, share, share - 10, share + 9, 60, "persen", "", "terbit")
    for category, score in (("awal", 61.0 + t), ("akhir", 74.0 + 1.6 * t)):
        key = _key("pelatihan_nilai", code, period, category)
        yield (*key, score, score - 3, score + 3, 48, "nilai", "", "terbit")
    gain = 13.0 + 0.6 * t
    key = _key("pelatihan_peningkatan", code, period)
    yield (*key, gain, gain - 2, gain + 2, 48, "poin", "", "terbit")
    for indicator, share in (("evaluasi_baik", 72.0 + 4 * t), ("evaluasi_cakupan", 96.0)):
        key = _key(indicator, code, period)
        if last or (code == "perpustakaan" and indicator == "evaluasi_baik"):
            status = "tidak_dilaporkan" if last else "disembunyikan"
            yield (*key, None, None, None, None, "persen", "", status)
        else:
            yield (*key, share, share - 8, share + 7, 60, "persen", "", "terbit")
    for predicate, share in zip(PREDICATES, (0.0, 0.02, 0.08, 0.62, 0.28), strict=True):
        count = round(share * size * 60)
        key = _key("predikat", code, period, predicate)
        if last:
            yield (*key, None, None, None, None, "orang", "", "tidak_dilaporkan")
        elif 0 < count < 5:
            yield (*key, None, None, None, None, "orang", "", "disembunyikan")
        else:
            yield (*key, float(count), None, None, int(60 * size), "orang", "", "terbit")
    if code != "kota":
        status = ("", "tidak_dilaporkan") if last else ("baik", "terbit")
        yield (*_key("predikat_opd", code, period), None, None, None, None, "", *status)
    minimum = _key("skm_sampel_minimum", code, period)
    yield (*minimum, 280.0, None, None, int(2000 * size), "responden", "", "terbit")


def _silent(code: str) -> Iterator[Cells]:
    units = {"ikm": "indeks", "jp_triwulan": "JP", "pengaduan_masuk": "pengaduan"}
    for indicator, unit in units.items():
        for period in (*QUARTERS, *map(str, YEARS)):
            key = _key(indicator, code, period)
            yield (*key, None, None, None, None, unit, "", "tidak_dilaporkan")


def _trainings() -> Iterator[Training]:
    held = (
        ("Komunikasi Efektif dalam Pelayanan", date(2024, 3, 14), 24.0),
        ("Manajemen Waktu", date(2024, 6, 21), 16.0),
        ("Pelayanan Prima", date(2025, 2, 7), 30.0),
        ("Pengenalan Arsip Digital", date(2025, 9, 3), 6.0),
        ("Etika Pelayanan Publik", date(2024, 4, 2), 20.0),
    )
    for title, day, jp in held:
        for code in ("disdukcapil", "kota"):
            yield Training(code, title, "pelayanan", "klasikal", day, jp)


def _commitments() -> Iterator[Commitment]:
    long = "Nomor antrean daring dengan kuota yang dapat dilihat dari rumah"
    told = (
        ("Loket prioritas lansia", "2024-02-05", "2024-06-01", "selesai", "2024-05-20"),
        (long, "2024-08-01", "2025-02-01", "selesai", "2025-04-09"),
        ("Papan biaya di setiap loket", "2025-01-10", "2025-03-31", "selesai", "2025-03-03"),
        ("Kuota antrean harian ditambah", "2025-09-01", "2026-03-01", "berjalan", ""),
        ("Layanan keliling ke desa", "2026-05-01", "2026-12-31", "belum", ""),
        ("Buka pada hari Minggu", "2025-05-01", "2025-12-31", "batal", ""),
    )
    for i, (text, made, due, status, done) in enumerate(told):
        made_on, due_on = date.fromisoformat(made), date.fromisoformat(due)
        done_on = date.fromisoformat(done) if done else None
        late = status in ("berjalan", "belum") and due_on < date(2026, 9, 30)
        yield Commitment(
            f"K{i}", "disdukcapil", made_on, "", text, due_on, status, done_on, "", "ikm", late
        )
