"""The Frictionless Data Package of all CSV files, and the Table Schema that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from suluh.catalogue import indicators
from suluh.figures import CITY, KEY_COLUMNS, VALUE_COLUMNS, Status
from suluh.opendata import addresses as at
from suluh.opendata.catalogues import Json
from suluh.opendata.imprint import LICENCE_ADDRESS, LICENCE_ID, LICENCE_NAME, Imprint
from suluh.opendata.tables import TableFile
from suluh.opendata.vocabulary import Bilingual, ColumnWords, column_words
from suluh.periods import PERIOD_PATTERN
from suluh.published import Published

_ALL = Bilingual("Semua angka", "All figures")
_EVERY_DEPARTMENT = Bilingual(
    "Semua angka satu indikator: seluruh kota dan setiap perangkat daerah, semua periode.",
    "Every figure of one indicator: the whole city and each department, all periods.",
)
_EVERY_INDICATOR = Bilingual(
    "Semua angka satu perangkat daerah, atau seluruh kota: semua indikator, semua periode.",
    "Every figure of one department, or of the whole city: all indicators, all periods.",
)


def data_package(published: Published, about: Imprint, tables: Iterable[TableFile]) -> Json:
    """What every CSV file is called, holds and weighs; English stands under `suluh.en`."""
    titles = _titles(published)
    words = {"angka": about.description, "opd": _EVERY_INDICATOR, "indikator": _EVERY_DEPARTMENT}
    return {
        "profile": "tabular-data-package",
        "name": "suluh-angka",
        **_labels(about.title, about.description),
        "version": about.as_of.isoformat(),
        "licenses": [{"name": LICENCE_ID, "title": LICENCE_NAME.id, "path": LICENCE_ADDRESS}],
        "contributors": [{"title": about.publisher.id, "role": "publisher"}],
        "suluh": {
            "kota": about.city,
            "contoh": about.is_sample,
            "per_tanggal": about.as_of.isoformat(),
            "en": {"title": about.title.en, "description": about.description.en},
        },
        "resources": [_resource(t, titles[t.kind, t.name], words[t.kind]) for t in tables],
    }


def table_schema() -> Json:
    """A Table Schema: the columns of every CSV file."""
    return {
        "fields": [_field(column) for column in column_words()],
        "missingValues": [""],
        "primaryKey": list(KEY_COLUMNS),
    }


def _resource(table: TableFile, title: Bilingual, description: Bilingual) -> Json:
    return {
        "name": "angka" if table.kind == "angka" else f"{table.kind}-{table.name}",
        "path": at.way(at.DATA_PACKAGE, table.path),
        "profile": "tabular-data-resource",
        **_labels(title, description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.size,
        "hash": f"sha256:{table.sha256}",
        "schema": at.way(at.DATA_PACKAGE, at.TABLE_SCHEMA),
        "suluh": {"en": {"title": title.en, "description": description.en}},
    }


def _titles(published: Published) -> Mapping[tuple[str, str], Bilingual]:
    """What each CSV file is about, by its kind and name."""
    city = published.contract.city
    names = {d.kode_opd: d.nama for d in published.departments} | {CITY: city}
    return {
        ("angka", "angka"): _ALL,
        **{("opd", code): Bilingual(name, name) for code, name in names.items()},
        **{("indikator", i.id): Bilingual(i.nama, i.nama_en) for i in indicators().values()},
    }


def _labels(title: Bilingual, description: Bilingual) -> dict[str, str]:
    return {"title": title.id, "description": description.id}


def _field(column: ColumnWords) -> Json:
    return {
        "name": column.name,
        "type": _type(column.name),
        **_labels(column.title, column.description),
        "suluh": {"en": {"title": column.title.en, "description": column.description.en}},
        **({"constraints": rules} if (rules := _constraints(column.name)) else {}),
    }


def _type(name: str) -> str:
    if name == "n":
        return "integer"
    return "number" if name in VALUE_COLUMNS else "string"


def _constraints(name: str) -> Json:
    rules: dict[str, Json] = {
        "indikator": {"required": True, "enum": list(indicators())},
        "kode_opd": {"required": True},
        "periode": {"required": True, "pattern": PERIOD_PATTERN},
        "n": {"minimum": 0},
        "status": {"required": True, "enum": [status.value for status in Status]},
    }
    return rules.get(name, {})
