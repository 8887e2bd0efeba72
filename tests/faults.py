"""Faults planted in the small records: one way or more for each code of the catalogue.

A fault knows what has to be found. Faults of one folder keep out of each other's rows, and a
fault of a file as a whole has the file for itself: what it hides could not be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attacks
from faults_of_files import (
    SAID_ONE_WAY,
    add_column,
    misspell_required,
    open_quote,
    plant_ambiguous_header,
    plant_header,
    plant_in_place_of,
    plant_missing_reference_table,
    plant_old_encoding,
    plant_stray,
    said_twice,
    whole_file,
    wrong_all_over,
)
from faults_of_rows import (
    plant_date_order,
    plant_department_not_valid,
    plant_done_date_contradicts,
    plant_done_date_missing,
    plant_duplicate,
    plant_more_evaluated,
    plant_more_participants,
    plant_rating_mismatch,
    plant_reserved_code,
    plant_target_out_of_range,
    plant_unknown_indicator,
    plant_unknown_reference,
    plant_width,
    planted_cell,
    typed,
)
from faults_of_workbooks import (
    book_of,
    many_parts,
    plant_second_place,
    plant_unknown_sheet,
    planted_in_workbook,
    saved,
)
from faulty_city import NIP, Chance, City, Fault, Planter

from suluh.intake.limits import LARGEST_WORKBOOK, LONGEST_CELL, MOST_LINES

ALONE: dict[str, Planter] = {
    "package-missing": plant_in_place_of("package-missing", "datapackage.json", b""),
    "package-invalid": plant_in_place_of("package-invalid", "datapackage.json", b"{"),
    "table-missing": plant_in_place_of("table-missing", "opd.csv", b""),
    "table-empty": plant_in_place_of(
        "table-empty", "opd.csv", b"kode_opd,nama,jenis,berlaku_mulai\n"
    ),
}
"""Faults beside which no other can be seen."""

TOGETHER: dict[str, Planter] = {
    "file-unreadable": whole_file("file-unreadable", lambda _: None),
    "nul-bytes": whole_file("nul-bytes", lambda text: text.encode() + b"\0"),
    "encoding-unknown": whole_file("encoding-unknown", lambda text: text.encode() + b"\x81"),
    "encoding-old": plant_old_encoding,
    "header-unknown": whole_file("header-unknown", lambda text: f"Laporan 2026\n{text}".encode()),
    "quote-open": whole_file("quote-open", open_quote),
    "table-too-large": whole_file(
        "table-too-large", lambda text: text.replace("\n", "\n" * MOST_LINES, 1).encode()),
    "problems-more": whole_file("problems-more", wrong_all_over),
    "header-ambiguous": plant_ambiguous_header,
    "header-repeated": plant_header("header-repeated", said_twice, *SAID_ONE_WAY),
    "header-duplicate": plant_header("header-duplicate", add_column(None, "")),
    "header-blank": plant_header("header-blank", add_column("", "x")),
    "column-missing": plant_header("column-missing", misspell_required),
    "column-unknown": plant_header("column-unknown", add_column("catatan", "x")),
    "reference-table-missing": plant_missing_reference_table,
    "unknown-file": plant_stray("unknown-file", "pengadua.csv"),
    "spreadsheet-file": plant_stray("spreadsheet-file", "Pegawai.xls"),
    "table-twice": plant_second_place,
    "file-too-large": plant_stray(
        "file-too-large", "besar.xlsx", lambda: bytes(LARGEST_WORKBOOK + 1)),
    "workbook-unreadable": plant_stray("workbook-unreadable", "rusak.xlsx"),
    "workbook-encrypted": plant_stray(
        "workbook-encrypted", "terkunci.xlsx", attacks.WORKBOOKS["kata sandi"]),
    "workbook-too-large": plant_stray("workbook-too-large", "penuh.xlsx", many_parts),
    "workbook-no-table": plant_stray(
        "workbook-no-table", "rekap.xlsx",
        lambda: saved(book_of({"Rekap": [["Jumlah"], ["12"]]}))),
    "sheet-misspelt": plant_stray(
        "sheet-misspelt", "isian.xlsx",
        lambda: saved(book_of({"pelatihn": [["id_pelatihan"], ["plt-1"]]}))),
    "sheet-unknown": plant_unknown_sheet,
    "row-short": plant_width("row-short", lambda row: row[:-1]),
    "row-long": plant_width("row-long", lambda row: [*row, "84"]),
    "blank": planted_cell("blank", ["", "  "], lambda column: column.required),
    "not-a-date": planted_cell("not-a-date", ["31/02/2026", "2026-13-01", "besok"],
                               typed("date")),
    "date-ambiguous": planted_cell("date-ambiguous", ["1-2-26", "01/02/26"], typed("date")),
    "date-serial": planted_cell("date-serial", ["45292,5", "46021.75", "21916"], typed("date")),
    "date-unexpected": planted_in_workbook(
        "date-unexpected", date(2026, 3, 1), "yyyy-mm-dd", lambda c: c.type == "string"),
    "not-an-integer": planted_cell("not-an-integer", ["4a", "tiga", "3,5"], typed("integer")),
    "not-a-number": planted_cell("not-a-number", ["8o", "80 %", "1.2.3"], typed("number")),
    "number-ambiguous": planted_cell("number-ambiguous", ["1.234", "1,234"], typed("number")),
    "number-format": planted_in_workbook(
        "number-format", 0.8, "0%", lambda c: c.type in ("number", "integer")),
    "formula-cell": planted_cell("formula-cell", ["=SUM(B2:B9)", "=B2*2", "='2025'!A1"],
                                 lambda c: not c.enum),
    "error-value": planted_cell("error-value", ["#REF!", "#N/A", "#######"],
                                lambda c: not c.enum),
    "cell-too-long": planted_cell("cell-too-long", ["x" * (LONGEST_CELL + 1)],
                                  lambda c: c.privacy == "text"),
    "scientific-number": planted_cell("scientific-number", ["1,98E+17", "1.98E+17"],
                                      lambda c: not c.enum),
    "not-in-list": planted_cell("not-in-list", ["entah", "tidakk", "selesay"],
                                lambda c: bool(c.enum)),
    "pattern": planted_cell("pattern", ["2026-3", "T3 2026"], lambda c: c.name == "periode"),
    "out-of-range": planted_cell("out-of-range", ["-1", "1000000000000"],
                                 lambda c: c.minimum is not None and c.maximum is not None),
    "personal-number": planted_cell(
        "personal-number", [NIP, f"Hubungi {NIP}", "19850101 201001 1 001"],
        lambda c: c.type == "string", referred=False),
    "personal-phone": planted_cell(
        "personal-phone", ["0812-3456-7890", "Hubungi +62 812 3456 7890"],
        lambda c: c.type == "string" and not c.enum, referred=False),
    "personal-email": planted_cell(
        "personal-email", ["ani@example.org", "surel: ani@example.org"],
        lambda c: c.type == "string" and not c.enum, referred=False),
    "personal-name": planted_cell(
        "personal-name", ["Siti Aminah", "Ahmad Yani, S.E."],
        lambda c: c.name == "id_pegawai", referred=False),
    "duplicate-key": plant_duplicate,
    "unknown-reference": plant_unknown_reference,
    "reserved-code": plant_reserved_code,
    "department-not-valid": plant_department_not_valid,
    "date-order": plant_date_order,
    "done-date-missing": plant_done_date_missing,
    "done-date-contradicts": plant_done_date_contradicts,
    "rating-mismatch": plant_rating_mismatch,
    "unknown-indicator": plant_unknown_indicator,
    "target-out-of-range": plant_target_out_of_range,
    "more-participants-than-staff": plant_more_participants,
    "more-evaluated-than-staff": plant_more_evaluated,
}  # fmt: skip

KINDS = ALONE | TOGETHER
"""Every code of the catalogue that reading finds, and how it comes about."""

EXAMINED = {
    "approvals-missing",
    "texts-not-approved",
    "unusual-value",
    "unusual-response-count",
    "unusual-complaint-count",
    "headcount-jump",
    "person-in-two-departments",
    "date-far-ahead",
    "training-long",
    "training-hours",
    "users-jump",
    "confirmation-unmatched",
}
"""What is no fault of a cell but a question to the officer: see test_review, test_unusual."""


def plant(codes: Sequence[str], chance: Chance) -> tuple[City, list[Fault]]:
    """A city with faults of these codes, each where there is still room for it."""
    city = City.small()
    return city, list(_planted(city, codes, chance))


def _planted(city: City, codes: Sequence[str], chance: Chance) -> Iterator[Fault]:
    for code in codes:
        yield from KINDS[code](city, chance)
