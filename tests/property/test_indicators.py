"""Every figure against a naive second implementation, and over random splits of the records."""

from __future__ import annotations

import dataclasses
import random

import pandas as pd
import pytest
from random_records import random_records
from reference_figures import Figure, Key, reference

from suluh.catalogue import indicators
from suluh.figures import FIGURE_COLUMNS, KEY_COLUMNS, Figures
from suluh.indicators import compute, figures, reduce
from suluh.indicators.counts import merge
from suluh.indicators.grid import published_grid
from suluh.records import Records

SEEDS = range(10)
WHOLE = ("opd", "pelatihan", "libur")
"""Look-up tables: every chunk needs all of them."""


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_is_that_of_the_naive_reference(seed: int) -> None:
    records = random_records(seed)
    computed, expected = by_key(compute(records)), reference(records)
    assert computed.keys() == expected.keys()
    wrong = {k: (computed[k], expected[k]) for k in expected if not same(computed[k], expected[k])}
    assert wrong == {}


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_chunks_of_the_records_give_the_same_figures(seed: int) -> None:
    records = random_records(seed)
    counts = merge(reduce(chunk) for chunk in split(records, random.Random(seed)))  # noqa: S311
    pieced = figures(counts, published_grid(records))
    pd.testing.assert_frame_equal(pieced.table, compute(records).table, check_exact=True)


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    records = random_records(seed)
    shuffled = {n: t.sample(frac=1, random_state=seed) for n, t in records.tables.items()}
    again = compute(dataclasses.replace(records, tables=shuffled))
    pd.testing.assert_frame_equal(again.table, compute(records).table, check_exact=True)


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_records_are_not_changed(seed: int) -> None:
    records = random_records(seed)
    before = {name: table.copy() for name, table in records.tables.items()}
    compute(records)
    for name, table in records.tables.items():
        pd.testing.assert_frame_equal(table, before[name])


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_what_happens_after_as_of_changes_nothing_before(seed: int) -> None:
    """Rows dated after `as_of` may as well not be there."""
    records = random_records(seed)
    cut = {n: t[~happened_after(n, t, records)] for n, t in records.tables.items()}
    again = compute(dataclasses.replace(records, tables=cut))
    pd.testing.assert_frame_equal(again.table, compute(records).table, check_exact=True)


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_the_table_is_tidy(seed: int) -> None:
    table = compute(random_records(seed)).table
    assert tuple(table.columns) == FIGURE_COLUMNS
    assert table.dtypes.astype(str).tolist() == (
        ["str"] * 4 + ["float64"] * 3 + ["Int64"] + ["str"] * 3
    )
    keys = list(table[list(KEY_COLUMNS)].itertuples(index=False, name=None))
    assert keys == sorted(set(keys))
    assert set(table["indikator"]) <= set(indicators())
    valued = table["nilai"].notna() | (table["kategori"] != "")
    assert (valued == (table["status"] == "terbit")).all()
    assert table.loc[table["status"] == "tidak_dilaporkan", "n"].isna().all()


def split(records: Records, chance: random.Random) -> list[Records]:
    """Split every table but the look-ups into three at random."""
    chunks: list[dict[str, pd.DataFrame]] = [{}, {}, {}]
    for name, table in records.tables.items():
        part = pd.Series([chance.randrange(3) for _ in range(len(table))], table.index, dtype=int)
        for number, chunk in enumerate(chunks):
            chunk[name] = table if name in WHOLE else table[part == number]
    return [dataclasses.replace(records, tables=chunk) for chunk in chunks]


def happened_after(name: str, table: pd.DataFrame, records: Records) -> pd.Series:
    dates = {"skm": "tanggal", "pengaduan": "tanggal_masuk", "forum": "tanggal",
             "komitmen": "tanggal"}  # fmt: skip
    if name not in dates:
        return pd.Series(data=False, index=table.index)
    return table[dates[name]] > pd.Timestamp(records.as_of)


def by_key(computed: Figures) -> dict[Key, Figure]:
    rows = computed.table.astype("object").itertuples(index=False, name=None)
    return {row[:4]: (*map(number, row[4:8]), row[9], row[10]) for row in rows}


def number(cell: float) -> float | None:
    return None if pd.isna(cell) else cell


def same(computed: Figure, expected: Figure) -> bool:
    exact = computed[3:] == expected[3:]
    pairs = zip(computed[:3], expected[:3], strict=True)
    return exact and all(
        a is b is None or (None not in (a, b) and a == pytest.approx(b, rel=1e-9, abs=1e-9))
        for a, b in pairs
    )
