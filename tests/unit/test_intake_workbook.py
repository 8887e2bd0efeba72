"""An .xlsx file is read as it is; what its cells do not say plainly is refused by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from data_folder import DataFolder
from intake_folder import CONTRACT, Folder, Row, example
from openpyxl import Workbook
from saved_forms import as_text, fill, typed

from suluh.contract import Table
from suluh.freshness import Freshness
from suluh.intake import problems_as, read_records, table_file
from suluh.intake.workbook_cells import number_text
from suluh.intake.workbook_file import WorkbookFile
from suluh.job import Job
from suluh.workbook import write_workbook

Change = Callable[[Workbook], None]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def rows_of(*rows: Row) -> Sequence[Sequence[str]]:
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def put(
    folder: Folder,
    file: str,
    sheets: Mapping[str, Sequence[Row]],
    change: Change = lambda _: None,
) -> None:
    """Write a workbook of these sheets, with the rows of the tables they are named after."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows_of(*rows), CONTRACT.tables.get(name, ANY))
    change(book)
    book.save(folder.path / file)


ANY = Table("", "", {}, {}, (), (), ())
LIBUR = [example("libur"), example("libur", tanggal="2026-12-25", nama="Natal")]


def found(folder: Folder) -> list[tuple[str, str, str, str]]:
    return [(p.file, p.sheet, p.cell, p.code) for p in folder.problems()]


# --- which sheet is which table


def test_a_workbook_named_after_a_table_holds_it_on_its_one_sheet(folder: Folder) -> None:
    put(folder, "libur.xlsx", {"Lembar apa pun": LIBUR})
    intake = folder.read()
    assert intake.records is not None
    assert intake.records.tables["libur"]["nama"].tolist() == [row["nama"] for row in LIBUR]


@pytest.mark.parametrize("name", ["libur", "Libur ", "HARI LIBUR", "Holidays"])
def test_a_sheet_is_the_table_whose_name_or_title_it_bears(folder: Folder, name: str) -> None:
    put(folder, "isian.xlsx", {name: LIBUR})
    intake = folder.read()
    assert intake.records is not None
    assert "libur" in intake.records.tables


def test_a_table_in_a_csv_file_and_on_a_sheet_is_refused(folder: Folder) -> None:
    folder.put("libur", *LIBUR)
    put(folder, "isian.xlsx", {"libur": LIBUR})
    assert found(folder) == [("libur.csv", "", "", "table-twice")]
    assert "libur (isian.xlsx)" in folder.problems()[0].message()


def test_two_tables_of_one_name_are_refused_even_where_they_agree(folder: Folder) -> None:
    put(folder, "a.xlsx", {"libur": LIBUR})
    put(folder, "b.xlsx", {"libur": LIBUR})
    assert found(folder) == [("b.xlsx", "libur", "", "table-twice")]


def test_a_table_given_twice_is_not_called_missing_as_well(folder: Folder) -> None:
    put(folder, "isian.xlsx", {"opd": [example("opd")]})
    folder.put("skm", example("skm"))
    assert [code for *_, code in found(folder)] == ["table-twice"]


def test_a_sheet_of_the_template_without_rows_is_not_reported(folder: Folder) -> None:
    (folder.path / "opd.csv").unlink()
    write_workbook(CONTRACT, folder.path / "isian.xlsx")
    assert [code for *_, code in found(folder)] == ["table-missing"]
    folder.put("opd", example("opd", penerus=""))
    intake = folder.read()
    assert intake.records is not None
    assert set(intake.records.tables) == {"opd"}


def test_a_workbook_named_after_a_table_with_a_header_alone_is_an_empty_table(
    folder: Folder,
) -> None:
    put(folder, "forum.xlsx", {"forum": [example("forum")]}, lambda b: b["forum"].delete_rows(2))
    intake = folder.read()
    assert intake.records is not None
    assert len(intake.records.tables["forum"]) == 0


def test_a_misspelt_sheet_is_refused_and_a_strange_one_is_pointed_out(folder: Folder) -> None:
    put(folder, "isian.xlsx", {"libur": LIBUR, "pengaduann": LIBUR, "Rekap 2026": LIBUR})
    problems = {p.sheet: p for p in folder.problems()}
    assert (problems["pengaduann"].level, problems["pengaduann"].code) == (
        "error",
        "sheet-misspelt",
    )
    assert "“pengaduan”" in problems["pengaduann"].fix()
    assert (problems["Rekap 2026"].level, problems["Rekap 2026"].code) == (
        "warning",
        "sheet-unknown",
    )


def test_a_workbook_without_a_table_is_refused(folder: Folder) -> None:
    put(folder, "catatan.xlsx", {"Sheet1": LIBUR})
    assert found(folder) == [("catatan.xlsx", "", "", "workbook-no-table")]


def test_blank_sheets_and_open_files_of_excel_are_nothing(folder: Folder) -> None:
    put(folder, "libur.xlsx", {"Sheet1": LIBUR}, lambda book: book.create_sheet("Sheet2") and None)
    (folder.path / "~$libur.xlsx").write_bytes(b"\0user")
    assert folder.problems() == ()


