"""The header row: which separator it uses and which of the contract's columns it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suluh.contract import Table
from suluh.intake.delimited import SEPARATORS, split_row


@dataclass(frozen=True)
class Header:
    """The header's texts, left to right, and where each known column stands."""

    texts: tuple[str, ...]
    positions: Mapping[str, int]

    @property
    def named_width(self) -> int:
        """How many cells a row needs at least: up to the last column that has a name."""
        return max((i + 1 for i, text in enumerate(self.texts) if text), default=0)

    def text(self, position: int) -> str:
        """Return the header above a cell; blank beyond the header."""
        return self.texts[position] if position < len(self.texts) else ""


def normal_name(text: str) -> str:
    """One spelling of a header: case, and spaces or hyphens for underscores, do not matter."""
    return re.sub(r"[\s_\-]+", "_", text.strip()).casefold()


def find_separator(line: str, table: Table) -> str | None:
    """Return the separator under which the most known columns appear; None if none does."""
    known = {column.name for column in table.columns}
    found = {s: len(known & {normal_name(t) for t in split_row(line, s)}) for s in SEPARATORS}
    best = max(SEPARATORS, key=lambda s: found[s])
    return best if found[best] else None


def read_header(texts: Sequence[str], table: Table) -> Header:
    """Match header texts with the contract; of a name there twice the first one counts."""
    names = [normal_name(text) for text in texts]
    known = [column.name for column in table.columns if column.name in names]
    return Header(tuple(text.strip() for text in texts), {n: names.index(n) for n in known})


def column_letters(position: int) -> str:
    """Name a column as a spreadsheet does: 0 → A, 26 → AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Count a spreadsheet's column from 1: A → 1, AA → 27; 0 for no letters."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
