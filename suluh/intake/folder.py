"""The data folder: where each table is, and every table of it that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from suluh.contract import Contract, Table
from suluh.intake.csv_file import csv_source
from suluh.intake.nearest import nearest
from suluh.intake.origin import Origin
from suluh.intake.problems import Place, Problem, has_errors, problem
from suluh.intake.sheet import UnreadableError
from suluh.intake.source import Source
from suluh.intake.table_file import REQUIRED_TABLE, Fresh, read_source
from suluh.intake.typed import TypedTable

_WORKBOOK = ".xlsx"
_SPREADSHEETS = {".xls", ".xlsb", ".xlsm", ".ods"}
_HIDDEN = (".", "~$")
"""Excel keeps a file with `~$` beside each workbook that is open."""


@dataclass(frozen=True)
class Folder:
    """The tables of a folder that could be read.

    `absent` ones are in no file; `fresh` ones were not kept. Of `faulty` ones some cells or rows
    are wrong by themselves.
    """

    contract: Contract
    tables: Mapping[str, TypedTable]
    absent: frozenset[str]
    fresh: Mapping[str, Fresh] = field(default_factory=dict)

    @property
    def faulty(self) -> frozenset[str]:
        return frozenset(name for name, table in self.fresh.items() if has_errors(table.problems))


class _Given(NamedTuple):
    """A table in some file; a CSV file is opened only when its turn comes."""

    origin: Origin
    source: Path | Source


def is_workbook(file: Path) -> bool:
    """Whether a file is read as a workbook."""
    return file.suffix.casefold() == _WORKBOOK and not _is_hidden(file)


def _is_hidden(file: Path) -> bool:
    return file.name.startswith(_HIDDEN)


def read_folder(
    data_dir: Path, contract: Contract, cache: Path | None
) -> tuple[Folder, list[Problem]]:
    """Read every table of the contract, and report what is wrong with its cells by themselves."""
    files = [path for path in sorted(data_dir.iterdir()) if not _is_hidden(path)]
    problems = list(_stray_files(files, contract))
    given, found = _given_tables(files, contract, cache)
    problems += found
    tables: dict[str, TypedTable] = {}
    fresh: dict[str, Fresh] = {}
    for name, places in given.items():
        if len(places) > 1:
            problems += _given_twice(name, places)
            continue
        try:
            table = _read(places[0], contract, name, cache)
        except UnreadableError as error:
            problems.append(error.problem)
            continue
        if isinstance(table, Fresh):
            fresh[name], tables[name] = table, table.typed
            problems += table.problems
        else:
            tables[name] = table
    absent = frozenset(contract.tables.keys() - given.keys())
    if REQUIRED_TABLE in absent:
        problems.append(problem("table-missing", Place(contract.tables[REQUIRED_TABLE].path)))
    in_order = {name: tables[name] for name in contract.tables if name in tables}
    return Folder(contract, in_order, absent, fresh), problems


def tables_in(file: Path, contract: Contract) -> Mapping[str, tuple[Table, Source]]:
    """The tables of one file by their sheets, "" in a CSV file; none where it cannot be read."""
    if is_workbook(file):
        from suluh.intake.workbook_tables import workbook_sources  # noqa: PLC0415 rarely used

        sources, _ = workbook_sources(file, contract, None)
        return {source.origin.sheet: (contract.tables[name], source) for name, source in sources}
    table = next((t for t in contract.tables.values() if t.path == file.name), None)
    try:
        return {"": (table, csv_source(file))} if table else {}
    except UnreadableError:
        return {}


def _given_tables(
    files: Sequence[Path], contract: Contract, cache: Path | None
) -> tuple[Mapping[str, Sequence[_Given]], Sequence[Problem]]:
    """Every place where each table is given, and the problems of workbooks as a whole."""
    problems: list[Problem] = []
    given: dict[str, list[_Given]] = {}
    by_path = {table.path: name for name, table in contract.tables.items()}
    for file in files:
        if file.name in by_path:
            given.setdefault(by_path[file.name], []).append(_Given(Origin(file.name), file))
        elif is_workbook(file):
            from suluh.intake.workbook_tables import workbook_sources  # noqa: PLC0415 rarely used

            sources, found = workbook_sources(file, contract, cache)
            problems += found
            for name, source in sources:
                given.setdefault(name, []).append(_Given(source.origin, source))
    return given, problems


def _read(given: _Given, contract: Contract, name: str, cache: Path | None) -> TypedTable | Fresh:
    source = csv_source(given.source) if isinstance(given.source, Path) else given.source
    return read_source(source, contract.tables[name], cache)


def _given_twice(name: str, places: Sequence[_Given]) -> Iterator[Problem]:
    """A table in two places: neither is read, since they may contradict each other."""
    first, *others = (given.origin for given in places)
    for origin in others:
        yield problem("table-twice", origin.place(), {"table": name, "first": first.label})


def _stray_files(files: Iterable[Path], contract: Contract) -> Iterator[Problem]:
    """Files that look like a table but are none: a misspelt name must not go unread unseen."""
    paths = {table.path for table in contract.tables.values()}
    stems = {Path(path).stem: path for path in paths}
    for file in files:
        ending = file.suffix.casefold()
        if file.name in paths:
            continue
        if ending == ".csv":
            suggestion = nearest([file.name], paths).get(file.name, "")
            expected = ", ".join(table.path for table in contract.tables.values())
            details = {"expected": expected, "nearest": suggestion}
            yield problem("unknown-file", Place(file.name), details)
        elif ending in _SPREADSHEETS and file.stem.casefold() in stems:
            details = {"expected": stems[file.stem.casefold()]}
            yield problem("spreadsheet-file", Place(file.name), details)
