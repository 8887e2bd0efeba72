"""Texts become typed values exactly as written, or are refused: never bent."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from intake_folder import CONTRACT

from suluh.contract import Column
from suluh.intake.values import (
    read_column,
    read_date,
    read_integer,
    read_number,
    why_unread,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-07-31", date(2026, 7, 31)),
        ("31/07/2026", date(2026, 7, 31)),
        ("1/7/2026", date(2026, 7, 1)),
        ("07/08/2026", date(2026, 8, 7)),  # the day comes first
        ("2024-02-29", date(2024, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
    ],
)
def test_dates(text: str, expected: date) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29", "2026-13-01", "31/04/2026", "07/31/2026", "31/07/26", "31-7-26",
        "31-07-2026", "31.07.2026", "2026/07/31", "2026-7-31", "31 Juli 2026", "2026-07",
        "2026-07-31 00:00:00", "1899-12-31", "2101-01-01", "0202-05-01", "46234", "٢٠٢٦-٠٧-٣١",
    ],
)  # fmt: skip
def test_not_dates(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("007", 7), ("-3", -3), ("+3", 3)])
def test_integers(text: str, expected: int) -> None:
    assert read_integer(text) == expected


@pytest.mark.parametrize(
    "text", ["3.0", "3,0", "1.234", "1 234", "1_000", "1e3", "3a", "³", "٣", "--3", "9" * 16]
)
def test_not_integers(text: str) -> None:
    assert read_integer(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3", 3.0), ("3.5", 3.5), ("3,5", 3.5), ("-0,25", -0.25), ("84.3125", 84.3125)],
)
def test_numbers(text: str, expected: float) -> None:
    assert read_number(text) == expected


@pytest.mark.parametrize(
    "text", ["1.234,5", "1,234.5", "3,", ",5", "1e3", "NaN", "inf", "Rp3", "3 %", "1_0.5", "٣"]
)
def test_not_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("pegawai.jumlah", "4a", "not-an-integer"),
        ("pegawai.jumlah", "1,98E+17", "scientific-number"),
        ("pelatihan.jp", "dua", "not-a-number"),
        ("skm.tanggal", "kemarin", "not-a-date"),
        ("skm.tanggal", "46234", "date-serial"),
        ("peserta.id_pegawai", "1.98E+17", "scientific-number"),
    ],
)
def test_why_a_text_was_refused(column: str, text: str, code: str) -> None:
    definition = _column(column)
    reading = read_column(definition, pd.Series(["", text, text], index=[2, 5, 9], dtype=object))
    assert reading.unread.tolist() == [5, 9]
    assert reading.typed.isna().all()
    assert why_unread(definition, text) == code


def test_text_keeps_its_inside_and_loses_its_edges() -> None:
    cells = pd.Series(["  dua  kata ", "\u00a0satu\t", " ", "NA"], dtype=object)
    typed = read_column(_column("opd.nama"), cells).typed
    assert typed.fillna("<kosong>").tolist() == ["dua  kata", "satu", "<kosong>", "NA"]


def test_a_category_outside_the_list_stays_as_written_for_the_check() -> None:
    cells = pd.Series(["pns", "P3K"], dtype=object)
    reading = read_column(_column("pegawai.jenis_asn"), cells)
    assert reading.typed.tolist() == ["PNS", "P3K"]
    assert len(reading.unread) == 0


def _column(name: str) -> Column:
    table, column = name.split(".")
    return CONTRACT.tables[table].column(column)
