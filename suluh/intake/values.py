"""From text to typed values, each distinct text read once. What cannot be read is missing.

Case and spaces never change which category is meant, so a category is taken in any; every
other value is taken exactly as written, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from suluh.contract import Column, ColumnType

DTYPES: Mapping[ColumnType, str] = {
    "string": "str",
    "integer": "Int64",
    "number": "float64",
    "date": "datetime64[s]",
}

_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_LOCAL_DATE = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
_YEARS = range(1900, 2101)
"""A year outside is a slip of the finger, and would make a century of empty periods."""

_INTEGER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?\d([.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_DATE_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?", re.ASCII)


@dataclass(frozen=True)
class Reading:
    """A column's typed values, and the lines whose text could not be read."""

    typed: pd.Series
    unread: pd.Index


def read_column(column: Column, cells: pd.Series) -> Reading:
    """Type a column of text; blank and unreadable cells are missing."""
    codes, texts = pd.factorize(cells)
    trimmed = [text.strip() for text in texts]
    read = reader_of(column)
    values = [read(text) if text else None for text in trimmed]
    failed = [
        i
        for i, (text, value) in enumerate(zip(trimmed, values, strict=True))
        if text and value is None
    ]
    typed = pd.Series(values, dtype=DTYPES[column.type]).take(codes)
    typed.index = cells.index
    return Reading(typed, cells.index[pd.Series(codes).isin(failed)])


def why_unread(column: Column, text: str) -> str:
    """Return the code of the problem of a text that `read_column` could not read."""
    if _SCIENTIFIC.fullmatch(text):
        return "scientific-number"
    if column.type == "date":
        return "date-serial" if _DATE_SERIAL.fullmatch(text) else "not-a-date"
    return "not-an-integer" if column.type == "integer" else "not-a-number"


def read_date(text: str) -> date | None:
    """Read `2026-07-31` or `31/7/2026`; None for anything else."""
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := _LOCAL_DATE.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day)) if int(year) in _YEARS else None
    except ValueError:
        return None


def read_integer(text: str) -> int | None:
    """Read digits with an optional sign; None for anything else."""
    return int(text) if _INTEGER.fullmatch(text) else None


def read_number(text: str) -> float | None:
    """Read a number with one decimal point or comma; None for anything else."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def _read_text(text: str) -> str | None:
    return None if _SCIENTIFIC.fullmatch(text) else text


def reader_of(column: Column) -> Callable[[str], Any]:
    """What reads a trimmed text of this column; it returns None for what it cannot read."""
    if column.enum:
        by_fold = {_fold(choice): choice for choice in column.enum}
        return lambda text: by_fold.get(_fold(text), text)
    readers: Mapping[ColumnType, Callable[[str], Any]] = {
        "string": _read_text,
        "integer": read_integer,
        "number": read_number,
        "date": read_date,
    }
    return readers[column.type]


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
