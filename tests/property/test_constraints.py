"""A table keeps its constraints exactly where pandera finds nothing to refuse."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
from hypothesis import event, given
from hypothesis import strategies as st

from suluh.contract import Column, ColumnType, Table
from suluh.intake.constraints import keeps_all
from suluh.intake.schema import failures
from suluh.intake.values import DTYPES

VALUES: dict[ColumnType, st.SearchStrategy[Any]] = {
    "string": st.sampled_from(["a", "b", "c1", "A", " a", "", "a\n", "é"]),
    "integer": st.integers(-2, 6),
    "number": st.sampled_from([-0.5, 0.0, 1.0, 4.0, 4.0001]),
    "date": st.sampled_from([datetime(2024, 1, 1), datetime(2025, 12, 31)]),  # noqa: DTZ001
}
LIMITS = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 4.0]))


@st.composite
def columns(draw: st.DrawFn, name: str) -> Column:
    type_: ColumnType = draw(st.sampled_from(list(VALUES)))
    text, number = type_ == "string", type_ in ("integer", "number")
    return Column(
        name=name,
        type=type_,
        required=draw(st.booleans()),
        enum=draw(st.sampled_from([(), ("a", "b")])) if text else (),
        pattern=draw(st.sampled_from(["", "[a-c]", "[a-z0-9]+", ".*"])) if text else "",
        minimum=draw(LIMITS) if number else None,
        maximum=draw(LIMITS) if number else None,
        privacy="public",
        event=False,
        titles={},
        descriptions={},
        example="",
    )


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, pd.DataFrame]:
    own = tuple(draw(columns(name)) for name in ("x", "y"))
    key = draw(st.sampled_from([(), ("x",), ("x", "y")]))
    count = draw(st.integers(0, 4))
    cells = {
        column.name: pd.Series(
            draw(
                st.lists(st.one_of(st.none(), VALUES[column.type]), min_size=count, max_size=count)
            ),
            dtype=DTYPES[column.type],
        )
        for column in own
    }
    table = Table("t", "t.csv", {}, {}, own, key, ())
    return table, pd.DataFrame(cells).set_axis(range(2, count + 2))


@given(tables())
def test_it_does_exactly_where_pandera_refuses_nothing(given: tuple[Table, pd.DataFrame]) -> None:
    table, frame = given
    refused = list(failures(table, frame))
    event("refused" if refused else "kept")
    assert keeps_all(table, frame) == (not refused)
