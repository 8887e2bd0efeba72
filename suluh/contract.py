"""The contract: which tables, columns and rules the records follow, from the data package.

`data/datapackage.json` is a Frictionless Data Package. Beside the standard properties it has
`suluh` properties: on the package the city, the sample flag and the policy; on a resource or
field the English `title` and `description` (`en`); on a field its privacy class (`privasi`),
whether its dates are events (`peristiwa`), whether it holds pseudonyms (`samaran`) and what else
its header may say (`sinonim`). See
docs/data-contract.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

ColumnType = Literal["string", "integer", "number", "date"]
Privacy = Literal["public", "restricted", "text"]

PACKAGE_FILE = "datapackage.json"
"""Name of the contract in a data folder."""


class ContractError(ValueError):
    """The data package cannot be read or is not a contract Suluh understands."""


@dataclass(frozen=True)
class Column:
    """One column. `privacy`: `public`; `restricted`, only in aggregates; `text`, if approved.

    `event`: its dates are things that happened and count for the date of the data. `pseudonym`:
    it stands for a person, so that no name may be in it. `synonyms`: what a header may say in
    place of the name or a title.
    """

    name: str
    type: ColumnType
    required: bool
    enum: tuple[str, ...]
    pattern: str
    minimum: float | None
    maximum: float | None
    privacy: Privacy
    event: bool
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    example: str
    pseudonym: bool = False
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignKey:
    """`columns` must be found among the `reference` columns of `table`."""

    columns: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table and the CSV file (`path`) it is kept in. Titles by language: `id`, `en`."""

    name: str
    path: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _settlement_days() -> Mapping[str, int]:
    return {"informasi": 5, "tidak berkadar pengawasan": 14, "berkadar pengawasan": 60}


@dataclass(frozen=True)
class Policy:
    """What the city may tune: smallest published numbers, and time limits in working days.

    Defaults: SP4N-LAPOR! limits of 2018, and counts below five hidden.
    """

    smallest_count: int = 5
    hidden_responses: int = 10
    small_sample: int = 30
    response_days: int = 3
    settlement_days: Mapping[str, int] = field(default_factory=_settlement_days)


@dataclass(frozen=True)
class Contract:
    """Everything the data package says; `package` is its JSON as it stands."""

    tables: Mapping[str, Table]
    city: str
    is_sample: bool
    policy: Policy
    package: Mapping[str, Any]


def read_contract(path: Path) -> Contract:
    """Read a `datapackage.json`; ContractError if it is missing or not a usable contract."""
    try:
        package = json.loads(path.read_text(encoding="utf-8-sig"))
        return _contract(package)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ContractError(str(error)) from error
    except KeyError as error:
        raise ContractError(f"property {error} is missing") from error
    except (AttributeError, TypeError) as error:
        raise ContractError(f"unexpected structure: {error}") from error


def _contract(package: Mapping[str, Any]) -> Contract:
    tables = [_table(resource) for resource in package["resources"]]
    own = package.get("suluh", {})
    return Contract(
        tables={table.name: table for table in tables},
        city=own.get("kota", package.get("title", "")),
        is_sample=bool(own.get("contoh", False)),
        policy=_policy(own),
        package=package,
    )


def _policy(own: Mapping[str, Any]) -> Policy:
    limits = _whole_numbers(own.get("pengungkapan", {}), "pengungkapan")
    days = _whole_numbers(own.get("batas_hari_kerja", {}), "batas_hari_kerja")
    default = Policy()
    return Policy(
        smallest_count=limits.get("orang_minimum", default.smallest_count),
        hidden_responses=limits.get("responden_minimum", default.hidden_responses),
        small_sample=limits.get("responden_cukup", default.small_sample),
        response_days=days.pop("tanggapan", default.response_days),
        settlement_days={**default.settlement_days, **days},
    )


def _whole_numbers(limits: Mapping[str, Any], where: str) -> dict[str, int]:
    for name, limit in limits.items():
        if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
            raise ContractError(f"{where}: {name!r} is {limit!r}, expected a whole number from 1")
    return dict(limits)


def _table(resource: Mapping[str, Any]) -> Table:
    schema, name, path = resource["schema"], resource["name"], resource["path"]
    if Path(path).name != path:
        raise ContractError(f"resource {name!r}: path {path!r} must be a file beside the package")
    titles, descriptions = _labels(resource)
    return Table(
        name=name,
        path=path,
        titles=titles,
        descriptions=descriptions,
        columns=tuple(_column(field) for field in schema["fields"]),
        primary_key=_names(schema.get("primaryKey", ())),
        foreign_keys=tuple(_foreign_key(key, name) for key in schema.get("foreignKeys", ())),
    )


def _column(field: Mapping[str, Any]) -> Column:
    name, type_ = field["name"], field.get("type", "string")
    own, rules = field.get("suluh", {}), field.get("constraints", {})
    privacy = own.get("privasi", "restricted")
    _expect_one_of(type_, get_args(ColumnType), f"type of field {name!r}")
    _expect_one_of(privacy, get_args(Privacy), f"privasi of field {name!r}")
    titles, descriptions = _labels(field)
    return Column(
        name=name,
        type=type_,
        required=bool(rules.get("required", False)),
        enum=tuple(rules.get("enum", ())),
        pattern=_pattern(rules.get("pattern", ""), name),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        privacy=privacy,
        event=bool(own.get("peristiwa", False)),
        titles=titles,
        descriptions=descriptions,
        example=str(field.get("example", "")),
        pseudonym=bool(own.get("samaran", False)),
        synonyms=_names(own.get("sinonim", ())),
    )


def _labels(item: Mapping[str, Any]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Titles and descriptions by language; English falls back on Indonesian."""
    english = item.get("suluh", {}).get("en", {})
    title, description = item.get("title", item["name"]), item.get("description", "")
    return (
        {"id": title, "en": english.get("title", title)},
        {"id": description, "en": english.get("description", description)},
    )


def _foreign_key(key: Mapping[str, Any], table: str) -> ForeignKey:
    reference = key["reference"]
    return ForeignKey(
        columns=_names(key["fields"]),
        table=reference["resource"] or table,  # Frictionless: an empty name is the table itself
        reference=_names(reference["fields"]),
    )


def _names(names: str | Sequence[str]) -> tuple[str, ...]:
    """Frictionless allows a single name in place of a list."""
    return (names,) if isinstance(names, str) else tuple(names)


def _expect_one_of(value: str, known: Sequence[str], what: str) -> None:
    if value not in known:
        raise ContractError(f"{what} is {value!r}, expected one of {', '.join(known)}")


def _pattern(pattern: str, name: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ContractError(f"pattern of field {name!r}: {error}") from error
    return pattern
