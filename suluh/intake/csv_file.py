"""A table's CSV file: bytes to a `Sheet`, or the one problem that keeps it from being read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from suluh.contract import Table
from suluh.intake.delimited import (
    Grid,
    OpenQuoteError,
    TooLargeError,
    TooWideError,
    first_line,
    read_grid,
    without_blank_end,
    without_declaration,
)
from suluh.intake.encoding import OLD_EXCEL, EncodingError, to_utf8
from suluh.intake.headers import find_separator
from suluh.intake.limits import LARGEST_FILE
from suluh.intake.nearest import choices
from suluh.intake.origin import Origin
from suluh.intake.problems import Place
from suluh.intake.sheet import Sheet, UnreadableError, empty_sheet, sheet_of
from suluh.intake.source import Source


def csv_source(path: Path) -> Source:
    """A table as its CSV file holds it now; UnreadableError where it cannot be opened."""
    content = read_content(path, LARGEST_FILE)
    return Source(Origin(path.name), content, partial(read_csv, content))


def read_content(path: Path, most_bytes: int) -> bytes:
    """Read a file's bytes; UnreadableError where it is too large, or the disk refuses."""
    try:
        if path.stat().st_size > most_bytes:
            limit = {"limit": f"{most_bytes // 1_000_000} MB"}
            raise UnreadableError("file-too-large", Place(path.name), limit)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError("file-unreadable", Place(path.name), {"reason": reason}) from error


def read_csv(content: bytes, table: Table) -> Sheet:
    """Read a table's file; UnreadableError where its cells cannot be told apart."""
    origin = Origin(table.path)
    content, encoding = _utf8_text(content, origin)
    content, declared = without_declaration(content)
    content = without_blank_end(content)
    if not content.strip(b" \t\r\n,;"):
        return empty_sheet(origin)
    grid = _grid(content, declared, table, origin)
    return sheet_of(grid, table, origin, old_encoding=encoding == OLD_EXCEL)


def _utf8_text(content: bytes, origin: Origin) -> tuple[bytes, str]:
    try:
        return to_utf8(content)
    except EncodingError as error:
        raise UnreadableError(error.code, origin.place()) from error


def _grid(content: bytes, declared: str, table: Table, origin: Origin) -> Grid:
    separator = find_separator(first_line(content), table, declared)
    if separator is None:
        raise unknown_header(table, origin)
    try:
        return read_grid(content, separator)
    except OpenQuoteError as error:
        raise UnreadableError("quote-open", origin.place(error.line)) from error
    except TooWideError as error:
        columns = len(table.columns)
        details = {"found": error.found, "expected": columns}
        raise UnreadableError("row-long", origin.place(error.line), details) from error
    except TooLargeError as error:
        raise UnreadableError("table-too-large", origin.place()) from error


def unknown_header(table: Table, origin: Origin) -> UnreadableError:
    """The first row names no column of the table."""
    expected = choices([column.name for column in table.columns])
    return UnreadableError("header-unknown", origin.place(1), {"expected": expected})
