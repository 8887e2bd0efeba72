"""A contract without a column that Suluh needs is told; all that it does not name can go."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from suluh.charts import made
from suluh.examination import examine
from suluh.intake.needed import needs
from suluh.job import Job
from suluh.pages import page_makers
from suluh.progress import Progress
from suluh.reading import read
from suluh.sample import write_sample
from suluh.usage import UserError

PACKAGE = "datapackage.json"
NEEDED = [(name, *column) for name, need in needs().items() for column in need.columns.items()]
OPTIONAL = {name for name, need in needs().items() if need.optional}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("city") / "data"
    write_sample(out, departments=4, years=2, responses=400, employees=80)
    return out


@pytest.fixture
def city(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "data"))


def package_of(city: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((city / PACKAGE).read_text())
    return package


def fields_of(package: dict[str, Any], table: str) -> list[dict[str, Any]]:
    (fields,) = (r["schema"]["fields"] for r in package["resources"] if r["name"] == table)
    return list(fields)


def set_fields(city: Path, table: str, fields: list[dict[str, Any]]) -> None:
    """Give a table other columns in the contract, and take away the keys that need others."""
    package = package_of(city)
    for resource in package["resources"]:
        schema = resource["schema"]
        if resource["name"] == table:
            schema["fields"] = fields
            schema.pop("primaryKey", None)
        schema.pop("foreignKeys", None)
    (city / PACKAGE).write_text(json.dumps(package))


def told(city: Path, lang: str = "id") -> str:
    (problem,) = examine(city)
    assert problem.code == "package-invalid"
    return problem.message(lang)


@pytest.mark.parametrize(("table", "column", "type_"), NEEDED)
def test_a_needed_column_that_is_gone_is_named(
    city: Path, table: str, column: str, type_: str
) -> None:
    fields = fields_of(package_of(city), table)
    assert {"name": column, "type": type_}.items() <= next(
        field.items() for field in fields if field["name"] == column
    )
    set_fields(city, table, [field for field in fields if field["name"] != column])
    assert f"{table} tidak punya kolom {column}, padahal Suluh memerlukannya" in told(city)
    assert f"{table} has no column {column}, which Suluh needs" in told(city, "en")


def test_a_needed_column_of_another_type_is_named(city: Path) -> None:
    fields = fields_of(package_of(city), "skm")
    changed = [{**f, "type": "string"} if f["name"] == "tanggal" else f for f in fields]
    set_fields(city, "skm", changed)
    assert "kolom tanggal dari skm bertipe string, seharusnya date" in told(city)
    assert "the column tanggal of skm is of type string, expected date" in told(city, "en")


@pytest.mark.parametrize("table", sorted(needs().keys() - OPTIONAL))
def test_a_needed_table_that_is_gone_is_named(city: Path, table: str) -> None:
    leave_out(city, {table})
    assert f"tabel {table} tidak ada, padahal Suluh memerlukannya" in told(city)
    assert f"there is no table {table}, which Suluh needs" in told(city, "en")


def test_whatever_else_a_contract_has_can_go(city: Path, tmp_path: Path) -> None:
    gone = 0
    for table, need in needs().items():
        fields = fields_of(package_of(city), table)
        kept = [field for field in fields if field["name"] in need.columns]
        gone += len(fields) - len(kept)
        set_fields(city, table, kept)
        _keep_columns(city / f"{table}.csv", need.columns)
    assert gone > 0
    make_every_page(city, tmp_path)


def test_optional_tables_can_go(city: Path, tmp_path: Path) -> None:
    assert OPTIONAL
    leave_out(city, OPTIONAL)
    make_every_page(city, tmp_path)


def leave_out(city: Path, tables: Collection[str]) -> None:
    package = package_of(city)
    package["resources"] = [r for r in package["resources"] if r["name"] not in tables]
    (city / PACKAGE).write_text(json.dumps(package))
    for table in tables:
        (city / f"{table}.csv").unlink(missing_ok=True)


def make_every_page(city: Path, tmp_path: Path) -> None:
    try:
        published = read(Job(tmp_path, city, tmp_path / "site"), Progress()).published
    except UserError as error:
        pytest.fail(error.text("en"))
    for make in page_makers(published):
        assert made(make(published).charts, published) is not None


def _keep_columns(path: Path, names: Collection[str]) -> None:
    if not path.exists():
        return
    with path.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    places = [place for place, name in enumerate(head) if name in names]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[row[p] for p in places] for row in (head, *rows)])
