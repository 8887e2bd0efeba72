"""Which figures there are: every valid department, every period, every category."""

from __future__ import annotations

from datetime import date

import pytest
from small_records import DINAS, figure, records

from suluh.catalogue import indicators
from suluh.figures import CITY
from suluh.indicators import compute
from suluh.indicators.grid import published_periods

AS_OF = date(2026, 9, 30)
FIRST = {"tanggal": date(2024, 5, 5), "kode_opd": "dinas", "jumlah_peserta": 10}


def test_nothing_is_left_out_silently() -> None:
    table = compute(records(AS_OF)).table
    found = set(
        table[["indikator", "kode_opd", "periode", "rincian"]].itertuples(index=False, name=None)
    )
    expected = {
        (i.id, opd, period, rincian)
        for i in indicators().values()
        for opd in ("dinas", CITY)
        for period in (["2026"] if i.tahun else []) + (["2026-T3"] if i.triwulan else [])
        for rincian in [*i.rincian, *([""] if i.total else [])]
    }
    assert found == expected
    assert set(table["status"]) == {"tidak_dilaporkan"}


@pytest.mark.parametrize(
    ("tables", "first"),
    [
        ({"forum": [FIRST]}, "2024-T2"),
        ({"forum": [FIRST], "pegawai": [{"tahun": 2023}]}, "2023-T1"),
        ({"evaluasi": [{"periode": "2024-T3"}]}, "2024-T3"),
        ({"target": [{"tahun": 2020}], "libur": [{"tanggal": date(2020, 1, 1)}]}, "2026-T3"),
        ({"komitmen": [{"tanggal": date(2026, 4, 1), "tenggat": date(2020, 1, 1)}]}, "2026-T2"),
    ],
)
def test_periods_run_from_the_first_record_to_the_date_of_the_data(
    tables: dict[str, list[dict[str, object]]], first: str
) -> None:
    filled = {
        n: [{"kode_opd": "dinas", "jumlah": 1, **r} for r in rows] for n, rows in tables.items()
    }
    quarters = [str(p) for p in published_periods(records(AS_OF, **filled)) if not p.is_year]
    assert (quarters[0], quarters[-1]) == (first, "2026-T3")


def test_a_date_of_the_data_before_every_record_leaves_its_own_period() -> None:
    periods = published_periods(records(date(2023, 2, 1), forum=[FIRST]))
    assert [str(p) for p in periods] == ["2023", "2023-T1"]


@pytest.mark.parametrize(
    ("ends", "periods"),
    [
        (date(2024, 6, 30), {"2024", "2024-T2"}),
        (date(2024, 7, 1), {"2024", "2024-T2", "2024-T3"}),
        (date(2025, 1, 1), {"2024", "2024-T2", "2024-T3", "2024-T4", "2025", "2025-T1"}),
    ],
)
def test_a_department_has_figures_while_it_is_valid(ends: date, periods: set[str]) -> None:
    opd = [DINAS | {"berlaku_sampai": ends}]
    table = compute(records(AS_OF, opd=opd, forum=[FIRST])).table
    assert set(table.loc[table["kode_opd"] == "dinas", "periode"]) == periods
    assert "2026-T3" in set(table.loc[table["kode_opd"] == CITY, "periode"])


def test_records_of_a_closed_department_still_count_in_the_city() -> None:
    opd = [DINAS | {"berlaku_sampai": date(2024, 12, 31)}]
    open_ = {"tanggal_masuk": date(2024, 12, 20), "kode_opd": "dinas", "jenis": "pengaduan",
             "klasifikasi": "informasi"}  # fmt: skip
    city = records(AS_OF, opd=opd, pengaduan=[open_])
    assert figure(city, "pengaduan_terbuka", "2024")["nilai"] == 1
    assert figure(city, "pengaduan_terbuka", "2026", opd=CITY)["nilai"] == 1
    with pytest.raises(KeyError):
        figure(city, "pengaduan_terbuka", "2026")


def test_targets_of_everyone_and_of_one() -> None:
    rows = [{"tahun": 2026, "indikator": "ikm", "nilai": 80.5},
            {"tahun": 2026, "indikator": "ikm", "kode_opd": "dinas", "nilai": 85},
            {"tahun": 2026, "indikator": "jp_rata", "nilai": 20}]  # fmt: skip
    city = records(AS_OF, target=rows)
    own, general = figure(city, "target", "2026", "ikm"), figure(city, "target", "2026", "jp_rata")
    assert (own["nilai"], own["satuan"], own["n"], own["status"]) == (85, "indeks", None, "terbit")
    assert (general["nilai"], general["satuan"]) == (20, "JP")
    assert figure(city, "target", "2026", "ikm", CITY)["nilai"] == 80.5


def test_units_are_the_catalogues() -> None:
    table = compute(records(AS_OF)).table
    units = {i.id: i.satuan for i in indicators().values()}
    assert (table["satuan"] == table["indikator"].map(units)).all()
