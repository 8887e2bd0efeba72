"""Data folders made cell by cell, to see what intake says about them."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suluh.contract import PACKAGE_FILE, read_contract
from suluh.intake import Intake, Problem, read_records

PACKAGE = Path(__file__).parents[1] / "data" / PACKAGE_FILE
CONTRACT = read_contract(PACKAGE)

Row = Mapping[str, str]

DEPARTMENTS: Sequence[Row] = (
    {"kode_opd": "disdukcapil", "berlaku_sampai": "", "penerus": ""},
    {"kode_opd": "dinas-lama", "berlaku_sampai": "2024-12-31", "penerus": "disdukcapil"},
)


def example(table: str, **changes: str) -> Row:
    """The contract's example row with some cells changed."""
    row = {column.name: column.example for column in CONTRACT.tables[table].columns}
    assert changes.keys() <= row.keys()
    return row | changes


def csv_text(rows: Sequence[Row], *, separator: str = ",", newline: str = "\n") -> str:
    """Rows as CSV, the header from the first one."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@dataclass(frozen=True)
class Folder:
    """A folder with the contract and two departments, one of which ended in 2024."""

    path: Path

    @classmethod
    def make(cls, path: Path) -> Folder:
        path.mkdir()
        shutil.copy(PACKAGE, path)
        folder = cls(path)
        folder.put("opd", *(example("opd", **row) for row in DEPARTMENTS))
        return folder

    def put(self, table: str, *rows: Row) -> None:
        """Write a table of these rows."""
        self.write(f"{table}.csv", csv_text(rows))

    def put_examples(self) -> None:
        """Write every other table with the contract's example row."""
        for name in CONTRACT.tables:
            if name != "opd":
                self.put(name, example(name))

    def write(self, file: str, content: str | bytes) -> None:
        raw = content.encode() if isinstance(content, str) else content
        (self.path / file).write_bytes(raw)

    def read(self, as_of: date | None = None, cache: Path | None = None) -> Intake:
        return read_records(self.path, as_of, cache)

    def problems(self) -> tuple[Problem, ...]:
        return self.read().problems

    def found(self) -> list[tuple[str, str]]:
        """Each problem as (file and cell, code); the line where there is no cell."""
        return [(f"{p.file}:{p.cell or p.line or ''}", p.code) for p in self.problems()]
