"""Targets, corrections and commitments name indicators of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.catalogue import indicators
from suluh.intake.folder import Folder
from suluh.intake.nearest import choices, nearest
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable

NAMED_IN = {"target": "indikator", "koreksi": "indikator", "komitmen": "indikator_dampak"}
"""The column of each table that holds indicator ids."""


def indicators_are_known(folder: Folder) -> Iterator[Problem]:
    """Check every indicator id against the catalogue."""
    for name, column in NAMED_IN.items():
        if name in folder.tables:
            yield from _unknown(folder.tables[name], column)


def _unknown(typed: TypedTable, column: str) -> Iterator[Problem]:
    known = list(indicators())
    ids = typed.frame[column].dropna()
    unknown = ids[~ids.isin(known)]
    suggestions = nearest(unknown, known)
    expected = choices(known)
    for line, id_ in unknown.items():
        details = {"expected": expected, "nearest": suggestions.get(id_, "")}
        yield typed.sheet.problem("unknown-indicator", line, column, details)
