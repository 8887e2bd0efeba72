"""Planters of faults that come of a workbook."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import attacks
from faulty_city import REFERRED_TO, Chance, City, Fault, Planter, Sheet
from intake_folder import CONTRACT
from openpyxl import Workbook

from suluh.contract import Column


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
def many_parts() -> bytes:
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
