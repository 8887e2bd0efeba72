"""The data folder: which table each file is, and every table of it that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from suluh.contract import Contract
from suluh.intake.nearest import nearest
from suluh.intake.problems import Place, Problem, problem
from suluh.intake.table_file import REQUIRED_TABLE, read_table_file
from suluh.intake.typed import TypedTable

_SPREADSHEETS = {".xlsx", ".xls", ".xlsm", ".ods"}


@dataclass(frozen=True)
class Folder:
    """The tables of a folder that could be read; `absent` ones have no file."""

    contract: Contract
    tables: Mapping[str, TypedTable]
    absent: frozenset[str]


def read_folder(
    data_dir: Path, contract: Contract, cache: Path | None
) -> tuple[Folder, list[Problem]]:
    """Read every table of the contract, and report what is wrong with each by itself."""
    files = {path.name: path for path in sorted(data_dir.iterdir())}
    problems = list(_stray_files(files.values(), contract))
    tables: dict[str, TypedTable] = {}
    absent = {name for name, table in contract.tables.items() if table.path not in files}
    for name, table in contract.tables.items():
        if name not in absent:
            typed, found = read_table_file(files[table.path], table, cache)
            tables |= {name: typed} if typed else {}
            problems += found
        elif name == REQUIRED_TABLE:
            problems.append(problem("table-missing", Place(table.path)))
    return Folder(contract, tables, frozenset(absent)), problems


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
