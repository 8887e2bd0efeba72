"""Faults planted in the small records: one way or more for each code of the catalogue.

A fault knows what has to be found. Faults of one folder keep out of each other's rows, and a
fault of a file as a whole has the file for itself: what it hides could not be found.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import attacks
from data_folder import SMALL
from intake_folder import CONTRACT, PACKAGE
from openpyxl import Workbook

from suluh.contract import Column
from suluh.intake import Problem
from suluh.intake.limits import LARGEST_WORKBOOK, LONGEST_CELL, MOST_LINES, MOST_PROBLEMS

Sheet = list[list[str]]
Chance = random.Random

NIP = "198501012010011001"
REFERRED_TO = {("opd", "kode_opd"), ("pelatihan", "id_pelatihan"), ("forum", "id_forum")}
"""Cells that other tables name: a fault there is one in every row that does."""


@dataclass(frozen=True)
class Fault:
    """What has to be found: line and column where the fault is of a cell."""

    code: str
    file: str
    line: int | None = None
    column: str = ""

    def is_found_by(self, problem: Problem) -> bool:
        return (
            (problem.code, problem.file) == (self.code, self.file)
            and self.line in (None, problem.line)
            and self.column in ("", problem.column)
        )


@dataclass
class City:
    """The small records in memory, and which rows and files are taken by a fault."""

    sheets: dict[str, Sheet]
    files: dict[str, bytes | None] = field(default_factory=dict)
    rows: set[tuple[str, int]] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)

    @classmethod
    def small(cls) -> City:
        paths = sorted(SMALL.glob("*.csv"))
        return cls({p.stem: list(csv.reader(io.StringIO(p.read_text("utf-8")))) for p in paths})

    def write(self, folder: Path) -> None:
        """Write the folder; a file of None is a folder of that name."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PACKAGE.name).write_bytes(PACKAGE.read_bytes())
        for table, rows in self.sheets.items():
            (folder / f"{table}.csv").write_bytes(text_of(rows).encode())
        for file, content in self.files.items():
            (folder / file).unlink(missing_ok=True)
            if content is None:
                (folder / file).mkdir()
            elif content:
                (folder / file).write_bytes(content)

    def free_tables(self, *, untouched: bool = False) -> list[str]:
        """Tables without a fault of the whole file; `untouched`: without any."""
        touched = {table for table, _ in self.rows} if untouched else set()
        return [t for t in self.sheets if t not in self.whole | touched]

    def take_row(
        self, chance: Chance, table: str, fits: Callable[[list[str]], bool]
    ) -> int | None:
        """Take a free row of a table that fits; its place in the sheet, which is line − 1."""
        rows = self.sheets[table]
        free = [n for n in range(1, len(rows)) if (table, n) not in self.rows and fits(rows[n])]
        if not free or table in self.whole:
            return None
        place = chance.choice(free)
        self.rows.add((table, place))
        return place

    def cell(self, table: str, place: int, column: str) -> str:
        return self.sheets[table][place][self.sheets[table][0].index(column)]

    def put(self, table: str, place: int, column: str, text: str) -> None:
        self.sheets[table][place][self.sheets[table][0].index(column)] = text

    def append(self, table: str, row: Sequence[str]) -> int:
        self.sheets[table].append(list(row))
        self.rows.add((table, len(self.sheets[table]) - 1))
        return len(self.sheets[table])


def text_of(rows: Sheet) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


Planter = Callable[[City, Chance], Sequence[Fault]]
"""Plants one fault and tells what has to be found; nothing where there is no room left."""


def planted_cell(
    code: str, text: Sequence[str], fits: Callable[[Column], bool], *, referred: bool = True
) -> Planter:
    """A planter that writes one of the texts into a cell of a column that fits."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        spots = [
            (table, column.name)
            for table in city.free_tables()
            for column in CONTRACT.tables[table].columns
            if fits(column)
            and (table, column.name) != ("opd", "kode_opd")
            and (referred or (table, column.name) not in REFERRED_TO)
        ]
        chance.shuffle(spots)
        for table, column in spots:
            place = city.take_row(chance, table, lambda _: True)
            if place is not None:
                city.put(table, place, column, chance.choice(text))
                return [Fault(code, f"{table}.csv", place + 1, column)]
        return []

    return plant


def typed(type_: str) -> Callable[[Column], bool]:
    return lambda column: column.type == type_ and not column.enum


def whole_file(code: str, spoil: Callable[[str], bytes | None], *others: str) -> Planter:
    """A planter that spoils a file's text; the file must have no other fault."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        tables = [t for t in city.free_tables(untouched=True) if t not in {"opd", *others}]
        if not tables:
            return []
        table = chance.choice(tables)
        city.whole.add(table)
        city.files[f"{table}.csv"] = spoil(text_of(city.sheets[table]))
        return [Fault(code, f"{table}.csv")]

    return plant


