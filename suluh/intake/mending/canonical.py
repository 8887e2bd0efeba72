"""The one form in which a value is written: ISO date, decimal point, the contract's spelling.

Whatever is returned is read by intake as the same value as before; a text that intake cannot
read is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from suluh.contract import Column
from suluh.intake.mending.written import content_of
from suluh.intake.values import reader_of, without_thousands

_NUMBERS = ("integer", "number")


def canonical_form(column: Column) -> Callable[[str], str]:
    """Return what writes a cell of this column in its one form."""
    read = reader_of(column)

    def canonical(text: str) -> str:
        trimmed = text.strip()
        if not trimmed:
            return ""
        value = read(trimmed)
        form = _form(column, trimmed, value)
        return form if _same(read(form), value) else text

    return canonical


def kind_of_change(column: Column, before: str, after: str) -> str:
    """Name what was mended of a cell as it is written, as `review` has words for it."""
    trimmed = content_of(before).strip()
    if trimmed == content_of(after):
        return "spaces"
    if column.enum:
        return "choices"
    if column.type in _NUMBERS and without_thousands(trimmed) != trimmed:
        return "thousands"
    return {"date": "dates", "number": "decimals", "string": "zeros"}[column.type]


def _form(column: Column, trimmed: str, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if column.type in _NUMBERS:
        return without_thousands(trimmed).replace(",", ".")
    return value if isinstance(value, str) else trimmed


def _same(now: object, before: object) -> bool:
    return now is not None and type(now) is type(before) and now == before
