"""`Excerpt`: the lines of a table that have problems, with a line above and below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from suluh.contract import Table
from suluh.intake.groups import HEADER_LINE, Group
from suluh.intake.headers import column_letters
from suluh.intake.personal import masked_head
from suluh.intake.problems import Problem
from suluh.intake.sheet import Sheet, UnreadableError
from suluh.intake.source import Source
from suluh.intake.visible import visible

CELLS_OF_A_GROUP = 30
"""Cells of one mistake shown in their lines, some of each content; past that they tell no more."""

CONTEXT_LINES = 1
_CELL_WIDTH = 48
_UNSHOWN = "…"


@dataclass(frozen=True)
class Cell:
    """One cell as shown; `level` is that of its worst problem, "" for none."""

    name: str
    text: str
    level: str


@dataclass(frozen=True)
class Line:
    """A line of the sheet and what is wrong with it; `codes` are those of its problems."""

    number: int
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Block:
    """Lines that stand together in the sheet."""

    lines: tuple[Line, ...]

    @property
    def codes(self) -> Sequence[str]:
        return sorted({p.code for line in self.lines for p in line.problems})


@dataclass(frozen=True)
class Excerpt:
    """Part of a sheet: the letters of its columns, its header, and the blocks shown."""

    letters: tuple[str, ...]
    header: Line
    blocks: tuple[Block, ...]

    @property
    def marked(self) -> frozenset[str]:
        """The cells with a problem that are shown."""
        lines = [self.header, *(line for block in self.blocks for line in block.lines)]
        return frozenset(cell.name for line in lines for cell in line.cells if cell.level)


def excerpt(source: Source, table: Table, groups: Sequence[Group]) -> Excerpt | None:
    """Cut out the lines with problems; None for a file whose cells cannot be told apart."""
    try:
        sheet = source.read(table)
    except UnreadableError:
        return None
    if not sheet.header.texts:
        return None
    found = _by_line(p for group in groups for p in _first_problems(group))
    view = _View(sheet, table)
    header = view.line(HEADER_LINE, found.get(HEADER_LINE, ()))
    shown = _with_context([n for n in found if n > HEADER_LINE], sheet.widths.index)
    lines = [view.line(n, found.get(n, ())) for n in shown]
    return Excerpt(view.letters, header, tuple(_blocks(lines)))


def _first_problems(group: Group) -> Iterator[Problem]:
    variants = group.variants[:CELLS_OF_A_GROUP]
    each = CELLS_OF_A_GROUP // len(variants)
    return (p for variant in variants for p in variant.problems[:each])


def _by_line(problems: Iterable[Problem]) -> Mapping[int, Sequence[Problem]]:
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.line is not None:
            found[problem.line].append(problem)
    return found


def _with_context(lines: Sequence[int], known: Iterable[int]) -> Sequence[int]:
    """The lines and their neighbours below the header, from the top."""
    there = set(known) - {HEADER_LINE}
    near = {n + d for n in lines for d in range(-CONTEXT_LINES, CONTEXT_LINES + 1)}
    return sorted(near & there)


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    block: list[Line] = []
    for line in lines:
        if block and line.number > block[-1].number + 1:
            yield Block(tuple(block))
            block = []
        block.append(line)
    if block:
        yield Block(tuple(block))


class _View:
    """A sheet's cells as they may be shown.

    Personal numbers are masked. Free text, and columns that the contract does not know, may
    hold names: they are shown only where the problem is in the very cell.
    """

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._cells = sheet.cells
        self._header = sheet.header
        width = max(len(sheet.header.texts), 1)
        self.letters = tuple(column_letters(n) for n in range(width))
        private = {c.name for c in table.columns if c.privacy == "text"}
        names = {place: name for name, place in sheet.header.positions.items()}
        self._open = {n for n in range(width) if names.get(n, "") not in {"", *private}}

    def line(self, number: int, problems: Sequence[Problem]) -> Line:
        """One line with the levels of its cells."""
        levels: dict[int, str] = {}
        for problem in problems:
            place = problem.position - 1
            if levels.get(place) != "error":
                levels[place] = problem.level
        texts = self._texts(number)
        cells = tuple(
            Cell(
                f"{self.letters[n]}{number}",
                self._shown(n, number, text, marked=n in levels),
                levels.get(n, ""),
            )
            for n, text in enumerate(texts)
        )
        return Line(number, cells, tuple(sorted(problems, key=lambda p: p.place)))

    def _texts(self, number: int) -> Sequence[str]:
        if number == HEADER_LINE:
            return self._header.texts
        if number not in self._cells.index:
            return [""] * len(self.letters)
        row = self._cells.loc[[number]].to_numpy()[0]
        return [str(text) for text in row[: len(self.letters)]]

    def _shown(self, place: int, number: int, text: str, *, marked: bool) -> str:
        if number != HEADER_LINE and text.strip() and not (marked or place in self._open):
            return _UNSHOWN
        return visible(shorten(masked_head(text), _CELL_WIDTH, placeholder=_UNSHOWN))
