"""What is unusual in the sample and was found to be true (`konfirmasi.csv`).

Only a department that grew by a merger: other unusual things of the sample wait for somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.sample.city import City
from suluh.unusual.headcount import is_jump

_COLUMNS = ["kode_masalah", "kode_opd", "periode", "rincian", "alasan", "dikonfirmasi_oleh",
            "tanggal"]  # fmt: skip


def confirmations_of(city: City, headcount: pd.DataFrame) -> pd.DataFrame:
    """The table `konfirmasi.csv` for these staff numbers (`pegawai.csv`)."""
    return pd.DataFrame(sorted(_mergers(city, headcount)), columns=_COLUMNS)


def _mergers(city: City, headcount: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    staff = headcount.groupby(["kode_opd", "tahun"])["jumlah"].sum().to_dict()
    for department in city.departments:
        if department.valid_until is None:
            continue
        year = department.valid_until.year + 1
        before, after = (staff.get((department.successor, y)) for y in (year - 1, year))
        if before is not None and after is not None and is_jump(before, after):
            reason = f"{department.name} bergabung mulai 1 Januari {year}."
            yield ("headcount-jump", department.successor, str(year), "", reason,
                   "Kabid Pengadaan dan Informasi ASN", f"{year}-01-20")  # fmt: skip
