"""The contract as a pandera schema, and its failures as problems of cells.

pandera checks typed values; cells that could not be read are missing there and have their
own problem already, so that no failure hides another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from suluh.contract import Column, Table
from suluh.intake.limits import MOST_ROWS_AT_ONCE
from suluh.intake.values import DTYPES


class Failure(NamedTuple):
    """One cell that breaks a rule of its column; `column` is "" for a repeated key."""

    rule: str
    column: str
    line: int


REPEATED_KEY = "repeated-key"
BLANK = "not_nullable"


def get_ready() -> None:
    """Have pandera import now what it would with the first table."""
    pa.DataFrameSchema().validate(pd.DataFrame())


def schema_of(table: Table) -> pa.DataFrameSchema:
    """Derive the pandera schema of a table's rows: types, required, ranges, enums, patterns."""
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        name=table.name,
        strict=True,
    )


def failures(table: Table, frame: pd.DataFrame) -> Iterator[Failure]:
    """Yield every cell of a typed table that its schema refuses; index = spreadsheet line."""
    schema = schema_of(table)
    for start in range(0, len(frame), MOST_ROWS_AT_ONCE):
        yield from _failures(schema, frame.iloc[start : start + MOST_ROWS_AT_ONCE])
    if table.primary_key:
        repeated = frame.index[frame.duplicated(list(table.primary_key))]
        yield from (Failure(REPEATED_KEY, "", int(line)) for line in repeated)


def _failures(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> Iterator[Failure]:
    try:
        schema.validate(frame, lazy=True, inplace=True)
    except SchemaErrors as error:
        cases = error.failure_cases[["check", "column", "index"]]
        if cases["index"].isna().any():  # a check that could not run is a fault of ours
            raise RuntimeError(f"schema {schema.name}: {error}") from error
        yield from (Failure(rule, column, int(line)) for rule, column, line in cases.to_numpy())


def _column(column: Column) -> pa.Column:
    return pa.Column(DTYPES[column.type], nullable=not column.required, checks=_checks(column))


def _checks(column: Column) -> list[pa.Check]:
    checks = []
    if column.enum:
        checks.append(pa.Check.isin(column.enum, error="not-in-list"))
    if column.pattern:
        checks.append(pa.Check(_matching(column.pattern), error="pattern"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, error="out-of-range"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, error="out-of-range"))
    return checks


def _matching(pattern: str) -> Callable[[pd.Series], pd.Series]:
    """Match whole values, each distinct one once."""
    whole = re.compile(pattern)

    def check(values: pd.Series) -> pd.Series:
        return values.isin([text for text in values.dropna().unique() if whole.fullmatch(text)])

    return check
