"""From text to typed values, each distinct text read once. What cannot be read is missing.

Case and spaces never change which category is meant, so a category is taken in any; every
other value is taken exactly as written, or not at all. A number or date that could be another
one is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

import pandas as pd

from suluh.contract import Column, ColumnType
from suluh.intake.spoilt import may_be_spoilt, why_spoilt

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

_SHORT_YEAR = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1\d{2}", re.ASCII)
_SERIAL = re.compile(r"\d{5}", re.ASCII)
_SERIAL_START = date(1899, 12, 30)
"""Day 0 of Excel's count, as it is from March 1900 on."""
_SERIAL_YEARS = range(2000, 2101)
"""The years of which records are kept; another number is no date but a slip of the finger."""
_LIKE_SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?", re.ASCII)

_INTEGER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3}){1,4}", re.ASCII)
_GROUPED_DECIMAL = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3}){1,4},\d{1,15}", re.ASCII)
_TWO_MEANINGS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""A thousand and more with a separator, or a number below a thousand with three decimals."""
_WHOLE_EITHER_WAY = re.compile(r"[+-]?[1-9]\d{0,2}\.000", re.ASCII)
_MOST_LOST_ZEROS = 20


@dataclass(frozen=True)
class Reading:
    """A column's typed values, and the lines whose text could not be read."""

    typed: pd.Series
    unread: pd.Index


def read_column(column: Column, cells: pd.Series) -> Reading:
    """Type a column of text; blank and unreadable cells are missing."""
    codes, texts = pd.factorize(cells)
    trimmed = [text.strip() for text in texts]
    read, spoilt = reader_of(column), may_be_spoilt(trimmed)
    values = [
        read(text) if text and not (spoilt and why_spoilt(text)) else None for text in trimmed
    ]
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
    if code := why_spoilt(text):
        return code
    if column.type == "date":
        return _why_no_date(text)
    if _TWO_MEANINGS.fullmatch(text) and not (column.type == "integer" and "," in text):
        return "number-ambiguous"
    return "not-an-integer" if column.type == "integer" else "not-a-number"


def _why_no_date(text: str) -> str:
    if _SHORT_YEAR.fullmatch(text):
        return "date-ambiguous"
    return "date-serial" if _LIKE_SERIAL.fullmatch(text) else "not-a-date"


def read_date(text: str) -> date | None:
    """Read `2026-07-31`, `31/7/2026` or a day as Excel counts it; None for anything else."""
    if _SERIAL.fullmatch(text):
        day = _SERIAL_START + timedelta(int(text))
        return day if day.year in _SERIAL_YEARS else None
    if match := _ISO_DATE.fullmatch(text):
        year, month, day_of_month = match.groups()
    elif match := _LOCAL_DATE.fullmatch(text):
        day_of_month, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day_of_month)) if int(year) in _YEARS else None
    except ValueError:
        return None


def read_integer(text: str) -> int | None:
    """Read digits with an optional sign; points between thousands where they can be no decimals.

    `1.234` is no whole number but 1234, while `1.000` may be 1: None, as for anything else.
    """
    if _GROUPED.fullmatch(text) and not _WHOLE_EITHER_WAY.fullmatch(text):
        return int(without_thousands(text))
    return int(text) if _INTEGER.fullmatch(text) else None


def read_number(text: str) -> float | None:
    """Read a number with a decimal point or comma, or points between thousands.

    None for anything else, and for `1.234` or `1,234`, which may be a thousand times as much.
    """
    if _TWO_MEANINGS.fullmatch(text):
        return None
    plain = without_thousands(text)
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def without_thousands(text: str) -> str:
    """A number without the points between its thousands; anything else as it is."""
    grouped = _GROUPED.fullmatch(text) or _GROUPED_DECIMAL.fullmatch(text)
    return text.replace(".", "") if grouped else text


def with_lost_zeros(text: str, pattern: re.Pattern[str]) -> str:
    """Give digits back the zeros that a spreadsheet dropped, where one number of them fits.

    Text that fits as it is, or that no or several numbers of zeros would make fit, stays.
    """
    if not (text.isascii() and text.isdigit()) or pattern.fullmatch(text):
        return text
    padded = [text.zfill(len(text) + zeros) for zeros in range(1, _MOST_LOST_ZEROS)]
    fitting = [longer for longer in padded if pattern.fullmatch(longer)]
    return fitting[0] if len(fitting) == 1 else text


def reader_of(column: Column) -> Callable[[str], Any]:
    """What reads a trimmed text of this column; it returns None for what it cannot read."""
    if column.enum:
        return _category_reader(column.enum)
    if column.type == "string" and column.pattern:
        return partial(with_lost_zeros, pattern=re.compile(column.pattern))
    readers: Mapping[ColumnType, Callable[[str], Any]] = {
        "string": str,
        "integer": read_integer,
        "number": read_number,
        "date": read_date,
    }
    return readers[column.type]


def _category_reader(choices: Sequence[str]) -> Callable[[str], str]:
    """Take a category in any case and with spaces or none; text that is none stays."""
    folds = [_fold(choice) for choice in choices]
    by_fold = {f: c for f, c in zip(folds, choices, strict=True) if folds.count(f) == 1}
    exact = set(choices)
    return lambda text: text if text in exact else by_fold.get(_fold(text), text)


def _fold(text: str) -> str:
    return re.sub(r"[\s_\-]+", "", text).casefold()
