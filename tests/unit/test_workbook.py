"""The workbook: every table and column of the contract, and what is filled in passes `check`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from data_folder import COMMITTED, DataFolder
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from suluh.cli import run
from suluh.contract import Table, read_contract
from suluh.intake import read_records
from suluh.workbook import write_workbook

CONTRACT = read_contract(COMMITTED / "datapackage.json")
TABLES = list(CONTRACT.tables.values())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    file = tmp_path_factory.mktemp("workbook") / "suluh.xlsx"
    write_workbook(CONTRACT, file)
    return load_workbook(file)


def prompts(sheet: Worksheet) -> dict[str, str]:
    """What is said when a cell of row 2 is chosen, by column."""
    said = {}
    for cell in sheet[1]:
        rules = [v for v in sheet.data_validations.dataValidation if f"{cell.column_letter}2" in v]
        assert len(rules) == 1, (sheet.title, cell.value)
        said[str(cell.value)] = str(rules[0].prompt)
    return said


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_sheet_a_table_with_its_columns_explained(book: Workbook, table: Table) -> None:
    sheet = book[table.name]
    assert [cell.value for cell in sheet[1]] == [column.name for column in table.columns]
    assert sheet.freeze_panes == "A2"
    for column in table.columns:
        said = prompts(sheet)[column.name]
        assert said.startswith(column.descriptions["id"][:100])
        assert ("Wajib diisi." in said) is column.required or len(said) == 255


def test_a_date_is_held_to_days_since_1950_whatever_the_system(book: Workbook) -> None:
    """Not every system's clock library writes a month without its zero: Windows does not."""
    dates = [
        rule.formula1
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.type == "date"
    ]
    assert set(dates) == {"DATE(1950,1,1)"}
    sources = (COMMITTED.parent / "suluh").rglob("*.py")
    assert [
        file.name for file in sources if re.search(r"%-[a-zA-Z]", file.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_list_of_words_is_a_drop_down_of_all_of_them(book: Workbook, table: Table) -> None:
    sheet = book[table.name]
    for place, column in enumerate(table.columns, 1):
        if not column.enum:
            continue
        letter = sheet.cell(1, place).column_letter
        (rule,) = [v for v in sheet.data_validations.dataValidation if f"{letter}2" in v]
        title, cells = rule.formula1.removeprefix("=").split("!")
        listed = tuple(c.value for (c,) in book[title.strip("'")][cells.replace("$", "")])
        assert listed == column.enum


def test_excel_accepts_the_length_of_every_message(book: Workbook) -> None:
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert 0 < len(rule.prompt) <= 255
            assert 0 < len(rule.promptTitle) <= 32
            assert len(rule.errorTitle) <= 32


def test_what_excel_would_bend_is_text(book: Workbook) -> None:
    periode = book["evaluasi"].column_dimensions["A"]
    assert book["evaluasi"]["A1"].value == "periode"
    assert periode.number_format == "@"


def test_what_is_filled_in_and_saved_as_csv_passes_check(book: Workbook, tmp_path: Path) -> None:
    small = DataFolder.small(tmp_path / "small")
    saved = DataFolder.small(tmp_path / "saved", only=())
    for table in TABLES:
        if not (small.path / table.path).exists():
            continue
        sheet = book[table.name]
        for row, record in enumerate(small.read(table.name), 2):
            for place, column in enumerate(table.columns, 1):
                sheet.cell(row, place, record.get(column.name) or None)
        with (saved.path / table.path).open("w", encoding="utf-8-sig", newline="") as file:
            cells = sheet.iter_rows(values_only=True)
            csv.writer(file, delimiter=";").writerows(cells)
    intake = read_records(saved.path)
    assert [p for p in intake.problems if p.level == "error"] == []
    assert intake.records is not None


def test_the_same_contract_gives_the_same_bytes(tmp_path: Path) -> None:
    files = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for file in files:
        write_workbook(CONTRACT, file, "en")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_template_never_writes_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "isian.xlsx"
    assert run(["template", "--out", str(out)]) == 0
    out.write_text("filled in")
    assert run(["template", "--out", str(out)]) == 2
    assert "sudah ada" in capsys.readouterr().err
    assert out.read_text() == "filled in"


def test_template_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "form.xlsx"
    assert run(["template", "--out", str(out), "--lang", "en"]) == 0
    assert str(out) in capsys.readouterr().out
    book = load_workbook(out)
    assert book.sheetnames[:2] == ["Read first", "Dictionary"]
    assert prompts(book["opd"])["nama"].startswith(
        CONTRACT.tables["opd"].column("nama").descriptions["en"]
    )
