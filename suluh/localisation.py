"""Numbers, dates and period names as the public reads them, in Indonesian and in English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from suluh.decimals import DECIMALS, rounded
from suluh.periods import Period
from suluh.published import Figure
from suluh.text import Language, Text, say

LOCALE = Locale("id")
_LOCALES = {"id": LOCALE, "en": Locale("en", "GB")}

QUARTER_NUMERALS = ("I", "II", "III", "IV")


_SYMBOLS = str.maketrans({",": get_group_symbol(LOCALE), ".": get_decimal_symbol(LOCALE)})
"""Python groups digits, Babel knows its signs: formatting in Babel takes twenty times as long."""

_EXCHANGED = str.maketrans({get_group_symbol(LOCALE): ",", get_decimal_symbol(LOCALE): "."})


@lru_cache(maxsize=50_000)
def number_text(value: float, decimals: int = 0, lang: str = "id") -> str:
    """`1234.5` → `1.234,5` (`en`: `1,234.5`), halves rounded up as in the printed reports."""
    shown = rounded(value, decimals)  # a text knows no more of it: what is shown the same, is
    return Text(_number, shown) if lang == "id" else _number(Language(lang), shown)


def _number(language: Language, shown: Decimal) -> str:
    text = f"{shown + 0:,f}"
    return text.translate(_SYMBOLS) if language.code == "id" else text


def is_number(text: Text) -> bool:
    """Whether a text is what `number_text` writes."""
    return text.rule is _number


def number_in_english(indonesian: str) -> str:
    """`1.234,5` → `1,234.5`: the two languages write a number with each other's signs."""
    return indonesian.translate(_EXCHANGED)


def decimals_of(figure: Figure) -> int:
    """Decimals its value and limits are shown with."""
    return DECIMALS.get(figure.satuan, 0)


def value_text(figure: Figure) -> str:
    """A figure's value in its unit's decimals; an em dash where it has none."""
    if figure.nilai is None:
        return "—"
    return number_text(figure.nilai, decimals_of(figure))


@lru_cache(maxsize=10_000)
def date_text(day: date) -> Text:
    """`30 September 2026`."""
    return Text(_date, day)


def _date(language: Language, day: date) -> str:
    return format_date(day, "d MMMM y", _LOCALES[language.code])


@lru_cache(maxsize=1000)
def period_text(period: Period | str) -> Text:
    """`triwulan III 2026` or `tahun 2026`; in English `Q3 2026` or `2026`."""
    return Text(_period, Period.parse(period) if isinstance(period, str) else period)


def _period(language: Language, when: Period) -> str:
    if language.code == "id" and when.is_year:
        return f"tahun {when.year}"
    if language.code == "id":
        return f"triwulan {QUARTER_NUMERALS[when.quarter - 1]} {when.year}"
    return f"Q{when.quarter} {when.year}" if when.quarter else str(when.year)


def period_so_far(period: Period | str, as_of: date) -> Text:
    """`tahun 2025`; `tahun 2026 (sampai 30 September 2026)` while it lasts."""
    when = Period.parse(period) if isinstance(period, str) else period
    if not when.is_under_way(as_of):
        return period_text(when)
    day = date_text(as_of)
    return say("{period} (sampai {day})", period=period_text(when), day=day)


@lru_cache(maxsize=1000)
def period_code(period: Period | str) -> Text:
    """As the downloads write it, `2026-T3`; in English `Q3 2026`."""
    return Text(_code, Period.parse(period) if isinstance(period, str) else period)


def _code(language: Language, when: Period) -> str:
    return str(when) if language.code == "id" else _period(language, when)


@lru_cache(maxsize=1000)
def short_period_text(period: Period | str) -> Text:
    """`T3 2026`, or `2026` for a year: where there is room for no more; in English `Q3 2026`."""
    return Text(_short, Period.parse(period) if isinstance(period, str) else period)


def _short(language: Language, when: Period) -> str:
    if language.code == "id" and when.quarter:
        return f"T{when.quarter} {when.year}"
    return str(when.year) if when.is_year else _period(language, when)
