"""Nothing that is not for the public comes into any file of the site."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from approved_texts import approve_every_text
from built_site import BuiltSite, build
from data_folder import COMMITTED, ROOT, SMALL, DataFolder, Row

from suluh.contract import Column, Table, read_contract

CONTRACT = read_contract(COMMITTED / "datapackage.json")
APPROVAL = {
    "skm": "tayang",
    "pengaduan": "tayang",
    "penghargaan": "izin_tayang",
    "kisah": "izin_tayang",
}
PUBLIC_KEYS = {"id_pelatihan"}
"""Restricted where it says who took part; in pelatihan.csv the same code is public."""
SENTINEL_NUMBER = "37.1234"
SENTINEL_DAY = "2024-02-29"
DAY_FORMS = ("2024-02-29", "29 Februari 2024", "29/02/2024", "20240229")
MODULES = "import sys; from suluh.cli import run; assert run() == 0; print(*sys.modules)"
BEFORE_THE_WALL = ("suluh.intake", "suluh.records", "suluh.indicators", "suluh.disclosure")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site whose records hold a sentinel in every cell that is not for the public.

    Marked words are approved, but for two that are written after the approval.
    """
    folder = tmp_path_factory.mktemp("wall")
    data = DataFolder.small(folder / "data")
    for table in CONTRACT.tables.values():
        data.change(table.name, lambda number, row, table=table: _plant(table, number, row))
    approve_every_text(data)
    data.change("skm", _change_first("saran"))
    data.change("pengaduan", _change_first("hasil"))
    built = build(data.path, folder / "site")
    assert built.returncode == 0, built.stderr
    return BuiltSite(folder / "site")


def test_no_sentinel_of_a_restricted_column_comes_into_any_file(planted: BuiltSite) -> None:
    assert _found(planted, b"SENTINEL") == []


def test_no_restricted_number_comes_into_any_file(planted: BuiltSite) -> None:
    assert _found(planted, SENTINEL_NUMBER.encode()) == []
    assert _found(planted, SENTINEL_NUMBER.replace(".", ",").encode()) == []


@pytest.mark.parametrize("form", DAY_FORMS)
def test_no_restricted_day_comes_into_any_file(planted: BuiltSite, form: str) -> None:
    assert _found(planted, form.encode()) == []


def test_no_word_without_approval_comes_into_any_file(planted: BuiltSite) -> None:
    assert _found(planted, b"TANPAIZIN") == []


def test_no_word_that_nobody_read_comes_into_any_file(planted: BuiltSite) -> None:
    """Sentinels in a cell that is marked `ya` and was changed after somebody approved it."""
    assert _found(planted, b"BELUMDIBACA") == []
    assert _found(planted, b"DIIZINKAN-ringkasan")  # the rest of the row is still shown


def test_approved_words_are_published(planted: BuiltSite) -> None:
    """What shows that the search above could have found something."""
    for column in ("saran", "ringkasan", "hasil", "kutipan", "penerima", "alasan"):
        assert _found(planted, f"DIIZINKAN-{column}".encode()), column


def test_what_publishes_knows_neither_records_nor_what_reads_them(
    tmp_path: Path, planted: BuiltSite
) -> None:
    data = planted.root.parent / "data"
    told = subprocess.run(
        [sys.executable, "-c", MODULES, "--data", data, "--out", tmp_path / "site", "--jobs=1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = told.stdout.splitlines()[-1].split()
    assert {"suluh.published", "suluh.pages"} <= set(loaded)
    assert [name for name in loaded if name.startswith(BEFORE_THE_WALL)] == []


def test_every_restricted_column_and_every_text_column_was_planted() -> None:
    unplanted = [
        (table.name, column.name)
        for table in CONTRACT.tables.values()
        for column in table.columns
        if column.privacy != "public" and _is_free(column) and not _is_planted(table, column)
    ]
    assert unplanted == []


def _change_first(column: str) -> Callable[[int, Row], Row]:
    """Write on the first approved text of a column after it was approved."""
    changed: list[int] = []

    def change(number: int, row: Row) -> Row:
        if changed or not row[column].startswith("DIIZINKAN"):
            return row
        changed.append(number)
        return row | {column: f"BELUMDIBACA {row[column]}"}

    return change


def _is_planted(table: Table, column: Column) -> bool:
    rows = enumerate(DataFolder(SMALL).read(table.name))
    return any(_plant(table, number, row)[column.name] != row[column.name] for number, row in rows)


def _plant(table: Table, number: int, row: Row) -> Row:
    approved = row.get(APPROVAL.get(table.name, ""), "") == "ya"
    planted = dict(row)
    for column in table.columns:
        if column.privacy != "public" and _is_free(column):
            planted[column.name] = _sentinel(column, number, row[column.name], approved=approved)
    return planted


def _sentinel(column: Column, number: int, value: str, *, approved: bool) -> str:
    if column.type == "number":  # one alone: the mean of many alike would be published
        return SENTINEL_NUMBER if number == 0 else value
    if column.type == "date":
        return value if approved or number > 1 else SENTINEL_DAY
    if column.privacy == "text":
        return f"{'DIIZINKAN' if approved else 'TANPAIZIN'}-{column.name}-{number}"
    if column.name == "id_pegawai":
        return f"SENTINEL-{value}"  # the same person in several rows stays the same
    return f"SENTINEL-{column.name}-{number}"


def _is_free(column: Column) -> bool:
    """Whether a value can be planted that stands for nothing else: no choice, code or score."""
    is_free = not column.enum and not column.pattern and column.type != "integer"
    return is_free and column.name not in PUBLIC_KEYS


def _found(site: BuiltSite, sought: bytes) -> list[str]:
    contents = _contents(site.files())
    return [name for name, content in contents if sought in content or sought in name.encode()]


def _contents(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        yield name, gzip.decompress(content) if name.endswith(".gz") else content
