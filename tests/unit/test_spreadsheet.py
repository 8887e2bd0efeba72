"""`angka.xlsx`: the figures cell by cell, sheets that explain them, and the same bytes again."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from published_figures import CIVIL_REGISTRY, published

from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS
from suluh.opendata import cells_of, spreadsheet
from suluh.opendata.note_sheets import FIGURES_SHEET

ROOT = Path(__file__).resolve().parents[2]
CITY = published()
CELLS = cells_of(CITY.figures)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return spreadsheet.spreadsheet(CITY, CELLS, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_every_figure_is_there_as_number_or_word(book: Workbook) -> None:
    head, *rows = book[FIGURES_SHEET].iter_rows(values_only=True)
    assert head == FIGURE_COLUMNS
    expected = [
        tuple(
            (float(text) if name in VALUE_COLUMNS else text) if text else None
            for name, text in zip(FIGURE_COLUMNS, texts, strict=True)
        )
        for texts in zip(*CELLS.values(), strict=True)
    ]
    assert rows == expected


def test_each_sheet_is_one_table_with_a_head_that_stays(book: Workbook) -> None:
    expected = ["Sampul", "Keadaan", "Catatan", "Kolom", "Indikator", "OPD", "Angka"]
    assert book.sheetnames == expected
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter is not None
        assert sheet.freeze_panes == "A2"
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_state == "visible"
        assert all(cell.value for cell in sheet[1])
        assert all(any(cell is not None for cell in row) for row in sheet.values)


def test_the_cover_says_whose_data_of_when_on_what_terms_and_that_they_are_a_sample(
    book: Workbook,
) -> None:
    said = {row[0]: str(row[1]) for row in book["Sampul"].values}
    assert said["Kota"] == CITY.contract.city
    assert said["Data per"] == "30 September 2026"
    assert "CC" in said["Lisensi"] or "Creative Commons" in said["Lisensi"]
    assert CITY.contract.city in said["Penerbit dan kontak"]
    assert said["Peringatan"].startswith("DATA CONTOH")
    assert [f"Lembar {name}" in said for name in book.sheetnames] == [True] * 7


def test_real_records_carry_no_warning(tmp_path: Path) -> None:
    real = replace(CITY, contract=replace(CITY.contract, is_sample=False))
    file = io.BytesIO(spreadsheet.spreadsheet(real, CELLS, tmp_path))
    book = openpyxl.load_workbook(file)
    assert "contoh" not in " ".join(str(row) for row in book["Sampul"].values).casefold()
    assert "contoh" not in " ".join(str(row) for row in book["Catatan"].values).casefold()


def test_every_mark_is_explained(book: Workbook) -> None:
    marks = {row[0]: row[1] for row in book["Keadaan"].values}
    assert marks["disembunyikan"] == "[c]"
    assert marks["sampel_kecil"] == "[u]"
    assert marks["tidak_dilaporkan"] == "[x]"
    assert marks["tidak_berlaku"] == "[z]"


def test_the_same_figures_give_the_same_bytes_with_and_without_the_cache(
    content: bytes, tmp_path: Path
) -> None:
    made = [spreadsheet.spreadsheet(CITY, CELLS, tmp_path) for _ in range(2)]
    assert made == [content, content]
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {spreadsheet._TIME}
        assert b"2000-01-01T00:00:00Z" in file.read("docProps/core.xml")


@pytest.mark.parametrize(("most", "sizes"), [(4, [4, 1]), (5, [5]), (6, [5])])
def test_figures_that_one_sheet_cannot_hold_go_on_in_the_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, most: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", most)
    few = {name: texts[:5] for name, texts in CELLS.items()}
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet.spreadsheet(CITY, few, tmp_path)))
    found = [sheet for sheet in book.worksheets if sheet.title.startswith(FIGURES_SHEET)]
    assert [sheet.max_row - 1 for sheet in found] == sizes
    names = [row[0] for sheet in found for row in list(sheet.values)[1:]]
    assert names == list(few["indikator"])


def test_words_stay_words(tmp_path: Path) -> None:
    hostile = '=1+1 & <b>"x"</b>\x0b'
    cells = {**CELLS, "rincian": [hostile] * len(CELLS["rincian"])}
    city = replace(CITY, departments=(replace(CIVIL_REGISTRY, nama="=cmd|' /C calc'!A0\x0b"),))
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet.spreadsheet(city, cells, tmp_path)))
    cell = book[FIGURES_SHEET]["D2"]
    assert cell.value == '=1+1 & <b>"x"</b>\N{REPLACEMENT CHARACTER}'
    assert cell.data_type != "f"
    assert book["OPD"]["B3"].data_type == "s"


@pytest.mark.parametrize(
    ("text", "kept"), [("a b", False), (" a", True), ("a ", True), ("\ta", True), ("a\n", True)]
)
def test_blanks_at_the_ends_of_a_cell_stay(tmp_path: Path, text: str, kept: bool) -> None:
    """Excel drops them without the attribute; openpyxl does not, so it cannot tell."""
    cells = {name: [text if name == "rincian" else "1"] for name in CELLS}
    whole = spreadsheet.spreadsheet(CITY, cells, tmp_path)
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "/sheet" in name]
    (written,) = (sheet for sheet in sheets if f">{text}</t>" in sheet)
    assert (f'<t xml:space="preserve">{text}</t>' in written) is kept


FRAME = """
import hashlib, sys
if {without}:
    sys.modules["lxml"] = None
from suluh.opendata.note_sheets import Sheet
from suluh.opendata.spreadsheet_frame import frame
parts = frame([Sheet({sheet})], {{"angka": 3}}, "Judul")
sys.stdout.write(hashlib.sha256(repr(parts).encode()).hexdigest())
"""


def test_the_bytes_are_the_same_whether_lxml_is_installed_or_not() -> None:
    assert find_spec("lxml"), "without lxml here, the test would compare a thing with itself"
    sheet = "name='Catatan', head=('a', 'b'), widths=(9, 9), rows=(('x', 'y'),)"
    made = [
        subprocess.run(
            [sys.executable, "-c", FRAME.format(without=without, sheet=sheet)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for without in (False, True)
    ]
    assert made[0] == made[1] != ""
