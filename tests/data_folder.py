"""Data folders for tests: the small fixed one, and variations of it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "data"
SMALL = ROOT / "tests" / "golden" / "data"

Row = dict[str, str]


@dataclass(frozen=True)
class DataFolder:
    """A data folder that a test may change."""

    path: Path

    @classmethod
    def small(cls, path: Path, only: Iterable[str] | None = None) -> DataFolder:
        """Copy the small fixed records, or only some of its tables, beside the city's contract."""
        path.mkdir(parents=True)
        for table in sorted(SMALL.glob("*.csv")):
            if only is None or table.stem in only:
                shutil.copy(table, path)
        shutil.copy(COMMITTED / "datapackage.json", path)
        return cls(path)

    def read(self, table: str) -> list[Row]:
        with (self.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def header(self, table: str) -> list[str]:
        with (self.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file))

    def write(self, table: str, rows: Iterable[Mapping[str, str]]) -> None:
        """Replace a table's rows; its header stays."""
        header = self.header(table)
        with (self.path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def change(self, table: str, change: Callable[[int, Row], Row]) -> None:
        """Change each row of a table, given its number and the row."""
        self.write(table, [change(number, row) for number, row in enumerate(self.read(table))])
