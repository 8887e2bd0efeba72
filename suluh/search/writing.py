"""The index as a file: short keys and no spaces, because a phone fetches it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from suluh.pages.roll import reported
from suluh.press import PrintedPage
from suluh.published import Published
from suluh.search.entries import Entry, Kind, entries
from suluh.search.needs import Need

LISTED_OTHERWISE = ("opd/", "indikator/")
"""Below these every page is an entry of its own kind already."""


def write_index(
    published: Published,
    pages: Iterable[PrintedPage],
    needs: Sequence[Need],
    site: Path,
    lang: str = "id",
) -> None:
    """Write `cari/<lang>.json` below `site`."""
    found = [*entries(published, needs, lang), *page_entries(pages)]
    target = site / "cari" / f"{lang}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(index_text(published, found), encoding="utf-8")


def page_entries(pages: Iterable[PrintedPage]) -> list[Entry]:
    """The pages that are no department's and no indicator's."""
    return [
        Entry(Kind.PAGE, page.title, page.path)
        for page in pages
        if page.path in LISTED_OTHERWISE or not page.path.startswith(LISTED_OTHERWISE)
    ]


def index_text(published: Published, found: Iterable[Entry]) -> str:
    """`opd`: code and short name of each department; `isi`: for each kind its entries.

    An entry is [title, address, position in `opd` or -1, other words]; what is empty at the end
    is left out.
    """
    departments = reported(published)
    position = {d.kode_opd: at for at, d in enumerate(departments)}
    by_kind: dict[str, list[list[str | int]]] = {kind.value: [] for kind in Kind}
    for entry in found:
        by_kind[entry.kind].append(_row(entry, position))
    index = {"opd": [[d.kode_opd, d.short_name] for d in departments], "isi": by_kind}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(entry: Entry, position: dict[str, int]) -> list[str | int]:
    row: list[str | int] = [entry.title, entry.address]
    if entry.kode_opd or entry.also:
        row.append(position.get(entry.kode_opd, -1))
    if entry.also:
        row.append(entry.also)
    return row
