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
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from suluh.descriptor import ContractError, Descriptor

ColumnType = Literal["string", "integer", "number", "date"]
Privacy = Literal["public", "restricted", "text"]

PACKAGE_FILE = "datapackage.json"
"""Name of the contract in a data folder."""


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
    except json.JSONDecodeError as error:
        raise ContractError(
            f"bukan JSON yang utuh (baris {error.lineno}, kolom {error.colno})",
            f"not whole JSON (line {error.lineno}, column {error.colno})",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContractError(f"tidak terbaca ({error})", f"unreadable ({error})") from error
    return _contract(Descriptor.of("", package))


def _contract(package: Descriptor) -> Contract:
    tables = tuple(map(_table, package.each("resources")))
    _expect_distinct("resources", [table.name for table in tables])
    _expect_distinct("resources", [table.path for table in tables])
    own = package.one("suluh")
    contract = Contract(
        tables={table.name: table for table in tables},
        city=own.text("kota", package.text("title", "")),
        is_sample=own.flag("contoh"),
        policy=_policy(own),
        package=package.properties,
    )
    _expect_known_keys(contract.tables)
    return contract


def _policy(own: Descriptor) -> Policy:
    limits, days = own.one("pengungkapan").counts(), own.one("batas_hari_kerja").counts()
    default = Policy()
    return Policy(
        smallest_count=limits.get("orang_minimum", default.smallest_count),
        hidden_responses=limits.get("responden_minimum", default.hidden_responses),
        small_sample=limits.get("responden_cukup", default.small_sample),
        response_days=days.pop("tanggapan", default.response_days),
        settlement_days={**default.settlement_days, **days},
    )


def _table(resource: Descriptor) -> Table:
    schema, path = resource.one("schema"), resource.text("path")
    if Path(path).name != path:
        raise resource.unfit("path", "nama berkas di folder ini", "a file beside the package")
    titles, descriptions = _labels(resource)
    columns = tuple(map(_column, schema.each("fields")))
    _expect_distinct(f"{resource.place}/schema", [column.name for column in columns])
    return Table(
        name=resource.text("name"),
        path=path,
        titles=titles,
        descriptions=descriptions,
        columns=columns,
        primary_key=schema.texts("primaryKey"),
        foreign_keys=tuple(
            _foreign_key(key, resource.text("name")) for key in schema.each("foreignKeys", ())
        ),
    )


def _column(field: Descriptor) -> Column:
    own, rules = field.one("suluh"), field.one("constraints")
    titles, descriptions = _labels(field)
    type_ = field.one_of("type", get_args(ColumnType), "string")
    minimum, maximum = rules.number("minimum"), rules.number("maximum")
    if type_ not in ("integer", "number") and (minimum, maximum) != (None, None):
        raise field.unfit("type", "integer atau number", "integer or number")
    return Column(
        name=field.text("name"),
        type=type_,
        required=rules.flag("required"),
        enum=rules.texts("enum"),
        pattern=_pattern(rules),
        minimum=minimum,
        maximum=maximum,
        privacy=own.one_of("privasi", get_args(Privacy), "restricted"),
        event=own.flag("peristiwa"),
        titles=titles,
        descriptions=descriptions,
        example=str(field.properties.get("example", "")),
        pseudonym=own.flag("samaran"),
        synonyms=own.texts("sinonim"),
    )


def _labels(item: Descriptor) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Titles and descriptions by language; English falls back on Indonesian."""
    english = item.one("suluh").one("en")
    title, description = item.text("title", item.text("name")), item.text("description", "")
    return (
        {"id": title, "en": english.text("title", title)},
        {"id": description, "en": english.text("description", description)},
    )


def _foreign_key(key: Descriptor, table: str) -> ForeignKey:
    reference = key.one("reference")
    return ForeignKey(
        columns=key.texts("fields"),
        table=reference.text("resource", "") or table,  # no name: the table itself
        reference=reference.texts("fields"),
    )


def _pattern(rules: Descriptor) -> str:
    pattern = rules.text("pattern", "")
    try:
        re.compile(pattern)
    except re.error:
        raise rules.unfit("pattern", "pola yang sah", "a valid pattern") from None
    return pattern


def _expect_distinct(place: str, names: Sequence[str]) -> None:
    for name in sorted(name for name, times in Counter(names).items() if times > 1):
        raise ContractError(f"{place} berisi {name} dua kali", f"{place} has {name} twice")


def _expect_known_keys(tables: Mapping[str, Table]) -> None:
    """Keys are of columns that there are; a foreign one of as many as it refers to.

    A contract may leave a table out: then nothing is asked of what refers to it.
    """
    for table in tables.values():
        _expect_columns(table, table.primary_key)
        for key in table.foreign_keys:
            _expect_columns(table, key.columns)
            if not 0 < len(key.columns) == len(key.reference):
                raise ContractError(
                    f"kunci tamu {table.name} ke {key.table} tidak berpasangan kolom demi kolom",
                    f"a foreign key of {table.name} to {key.table} does not pair its columns",
                )
            if key.table in tables:
                _expect_columns(tables[key.table], key.reference)


def _expect_columns(table: Table, names: Sequence[str]) -> None:
    for name in sorted(set(names) - {column.name for column in table.columns}):
        raise ContractError(
            f"{table.name} tidak punya kolom {name}, padahal disebut sebagai kunci",
            f"{table.name} has no column {name}, though a key names it",
        )
