"""Texts become typed values exactly as written, or are refused: never bent."""

from __future__ import annotations

from dataclasses import replace
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
        ("36526", date(2000, 1, 1)),  # as Excel counts days
        ("46234", date(2026, 7, 31)),
        ("73415", date(2100, 12, 31)),
    ],
)
def test_dates(text: str, expected: date) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29", "2026-13-01", "31/04/2026", "07/31/2026", "31/07/26", "31-7-26",
        "31-07-2026", "31.07.2026", "2026/07/31", "2026-7-31", "31 Juli 2026", "2026-07",
        "2026-07-31 00:00:00", "1899-12-31", "2101-01-01", "0202-05-01", "٢٠٢٦-٠٧-٣١",
        "36525", "73416", "46234.5", "46234,0", "046234",
    ],
)  # fmt: skip
def test_not_dates(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("007", 7),
        ("-3", -3),
        ("+3", 3),
        ("1.234", 1234),
        ("12.345.678", 12345678),
        ("1.000.000", 1000000),
        ("-1.234", -1234),
    ],
)
def test_integers(text: str, expected: int) -> None:
    assert read_integer(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.000",
        "100.000",
        "0.123",
        "01.234",
        "1.23",
        "1.2345",
        "12.34.567",
        "1,234",
        "1.234,0",
        "3.0",
        "3,0",
        "1 234",
        "1_000",
        "1e3",
        "3a",
        "³",
        "٣",
        "--3",
        "9" * 16,
    ],
)
def test_not_integers(text: str) -> None:
    assert read_integer(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", 3.0),
        ("3.5", 3.5),
        ("3,5", 3.5),
        ("-0,25", -0.25),
        ("84.3125", 84.3125),
        ("1.234,5", 1234.5),
        ("12.345.678", 12345678.0),
        ("0,125", 0.125),
        ("1234.567", 1234.567),
    ],
)
def test_numbers(text: str, expected: float) -> None:
    assert read_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.234",
        "1,234",
        "12.500",
        "100,000",
        "-1.234",
        "1,234,567",
        "1.23,4",
        "1,234.5",
        "3,",
        ",5",
        "1e3",
        "NaN",
        "inf",
        "Rp3",
        "3 %",
        "1_0.5",
        "٣",
    ],
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
        ("skm.tanggal", "46234.5", "date-serial"),
        ("skm.tanggal", "30000", "date-serial"),
        ("skm.tanggal", "31-7-26", "date-ambiguous"),
        ("skm.tanggal", "01/02/03", "date-ambiguous"),
        ("skm.tanggal", "1.2.26", "date-ambiguous"),
        ("skm.tanggal", "31-7-2026", "not-a-date"),
        ("pelatihan.jp", "1.234", "number-ambiguous"),
        ("pelatihan.jp", "1,234", "number-ambiguous"),
        ("pelatihan.jp", "1,234.5", "not-a-number"),
        ("pegawai.jumlah", "1.000", "number-ambiguous"),
        ("pegawai.jumlah", "1,234", "not-an-integer"),
        ("pegawai.jumlah", "=A1+1", "formula-cell"),
        ("pegawai.jumlah", "#REF!", "error-value"),
        ("pegawai.jenis_asn", "#N/A", "error-value"),
        ("skm.saran", "#NAME?", "error-value"),
        ("skm.saran", "#########", "error-value"),
        ("skm.saran", "=SUM(A1:A3)", "formula-cell"),
        ("skm.saran", "x" * 32_768, "cell-too-long"),
        ("peserta.id_pegawai", "1.98E+17", "scientific-number"),
    ],
)
def test_why_a_text_was_refused(column: str, text: str, code: str) -> None:
    definition = _column(column)
    reading = read_column(definition, pd.Series(["", text, text], index=[2, 5, 9], dtype=object))
    assert reading.unread.tolist() == [5, 9]
    assert reading.typed.isna().all()
    assert why_unread(definition, text) == code


def test_a_text_of_a_cell_s_greatest_length_and_hashes_of_people_are_texts() -> None:
    texts = ["x" * 32_767, "#1", "#pelayanan prima", "= baik", "=", "a=b", "##"]
    typed = read_column(_column("skm.saran"), pd.Series(texts, dtype=object)).typed
    assert typed.tolist() == texts


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\d{5}", "42", "00042"),
        (r"\d{5}", "123456", "123456"),  # for the pattern to refuse
        (r"\d{5}", "00042", "00042"),
        (r"\d{4,5}", "42", "42"),  # 0042 or 00042
        (r"\d{4}|x", "x", "x"),
        (r"[a-z0-9-]+", "42", "42"),
        (r"[12]\d{3}(-T[1-4])?", "26", "26"),
        (r"0[12]\.\d{2}", "1.05", "1.05"),
    ],
)
def test_zeros_come_back_where_the_contract_leaves_no_choice(
    pattern: str, text: str, expected: str
) -> None:
    column = replace(_column("opd.kode_opd"), pattern=pattern)
    assert read_column(column, pd.Series([text], dtype=object)).typed.tolist() == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diatas ekspektasi", "di atas ekspektasi"),
        ("DI  ATAS EKSPEKTASI", "di atas ekspektasi"),
        ("dibawah-ekspektasi", "di bawah ekspektasi"),
        ("atas ekspektasi", "atas ekspektasi"),
    ],
)
def test_categories_are_known_with_spaces_or_none(text: str, expected: str) -> None:
    cells = pd.Series([text], dtype=object)
    assert read_column(_column("evaluasi.hasil_kerja"), cells).typed.tolist() == [expected]


def test_choices_that_differ_only_by_spaces_are_taken_as_written() -> None:
    column = replace(_column("evaluasi.hasil_kerja"), enum=("di atas", "diatas"))
    texts = ["di atas", "diatas", "Di Atas"]
    assert read_column(column, pd.Series(texts, dtype=object)).typed.tolist() == texts


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
