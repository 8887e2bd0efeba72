"""CSV on the Web: what describes `angka.csv` to those who read that standard (W3C, 2015)."""

from __future__ import annotations

from suluh.catalogue import indicators
from suluh.figures import KEY_COLUMNS, VALUE_COLUMNS, Status
from suluh.opendata import addresses as at
from suluh.opendata.catalogues import Json
from suluh.opendata.imprint import LICENCE_ADDRESS, Imprint
from suluh.opendata.vocabulary import ColumnWords, column_words
from suluh.periods import PERIOD_PATTERN

_FILLED = ("indikator", "kode_opd", "periode", "status")


def csvw_metadata(about: Imprint) -> Json:
    """The table, its columns and their types."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "url": at.way(at.CSVW, at.FIGURES_CSV),
        "dc:title": about.title.by_tag,
        "dc:description": about.description.by_tag,
        "dc:publisher": about.publisher.by_tag,
        "dc:license": {"@id": LICENCE_ADDRESS},
        "dialect": {"header": True, "encoding": "utf-8", "delimiter": ","},
        "tableSchema": {
            "columns": [_column(column) for column in column_words()],
            "primaryKey": list(KEY_COLUMNS),
        },
    }


def _column(column: ColumnWords) -> Json:
    """`titles` is the header itself: the standard compares the two."""
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title.by_tag,
        "dc:description": column.description.by_tag,
        "datatype": _datatype(column.name),
        "required": column.name in _FILLED,
    }


def _datatype(name: str) -> str | Json:
    if name in VALUE_COLUMNS:
        return "nonNegativeInteger" if name == "n" else "decimal"
    patterns = {
        "indikator": "|".join(indicators()),
        "periode": PERIOD_PATTERN,
        "status": "|".join(Status),
    }
    return {"base": "string", "format": patterns[name]} if name in patterns else "string"
