"""What is wrong with a sheet's shape: its encoding, its header and the width of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.contract import Table
from suluh.intake.delimited import is_blank
from suluh.intake.headers import column_letters, normal_name
from suluh.intake.nearest import nearest
from suluh.intake.problems import Place, Problem, problem
from suluh.intake.sheet import Sheet


def shape_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Yield every problem of the sheet as a whole, its header and its rows' widths."""
    if sheet.old_encoding:
        yield problem("encoding-old", Place(sheet.file))
    if sheet.header.texts:
        yield from _header_problems(sheet, table)
        yield from _missing_columns(sheet, table)
        yield from _row_problems(sheet)


def _header_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    known = {column.name for column in table.columns}
    names = [normal_name(text) for text in sheet.header.texts]
    suggestions = nearest(set(names) - known, known - set(names))
    for position, name in enumerate(names):
        first = names.index(name)
        if not name:
            yield from _nameless_column(sheet, position)
        elif first < position:
            cell = f"{column_letters(first)}1"
            yield sheet.problem_at("header-duplicate", 1, position, {"first": cell})
        elif name not in known:
            details = {"nearest": suggestions.get(name, "")}
            yield sheet.problem_at("column-unknown", 1, position, details)


def _nameless_column(sheet: Sheet, position: int) -> Iterator[Problem]:
    if position in sheet.cells and not is_blank(sheet.cells[[position]]).all():
        yield sheet.problem_at("header-blank", 1, position)


def _missing_columns(sheet: Sheet, table: Table) -> Iterator[Problem]:
    for column in table.columns:
        if column.required and not sheet.has(column.name):
            titles = {"title": column.titles["id"], "title_en": column.titles["en"]}
            yield sheet.problem("column-missing", 1, column.name, titles)


def _row_problems(sheet: Sheet) -> Iterator[Problem]:
    expected, widest = sheet.header.named_width, len(sheet.header.texts)
    for line in sheet.broken:
        found = int(sheet.widths[line])
        code, edge = ("row-short", found) if found < expected else ("row-long", widest)
        cell = f"{column_letters(edge)}{line}"
        place = Place(sheet.file, int(line), cell=cell)
        yield problem(code, place, {"found": found, "expected": expected})
