"""The contract as a pandera schema, and its failures as problems of cells.

pandera checks typed values; cells that could not be read are missing there and have their
own problem already, so that no failure hides another.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from suluh.contract import Column, Table
from suluh.intake.constraints import REPEATED_KEY, Failure, constraints
from suluh.intake.limits import MOST_ROWS_AT_ONCE
from suluh.intake.values import DTYPES


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
    checks = [pa.Check(rule.holds, error=rule.rule) for rule in constraints(column)]
    return pa.Column(DTYPES[column.type], nullable=not column.required, checks=checks)
