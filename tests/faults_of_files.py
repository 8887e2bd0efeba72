"""Planters of faults of a file as a whole: its bytes, its header, its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from faulty_city import Chance, City, Fault, Planter, Sheet, text_of
from intake_folder import CONTRACT

from suluh.intake.limits import MOST_PROBLEMS


def _taken_whole(city: City, chance: Chance, others: Sequence[str]) -> str | None:
    """A table that nothing has touched, for one fault alone; None where there is none left."""
    tables = [t for t in city.free_tables(untouched=True) if t not in {"opd", *others}]
    if not tables:
        return None
    table = chance.choice(tables)
    city.whole.add(table)
    return table


def whole_file(code: str, spoil: Callable[[str], bytes | None], *others: str) -> Planter:
    """A planter that spoils a file's text; the file must have no other fault."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        table = _taken_whole(city, chance, others)
        if table is None:
            return []
        city.files[f"{table}.csv"] = spoil(text_of(city.sheets[table]))
        return [Fault(code, f"{table}.csv")]

    return plant


def plant_header(
    code: str, change: Callable[[Sheet, Chance], tuple[str, Sequence[str]]], *others: str
) -> Planter:
    """A planter that changes a header: `change` returns the column, and codes found besides."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        table = _taken_whole(city, chance, others)
        if table is None:
            return []
        column, besides = change(city.sheets[table], chance)
        file = f"{table}.csv"
        return [Fault(code, file, 1, column), *(Fault(other, file, 1) for other in besides)]

    return plant


def add_column(name: str | None, text: str) -> Callable[[Sheet, Chance], tuple[str, list[str]]]:
    def change(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
        header = chance.choice(rows[0]) if name is None else name
        for n, row in enumerate(rows):
            row.append(text if n else header)
        return header, []

    return change


def misspell_required(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
    tables = [t for t in CONTRACT.tables.values() if {c.name for c in t.columns} >= set(rows[0])]
    required = {c.name for c in tables[0].columns if c.required}
    names = [name for name in rows[0] if name in required and len(name) > 5]
    name = chance.choice(names)
    rows[0][rows[0].index(name)] = name[:-2] + name[-1]
    return name, ["column-unknown"]


def plant_old_encoding(city: City, chance: Chance) -> Sequence[Fault]:
    tables = [t for t in ("kisah", "pelatihan", "libur") if t in city.free_tables(untouched=True)]
    if not tables:
        return []
    table = chance.choice(tables)
    city.whole.add(table)
    rows = [list(row) for row in city.sheets[table]]
    rows[1][{"kisah": 3, "pelatihan": 1, "libur": 1}[table]] = "Café di balai kota"
    city.files[f"{table}.csv"] = text_of(rows).encode("cp1252")
    return [Fault("encoding-old", f"{table}.csv")]


def plant_missing_reference_table(city: City, chance: Chance) -> Sequence[Fault]:
    table, users = chance.choice([("forum", ["komitmen"]), ("pelatihan", ["peserta", "kisah"])])
    if {table, *users} & (city.whole | {t for t, _ in city.rows}):
        return []
    city.whole |= {table, *users}
    city.files[f"{table}.csv"] = b""
    return [Fault("reference-table-missing", f"{user}.csv", 1) for user in users]


def plant_stray(code: str, file: str, content: Callable[[], bytes] = lambda: b"PK") -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
        if file in city.files:
            return []
        city.files[file] = content()
        return [Fault(code, file)]

    return plant


def plant_in_place_of(code: str, file: str, content: bytes) -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
        city.files[file] = content
        return [Fault(code, file)]

    return plant


def plant_ambiguous_header(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
    if "pelatihan" in city.whole or any(table == "pelatihan" for table, _ in city.rows):
        return []
    city.whole.add("pelatihan")
    header = city.sheets["pelatihan"][0]
    header[header.index("tanggal_mulai")] = "tanggal"
    return [Fault("header-ambiguous", "pelatihan.csv", 1, "tanggal")]


def said_twice(rows: Sheet, chance: Chance) -> tuple[str, list[str]]:
    """A column under one of its synonyms, and another column under the next."""
    tables = [t for t in CONTRACT.tables.values() if {c.name for c in t.columns} >= set(rows[0])]
    said = [s for c in tables[0].columns for s in c.synonyms]
    own = {c.name: [s for s in c.synonyms if said.count(s) == 1] for c in tables[0].columns}
    column = chance.choice([name for name in rows[0] if len(own[name]) > 1])
    first, second = own[column][:2]
    rows[0][rows[0].index(column)] = first
    for n, row in enumerate(rows):
        row.append("x" if n else second)
    return second, []


SAID_ONE_WAY = {
    name
    for name, table in CONTRACT.tables.items()
    if all(len(set(column.synonyms)) < 2 for column in table.columns)
}
"""Tables without a column of two synonyms."""


def wrong_all_over(text: str) -> bytes:
    """More rows of another width than problems are told of."""
    row = "x," * 40 + "\n"
    return (text + row * (MOST_PROBLEMS + 1)).encode()


def open_quote(text: str) -> bytes:
    head, _, rest = text.partition("\n")
    return f'{head}\n"{rest}'.encode()
