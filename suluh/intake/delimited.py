"""Delimited text to a grid of cells, row by row as a spreadsheet counts them.

pandas alone would shift columns where a row has an extra cell and pad rows that lack one
without a word, so rows are measured first: with quoted cells taken out, what remains are
only separators and line ends, counted by numpy.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from suluh.intake.limits import (
    BYTES_OF_FILLED_CELL,
    LONGEST_HEADER,
    MOST_BLANK_CELLS,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_SEPARATORS,
)

SEPARATORS = (",", ";", "\t")

_DECLARED = re.compile(rb'"?sep=([,;\t])"?[,;\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The line by which a file tells Excel its separator; Excel itself does not show it."""

_SPARE_COLUMNS = 64
"""Cells beyond the header that are still read, to see whether they are only blank."""


class TooLargeError(ValueError):
    """More lines or cells than can be read in bounded time and memory."""


class TooWideError(ValueError):
    """One row has more cells than a sheet has columns."""

    def __init__(self, line: int, found: int) -> None:
        super().__init__(f"row {line}")
        self.line, self.found = line, found


class OpenQuoteError(ValueError):
    """A quotation mark opens a cell in this row and is not closed properly."""

    def __init__(self, line: int) -> None:
        super().__init__(f"row {line}")
        self.line = line


@dataclass(frozen=True)
class Grid:
    """All cells as text: index = spreadsheet line, columns = 0, 1, …; line 1 is the header.

    `widths` are the cells each line really has; lines far too wide are not in `cells`.
    """

    cells: pd.DataFrame
    widths: pd.Series


def split_row(line: str, separator: str) -> list[str]:
    """Split one line into its cells; none where a cell is longer than any header."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def first_line(content: bytes) -> str:
    """Return the text up to the first line end; nothing where that is no header's length."""
    head = content[: LONGEST_HEADER + 1]
    line = re.split(rb"[\r\n]", head, maxsplit=1)[0]
    return line.decode() if len(line) <= LONGEST_HEADER else ""


def without_declaration(content: bytes) -> tuple[bytes, str]:
    """Take Excel's line `sep=;` off the text; return the rest, and the separator or ""."""
    found = _DECLARED.match(content)
    return (content[found.end() :], found[1].decode()) if found else (content, "")


def without_blank_end(content: bytes) -> bytes:
    """Leave out the lines after the last one that holds anything but separators."""
    filled = len(content.rstrip(b"\r\n\t ,;"))
    end = re.compile(rb"[\r\n]").search(content, filled)
    return content[: end.start()] if end else content


def read_grid(content: bytes, separator: str) -> Grid:
    """Read UTF-8 text into a grid.

    OpenQuoteError where cells cannot be told apart, TooWideError and TooLargeError where there
    are more of them than any sheet holds.
    """
    content = _with_newlines(content)
    if len(content) > MOST_LINES:
        _refuse_too_large(content, separator)
    widths = _row_widths(content, separator)
    limit = int(widths.iloc[0]) + _SPARE_COLUMNS
    _refuse_too_many(widths, limit, len(content))
    cells = pd.read_csv(
        io.BytesIO(content),
        sep=separator,
        header=None,
        names=range(min(int(widths.max()), limit)),
        dtype=object,
        na_filter=False,
        index_col=False,
        skip_blank_lines=False,
        on_bad_lines="skip",
    )
    cells.index = widths.index[widths <= limit]
    return Grid(cells, widths)


def _refuse_too_large(content: bytes, separator: str) -> None:
    if content.count(b"\n") > MOST_LINES or content.count(separator.encode()) > MOST_SEPARATORS:
        raise TooLargeError


def _refuse_too_many(widths: pd.Series, limit: int, size: int) -> None:
    if widths.max() > MOST_COLUMNS:
        raise TooWideError(int(widths.to_numpy().argmax()) + 1, int(widths.max()))
    cells = len(widths) * min(int(widths.max()), limit)
    mostly_blank = size < BYTES_OF_FILLED_CELL * cells
    if cells > (MOST_BLANK_CELLS if mostly_blank else MOST_CELLS):
        raise TooLargeError


def _row_widths(content: bytes, separator: str) -> pd.Series:
    """Count the cells of every row, index = spreadsheet line."""
    skeleton = _without_quoted_cells(content, separator.encode())
    marks = np.frombuffer(skeleton, dtype=np.uint8)
    ends = np.flatnonzero(marks == ord("\n"))
    if not content.endswith(b"\n"):
        ends = np.append(ends, len(marks))
    separators = np.flatnonzero(marks == ord(separator))
    counts = np.diff(np.searchsorted(separators, ends), prepend=0) + 1
    return pd.Series(counts, index=pd.RangeIndex(1, len(counts) + 1))


def _without_quoted_cells(content: bytes, separator: bytes) -> bytes:
    """Take quoted cells out; OpenQuoteError where one does not end at a separator or line."""
    if b'"' in content:
        # The quotation mark stands first, so that the search can skip to one.
        opening = rb'"(?<![^\n%b]")' % re.escape(separator)
        quoted = opening + rb'[^"]*+(?:""[^"]*+)*+"(?=[\n%b]|\Z)' % re.escape(separator)
        content = re.sub(quoted, b"", content)
        _refuse_open_quote(content, opening)
    return content


def _refuse_open_quote(skeleton: bytes, opening: bytes) -> None:
    left = re.search(opening, skeleton)
    if left:
        raise OpenQuoteError(skeleton[: left.start()].count(b"\n") + 1)


def _with_newlines(content: bytes) -> bytes:
    """Make every line end a newline: pandas trips over a carriage return in some places."""
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in content else content


def is_blank(cells: pd.DataFrame) -> pd.Series:
    """Whether a row has nothing but blank cells."""
    blank = pd.Series(True, index=cells.index)
    for name in cells.columns:
        left = cells.loc[blank, name]
        if left.empty:
            break
        blank[blank] = left.isin(_blank_texts(left.unique()))
    return blank


def _blank_texts(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if not text.strip()]
