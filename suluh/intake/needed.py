"""What Suluh needs of a contract: the columns that it computes with, or shows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suluh.contract import Contract, Table
from suluh.descriptor import ContractError

_LISTED = Path(__file__).with_name("needed_columns.toml")


@dataclass(frozen=True)
class Need:
    """The columns of a table with their types; an `optional` table may be left out as a whole."""

    columns: Mapping[str, str]
    optional: bool


@cache
def needs() -> Mapping[str, Need]:
    """What is needed of each table, by its name."""
    listed = tomllib.loads(_LISTED.read_text(encoding="utf-8"))
    return {table: _need(**own) for table, own in listed.items()}


def require_needed(contract: Contract) -> None:
    """ContractError for the first table or column that is missing, or of another type."""
    for name, need in needs().items():
        table = contract.tables.get(name)
        if table:
            _require_columns(table, need.columns)
        elif not need.optional:
            raise ContractError(
                f"tabel {name} tidak ada, padahal Suluh memerlukannya",
                f"there is no table {name}, which Suluh needs",
            )


def _need(optional: bool = False, **columns: list[str]) -> Need:
    return Need({name: type_ for type_, names in columns.items() for name in names}, optional)


def _require_columns(table: Table, needed: Mapping[str, str]) -> None:
    types: Mapping[str, str] = {column.name: column.type for column in table.columns}
    for name, type_ in needed.items():
        if name not in types:
            raise ContractError(
                f"{table.name} tidak punya kolom {name}, padahal Suluh memerlukannya",
                f"{table.name} has no column {name}, which Suluh needs",
            )
        if types[name] != type_:
            raise ContractError(
                f"kolom {name} dari {table.name} bertipe {types[name]}, seharusnya {type_}",
                f"the column {name} of {table.name} is of type {types[name]}, expected {type_}",
            )
