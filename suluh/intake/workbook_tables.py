"""Which sheet of a workbook is which table.

A file named after a table holds it on its one filled sheet, whatever that is called. Otherwise
a sheet is the table whose name or title it bears. A sheet of the template that has nothing below
its header was not filled in, and is no empty table: missing is not zero.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from suluh import store
from suluh.contract import Contract, Table
from suluh.intake.csv_file import read_content
from suluh.intake.header_names import normal_name
from suluh.intake.kept import edition
from suluh.intake.limits import LARGEST_WORKBOOK
from suluh.intake.nearest import nearest
from suluh.intake.origin import Origin
from suluh.intake.problems import Problem, problem
from suluh.intake.sheet import Sheet, UnreadableError
from suluh.intake.source import Source
from suluh.intake.workbook_file import RawSheet, WorkbookFile
from suluh.intake.workbook_parts import WorkbookError
from suluh.intake.workbook_sheet import read_raw_sheet
from suluh.workbook_words import sheet_names

_HEADER_ONLY = 1


@dataclass(frozen=True)
class Assignment:
    """The sheet of each table in one workbook, and what is wrong with the others."""

    sheets: Sequence[tuple[str, str]]
    problems: Sequence[Problem]


def workbook_sources(
    path: Path, contract: Contract, cache_folder: Path | None
) -> tuple[Sequence[tuple[str, Source]], Sequence[Problem]]:
    """Every table of a workbook with its source, and the problems of the workbook as a whole."""
    try:
        book = WorkbookFile(read_content(path, LARGEST_WORKBOOK))
        digest = sha256(book.content).hexdigest()
        known = _kept(path, digest, contract, cache_folder)
        found = Assignment(known, ()) if known is not None else assign(path, book, contract)
    except UnreadableError as error:
        return (), (error.problem,)
    except WorkbookError as error:
        return (), (problem(error.code, Origin(path.name).place()),)
    if cache_folder and known is None and not found.problems:
        _keep(path, digest, contract, cache_folder, found.sheets)
    return [(t, _source(book, digest, path, sheet)) for t, sheet in found.sheets], found.problems


def _source(book: WorkbookFile, digest: str, path: Path, sheet: str) -> Source:
    origin = Origin(path.name, sheet)
    return Source(origin, f"{digest}\0{sheet}".encode(), partial(_read, book, origin))


def _read(book: WorkbookFile, origin: Origin, table: Table) -> Sheet:
    return read_raw_sheet(book.sheets[origin.sheet], origin, table)


def assign(path: Path, book: WorkbookFile, contract: Contract) -> Assignment:
    """Find the tables of a workbook; WorkbookError where it cannot be read."""
    tables = _table_names(contract)
    filled = {name: raw for name, raw in book.sheets.items() if raw.filled_rows}
    own = _table_of_file(path, contract)
    if own and not filled:
        return Assignment([(own, next(iter(book.sheets)))], ())
    only = next(iter(filled)) if len(filled) == 1 else ""
    if own and only and normal_name(only) not in tables:
        return Assignment([(own, only)], ())
    named = {name: tables[key] for name in filled if (key := normal_name(name)) in tables}
    sheets = [
        (table, name) for name, table in named.items() if table == own or _has_rows(filled[name])
    ]
    others = [name for name in filled if name not in named and name not in _own_sheets()]
    return Assignment(sheets, list(_problems(path, named, others, contract)))


def _has_rows(raw: RawSheet) -> bool:
    return raw.filled_rows > _HEADER_ONLY


def _problems(
    path: Path, named: Mapping[str, str], others: Sequence[str], contract: Contract
) -> Iterator[Problem]:
    expected = ", ".join(contract.tables)
    suggestions = nearest(others, contract.tables)
    if not named and not suggestions:
        yield problem("workbook-no-table", Origin(path.name).place(), {"expected": expected})
        return
    for name in others:
        code = "sheet-misspelt" if name in suggestions else "sheet-unknown"
        details = {"expected": expected, "nearest": suggestions.get(name, "")}
        yield problem(code, Origin(path.name, name).place(), details)


def _table_of_file(path: Path, contract: Contract) -> str:
    """The table that a workbook is named after; "" for none."""
    stem = normal_name(path.stem)
    return next((t.name for t in contract.tables.values() if normal_name(t.name) == stem), "")


def _table_names(contract: Contract) -> Mapping[str, str]:
    """Every table by its title and by its name, which counts more."""
    tables = contract.tables.values()
    titled = {normal_name(title): t.name for t in tables for title in t.titles.values()}
    return titled | {normal_name(table.name): table.name for table in tables}


@cache
def _own_sheets() -> frozenset[str]:
    """The sheets of the template that hold no table, in every language."""
    return frozenset(sheet_names())


def _kept(
    path: Path, digest: str, contract: Contract, folder: Path | None
) -> Sequence[tuple[str, str]] | None:
    """The tables of a workbook without a problem, as they were found before."""
    if folder is None:
        return None
    key, _, sheets = (store.read(_entry(path, folder)) or "").partition("\n")
    return [tuple(pair) for pair in json.loads(sheets)] if key == _key(digest, contract) else None


def _keep(
    path: Path, digest: str, contract: Contract, folder: Path, sheets: Sequence[tuple[str, str]]
) -> None:
    store.write(_entry(path, folder), f"{_key(digest, contract)}\n{json.dumps(sheets)}")


def _entry(path: Path, folder: Path) -> Path:
    return folder / f"{path.name}.sheets"


def _key(digest: str, contract: Contract) -> str:
    return store.digest(edition(), repr(contract.tables), digest)