def plant_header(
    code: str, change: Callable[[Sheet, Chance], tuple[str, Sequence[str]]], *others: str
) -> Planter:
    """A planter that changes a header: `change` returns the column, and codes found besides."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        tables = [t for t in city.free_tables(untouched=True) if t not in {"opd", *others}]
        if not tables:
            return []
        table = chance.choice(tables)
        city.whole.add(table)
        column, besides = change(city.sheets[table], chance)
        file = f"{table}.csv"
        return [Fault(code, file, 1, column), *(Fault(other, file, 1) for other in besides)]

    return plant


def _add_column(name: str | None, text: str) -> Callable[[Sheet, Chance], tuple[str, list[str]]]:
    def change(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
        header = chance.choice(rows[0]) if name is None else name
        for n, row in enumerate(rows):
            row.append(text if n else header)
        return header, []

    return change


def _misspell_required(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
    tables = [t for t in CONTRACT.tables.values() if {c.name for c in t.columns} >= set(rows[0])]
    required = {c.name for c in tables[0].columns if c.required}
    names = [name for name in rows[0] if name in required and len(name) > 5]
    name = chance.choice(names)
    rows[0][rows[0].index(name)] = name[:-2] + name[-1]
    return name, ["column-unknown"]


def plant_duplicate(city: City, chance: Chance) -> Sequence[Fault]:
    tables = [t for t in city.free_tables() if CONTRACT.tables[t].primary_key]
    chance.shuffle(tables)
    for table in tables:
        place = city.take_row(chance, table, lambda _: True)
        if place is not None:
            line = city.append(table, city.sheets[table][place])
            return [Fault("duplicate-key", f"{table}.csv", line)]
    return []


def plant_unknown_reference(city: City, chance: Chance) -> Sequence[Fault]:
    spots = [
        (table, name)
        for table in city.free_tables()
        for key in CONTRACT.tables[table].foreign_keys
        for name in key.columns
    ]
    chance.shuffle(spots)
    for table, column in spots:
        at = city.sheets[table][0].index(column)
        place = city.take_row(chance, table, lambda row, at=at: len(row[at]) > 4)
        if place is not None:
            known = city.cell(table, place, column)
            city.put(table, place, column, known[:-2] + known[-1] + "x")
            return [Fault("unknown-reference", f"{table}.csv", place + 1, column)]
    return []


def plant_department_not_valid(city: City, chance: Chance) -> Sequence[Fault]:
    table = chance.choice(["skm", "pengaduan", "forum", "kisah"])
    day = city.sheets[table][0].index("tanggal_masuk" if table == "pengaduan" else "tanggal")
    place = city.take_row(chance, table, lambda row: row[day] > "2025-06-30")
    if place is None:
        return []
    city.put(table, place, "kode_opd", "arsip")
    return [Fault("department-not-valid", f"{table}.csv", place + 1, "kode_opd")]


def plant_date_order(city: City, chance: Chance) -> Sequence[Fault]:
    table, earlier, later = chance.choice(
        [
            ("pengaduan", "tanggal_masuk", "tanggal_tanggapan"),
            ("pengaduan", "tanggal_masuk", "tanggal_selesai"),
            ("pelatihan", "tanggal_mulai", "tanggal_selesai"),
            ("komitmen", "tanggal", "tanggal_selesai"),
        ]
    )
    at = city.sheets[table][0].index(later)
    place = city.take_row(chance, table, lambda row: bool(row[at]))
    if place is None:
        return []
    day = date.fromisoformat(city.cell(table, place, earlier)) - timedelta(chance.randint(1, 40))
    city.put(table, place, later, day.isoformat())
    return [Fault("date-order", f"{table}.csv", place + 1, later)]


def plant_done_date_missing(city: City, chance: Chance) -> Sequence[Fault]:
    return _plant_done(city, chance, "done-date-missing", "tanggal_selesai", "")


def plant_done_date_contradicts(city: City, chance: Chance) -> Sequence[Fault]:
    return _plant_done(city, chance, "done-date-contradicts", "status", "diproses")


def _plant_done(city: City, chance: Chance, code: str, column: str, text: str) -> Sequence[Fault]:
    place = city.take_row(chance, "pengaduan", lambda row: "selesai" in row and bool(row[7]))
    if place is None:
        return []
    city.put("pengaduan", place, column, text)
    return [Fault(code, "pengaduan.csv", place + 1, "tanggal_selesai")]


def plant_rating_mismatch(city: City, chance: Chance) -> Sequence[Fault]:
    place = city.take_row(chance, "evaluasi", lambda row: row[4] == row[5])
    if place is None:
        return []
    city.put("evaluasi", place, "predikat", "kurang")
    return [Fault("rating-mismatch", "evaluasi.csv", place + 1, "predikat")]


def plant_unknown_indicator(city: City, chance: Chance) -> Sequence[Fault]:
    table, column = chance.choice([("target", "indikator"), ("koreksi", "indikator")])
    place = city.take_row(chance, table, lambda _: True)
    if place is None:
        return []
    city.put(table, place, column, chance.choice(["ikmm", "jp_rerata", "kepuasan"]))
    return [Fault("unknown-indicator", f"{table}.csv", place + 1, column)]


def plant_more_evaluated(city: City, chance: Chance) -> Sequence[Fault]:
    def row(number: int) -> list[str]:
        level = "sesuai ekspektasi"
        return ["2025", f"p-9{number:02}", "arsip", "PNS", level, level, "", ""]

    return _plant_too_many(city, chance, "more-evaluated-than-staff", "evaluasi", row)


def plant_more_participants(city: City, chance: Chance) -> Sequence[Fault]:
    if {"pelatihan"} & city.whole or ("pelatihan", 1) in city.rows:
        return []

    def row(number: int) -> list[str]:
        return ["plt-2025-01", f"p-9{number:02}", "arsip", "PNS", "selesai", "", "", "", ""]

    return _plant_too_many(city, chance, "more-participants-than-staff", "peserta", row)


def _plant_too_many(
    city: City, chance: Chance, code: str, table: str, row: Callable[[int], list[str]]
) -> Sequence[Fault]:
    """Six people of a department of five."""
    touched = {t for t, _ in city.rows}
    if {table, "pegawai"} & city.whole or "pegawai" in touched:
        return []
    place = city.take_row(chance, "pegawai", lambda r: r[:2] == ["2025", "arsip"])
    city.rows |= {("pegawai", n) for n in range(len(city.sheets["pegawai"]))}
    city.rows.add(("pelatihan", 1))
    for number in range(6):
        city.append(table, row(number))
    return [Fault(code, "pegawai.csv", (place or 0) + 1, "jumlah")]


def plant_width(code: str, change: Callable[[list[str]], list[str]]) -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        tables = [t for t in city.free_tables() if t not in ("opd", "pelatihan", "forum")]
        chance.shuffle(tables)
        for table in tables:
            place = city.take_row(chance, table, lambda _: True)
            if place is not None:
                city.sheets[table][place] = change(city.sheets[table][place])
                return [Fault(code, f"{table}.csv", place + 1)]
        return []

    return plant


def plant_reserved_code(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
    line = city.append("opd", ["kota", "Kota", "", "dinas", "2017-01-01", "", ""])
    return [Fault("reserved-code", "opd.csv", line, "kode_opd")]


def plant_old_encoding(city: City, chance: Chance) -> Sequence[Fault]:
    tables = [t for t in ("kisah", "pelatihan", "libur") if t in city.free_tables(untouched=True)]
    if not tables:
        return []
    table = chance.choice(tables)
    city.whole.add(table)
    rows = [list(row) for row in city.sheets[table]]
    rows[1][{"kisah": 3, "pelatihan": 1, "libur": 1}[table]] = "Café di balai kota"
    city.files[f"{table}.csv"] = text_of(rows).encode("cp1252")
    return [Fault("encoding-old", f"{table}.csv")]


def plant_missing_reference_table(city: City, chance: Chance) -> Sequence[Fault]:
    table, users = chance.choice([("forum", ["komitmen"]), ("pelatihan", ["peserta", "kisah"])])
    if {table, *users} & (city.whole | {t for t, _ in city.rows}):
        return []
    city.whole |= {table, *users}
    city.files[f"{table}.csv"] = b""
    return [Fault("reference-table-missing", f"{user}.csv", 1) for user in users]


def plant_stray(code: str, file: str, content: Callable[[], bytes] = lambda: b"PK") -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
        if file in city.files:
            return []
        city.files[file] = content()
        return [Fault(code, file)]

    return plant


def plant_in_place_of(code: str, file: str, content: bytes) -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
        city.files[file] = content
        return [Fault(code, file)]

    return plant


def book_of(sheets: Mapping[str, Sheet]) -> Workbook:
    """A workbook of texts."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for name, rows in sheets.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append([text or None for text in row])
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def _many_parts() -> bytes:
    return attacks.WORKBOOKS["banyak bagian"]()


