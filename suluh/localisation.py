"""Indonesian numbers, dates and period names, as the public reads them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from suluh.periods import Period
from suluh.published import Figure

LOCALE = Locale("id")

DECIMALS = {"indeks": 2, "skor": 2, "persen": 1, "JP": 1, "poin": 1, "nilai": 1}
"""Decimals shown for each unit; counts and days show none."""

QUARTER_NUMERALS = ("I", "II", "III", "IV")


_SYMBOLS = str.maketrans({",": get_group_symbol(LOCALE), ".": get_decimal_symbol(LOCALE)})
"""Python groups digits, Babel knows its signs: formatting in Babel takes twenty times as long."""


@lru_cache(maxsize=50_000)
def number_text(value: float, decimals: int = 0, lang: str = "id") -> str:
    """`1234.5` → `1.234,5` (`en`: `1,234.5`), halves rounded up as in the printed reports."""
    exact = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact + 0:,f}"
    return text if lang == "en" else text.translate(_SYMBOLS)


def decimals_of(figure: Figure) -> int:
    """Decimals its value and limits are shown with."""
    return DECIMALS.get(figure.satuan, 0)


def value_text(figure: Figure) -> str:
    """A figure's value in its unit's decimals; an em dash where it has none."""
    if figure.nilai is None:
        return "—"
    return number_text(figure.nilai, decimals_of(figure))


@lru_cache(maxsize=10_000)
def date_text(day: date) -> str:
    """`30 September 2026`."""
    return format_date(day, "d MMMM y", LOCALE)


def period_text(period: Period | str) -> str:
    """`triwulan III 2026` or `tahun 2026`."""
    when = Period.parse(period) if isinstance(period, str) else period
    if when.is_year:
        return f"tahun {when.year}"
    return f"triwulan {QUARTER_NUMERALS[when.quarter - 1]} {when.year}"