# --- cells


def cell(folder: Folder, table: str, spot: str, value: object, number_format: str = "") -> None:
    """Write a workbook with the table's example row and one cell changed."""

    def change(book: Workbook) -> None:
        book[table][spot].value = value
        if number_format:
            book[table][spot].number_format = number_format

    put(folder, "isian.xlsx", {table: [example(table)]}, change)


@pytest.mark.parametrize(
    ("table", "spot", "value", "number_format", "code"),
    [
        ("libur", "A2", "=TODAY()", "", "formula-cell"),
        ("libur", "B2", "=A2", "", "formula-cell"),
        ("libur", "B2", "#REF!", "", "error-value"),
        ("libur", "B2", "#N/A", "", "error-value"),
        ("libur", "A2", datetime(2026, 8, 17, 9, 30), "", "not-a-date"),  # noqa: DTZ001
        ("libur", "A2", time(9, 30), "", "not-a-date"),
        ("libur", "A2", 30_000, "General", "date-serial"),
        ("libur", "A2", "17-8-26", "", "date-ambiguous"),
        ("skm", "O2", datetime(2026, 12, 10), "", "date-unexpected"),  # noqa: DTZ001 10-12 years
        ("skm", "E2", True, "", "not-an-integer"),
        ("skm", "E2", 3.5, "", "not-an-integer"),
        ("skm", "S2", True, "", "not-in-list"),
        ("pelatihan", "I2", 0.2, "0%", "number-format"),
        ("pelatihan", "I2", 2000, "#,##0,", "number-format"),
        ("pelatihan", "I2", "1.234", "", "number-ambiguous"),
        ("peserta", "B2", 1.98e20, "General", "scientific-number"),
        ("peserta", "B2", 198001012005011001, "General", "personal-number"),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_say_its_value_is_refused_at_its_place(
    folder: Folder, table: str, spot: str, value: object, number_format: str, code: str
) -> None:
    if table == "peserta":
        folder.put("pelatihan", example("pelatihan"))
    cell(folder, table, spot, value, number_format)
    assert found(folder) == [("isian.xlsx", table, spot, code)]


@pytest.mark.parametrize(
    ("spot", "value", "number_format", "column", "expected"),
    [
        ("I2", 7.5, "0", "jp", 7.5),
        ("I2", 12.125, "General", "jp", 12.125),
        ("I2", 0.1 + 0.2, "General", "jp", 0.3),
        ("I2", 20.0, '#,##0.00 "JP"', "jp", 20.0),
        ("A2", 42, "00000", "id_pelatihan", "00042"),
        ("A2", 42, "General", "id_pelatihan", "42"),
        ("B2", "baris satu_x000D_\nbaris dua", "", "judul", "baris satu\nbaris dua"),
    ],
)
def test_a_cell_is_what_it_holds(
    folder: Folder, spot: str, value: object, number_format: str, column: str, expected: object
) -> None:
    cell(folder, "pelatihan", spot, value, number_format)
    intake = folder.read()
    assert intake.records is not None, intake.problems
    assert intake.records.tables["pelatihan"][column].tolist() == [expected]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ('<c r="B2"><f>A2</f></c>', "formula-cell"),
        ('<c r="B2"><f>A2</f><v></v></c>', "formula-cell"),
        ('<c r="B2" t="str"><f>A2</f><v></v></c>', "blank"),
        ('<c r="B2" t="str"><f>A2</f><v>Natal</v></c>', ""),
        ('<c r="B2" t="e"><f>A2</f><v>#REF!</v></c>', "error-value"),
        ('<c r="B2"><f t="array" ref="B2">A2</f></c>', "formula-cell"),
        ('<c r="B2"><f t="shared" si="0"/></c>', "formula-cell"),
    ],
)
def test_a_formula_counts_by_what_excel_computed(folder: Folder, cells: str, code: str) -> None:
    put(folder, "libur.xlsx", {"libur": [example("libur", nama="GANTI")]})
    rewrite(folder.path / "libur.xlsx", "sheet1.xml", lambda xml: with_cell(xml, cells))
    assert [p.code for p in folder.problems()] == ([code] if code else [])


def rewrite(file: Path, part: str, change: Callable[[str], str]) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            text = change(content.decode()).encode() if name.endswith(part) else content
            archive.writestr(name, text)


def with_cell(xml: str, cells: str) -> str:
    start = xml.index('<c r="B2"')
    end = xml.index("</c>", start) + len("</c>")
    return xml[:start] + cells + xml[end:]


def test_a_message_names_the_sheet_and_the_cell(folder: Folder) -> None:
    cell(folder, "libur", "A2", "kemarin")
    problems = folder.problems()
    assert "isian.xlsx, lembar libur, sel A2 (kolom tanggal)" in problems_as("text", problems)
    assert "isian.xlsx, sheet libur, cell A2" in problems_as("text", problems, "en")
    assert '"sheet": "libur"' in problems_as("json", problems)
    assert "libur!A2: " in problems_as("github", problems)


