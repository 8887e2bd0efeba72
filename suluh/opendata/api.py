"""The static JSON API, `api/v1/`: what there is, the two catalogues, and their figures.

Its files are the JSON downloads as well (docs/adr/0014). `schema.json` describes them all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from suluh.opendata import addresses as at
from suluh.opendata.catalogues import Json, department_entries, indicator_entries
from suluh.opendata.imprint import (
    LICENCE_ADDRESS,
    LICENCE_ID,
    LICENCE_NAME,
    Imprint,
    imprint,
)
from suluh.opendata.vocabulary import caveats, column_words, status_words
from suluh.published import Published
from suluh.wording import MARKS

Parts: TypeAlias = Mapping[str, Mapping[str, Sequence[int]]]
"""The places of a department's (`opd`) and an indicator's (`indikator`) figures, by name."""

File: TypeAlias = tuple[str, str]
"""A file's address below the site's root, and its text."""

_SCHEMA = Path(__file__).with_name("schema.json")
_END = "}\n"
_EVERYWHERE = {"indeks": at.API_INDEX, "skema": at.API_SCHEMA}
_CATALOGUES = {"opd": at.API_DEPARTMENTS, "indikator": at.API_INDICATORS}
_DOWNLOADS = {
    "csv": at.FIGURES_CSV,
    "xlsx": at.SPREADSHEET,
    "datapackage": at.DATA_PACKAGE,
    "csvw": at.CSVW,
    "dcat": at.DCAT,
    "schema_org": at.SCHEMA_ORG,
}


def api_files(published: Published, parts: Parts, lines: Sequence[str]) -> Iterator[File]:
    """Every response; `lines` are all figures as JSON objects."""
    entries = {"opd": department_entries(published), "indikator": indicator_entries()}
    meta = _text(_meta(imprint(published)))
    yield at.API_SCHEMA, _SCHEMA.read_text(encoding="utf-8")
    yield _index(published, meta)
    for kind, known in entries.items():
        yield _catalogue(kind, known, meta)
        for name, places in parts[kind].items():
            yield _figures(kind, known[name], meta, [lines[place] for place in places])


def _index(published: Published, meta: str) -> File:
    content = {
        "periode": {
            "tahun": [str(year) for year in published.years],
            "triwulan": [str(quarter) for quarter in published.quarters],
        },
        "kolom": {
            column.name: {
                "judul": column.title.by_language,
                "isi": column.description.by_language,
            }
            for column in column_words()
        },
        "pola": {"opd": "opd/{kode_opd}.json", "indikator": "indikator/{indikator}.json"},
    }
    ways = _ways(at.API_INDEX, _EVERYWHERE | _CATALOGUES | _DOWNLOADS)
    return at.API_INDEX, _opening("indeks", meta, ways, content) + _END


def _catalogue(kind: str, entries: Mapping[str, Json], meta: str) -> File:
    """All departments (`opd`) or indicators (`indikator`), with the way to their figures."""
    here = f"{at.API}/{kind}.json"
    listed = [
        entry | {"tautan": _ways(here, {"angka": at.part_json(kind, name), **_places(kind, name)})}
        for name, entry in entries.items()
    ]
    return here, _opening(f"daftar_{kind}", meta, _ways(here, _EVERYWHERE), {kind: listed}) + _END


def _figures(kind: str, entry: Json, meta: str, lines: Sequence[str]) -> File:
    """The figures of a department or an indicator, one a line."""
    name = entry["kode_opd" if kind == "opd" else "indikator"]
    here = at.part_json(kind, name)
    ways = _ways(here, _EVERYWHERE | _places(kind, name))
    head = _opening(f"angka_{kind}", meta, ways, {kind: entry})
    return here, "".join([head, ',\n"angka": [\n', ",\n".join(lines), "\n]", _END])


def _places(kind: str, name: str) -> dict[str, str]:
    """Where else a department or an indicator is found."""
    csv = at.part_csv(kind, name)
    if kind == "opd":
        return {"csv": csv, "halaman": at.department_page(name), "lencana": at.badge(name)}
    return {"csv": csv, "halaman": at.indicator_page(name)}


def _ways(here: str, targets: Mapping[str, str]) -> dict[str, str]:
    """Relative addresses."""
    return {name: at.way(here, target) for name, target in targets.items()}


def _opening(
    document: str, meta: str, ways: Mapping[str, str], content: Mapping[str, object]
) -> str:
    """A response of the kind `document` up to `_END`; `meta` is JSON already."""
    members = {"dokumen": _text(document), "meta": meta, "tautan": _text(ways)}
    members |= {name: _text(value) for name, value in content.items()}
    return "{" + ",\n".join(f'"{name}": {text}' for name, text in members.items())


def _meta(about: Imprint) -> Json:
    """What every response says of itself."""
    return {
        "versi": at.API_VERSION,
        "judul": about.title.by_language,
        "kota": about.city,
        "penerbit": about.publisher.by_language,
        "contoh": about.is_sample,
        "per_tanggal": about.as_of.isoformat(),
        "lisensi": {
            "kode": LICENCE_ID,
            "nama": LICENCE_NAME.by_language,
            "alamat": LICENCE_ADDRESS,
        },
        "catatan": [caveat.by_language for caveat in caveats(is_sample=about.is_sample)],
        "status": {
            status: {"tanda": MARKS[status], **words.by_language}
            for status, words in status_words(about.policy).items()
        },
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
