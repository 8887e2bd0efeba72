"""Whatever a file holds, intake reads it as it is or says what is wrong; it never breaks."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from intake_folder import CONTRACT, Folder, csv_text, example

from suluh.intake import Intake, problems_as
from suluh.intake.delimited import OpenQuoteError, read_grid
from suluh.intake.headers import column_letters, column_number
from suluh.intake.nearest import nearest
from suluh.intake.personal import holds_personal_number, masked, may_hold_personal_number

CELL = st.text(st.sampled_from("ab1 \t,;\"\nüNA'"), max_size=6)
ROWS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8)
)
TABLES = [name for name in CONTRACT.tables if name != "opd"]
DIGITS = st.text(st.sampled_from("0123456789"), min_size=16, max_size=18)


def written(rows: list[list[str]], separator: str, newline: str, quoting: int) -> bytes:
    if newline == "\r":
        quoting = csv.QUOTE_ALL  # else the writer leaves a newline in a cell unquoted
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=newline, quoting=quoting).writerows(rows)
    return text.getvalue().encode()


@given(
    ROWS,
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_a_grid_is_exactly_the_cells_that_were_written(
    rows: list[list[str]], separator: str, newline: str, quoting: int
) -> None:
    grid = read_grid(written(rows, separator, newline, quoting), separator)
    assert grid.cells.to_numpy().tolist() == rows
    assert grid.cells.index.tolist() == list(range(1, len(rows) + 1))
    assert grid.widths.tolist() == [len(row) for row in rows]


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=8))
def test_ragged_rows_keep_their_lines_and_their_widths(rows: list[list[str]]) -> None:
    grid = read_grid(written(rows, ",", "\n", csv.QUOTE_ALL), ",")
    assert grid.widths.tolist() == [len(row) for row in rows]
    for line, row in enumerate(rows, start=1):
        cells = grid.cells.loc[line].tolist()
        assert cells[: len(row)] == row
        assert set(cells[len(row) :]) <= {""}


@given(st.text(st.sampled_from('a,"\n\r '), min_size=1, max_size=30))
def test_any_text_is_a_grid_of_measured_rows_or_an_open_quote(text: str) -> None:
    try:
        grid = read_grid(text.encode(), ",")
    except OpenQuoteError:
        assert '"' in text
        return
    assert len(grid.cells) == len(grid.widths)
    for line, width in grid.widths.items():
        assert set(grid.cells.loc[line].tolist()[width:]) <= {""}


@settings(max_examples=40)
@given(st.sampled_from(TABLES), st.binary(max_size=60), st.booleans())
def test_no_bytes_break_intake(table: str, content: bytes, with_header: bool) -> None:
    header = ",".join(example(table)).encode() + b"\n"
    intake = intake_of(table, header + content if with_header else content)
    for form in ("text", "json", "github", "gitlab"):
        assert isinstance(problems_as(form, intake.problems), str)


@settings(max_examples=40)
@given(st.data(), st.sampled_from(TABLES))
def test_a_cell_is_taken_as_written_or_reported(data: st.DataObject, table: str) -> None:
    """Change one cell of a good table: either it is refused, or its text is what was read."""
    column = data.draw(st.sampled_from(CONTRACT.tables[table].columns))
    text = data.draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))
    folder_rows = [example(table) | {column.name: text}]
    intake = intake_of(table, csv_text(folder_rows).encode())
    reported = {p.column for p in intake.problems if p.level == "error"}
    if column.type == "string" and intake.records is not None:
        (read,) = intake.records.tables[table][column.name].fillna("").tolist()
        assert read.casefold().split() == text.casefold().split()
    elif intake.records is not None:
        assert intake.records.tables[table][column.name].notna().all() == bool(text.strip())
    else:
        assert reported


@given(st.text(st.sampled_from("0123456789 .-/'ab"), max_size=30))
def test_the_cheap_look_never_misses_what_the_close_look_finds(text: str) -> None:
    assert may_hold_personal_number(text.encode()) or not holds_personal_number(text)


@given(st.text(max_size=8), DIGITS, st.text(max_size=8))
def test_nothing_that_is_masked_can_be_read_again(before: str, digits: str, after: str) -> None:
    assert not holds_personal_number(masked(f"{before}{digits}{after}"))


@given(st.integers(0, 20_000))
def test_columns_are_lettered_as_a_spreadsheet_does(position: int) -> None:
    assert column_number(column_letters(position)) == position + 1


@given(st.lists(st.text(max_size=6)), st.lists(st.text(min_size=1, max_size=6)))
def test_a_suggestion_is_always_a_known_value(values: list[str], known: list[str]) -> None:
    assert set(nearest(values, known).values()) <= set(known)


def intake_of(table: str, content: bytes) -> Intake:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder.make(Path(root) / "data")
        for needed in ("pelatihan", "forum"):
            folder.put(needed, example(needed))
        folder.write(f"{table}.csv", content)
        return folder.read()
