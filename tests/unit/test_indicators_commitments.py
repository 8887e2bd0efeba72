"""Commitments kept, open and overdue, and forums, on the days around each limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_records import Rows, figure, records

from suluh.records import Records

AS_OF = date(2026, 9, 30)


def commitment(due: date, done: date | None = None, status: str = "",
               made: date = date(2025, 3, 1)) -> dict[str, Any]:  # fmt: skip
    said = status or ("selesai" if done else "berjalan")
    return {"tanggal": made, "kode_opd": "dinas", "tenggat": due, "tanggal_selesai": done,
            "status": said}  # fmt: skip


def city(*rows: dict[str, Any], as_of: date = AS_OF, forum: Rows = ()) -> Records:
    return records(as_of, komitmen=rows, forum=forum)


@pytest.mark.parametrize(
    ("done", "percent"),
    [(date(2026, 5, 31), 100), (date(2026, 6, 1), 100), (date(2026, 6, 2), 0), (None, 0)],
)
def test_done_before_on_and_after_the_deadline(done: date | None, percent: float) -> None:
    row = figure(city(commitment(date(2026, 6, 1), done)), "komitmen_ditepati", "2026")
    assert (row["nilai"], row["n"]) == (percent, 1)


def test_dropped_counts_as_not_kept_and_is_not_open() -> None:
    rows = city(commitment(date(2026, 6, 1), status="batal"))
    assert figure(rows, "komitmen_ditepati", "2026")["nilai"] == 0
    assert figure(rows, "komitmen_terbuka", "2025")["nilai"] == 0
    assert figure(rows, "komitmen_lewat", "2026")["nilai"] == 0


@pytest.mark.parametrize(
    ("due", "n", "overdue"),
    [(date(2026, 9, 29), 1, 1), (AS_OF, 1, 0), (date(2026, 10, 1), 0, 0)],
)
def test_deadline_before_on_and_after_the_date_of_the_data(
    due: date, n: int, overdue: int
) -> None:
    rows = city(commitment(due))
    assert figure(rows, "komitmen_ditepati", "2026")["n"] == n
    assert figure(rows, "komitmen_lewat", "2026")["nilai"] == overdue
    assert figure(rows, "komitmen_terbuka", "2026")["nilai"] == 1


@pytest.mark.parametrize(
    ("due", "overdue"), [(date(2025, 12, 30), 1), (date(2025, 12, 31), 0), (date(2026, 1, 1), 0)]
)
def test_deadline_around_the_end_of_a_past_year(due: date, overdue: int) -> None:
    rows = city(commitment(due, date(2026, 2, 1)))
    assert figure(rows, "komitmen_lewat", "2025")["nilai"] == overdue
    assert figure(rows, "komitmen_terbuka", "2025")["nilai"] == 1
    assert figure(rows, "komitmen_lewat", "2026")["nilai"] == 0
    assert figure(rows, "komitmen_terbuka", "2026")["nilai"] == 0


def test_done_after_the_date_of_the_data_is_not_done_yet() -> None:
    row = commitment(date(2026, 6, 1), date(2026, 5, 20))
    rows = city(row, as_of=date(2026, 5, 19))
    assert figure(rows, "komitmen_terbuka", "2026")["nilai"] == 1
    assert figure(rows, "komitmen_ditepati", "2026")["n"] == 0


def test_a_deadline_that_had_passed_when_it_was_made() -> None:
    made = date(2026, 2, 1)
    earlier = [{"tanggal": date(2025, 1, 1), "kode_opd": "dinas", "jumlah_peserta": 9}]
    rows = city(commitment(date(2025, 12, 1), made=made), forum=earlier)
    assert figure(rows, "komitmen_lewat", "2025")["nilai"] == 0
    assert figure(rows, "komitmen_lewat", "2026")["nilai"] == 1


def test_forums_and_who_came() -> None:
    forums = [{"tanggal": AS_OF, "kode_opd": "dinas", "jumlah_peserta": k} for k in (20, 35)]
    rows = city(forum=forums)
    assert figure(rows, "forum_jumlah", "2026")["nilai"] == 2
    people = figure(rows, "forum_peserta", "2026")
    assert (people["nilai"], people["n"]) == (55, 2)
