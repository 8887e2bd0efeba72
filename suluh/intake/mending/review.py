"""What was mended, to be reviewed: the lines that change, and in words what changed.

Rows are matched one for one, so that a change of every second row reads as such at once;
difflib takes minutes to find that out. Personal numbers are masked: terminals and logs keep
what they show, so this is to be read, not to be applied as a patch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from suluh.intake.mending.file_mending import Mending, old_encoding
from suluh.intake.personal import masked, masked_head
from suluh.intake.report_words import whole
from suluh.intake.visible import visible

CONTEXT_ROWS = 3
"""Rows shown around what changes, as in any unified diff."""

_CELL = re.compile(r'"[^"]*+(?:""[^"]*+)*+"|[^,"]+')

_WHOLE: Mapping[str, Mapping[str, str]] = {
    "encoding": {"id": "pengodean {old} → UTF-8", "en": "encoding {old} → UTF-8"},
    "newlines": {"id": "akhir baris disamakan", "en": "line ends made the same"},
    "declaration": {"id": "baris sep= dibuang", "en": "the line sep= dropped"},
    "separator": {"id": "pemisah → koma", "en": "separator → comma"},
}
_CELLS: Mapping[str, Mapping[str, str]] = {
    "header": {"id": "judul kolom {column}", "en": "header of column {column}"},
    "dates": {
        "id": "{count} tanggal di {column} ditulis tahun-bulan-hari",
        "en": "{count} dates of {column} written year-month-day",
    },
    "decimals": {
        "id": "{count} koma desimal di {column} menjadi titik",
        "en": "{count} decimal commas of {column} made points",
    },
    "thousands": {
        "id": "{count} bilangan di {column} ditulis tanpa titik ribuan",
        "en": "{count} numbers of {column} written without points between thousands",
    },
    "zeros": {
        "id": "{count} kode di {column} mendapat lagi nol di depannya",
        "en": "{count} codes of {column} got their leading zeros back",
    },
    "choices": {
        "id": "{count} pilihan di {column} disamakan ejaannya",
        "en": "{count} choices of {column} spelt as in the list",
    },
    "spaces": {
        "id": "{count} spasi di tepi sel {column} dibuang",
        "en": "{count} cells of {column} without spaces around",
    },
    "cut_rows": {
        "id": "{count} baris dilengkapi sel kosong yang tidak disimpan Excel",
        "en": "{count} rows completed with the blank cells that Excel left out",
    },
    "blank_rows": {
        "id": "{count} baris kosong di akhir dibuang",
        "en": "{count} blank rows at the end dropped",
    },
    "blank_columns": {
        "id": "{count} kolom kosong di kanan dibuang",
        "en": "{count} blank columns at the right dropped",
    },
}


@dataclass(frozen=True)
class Review:
    """The diff, line by line, and in words what was mended of a file."""

    diff: tuple[str, ...]
    words: str


def review(mending: Mending, lang: str) -> Review:
    """Show a mending to a person."""
    whole_file = [_WHOLE[k][lang].format(old=old_encoding(mending)) for k in mending.whole]
    cells = [
        _CELLS[kind][lang].format(column=masked(column), count=whole(count, lang))
        for (kind, column), count in mending.changes.items()
    ]
    return Review(tuple(_diff(mending)), f"{mending.file}: {'; '.join([*whole_file, *cells])}")


def _diff(mending: Mending) -> Iterator[str]:
    """A unified diff of the rows; nothing where only the file as a whole is mended."""
    rows = _rows(mending.before, mending.after)
    hunks = list(_hunks(rows))
    if hunks:
        yield from (f"--- {mending.file}", f"+++ {mending.file}")
    starts = _starts(rows)
    for first, last in hunks:
        yield from _hunk(rows[first:last], starts[first])


Pair = tuple[Sequence[str], Sequence[str]]
"""The lines of one row before and after: none once it is dropped, several if a cell has some."""


def _rows(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    kept = [line.split("\n") for line in after]
    dropped: list[list[str]] = [[] for _ in before[len(after) :]]
    return list(zip((line.split("\n") for line in before), [*kept, *dropped], strict=True))


def _hunks(rows: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """First and last + 1 row of each stretch of changes with its context."""
    changed = [n for n, (old, new) in enumerate(rows) if old != new]
    first = last = None
    for n in changed:
        if first is None or last is None or n - CONTEXT_ROWS > last:
            if first is not None and last is not None:
                yield first, last
            first = max(0, n - CONTEXT_ROWS)
        last = min(len(rows), n + CONTEXT_ROWS + 1)
    if first is not None and last is not None:
        yield first, last


def _starts(rows: Sequence[Pair]) -> list[tuple[int, int]]:
    """The line, from 1, at which each row begins before and after."""
    starts, old_line, new_line = [], 1, 1
    for old, new in rows:
        starts.append((old_line, new_line))
        old_line, new_line = old_line + len(old), new_line + len(new)
    return starts


def _hunk(rows: Sequence[Pair], start: tuple[int, int]) -> Iterator[str]:
    """The changed rows of a stretch, dropped lines before added ones, between kept lines."""
    old_count, new_count = (sum(len(pair[side]) for pair in rows) for side in (0, 1))
    yield f"@@ -{start[0]},{old_count} +{start[1]},{new_count} @@"
    drawn: list[str] = []
    for old, new in rows:
        if old == new:
            yield from drawn
            drawn = []
            yield from (f" {line}" for line in _shown(old))
        else:
            yield from (f"-{line}" for line in _shown(old))
            drawn += [f"+{line}" for line in _shown(new)]
    yield from drawn


def _shown(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a row. Two dates side by side are no NIP, so each cell is masked by itself.

    Where a cell has several lines its bounds are not told from a line alone: those as a whole.
    """
    for line in lines:
        one = len(lines) == 1
        yield visible(_CELL.sub(_cell_shown, line) if one else masked_head(line))


def _cell_shown(cell: re.Match[str]) -> str:
    return masked_head(cell[0])
