"""The small records with faults in them, and what has to be found of each."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data_folder import SMALL
from intake_folder import PACKAGE

from suluh.intake import Problem

Sheet = list[list[str]]
Chance = random.Random

NIP = "198501012010011001"
REFERRED_TO = {("opd", "kode_opd"), ("pelatihan", "id_pelatihan"), ("forum", "id_forum")}
"""Cells that other tables name: a fault there is one in every row that does."""


@dataclass(frozen=True)
class Fault:
    """What has to be found: line and column where the fault is of a cell."""

    code: str
    file: str
    line: int | None = None
    column: str = ""

    def is_found_by(self, problem: Problem) -> bool:
        return (
            (problem.code, problem.file) == (self.code, self.file)
            and self.line in (None, problem.line)
            and self.column in ("", problem.column)
        )


@dataclass
class City:
    """The small records in memory, and which rows and files are taken by a fault."""

    sheets: dict[str, Sheet]
    files: dict[str, bytes | None] = field(default_factory=dict)
    rows: set[tuple[str, int]] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)

    @classmethod
    def small(cls) -> City:
        paths = sorted(SMALL.glob("*.csv"))
        return cls({p.stem: list(csv.reader(io.StringIO(p.read_text("utf-8")))) for p in paths})

    def write(self, folder: Path) -> None:
        """Write the folder; a file of None is a folder of that name."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PACKAGE.name).write_bytes(PACKAGE.read_bytes())
        for table, rows in self.sheets.items():
            (folder / f"{table}.csv").write_bytes(text_of(rows).encode())
        for file, content in self.files.items():
            (folder / file).unlink(missing_ok=True)
            if content is None:
                (folder / file).mkdir()
            elif content:
                (folder / file).write_bytes(content)

    def free_tables(self, *, untouched: bool = False) -> list[str]:
        """Tables without a fault of the whole file; `untouched`: without any."""
        touched = {table for table, _ in self.rows} if untouched else set()
        return [t for t in self.sheets if t not in self.whole | touched]

    def take_row(
        self, chance: Chance, table: str, fits: Callable[[list[str]], bool]
    ) -> int | None:
        """Take a free row of a table that fits; its place in the sheet, which is line − 1."""
        rows = self.sheets[table]
        free = [n for n in range(1, len(rows)) if (table, n) not in self.rows and fits(rows[n])]
        if not free or table in self.whole:
            return None
        place = chance.choice(free)
        self.rows.add((table, place))
        return place

    def cell(self, table: str, place: int, column: str) -> str:
        return self.sheets[table][place][self.sheets[table][0].index(column)]

    def put(self, table: str, place: int, column: str, text: str) -> None:
        self.sheets[table][place][self.sheets[table][0].index(column)] = text

    def append(self, table: str, row: Sequence[str]) -> int:
        self.sheets[table].append(list(row))
        self.rows.add((table, len(self.sheets[table]) - 1))
        return len(self.sheets[table])


def text_of(rows: Sheet) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


Planter = Callable[[City, Chance], Sequence[Fault]]
"""Plants one fault and tells what has to be found; nothing where there is no room left."""