def _take_table(city: City, chance: Chance, fits: Callable[[Column], bool]) -> tuple[str, str]:
    """A table that no other refers to or counts on, and a column; nothing where none is left."""
    referred = {table for table, _ in REFERRED_TO}
    spots = [
        (table, column.name)
        for table in city.free_tables(untouched=True)
        for column in CONTRACT.tables[table].columns
        if table not in referred | {"pegawai"}
        and column.name in city.sheets[table][0]
        and fits(column)
    ]
    table, column = chance.choice(spots or [("", "")])
    city.whole.add(table)
    return table, column


def plant_second_place(city: City, chance: Chance) -> Sequence[Fault]:
    table, _ = _take_table(city, chance, lambda _: True)
    if not table:
        return []
    city.files[f"{table}.xlsx"] = saved(book_of({table: city.sheets[table]}))
    return [Fault("table-twice", f"{table}.xlsx")]


def plant_unknown_sheet(city: City, chance: Chance) -> Sequence[Fault]:
    table, _ = _take_table(city, chance, lambda _: True)
    if not table:
        return []
    sheets = {table: city.sheets[table], "Rekap": [["Jumlah"], ["12"]]}
    city.files |= {f"{table}.csv": b"", f"{table}.xlsx": saved(book_of(sheets))}
    return [Fault("sheet-unknown", f"{table}.xlsx")]


