"""Cells as they are written in a file, quotation marks and all.

A cell that nobody mends keeps its bytes, so cells are cut out as they stand. The cut is that
of `delimited`, which has refused before what cannot be cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SEPARATOR = ","

_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def rows_of(text: str, separator: str) -> list[list[str]]:
    """Cut text with newlines into rows of cells as written; a last newline begins no row."""
    text = text.removesuffix("\n")
    if '"' not in text:
        return [line.split(separator) for line in text.split("\n")]
    mark = re.escape(separator)
    cell = re.compile(rf'("[^"]*+(?:""[^"]*+)*+"(?=[\n{mark}]|\Z)|[^\n{mark}]*)([\n{mark}]|\Z)')
    rows: list[list[str]] = [[]]
    for match in cell.finditer(text):
        rows[-1].append(match[1])
        if match[2] == "\n":
            rows.append([])
        elif not match[2]:
            break
    return rows


def content_of(cell: str) -> str:
    """What a cell holds."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def written(content: str) -> str:
    """How a cell is written between commas: in quotation marks only where it needs them."""
    if _NEEDS_QUOTES.search(content):
        return '"' + content.replace('"', '""') + '"'
    return content


def between_commas(cell: str) -> str:
    """A cell written for another separator, as it has to stand between commas."""
    return cell if cell.startswith('"') or SEPARATOR not in cell else written(cell)


def joined(row: Sequence[str]) -> str:
    """A row as a line, without its end."""
    return SEPARATOR.join(row)
