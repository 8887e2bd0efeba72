"""One cell of a workbook as text: what Excel would write into a CSV file, or what is wrong.

Numbers go by their value, not by how many decimals are shown. Where what is shown is another
number than the value (a percentage), nobody can tell which was meant.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any, NamedTuple, Protocol

DATE_CELL, SERIAL_1904 = "date-cell", "serial-1904"
"""Of a date, and of a number in a workbook that counts days from 1904: no fault everywhere."""

_MOST_EXACT = 10**15
"""Excel keeps 15 digits; of a longer number the others are lost."""

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_OTHERWISE = re.compile(r"%|[0#?],+(?![0#?,])")
"""Shown times 100, or divided by 1000."""

_THREE_DECIMALS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


class Cell(Protocol):
    """What is asked of a cell of openpyxl."""

    @property
    def value(self) -> Any: ...  # noqa: ANN401 a cell holds what it holds
    @property
    def data_type(self) -> str: ...
    @property
    def number_format(self) -> str: ...


class CellText(NamedTuple):
    """A cell's text; `code` names what is wrong with it whatever the text says, or is ""."""

    text: str
    code: str = ""


def cell_text(cell: Cell, from_1904: bool) -> CellText:
    """Write a cell as text. Errors keep their text, which is refused by itself."""
    value = cell.value
    if value is None:
        return CellText("")
    if isinstance(value, str):
        return CellText(value.replace("_x000D_", ""))  # Excel's way to write a carriage return
    if isinstance(value, bool):
        return CellText(str(value).upper())
    if isinstance(value, int | float):
        return _number(value, cell.number_format, from_1904)
    return CellText(_day(value), DATE_CELL)


def number_text(value: float) -> str:
    """Write a number with the 15 digits that Excel keeps, so that it can be no other number."""
    text = f"{Decimal(f'{value:.15g}'):f}"
    return f"{text}0" if _THREE_DECIMALS.fullmatch(text) else text


def _number(value: float, number_format: str, from_1904: bool) -> CellText:
    if not isfinite(value) or abs(value) >= _MOST_EXACT:
        return CellText(str(int(value)) if isfinite(value) else "#NUM!", "scientific-number")
    if value == int(value):
        shown = str(int(value)).zfill(_digits_shown(number_format))
    else:
        shown = number_text(value)
    if _is_shown_otherwise(number_format):
        return CellText(shown, "number-format")
    return CellText(shown, SERIAL_1904 if from_1904 else "")


def _day(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, datetime) else _other_time(value)


def _other_time(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


@lru_cache
def _digits_shown(number_format: str) -> int:
    """How many digits a format like `00000` fills up with zeros."""
    return len(number_format) if re.fullmatch("0{2,20}", number_format) else 0


@lru_cache
def _is_shown_otherwise(number_format: str) -> bool:
    return _OTHERWISE.search(_QUOTED.sub("", number_format)) is not None
