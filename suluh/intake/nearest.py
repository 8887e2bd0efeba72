"""The known value a person most likely meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

_LOOKED_UP = 200
"""Distinct values that get a suggestion; past that a file is wrong as a whole."""

CHOICES_SHOWN = 12


def nearest(values: Iterable[str], known: Collection[str]) -> Mapping[str, str]:
    """Return the nearest known value of each distinct value that has one."""
    by_fold = {choice.casefold(): choice for choice in known}
    found = {}
    for value in list(dict.fromkeys(values))[:_LOOKED_UP]:
        for match in get_close_matches(value.casefold(), by_fold, n=1):
            found[value] = by_fold[match]
    return found


def choices(known: Collection[str]) -> str:
    """List the known values, the first ones where there are many."""
    shown = ", ".join(list(known)[:CHOICES_SHOWN])
    return f"{shown}, …" if len(known) > CHOICES_SHOWN else shown