def planted_in_workbook(
    code: str, value: object, number_format: str, fits: Callable[[Column], bool]
) -> Planter:
    """A planter that saves a table as a workbook with one cell that Excel changed."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        table, column = _take_table(city, chance, fits)
        if not table:
            return []
        rows = city.sheets[table]
        line, place = chance.randint(2, len(rows)), rows[0].index(column) + 1
        book = book_of({table: rows})
        cell = book.worksheets[0].cell(line, place)
        cell.value, cell.number_format = value, number_format  # type: ignore[assignment]
        city.files |= {f"{table}.csv": b"", f"{table}.xlsx": saved(book)}
        return [Fault(code, f"{table}.xlsx", line, column)]

    return plant


def plant_ambiguous_header(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
    if "pelatihan" in city.whole or any(table == "pelatihan" for table, _ in city.rows):
        return []
    city.whole.add("pelatihan")
    header = city.sheets["pelatihan"][0]
    header[header.index("tanggal_mulai")] = "tanggal"
    return [Fault("header-ambiguous", "pelatihan.csv", 1, "tanggal")]


def _said_twice(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
    """A column under one of its synonyms, and another column under the next."""
    tables = [t for t in CONTRACT.tables.values() if {c.name for c in t.columns} >= set(rows[0])]
    said = [s for c in tables[0].columns for s in c.synonyms]
    own = {c.name: [s for s in c.synonyms if said.count(s) == 1] for c in tables[0].columns}
    column = chance.choice([name for name in rows[0] if len(own[name]) > 1])
    first, second = own[column][:2]
    rows[0][rows[0].index(column)] = first
    for n, row in enumerate(rows):
        row.append("x" if n else second)
    return second, []


SAID_ONE_WAY = {
    name
    for name, table in CONTRACT.tables.items()
    if all(len(set(column.synonyms)) < 2 for column in table.columns)
}
"""Tables without a column of two synonyms."""


def _wrong_all_over(text: str) -> bytes:
    """More rows of another width than problems are told of."""
    row = "x," * 40 + "\n"
    return (text + row * (MOST_PROBLEMS + 1)).encode()


def _open_quote(text: str) -> bytes:
    head, _, rest = text.partition("\n")
    return f'{head}\n"{rest}'.encode()


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
    "quote-open": whole_file("quote-open", _open_quote),
    "table-too-large": whole_file(
        "table-too-large", lambda text: text.replace("\n", "\n" * MOST_LINES, 1).encode()),
    "problems-more": whole_file("problems-more", _wrong_all_over),
    "header-ambiguous": plant_ambiguous_header,
    "header-repeated": plant_header("header-repeated", _said_twice, *SAID_ONE_WAY),
    "header-duplicate": plant_header("header-duplicate", _add_column(None, "")),
    "header-blank": plant_header("header-blank", _add_column("", "x")),
    "column-missing": plant_header("column-missing", _misspell_required),
    "column-unknown": plant_header("column-unknown", _add_column("catatan", "x")),
    "reference-table-missing": plant_missing_reference_table,
    "unknown-file": plant_stray("unknown-file", "pengadua.csv"),
    "spreadsheet-file": plant_stray("spreadsheet-file", "Pegawai.xls"),
    "table-twice": plant_second_place,
    "file-too-large": plant_stray(
        "file-too-large", "besar.xlsx", lambda: bytes(LARGEST_WORKBOOK + 1)),
    "workbook-unreadable": plant_stray("workbook-unreadable", "rusak.xlsx"),
    "workbook-encrypted": plant_stray(
        "workbook-encrypted", "terkunci.xlsx", attacks.WORKBOOKS["kata sandi"]),
    "workbook-too-large": plant_stray("workbook-too-large", "penuh.xlsx", _many_parts),
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
