"""The index as a file: short keys and no spaces, because a phone fetches it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from suluh.edition import PrintedPage
from suluh.ground import Ground
from suluh.pages.findable import ADDRESSES, Entry, Kind, entries
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.text import INDONESIAN, Language

Row: TypeAlias = list[str | int]

LISTED_OTHERWISE = ("opd/", "indikator/")
"""Below these every page is an entry of its own kind already."""


def write_index(
    published: Published,
    pages: Iterable[PrintedPage],
    needs: Mapping[str, str],
    site: Ground,
    language: Language = INDONESIAN,
) -> None:
    """Lay `cari/<language>.json`, with the pages of that language."""
    own = [page for page in pages if page.language == language]
    found = [*entries(published, needs, language), *page_entries(own)]
    site.lay(f"cari/{language.code}.json", index_text(published, found))


def page_entries(pages: Iterable[PrintedPage]) -> list[Entry]:
    """The pages that are no department's and no indicator's."""
    return [
        Entry(Kind.PAGE, page.title, id=path)
        for page in pages
        if (path := page.path.removeprefix(page.language.folder)) in LISTED_OTHERWISE
        or not path.startswith(LISTED_OTHERWISE)
    ]


def index_text(published: Published, found: Iterable[Entry]) -> str:
    """`opd`: code and short name of each department; `isi`: of each kind its address and entries.

    An entry is [title, position in `opd` or -1, id, other words]; what is empty at its end is
    left out.
    """
    departments = reported(published)
    position = {d.kode_opd: at for at, d in enumerate(departments)}
    rows: dict[Kind, list[Row]] = {kind: [] for kind in Kind}
    for entry in found:
        rows[entry.kind].append(_row(entry, position))
    kinds = {kind: {"alamat": ADDRESSES[kind], "entri": rows[kind]} for kind in Kind}
    index = {"opd": [[d.kode_opd, d.short_name] for d in departments], "isi": kinds}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(entry: Entry, position: Mapping[str, int]) -> Row:
    row: Row = [entry.title, position.get(entry.kode_opd, -1), entry.id, entry.also]
    while row[-1] in ("", -1):
        row.pop()
    return row
