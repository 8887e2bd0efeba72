"""The known value a person most likely meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches

_LOOKED_UP = 200
"""Distinct values that get a suggestion; past that a file is wrong as a whole."""

_TELLING = 4
"""Letters that a shortened value needs to be taken for its beginning."""

CHOICES_SHOWN = 12


def nearest(values: Iterable[str], known: Collection[str]) -> Mapping[str, str]:
    """Return the nearest known value of each distinct value that has one."""
    by_fold = {choice.casefold(): choice for choice in known}
    found = {}
    for value in list(dict.fromkeys(values))[:_LOOKED_UP]:
        close = get_close_matches(value.casefold(), by_fold, n=1) or _begun_by(value, by_fold)
        for match in close:
            found[value] = by_fold[match]
    return found


def _begun_by(value: str, by_fold: Collection[str]) -> Sequence[str]:
    """The one known value that begins so, letters alone: `diatas` for `di atas ekspektasi`."""
    begun = [choice for choice in by_fold if _letters(choice).startswith(_letters(value))]
    return begun if len(begun) == 1 and len(_letters(value)) >= _TELLING else []


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def choices(known: Collection[str]) -> str:
    """List the known values, the first ones where there are many."""
    shown = ", ".join(list(known)[:CHOICES_SHOWN])
    return f"{shown}, …" if len(known) > CHOICES_SHOWN else shown
