"""What a header's text may mean: a column's name, its titles, or a synonym from the contract."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from suluh.contract import Table


def normal_name(text: str) -> str:
    """One spelling of a header: case, spaces and punctuation do not matter."""
    return re.sub(r"[\W_]+", "_", text).strip("_").casefold()


def meanings(table: Table) -> Mapping[str, tuple[str, ...]]:
    """The columns that each spelling may mean; a column's own name means that column alone."""
    found: dict[str, list[str]] = {}
    for column in table.columns:
        for text in (*column.titles.values(), *column.synonyms):
            columns = found.setdefault(normal_name(text), [])
            columns += [] if column.name in columns else [column.name]
    own = {column.name: (column.name,) for column in table.columns}
    return {name: tuple(columns) for name, columns in found.items()} | own


class Match(NamedTuple):
    """Headers matched with columns; places count from 0.

    `ambiguous`: headers that may mean several columns, with those. `repeated`: headers that
    mean a column which another header has taken, with that column.
    """

    positions: Mapping[str, int]
    ambiguous: Mapping[int, tuple[str, ...]]
    repeated: Mapping[int, str]


def match(texts: Sequence[str], table: Table) -> Match:
    """Match headers with columns: names first, and no guess where a text has two meanings."""
    names = [normal_name(text) for text in texts]
    positions = {c.name: names.index(c.name) for c in table.columns if c.name in names}
    own, known = set(positions), meanings(table)
    ambiguous: dict[int, tuple[str, ...]] = {}
    repeated: dict[int, str] = {}
    for place, name in enumerate(names):
        columns = known.get(name, ())
        if name in own or own.issuperset(columns):
            continue
        if len(columns) > 1:
            ambiguous[place] = columns
        elif columns[0] in positions:
            repeated[place] = columns[0]
        else:
            positions[columns[0]] = place
    return Match(positions, ambiguous, repeated)
