"""`angka.xlsx`: every figure as a number in a sheet to filter, and sheets that explain them.

openpyxl makes all of the file but the rows of the figures: it would take almost four seconds for
what is a sixth of one when they are joined from the texts of `angka.csv` (docs/adr/0027).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path
from xml.sax.saxutils import escape

from suluh import store
from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS
from suluh.opendata.figure_texts import Cells
from suluh.opendata.imprint import imprint
from suluh.opendata.note_sheets import FIGURES_SHEET, Sheet, note_sheets
from suluh.published import Published
from suluh.xml_text import fit_for_xml

MOST_ROWS = 1_000_000
"""Figures a sheet holds at most: Excel takes 48,575 more, and the head."""

_END = b"</sheetData>"
_EMPTY = "<c/>"
_TIME = (2000, 1, 1, 0, 0, 0)


def spreadsheet(published: Published, cells: Cells, cache: Path) -> bytes:
    """The file; what does not change with the values is kept below the folder `cache`."""
    notes, blocks = note_sheets(published), _blocks(len(cells[FIGURE_COLUMNS[0]]))
    sizes = {name: block.stop - block.start for name, block in blocks.items()}
    parts = _kept_frame(notes, sizes, imprint(published).title.id, cache / "spreadsheet")
    rows = {
        f"xl/worksheets/sheet{number}.xml": block
        for number, block in enumerate(blocks.values(), len(notes) + 1)
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for name, content in parts.items():
            whole = _filled(content, cells, rows[name]) if name in rows else content
            target.writestr(_entry(name), whole)
    return written.getvalue()


def _blocks(count: int) -> Mapping[str, slice]:
    """The sheets of figures, and which of the figures stand in each."""
    starts = range(0, max(count, 1), MOST_ROWS)
    return {
        FIGURES_SHEET if n == 0 else f"{FIGURES_SHEET} {n + 1}": slice(
            start, min(start + MOST_ROWS, count)
        )
        for n, start in enumerate(starts)
    }


def _filled(sheet: bytes, cells: Cells, block: slice) -> bytes:
    """A sheet with its rows behind its head."""
    head, _, foot = sheet.partition(_END)
    columns = (_column(name, texts[block]) for name, texts in cells.items())
    rows = "".join(f"<row>{''.join(row)}</row>" for row in zip(*columns, strict=True))
    last = f":K{block.stop - block.start + 1}".encode()
    return head.replace(b":K1", last, 1) + rows.encode() + _END + foot


def _column(name: str, texts: Sequence[str]) -> list[str]:
    """A column's cells: numbers as numbers, words within the cell, nothing where there is none."""
    if name in VALUE_COLUMNS:
        return [f"<c><v>{text}</v></c>" if text else _EMPTY for text in texts]
    made = {text: _words(text) if text else _EMPTY for text in set(texts)}
    return [made[text] for text in texts]


def _words(text: str) -> str:
    clean = escape(fit_for_xml(text))
    kept = "" if clean == clean.strip() else ' xml:space="preserve"'
    return f'<c t="inlineStr"><is><t{kept}>{clean}</t></is></c>'


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _kept_frame(
    notes: Sequence[Sheet], sizes: Mapping[str, int], title: str, kept: Path
) -> Mapping[str, bytes]:
    """The frame's parts, made only where the cache has none of the very same sheets."""
    path = kept / store.digest(*_made_by(), json.dumps([list(map(astuple, notes)), sizes, title]))
    content = store.read_bytes(path)
    if content is not None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    from suluh.opendata.spreadsheet_frame import frame  # noqa: PLC0415 openpyxl loads slowly

    parts = frame(notes, sizes, title)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(_entry(name), part)
    store.write_bytes(path, packed.getvalue())
    return parts


def _made_by() -> Iterator[str]:
    yield version("openpyxl")
    yield Path(__file__).with_name("spreadsheet_frame.py").read_text(encoding="utf-8")
