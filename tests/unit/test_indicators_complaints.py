"""Complaints received, settled, open and due, on the days around each limit."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from small_records import CONTRACT, Rows, figure, records

from suluh.records import Records

AS_OF = date(2026, 9, 30)


def complaint(received: date, settled: date | None = None, responded: date | None = None,
              classed: str = "informasi", kind: str = "pengaduan") -> dict[str, Any]:  # fmt: skip
    return {"tanggal_masuk": received, "tanggal_selesai": settled, "jenis": kind,
            "tanggal_tanggapan": responded, "klasifikasi": classed,
            "kode_opd": "dinas"}  # fmt: skip


def city(*rows: dict[str, Any], as_of: date = AS_OF, libur: Rows = ()) -> Records:
    return records(as_of, pengaduan=rows, libur=libur)


@pytest.mark.parametrize(
    ("settled", "percent"),
    [(date(2026, 8, 7), 100), (date(2026, 8, 10), 100), (date(2026, 8, 11), 0), (None, 0)],
)
def test_settled_before_on_and_after_the_due_date(settled: date | None, percent: float) -> None:
    row = figure(city(complaint(date(2026, 8, 3), settled)), "pengaduan_tepat_waktu", "2026-T3")
    assert (row["nilai"], row["n"]) == (percent, 1)


@pytest.mark.parametrize(
    ("responded", "percent"),
    [(date(2026, 8, 6), 100), (date(2026, 8, 7), 0), (None, 0)],
)
def test_first_response_within_three_working_days(responded: date | None, percent: float) -> None:
    rows = city(complaint(date(2026, 8, 3), responded=responded))
    assert figure(rows, "pengaduan_tanggapan_tepat", "2026-T3")["nilai"] == percent


@pytest.mark.parametrize(
    ("classed", "due"),
    [("informasi", date(2026, 6, 8)), ("tidak berkadar pengawasan", date(2026, 6, 19)),
     ("berkadar pengawasan", date(2026, 8, 24))],
)  # fmt: skip
def test_each_class_has_its_own_limit(classed: str, due: date) -> None:
    row = complaint(date(2026, 6, 1), classed=classed)
    on_the_day, before = city(row, as_of=due), city(row, as_of=due - timedelta(days=1))
    assert figure(on_the_day, "pengaduan_tepat_waktu", "2026")["n"] == 1
    assert figure(before, "pengaduan_tepat_waktu", "2026")["status"] == "tidak_berlaku"


def test_limits_are_those_of_the_policy() -> None:
    policy = dataclasses.replace(CONTRACT.policy, settlement_days={"informasi": 1})
    rows = city(complaint(date(2026, 8, 3), date(2026, 8, 5)))
    strict = dataclasses.replace(rows, contract=dataclasses.replace(CONTRACT, policy=policy))
    assert figure(rows, "pengaduan_tepat_waktu", "2026")["nilai"] == 100
    assert figure(strict, "pengaduan_tepat_waktu", "2026")["nilai"] == 0


def test_a_complaint_is_due_in_the_period_of_its_due_date() -> None:
    rows = city(complaint(date(2026, 6, 30), date(2026, 7, 1)))
    assert figure(rows, "pengaduan_masuk", "2026-T2")["nilai"] == 1
    assert figure(rows, "pengaduan_tepat_waktu", "2026-T2")["status"] == "tidak_berlaku"
    assert figure(rows, "pengaduan_tepat_waktu", "2026-T3")["nilai"] == 100


def test_a_holiday_moves_the_due_date() -> None:
    row = complaint(date(2026, 8, 10), date(2026, 8, 18))
    independence = [{"tanggal": date(2026, 8, 17)}]
    assert figure(city(row), "pengaduan_tepat_waktu", "2026")["nilai"] == 0
    assert figure(city(row, libur=independence), "pengaduan_tepat_waktu", "2026")["nilai"] == 100


@pytest.mark.parametrize(
    ("settled", "still_open"),
    [(date(2026, 6, 29), 0), (date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (None, 1)],
)
def test_open_at_the_end_of_the_quarter(settled: date | None, still_open: int) -> None:
    rows = city(complaint(date(2026, 4, 1), settled))
    assert figure(rows, "pengaduan_terbuka", "2026-T2")["nilai"] == still_open


def test_open_ones_stay_open_through_later_periods_and_years() -> None:
    rows = city(complaint(date(2024, 11, 1)), complaint(date(2024, 12, 1), date(2026, 2, 1)))
    periods = ("2024-T3", "2024-T4", "2024", "2025-T2", "2025", "2026-T1", "2026-T3", "2026")
    counts = {p: figure(rows, "pengaduan_terbuka", p)["nilai"] for p in periods[1:]}
    assert list(counts.values()) == [2, 2, 2, 2, 1, 1, 1]
    assert figure(rows, "pengaduan_selesai", "2026-T1")["nilai"] == 1


@pytest.mark.parametrize(
    ("as_of", "received", "still_open"),
    [(date(2026, 7, 31), 0, None), (date(2026, 8, 1), 1, 1), (date(2026, 8, 9), 1, 1),
     (date(2026, 8, 10), 1, 0)],
)  # fmt: skip
def test_only_what_was_known_on_the_day(
    as_of: date, received: int, still_open: int | None
) -> None:
    """Received on 1 August, settled on the 10th."""
    rows = city(complaint(date(2026, 8, 1), date(2026, 8, 10)),
                complaint(date(2026, 1, 5), date(2026, 1, 6)), as_of=as_of)  # fmt: skip
    assert figure(rows, "pengaduan_masuk", "2026-T3")["nilai"] == received
    assert figure(rows, "pengaduan_terbuka", "2026-T3")["nilai"] == (still_open or 0)
    assert figure(rows, "pengaduan_terbuka", "2026")["nilai"] == (still_open or 0)


def test_kinds_add_up_to_all() -> None:
    rows = city(
        complaint(AS_OF), complaint(AS_OF, kind="aspirasi"), complaint(AS_OF, kind="aspirasi")
    )
    kinds = ("", "pengaduan", "aspirasi", "permintaan informasi")
    counts = [figure(rows, "pengaduan_masuk", "2026", kind) for kind in kinds]
    assert [row["nilai"] for row in counts] == [3, 1, 2, 0]
    assert [row["n"] for row in counts] == [3, 1, 2, 0]


def test_no_complaint_in_a_reported_table_is_zero() -> None:
    none = city()
    assert figure(none, "pengaduan_masuk", "2026")["nilai"] == 0
    assert figure(none, "pengaduan_terbuka", "2026")["nilai"] == 0
    assert figure(none, "pengaduan_tepat_waktu", "2026")["status"] == "tidak_berlaku"
    assert figure(none, "pengaduan_median_hari", "2026")["status"] == "tidak_berlaku"
    absent = records(AS_OF)
    assert figure(absent, "pengaduan_masuk", "2026")["status"] == "tidak_dilaporkan"


def test_open_complaints_count_in_the_median() -> None:
    """Averaging the settled ones alone would say 2 days."""
    day = date(2026, 3, 2)
    settled = complaint(day, day + timedelta(days=2))
    rows = city(settled, complaint(day), complaint(day))
    median = figure(rows, "pengaduan_median_hari", "2026")
    assert (median["status"], median["nilai"], median["n"]) == ("tidak_berlaku", None, 3)
    assert figure(city(settled, complaint(day)), "pengaduan_median_hari", "2026")["nilai"] == 2


def test_the_curve_ends_where_nobody_is_followed_any_longer() -> None:
    day = AS_OF - timedelta(days=14)
    rows = city(complaint(day, day + timedelta(days=1)), complaint(day))
    curve = {d: figure(rows, "pengaduan_kurva", "2026", str(d)) for d in (1, 14, 21)}
    assert [row["nilai"] for row in curve.values()] == [50, 50, None]
    assert curve[21]["status"] == "tidak_berlaku"
    assert curve[21]["n"] == 2
