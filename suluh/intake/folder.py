"""The data folder: which table each file is, and every table of it that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from suluh.contract import Contract, Table
from suluh.intake.cells import cell_problems
from suluh.intake.nearest import nearest
from suluh.intake.personal_cells import personal_number_problems
from suluh.intake.problems import Place, Problem, problem
from suluh.intake.shape import shape_problems
from suluh.intake.sheet import UnreadableError, read_sheet
from suluh.intake.typed import TypedTable, read_table

REQUIRED_TABLE = "opd"
"""The one table that must exist: without departments there is nobody to report on."""

_SPREADSHEETS = {".xlsx", ".xls", ".xlsm", ".ods"}


@dataclass(frozen=True)
class Folder:
    """The tables of a folder that could be read; `absent` ones have no file."""

    contract: Contract
    tables: Mapping[str, TypedTable]
    absent: frozenset[str]


def read_folder(data_dir: Path, contract: Contract) -> tuple[Folder, list[Problem]]:
    """Read every table of the contract, and report what is wrong with each by itself."""
    files = {path.name: path for path in sorted(data_dir.iterdir())}
    problems = list(_stray_files(files.values(), contract))
    tables: dict[str, TypedTable] = {}
    absent = {name for name, table in contract.tables.items() if table.path not in files}
    for name, table in contract.tables.items():
        if name not in absent:
            problems += _read_into(tables, files[table.path], table)
        elif name == REQUIRED_TABLE:
            problems.append(problem("table-missing", Place(table.path)))
    if REQUIRED_TABLE in tables and tables[REQUIRED_TABLE].sheet.cells.empty:
        problems.append(problem("table-empty", Place(contract.tables[REQUIRED_TABLE].path)))
    return Folder(contract, tables, frozenset(absent)), problems


def _read_into(tables: dict[str, TypedTable], path: Path, table: Table) -> Iterator[Problem]:
    try:
        sheet = read_sheet(path, table)
    except UnreadableError as error:
        yield error.problem
        return
    typed = tables[table.name] = read_table(sheet, table)
    yield from shape_problems(sheet, table)
    yield from personal_number_problems(sheet)
    yield from cell_problems(typed)


def _stray_files(files: Iterable[Path], contract: Contract) -> Iterator[Problem]:
    """Files that look like a table but are none: a misspelt name must not go unread unseen."""
    paths = {table.path for table in contract.tables.values()}
    stems = {Path(path).stem: path for path in paths}
    for file in files:
        ending = file.suffix.casefold()
        if file.name in paths or file.name.startswith((".", "~$")):
            continue
        if ending == ".csv":
            suggestion = nearest([file.name], paths).get(file.name, "")
            expected = ", ".join(table.path for table in contract.tables.values())
            details = {"expected": expected, "nearest": suggestion}
            yield problem("unknown-file", Place(file.name), details)
        elif ending in _SPREADSHEETS and file.stem.casefold() in stems:
            details = {"expected": stems[file.stem.casefold()]}
            yield problem("spreadsheet-file", Place(file.name), details)
