"""One file mended: first as a whole, then cell by cell, then what trails behind it."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from suluh.contract import Column, Table
from suluh.intake.csv_file import read_csv
from suluh.intake.delimited import first_line, without_declaration
from suluh.intake.encoding import OLD_EXCEL, UTF8, EncodingError, to_utf8
from suluh.intake.headers import find_separator
from suluh.intake.mending.canonical import canonical_form, kind_of_change
from suluh.intake.mending.written import (
    SEPARATOR,
    between_commas,
    content_of,
    joined,
    rows_of,
    written,
)
from suluh.intake.sheet import Sheet, UnreadableError
from suluh.intake.typed import read_table

Change = tuple[str, str]
"""What was mended and in which column; "" where it is not of a column."""

Row = list[str]


@dataclass(frozen=True)
class Mending:
    """A file's content as it was and as it is mended.

    `before` are its lines once the file as a whole (`encoding`, `newlines`, `declaration`,
    `separator`) is mended, `after` the lines that become of them, one for one; those at the end
    may be gone.
    """

    file: str
    old: bytes
    new: bytes
    whole: tuple[str, ...] = ()
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    changes: Mapping[Change, int] = field(default_factory=dict)


def mend(content: bytes, table: Table) -> Mending | None:
    """Mend a table's file; None where there is nothing to mend, or no telling what it says."""
    try:
        mending = _mended(content, table)
    except EncodingError:
        return None
    return mending if mending.new != content and _says_the_same(mending, table) else None


def _mended(content: bytes, table: Table) -> Mending:
    utf8, encoding = to_utf8(content)
    body, declared = without_declaration(utf8)
    text = body.decode()
    mark = codecs.BOM_UTF8 if encoding != UTF8 or content.startswith(codecs.BOM_UTF8) else b""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = [*(["encoding"] if encoding != UTF8 else []), *(["newlines"] if plain != text else [])]
    sheet = _readable(content, table)
    if sheet is None:
        kept = utf8[: len(utf8) - len(body)] + plain.encode()
        return Mending(table.path, content, mark + kept, tuple(whole))
    separator = find_separator(first_line(body), table, declared) or SEPARATOR
    rows = rows_of(plain, separator)
    whole += ["declaration"] if declared else []
    if separator != SEPARATOR:
        whole.append("separator")
        rows = [[between_commas(cell) for cell in row] for row in rows]
    after, changes = _without_blank_ends(*_cells_mended(rows, sheet, table), sheet)
    end = "\n" if plain.endswith("\n") or len(after) < len(rows) else ""
    lines = [joined(row) for row in after]
    new = mark + ("\n".join(lines) + end).encode()
    before = [joined(row) for row in rows]
    return Mending(table.path, content, new, tuple(whole), before, lines, changes)


def _readable(content: bytes, table: Table) -> Sheet | None:
    """The cells, if they can be told apart and there are any."""
    try:
        sheet = read_csv(content, table)
    except UnreadableError:
        return None
    return sheet if sheet.header.texts else None


def _cells_mended(
    rows: Sequence[Row], sheet: Sheet, table: Table
) -> tuple[list[Row], Counter[Change]]:
    """Mend header and cells; what stands in a row of the wrong width is not trusted."""
    changes: Counter[Change] = Counter()
    mended = [list(row) for row in rows]
    filled = set(sheet.trusted_lines)
    trusted = [n for n in range(1, len(rows)) if n + 1 in filled]
    for n in trusted:
        missing = sheet.header.named_width - len(mended[n])
        mended[n] += [""] * missing
        changes["cut_rows", ""] += missing > 0
    for name, position in sheet.header.positions.items():
        if content_of(rows[0][position]) != name:
            mended[0][position] = name
            changes["header", name] += 1
        lines = [n for n in trusted if position < len(rows[n])]
        cells = {n: rows[n][position] for n in lines}
        for n, cell in _column_mended(cells, table.column(name)):
            changes[kind_of_change(table.column(name), cells[n], cell), name] += 1
            mended[n][position] = cell
    return mended, changes


def _column_mended(cells: Mapping[int, str], column: Column) -> Iterator[tuple[int, str]]:
    """Yield the cells that change; each distinct one is mended once."""
    canonical = canonical_form(column)
    by_cell = {cell: _cell_mended(cell, canonical) for cell in set(cells.values())}
    return ((n, by_cell[cell]) for n, cell in cells.items() if by_cell[cell] != cell)


def _cell_mended(cell: str, form: Callable[[str], str]) -> str:
    """A cell in its one form; as it is written where what it holds stays."""
    content = content_of(cell)
    canonical = form(content)
    return cell if canonical == content else written(canonical)


def _without_blank_ends(
    rows: list[Row], changes: Counter[Change], sheet: Sheet
) -> tuple[list[Row], Counter[Change]]:
    """Drop blank rows at the bottom and nameless blank columns at the right."""
    used = [_used_width(row) for row in rows]
    width = max([sheet.header.named_width, *used])
    height = max((n + 1 for n, cells in enumerate(used) if cells), default=0)
    changes["blank_rows", ""] += len(rows) - height
    changes["blank_columns", ""] += max((len(row) - width for row in rows[:height]), default=0)
    return [row[:width] for row in rows[:height]], +changes


def _used_width(row: Row) -> int:
    """How many cells there are up to the last that holds anything."""
    return next((n for n in range(len(row), 0, -1) if content_of(row[n - 1]).strip()), 0)


def _says_the_same(mending: Mending, table: Table) -> bool:
    """Whether intake reads the very same from the mended file: the promise, kept at run time."""
    old, new = (_readable(content, table) for content in (mending.old, mending.new))
    if old is None or new is None:
        return old is new
    before, after = read_table(old, table), read_table(new, table)
    return (
        before.frame.equals(after.frame)
        and list(old.broken) == list(new.broken)
        and {k: list(v) for k, v in before.unread.items()}
        == {k: list(v) for k, v in after.unread.items()}
    )


def old_encoding(mending: Mending) -> str:
    """The encoding that was mended, as people know it."""
    return "Windows-1252" if to_utf8(mending.old)[1] == OLD_EXCEL else "UTF-16"
