"""The downloads of a site: every figure as CSV and JSON, and what describes them to machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from suluh.catalogue import indicators
from suluh.ground import Ground
from suluh.opendata import addresses as at
from suluh.opendata.api import File, Parts, api_files
from suluh.opendata.badge import badges
from suluh.opendata.csvw import csvw_metadata
from suluh.opendata.dcat import dcat_catalogue
from suluh.opendata.figure_texts import cells_of, csv_lines, json_lines
from suluh.opendata.imprint import imprint
from suluh.opendata.package import data_package, table_schema
from suluh.opendata.schema_org import dataset
from suluh.opendata.spreadsheet import spreadsheet
from suluh.opendata.tables import TableFile, table_files
from suluh.published import Published


def write_downloads(published: Published, site: Ground, cache: Path) -> None:
    """Lay `unduh/` and `api/`; the same figures give the same bytes.

    What the spreadsheet has beside its figures is kept below the folder `cache`.
    """
    parts, cells = _parts(published), cells_of(published.figures)
    tables = tuple(table_files(parts, csv_lines(cells)))
    for table in tables:
        site.lay(table.path, table.content)
    site.lay(at.SPREADSHEET, spreadsheet(published, cells, cache))
    for texts in (
        api_files(published, parts, json_lines(cells)),
        badges(published, parts["opd"]),
        _descriptions(published, tables),
    ):
        for address, text in texts:
            site.lay(address, text)


def _parts(published: Published) -> Parts:
    """An indicator without any figure, such as targets where none are set, has files as well."""
    opd, indikator = (published.figures[name].tolist() for name in ("kode_opd", "indikator"))
    return {"opd": _places(opd, ()), "indikator": _places(indikator, indicators())}


def _places(names: Sequence[str], known: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Where each name stands, and those that are `known` though they stand nowhere."""
    places: dict[str, list[int]] = {name: [] for name in sorted({*known, *names})}
    for place, name in enumerate(names):
        places[name].append(place)
    return places


def _descriptions(published: Published, tables: Sequence[TableFile]) -> Iterator[File]:
    """What describes the tables, a file for each standard."""
    about = imprint(published)
    described = {
        at.DATA_PACKAGE: data_package(published, about, tables),
        at.TABLE_SCHEMA: table_schema(),
        at.CSVW: csvw_metadata(about),
        at.DCAT: dcat_catalogue(about, tables[0]),
        at.SCHEMA_ORG: dataset(about, tables[0]),
    }
    for address, content in described.items():
        yield address, json.dumps(content, ensure_ascii=False, indent=2) + "\n"