def test_rules_between_tables_name_the_sheet_they_looked_in(folder: Folder) -> None:
    (folder.path / "opd.csv").unlink()
    opd = example("opd", penerus="")
    put(folder, "isian.xlsx", {"opd": [opd], "skm": [example("skm", kode_opd="entah")]})
    (problem,) = folder.problems()
    assert (problem.sheet, problem.cell, problem.code) == ("skm", "C2", "unknown-reference")
    assert "opd (isian.xlsx)" in problem.message()


def test_data_below_no_header_are_pointed_out(folder: Folder) -> None:
    cell(folder, "libur", "D2", "catatan")
    assert found(folder) == [("isian.xlsx", "libur", "D1", "header-blank")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.125, "0.125"),
        (12.125, "12.1250"),  # 12.125 could be twelve thousand
        (1234.125, "1234.125"),
        (1e-7, "0.0000001"),
        (83.85999999999999, "83.86"),
        (1 / 3, "0.333333333333333"),
    ],
)
def test_a_number_is_written_so_that_it_can_be_no_other(value: float, expected: str) -> None:
    assert number_text(value) == expected


# --- the template


def test_the_template_filled_in_and_saved_passes_check_as_it_is(tmp_path: Path) -> None:
    small = DataFolder.small(tmp_path / "small")
    saved = DataFolder.small(tmp_path / "saved", only=())
    write_workbook(CONTRACT, saved.path / "isian.xlsx")
    from openpyxl import load_workbook  # noqa: PLC0415 the one test that fills a template in

    book = load_workbook(saved.path / "isian.xlsx")
    for name, table in CONTRACT.tables.items():
        header = small.header(name)
        place = {column.name: i for i, column in enumerate(table.columns, 1)}
        for line, row in enumerate(small.read(name), 2):
            for column in header:
                value = typed(row[column], table.column(column))
                book[name].cell(line, place[column]).value = value  # type: ignore[assignment]
    book.save(saved.path / "isian.xlsx")
    intake, plain = read_records(saved.path), read_records(small.path)
    assert intake.problems == plain.problems == ()
    assert intake.records is not None
    assert plain.records is not None
    for name, frame in plain.records.tables.items():
        assert intake.records.tables[name].equals(frame), name


# --- kept and fresh


def test_an_unchanged_workbook_is_not_opened_again(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "isian.xlsx", {"libur": LIBUR, "forum": [example("forum")]})
    fresh = folder.read(cache=tmp_path / "cache")
    assert fresh.records is not None

    def refuse(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(WorkbookFile, "sheets", property(refuse))
        again = folder.read(cache=tmp_path / "cache")
    assert again.records is not None
    assert again.records.tables["libur"].equals(fresh.records.tables["libur"])


def test_of_an_edited_workbook_every_table_is_read_anew(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "isian.xlsx", {"libur": LIBUR})
    folder.read(cache=tmp_path / "cache")
    put(folder, "isian.xlsx", {"libur": [example("libur", nama="Lain")]})
    read: list[str] = []
    reader = table_file.read_afresh
    monkeypatch.setattr(
        table_file, "read_afresh", lambda s, t: read.append(s.origin.label) or reader(s, t)
    )
    intake = folder.read(cache=tmp_path / "cache")
    assert read == ["libur (isian.xlsx)"]
    assert intake.records is not None
    assert intake.records.tables["libur"]["nama"].tolist() == ["Lain"]


def test_a_workbook_with_a_problem_is_told_about_every_time(
    folder: Folder, tmp_path: Path
) -> None:
    put(folder, "isian.xlsx", {"libur": LIBUR, "Rekap": LIBUR})
    for _ in range(2):
        problems = folder.read(cache=tmp_path / "cache").problems
        assert [p.code for p in problems] == ["sheet-unknown"]


def test_an_edited_workbook_makes_the_site_stale(folder: Folder, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    job = Job(root, folder.path, tmp_path / "site")
    put(folder, "isian.xlsx", {"libur": LIBUR})
    before = Freshness.of(job).inputs
    put(folder, "isian.xlsx", {"libur": LIBUR[:1]})
    assert Freshness.of(job).inputs != before


def test_a_workbook_of_texts_is_read_as_texts(folder: Folder) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "pegawai"
    fill(sheet, rows_of(example("pegawai", jumlah="1.234")), CONTRACT.tables["pegawai"], as_text)
    stream = io.BytesIO()
    book.save(stream)
    folder.write("isian.xlsx", stream.getvalue())
    intake = folder.read()
    assert intake.records is not None
    assert intake.records.tables["pegawai"]["jumlah"].tolist() == [1234]


def test_the_day_excel_counts_is_the_day_of_the_calendar(folder: Folder) -> None:
    cell(folder, "libur", "A2", 46234, "General")
    intake = folder.read()
    assert intake.records is not None
    assert intake.records.tables["libur"]["tanggal"].dt.date.tolist() == [date(2026, 7, 31)]
