"""Targets the city and its departments set themselves (`target.csv`)."""

from __future__ import annotations

import pandas as pd

from suluh.sample.city import City
from suluh.sample.workdays import AS_OF

_EVERYWHERE = {
    "ikm": (80.0, 82.0, 83.5, 85.0),
    "jp_terpenuhi": (40.0, 50.0, 60.0, 70.0),
    "pelatihan_cakupan": (70.0, 75.0, 80.0, 85.0),
    "evaluasi_cakupan": (95.0, 97.0, 100.0, 100.0),
    "pengaduan_tepat_waktu": (70.0, 75.0, 80.0, 85.0),
    "pengaduan_tanggapan_tepat": (80.0, 85.0, 90.0, 95.0),
    "komitmen_ditepati": (60.0, 70.0, 75.0, 80.0),
}
"""Targets of every department and the city in the last four years; the first for years before."""

_OWN = {
    "disdukcapil": ("ikm", (82.0, 84.0, 87.0, 89.0)),
    "rsud": ("ikm", (77.0, 78.0, 80.0, 82.0)),
    "dpmptsp": ("ikm", (84.0, 86.0, 87.5, 89.0)),
    "dpupr": ("pengaduan_tepat_waktu", (65.0, 67.5, 70.0, 75.0)),
}
"""Targets a department has agreed for itself."""


def targets_of(city: City) -> pd.DataFrame:
    """The table `target.csv`; a blank `kode_opd` is every department and the city."""
    codes = {d.code for d in city.departments}
    rows = [row for name, values in _EVERYWHERE.items() for row in _years(city, name, "", values)]
    for code, (name, values) in _OWN.items():
        if code in codes:
            rows += _years(city, name, code, values)
    return pd.DataFrame(sorted(rows), columns=["tahun", "indikator", "kode_opd", "nilai"])


def _years(
    city: City, name: str, code: str, values: tuple[float, ...]
) -> list[tuple[int, str, str, float]]:
    first = AS_OF.year - len(values) + 1
    return [(y, name, code, values[max(y - first, 0)]) for y in city.calendar.all_years]
