"""The contract's constraints on the values of a column, and whether a table keeps them all.

Most tables do, and for that it need not be known which cell breaks which: pandera, which tells
that (schema.py), takes longer to import than to check a city's survey.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from suluh.contract import Column, Table
from suluh.intake.values import DTYPES


class Failure(NamedTuple):
    """One cell that breaks a rule of its column; `column` is "" for a repeated key."""

    rule: str
    column: str
    line: int


REPEATED_KEY = "repeated-key"
BLANK = "not_nullable"  # as pandera calls it


@dataclass(frozen=True)
class Constraint:
    """What `holds` of each value, given a column without missing ones; `rule` names it."""

    rule: str
    holds: Callable[[pd.Series], pd.Series]


def constraints(column: Column) -> Iterator[Constraint]:
    """Those of a column beside its type and whether a cell may be empty."""
    if column.enum:
        yield Constraint("not-in-list", lambda values: values.isin(column.enum))
    if column.pattern:
        yield Constraint("pattern", _matching(column.pattern))
    if column.minimum is not None:
        yield Constraint("out-of-range", lambda values: values >= column.minimum)
    if column.maximum is not None:
        yield Constraint("out-of-range", lambda values: values <= column.maximum)


def keeps_all(table: Table, frame: pd.DataFrame) -> bool:
    """Whether no cell of a typed table breaks a constraint, and no primary key stands twice."""
    if table.primary_key and frame.duplicated(list(table.primary_key)).any():
        return False
    return all(_keeps_all(column, frame[column.name]) for column in table.columns)


def _keeps_all(column: Column, values: pd.Series) -> bool:
    present = values.dropna()
    complete = not column.required or len(present) == len(values)
    typed = values.dtype == DTYPES[column.type]
    return complete and typed and all(rule.holds(present).all() for rule in constraints(column))


def _matching(pattern: str) -> Callable[[pd.Series], pd.Series]:
    """Match whole values, each distinct one once."""
    whole = re.compile(pattern)

    def holds(values: pd.Series) -> pd.Series:
        return values.isin([text for text in values.dropna().unique() if whole.fullmatch(text)])

    return holds
