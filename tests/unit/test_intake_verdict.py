"""frictionless and Suluh read the same contract and give every table the same verdict.

The leniencies Suluh adds for Excel (other separators, local dates, decimal commas, case of
categories, blank rows) are no part of the contract and are tested elsewhere.
"""

from __future__ import annotations

import csv
import itertools
import json
from pathlib import Path

import pytest
from frictionless import Report, Resource, Schema, system
from intake_folder import CONTRACT, PACKAGE, Folder, example

from suluh.contract import PACKAGE_FILE
from suluh.intake import Problem, has_errors

RESOURCES = json.loads(PACKAGE.read_text())["resources"]
SCHEMAS = {resource["name"]: resource["schema"] for resource in RESOURCES}
SAMPLE_ROWS = 40
ODD_CELLS = ("", "0", "-1", "5", "101", "3.5", "teks", "2026", "2026-T5", "2026-02-30", "Besar!")


NOT_OF_A_SCHEMA = {
    "date-order",
    "done-date-missing",
    "done-date-contradicts",
    "rating-mismatch",
    "unknown-indicator",
    "target-out-of-range",
    "personal-name",
}
"""Rules of Suluh's own, which no Table Schema can express."""


def alone(table: str) -> dict[str, object]:
    """A table's schema without its references to others."""
    return {name: part for name, part in SCHEMAS[table].items() if name != "foreignKeys"}


def problems_of_table(folder: Folder, table: str) -> list[Problem]:
    """What Suluh says of one table by itself, alone in its contract and referring to none."""
    resource = {"name": table, "path": f"{table}.csv", "schema": alone(table)}
    folder.write(PACKAGE_FILE, json.dumps({"resources": [resource]}))
    problems = [p for p in folder.problems() if p.file == f"{table}.csv"]
    return [p for p in problems if p.code not in NOT_OF_A_SCHEMA]


def frictionless_refuses(path: Path, table: str) -> set[tuple[int, str]]:
    """The (row, column) of every cell frictionless refuses."""
    schema = {"fields": SCHEMAS[table]["fields"], "missingValues": SCHEMAS[table]["missingValues"]}
    errors = _report(path, schema).flatten(["rowNumber", "fieldName"])
    return {(line, name) for line, name in errors}


def frictionless_accepts(path: Path, table: str) -> bool:
    """What frictionless says of one table by itself."""
    return bool(_report(path, alone(table)).valid)


def _report(path: Path, schema: dict[str, object]) -> Report:
    with system.use_context(trusted=True):
        return Resource(path=str(path), schema=Schema.from_descriptor(schema)).validate(
            limit_errors=100_000
        )


def assert_same_verdict(folder: Folder, table: str, *, expected: bool | None = None) -> None:
    ours = not has_errors(problems_of_table(folder, table))
    assert ours == frictionless_accepts(folder.path / f"{table}.csv", table)
    assert expected is None or ours == expected


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


@pytest.mark.parametrize("table", CONTRACT.tables)
def test_the_same_verdict_on_the_sample(folder: Folder, table: str) -> None:
    with (PACKAGE.parent / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(itertools.islice(csv.DictReader(file), SAMPLE_ROWS))
    folder.put(table, *rows)
    assert_same_verdict(folder, table, expected=True)


@pytest.mark.parametrize("table", CONTRACT.tables)
def test_the_same_cells_are_refused(folder: Folder, table: str) -> None:
    """One table with each odd value in each column, a row each."""
    names = [column.name for column in CONTRACT.tables[table].columns]
    changes = [(name, odd) for name in names for odd in ODD_CELLS]
    folder.put(table, *(example(table, **{name: odd}) for name, odd in changes))
    problems = problems_of_table(folder, table)
    refused = {(p.line, p.column) for p in problems if p.code != "duplicate-key"}
    assert refused == frictionless_refuses(folder.path / f"{table}.csv", table)
    assert refused


@pytest.mark.parametrize("table", [t.name for t in CONTRACT.tables.values() if t.primary_key])
def test_the_same_verdict_on_a_repeated_key(folder: Folder, table: str) -> None:
    folder.put(table, example(table), example(table))
    assert_same_verdict(folder, table, expected=False)


@pytest.mark.parametrize(
    "content",
    [
        "tanggal,nama\n2026-08-17\n",
        "tanggal,nama\n2026-08-17,HUT,RI\n",
        "tanggal\n2026-08-17\n",
        "tanggal,nama,nama\n2026-08-17,HUT,RI\n",
    ],
)
def test_the_same_verdict_on_a_wrong_shape(folder: Folder, content: str) -> None:
    folder.write("libur.csv", content)
    assert_same_verdict(folder, "libur", expected=False)
