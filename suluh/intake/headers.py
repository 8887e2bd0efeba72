"""The header row: which separator it uses and which of the contract's columns it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from suluh.contract import Table
from suluh.intake.delimited import SEPARATORS, split_row
from suluh.intake.header_names import match, meanings, normal_name


@dataclass(frozen=True)
class Header:
    """The header's texts, left to right, and where each known column stands.

    `ambiguous` and `repeated`: see `header_names.Match`.
    """

    texts: tuple[str, ...]
    positions: Mapping[str, int]
    ambiguous: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    repeated: Mapping[int, str] = field(default_factory=dict)

    @property
    def named_width(self) -> int:
        """How many cells a row needs at least: up to the last column that has a name."""
        return max((i + 1 for i, text in enumerate(self.texts) if text), default=0)

    def text(self, position: int) -> str:
        """Return the header above a cell; blank beyond the header."""
        return self.texts[position] if position < len(self.texts) else ""


def find_separator(line: str, table: Table, declared: str = "") -> str | None:
    """Return the separator under which the most known columns appear; None if none does.

    `declared` is the one that the file itself names, if it does.
    """
    known = meanings(table).keys()
    allowed = (declared,) if declared else SEPARATORS
    found = {s: len(known & {normal_name(t) for t in split_row(line, s)}) for s in allowed}
    best = max(allowed, key=lambda s: found[s])
    return best if found[best] else None


def read_header(texts: Sequence[str], table: Table) -> Header:
    """Match header texts with the contract; of a name there twice the first one counts."""
    found = match(texts, table)
    return Header(tuple(text.strip() for text in texts), *found)


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
