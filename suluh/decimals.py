"""How precise a figure is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

DECIMALS = {"indeks": 2, "skor": 2, "persen": 1, "JP": 1, "poin": 1, "nilai": 1}
"""Decimals shown for each unit; counts and days show none."""


def rounded(value: float, decimals: int) -> Decimal:
    """As it is shown, halves rounded up as in the printed reports."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
