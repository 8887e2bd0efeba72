"""However a table is written, mending changes no value, and mending twice is mending once."""

from __future__ import annotations

import csv
import io
import random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_folder import CONTRACT, example

from suluh.contract import Column
from suluh.intake.csv_file import read_csv
from suluh.intake.mending import mend
from suluh.intake.mending.written import content_of, rows_of, written
from suluh.intake.sheet import UnreadableError
from suluh.intake.typed import TypedTable, read_table

TABLES = ["peserta", "skm", "libur", "target", "evaluasi"]
NOISE = st.text(st.sampled_from("ab1 \t,;\"\nüNA'/-."), max_size=8)


def scrawled(column: Column, chance: random.Random) -> str:
    """The column's example as somebody may have written it, or something else."""
    text = chance.choice([column.example, column.example, "", *column.enum])
    if column.type == "date" and text:
        year, month, day = text.split("-")
        text = chance.choice([text, f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}"])
    if column.type == "number":
        text = chance.choice([text, "62,5", "62.50", "+1,0"])
    return chance.choice([str, str.upper, str.title, lambda t: f" {t} ", lambda t: f"{t}  "])(text)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table's name and its file: any separator, line end, encoding, quoting and blank ends."""
    table = draw(st.sampled_from(TABLES))
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311
    columns = CONTRACT.tables[table].columns
    spare = [""] * chance.choice([0, 0, 2])
    header = [chance.choice([c.name, c.name.upper(), c.name.replace("_", " ")]) for c in columns]
    lines = range(chance.randrange(5))
    rows = [[*header, *spare], *([*(scrawled(c, chance) for c in columns), *spare] for _ in lines)]
    if len(rows) > 1 and chance.random() < 0.5:
        rows[-1][chance.randrange(len(rows[-1]))] = draw(NOISE)
    rows += [[""] * chance.choice([1, len(header)])] * chance.choice([0, 0, 2])
    return table, saved(rows, chance)


def saved(rows: list[list[str]], chance: random.Random) -> bytes:
    text = io.StringIO()
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    separator, end = chance.choice(",;\t"), chance.choice(["\n", "\r\n"])
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    return text.getvalue().encode(chance.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))


@settings(max_examples=150)
@given(files())
def test_records_before_and_after_are_equal_and_a_second_time_changes_nothing(
    file: tuple[str, bytes],
) -> None:
    table, content = file
    mending = mend(content, CONTRACT.tables[table])
    if mending is None:
        return
    before, after = typed(table, content), typed(table, mending.new)
    if before is None or after is None:
        assert before is after
    else:
        pd.testing.assert_frame_equal(before.frame, after.frame)
        assert list(before.sheet.broken) == list(after.sheet.broken)
        assert {k: list(v) for k, v in before.unread.items()} == {
            k: list(v) for k, v in after.unread.items()
        }
    assert mend(mending.new, CONTRACT.tables[table]) is None


@settings(max_examples=150)
@given(files())
def test_a_trusted_file_comes_out_in_the_one_form(file: tuple[str, bytes]) -> None:
    """What could be mended is: the promise that no value changes is not kept by doing nothing."""
    table, content = file
    before = typed(table, content)
    if before is None or len(before.sheet.broken):
        return
    mending = mend(content, CONTRACT.tables[table])
    text = (mending.new if mending else content).decode("utf-8-sig")
    assert "\r" not in text
    header = next(csv.reader([text.split("\n", 1)[0]]))
    names = [c.name for c in CONTRACT.tables[table].columns]
    assert header[: len(names)] == names
    after = typed(table, text.encode())
    assert after is not None
    for column in CONTRACT.tables[table].columns:
        if column.type == "date":
            cells = after.sheet.text(column.name).drop(after.unread[column.name])
            read = after.frame[column.name][cells.index].dt.strftime("%Y-%m-%d").fillna("")
            assert cells.tolist() == read.tolist()


@given(st.lists(st.lists(NOISE, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_cut_out_are_those_that_were_written(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    cut = rows_of(text.getvalue(), ",")
    assert [[content_of(cell) for cell in row] for row in cut] == rows
    assert [[content_of(written(content_of(c))) for c in row] for row in cut] == rows


def typed(table: str, content: bytes) -> TypedTable | None:
    try:
        return read_table(read_csv(content, CONTRACT.tables[table]), CONTRACT.tables[table])
    except (UnreadableError, ValueError):
        return None


def test_the_example_of_every_table_is_in_its_one_form() -> None:
    for name, table in CONTRACT.tables.items():
        text = io.StringIO()
        writer = csv.DictWriter(text, list(example(name)), lineterminator="\n")
        writer.writeheader()
        writer.writerow(example(name))
        assert mend(text.getvalue().encode(), table) is None, name
