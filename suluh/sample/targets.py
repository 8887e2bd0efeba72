"""Targets and corrections of published figures (`target.csv`, `koreksi.csv`)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from suluh.catalogue import ELEMENTS
from suluh.localisation import number_text
from suluh.sample.city import City
from suluh.sample.workdays import AS_OF

_EVERYWHERE = {
    "ikm": (80.0, 82.0, 83.5, 85.0),
    "jp_terpenuhi": (40.0, 50.0, 60.0, 70.0),
    "pelatihan_cakupan": (70.0, 75.0, 80.0, 85.0),
    "evaluasi_cakupan": (95.0, 97.0, 100.0, 100.0),
    "pengaduan_tepat_waktu": (75.0, 80.0, 85.0, 90.0),
    "pengaduan_tanggapan_tepat": (80.0, 85.0, 90.0, 95.0),
    "komitmen_ditepati": (60.0, 70.0, 75.0, 80.0),
}
"""Targets of every department and the city in the last four years; the first for years before."""

_OWN = {
    "disdukcapil": ("ikm", (82.0, 84.0, 87.0, 89.0)),
    "rsud": ("ikm", (77.0, 78.0, 80.0, 82.0)),
    "dpmptsp": ("ikm", (84.0, 86.0, 87.5, 89.0)),
    "dpupr": ("pengaduan_tepat_waktu", (70.0, 72.5, 75.0, 80.0)),
}
"""Targets a department has agreed for itself."""

_LATE = (
    ("disdukcapil", "2024-T2", "Empat belas jawaban survei dari pelayanan keliling terlambat diserahkan.", 0.41),
    ("rsud", "2025-T1", "Jawaban survei rawat inap bulan Maret tercatat dua kali dan telah dihapus.", -0.27),
    ("kec-talawi", "2025-T4", "Lembar survei dari dua kelurahan baru diterima pada bulan Januari.", 0.33),
    ("perpustakaan", "2026-T1", "Skor unsur sarana tertukar dengan unsur pengaduan saat disalin.", -0.18),
    ("dkp3", "2026-T2", "Jawaban survei balai penyuluhan terlambat diserahkan.", 0.52),
)  # fmt: skip
"""Corrections of the survey index: department, quarter, reason, and by how much it changed."""


def targets_of(city: City) -> pd.DataFrame:
    """The table `target.csv`; a blank `kode_opd` is every department and the city."""
    codes = {d.code for d in city.departments}
    rows = [row for name, values in _EVERYWHERE.items() for row in _years(city, name, "", values)]
    for code, (name, values) in _OWN.items():
        if code in codes:
            rows += _years(city, name, code, values)
    return pd.DataFrame(sorted(rows), columns=["tahun", "indikator", "kode_opd", "nilai"])


def corrections_of(city: City, responses: pd.DataFrame) -> pd.DataFrame:
    """The table `koreksi.csv`: the figure after each correction is the one in the records."""
    rows = sorted(_corrections(city, responses))
    columns = ["tanggal", "indikator", "kode_opd", "periode", "sebelum", "sesudah", "alasan"]
    return pd.DataFrame(rows, columns=columns)


def _years(
    city: City, name: str, code: str, values: tuple[float, ...]
) -> list[tuple[int, str, str, float]]:
    first = AS_OF.year - len(values) + 1
    return [(y, name, code, values[max(y - first, 0)]) for y in city.calendar.all_years]


def _corrections(city: City, responses: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    by_name = {str(q): q for q in city.calendar.quarters}
    for code, name, reason, change in _LATE:
        quarter = by_name.get(name)
        if quarter is None:
            continue
        day = responses["tanggal"]
        here = (responses["kode_opd"] == code) & (day >= np.datetime64(quarter.start))
        here &= day <= np.datetime64(quarter.end)
        if not here.any():
            continue
        after = 25 * float(responses.loc[here, list(ELEMENTS)].to_numpy().mean())
        known = min(quarter.end.toordinal() + 24, AS_OF.toordinal())
        yield (
            str(type(AS_OF).fromordinal(known)),
            "ikm",
            code,
            name,
            number_text(after - change, 2),
            number_text(after, 2),
            reason,
        )
