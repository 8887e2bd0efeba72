"""Explanations of random records: the rows and numbers they state are those of the figure."""

from __future__ import annotations

import dataclasses
import math
import random
from functools import cache

import pandas as pd
import pytest
from explained import Explaining, stated_limits, stated_value
from random_records import random_records

from suluh.explain import Explanation, Words, explanation_lines
from suluh.figures import KEY_COLUMNS, VALUE_COLUMNS
from suluh.indicators import FAMILIES, compute, reduce
from suluh.indicators.known import known

SEEDS = range(4)

WEIGHED = (
    "forum_peserta", "layanan_pengguna", "skm_sampel_minimum", "pegawai_jumlah", "target",
    "predikat_opd", "jp_rata", "jp_triwulan", "jp_terpenuhi", "pelatihan_cakupan",
)  # fmt: skip
"""Indicators that do not count rows but what stands in them, or people with several."""


@pytest.mark.parametrize("seed", SEEDS)
def test_the_counts_are_the_sums_of_the_entries(seed: int) -> None:
    """Whichever way a family counts, it counts the rows that it explains."""
    records = random_records(seed)
    counts = reduce(records)
    entries = {n: e for family in FAMILIES for n, e in family.entries(known(records)).items()}
    for name, counted in counts.items():
        parts = [e.tally() for n, e in entries.items() if n.partition("/")[0] == name]
        together = pd.concat(parts).sort_index()
        pd.testing.assert_frame_equal(
            together, counted.sort_index()[list(together.columns)], check_index_type=False
        )
        assert set(together.columns) == set(counted.columns)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_stated_numbers_come_to_the_value_and_the_interval(seed: int) -> None:
    for explanation in _sampled(seed):
        row = explanation.computed.iloc[0]
        if row["status"] != "terbit":
            continue
        value = stated_value(explanation)
        if value is not None:
            assert row["nilai"] == pytest.approx(value, rel=1e-9), explanation.question
        limits = stated_limits(explanation)
        computed = (row["batas_bawah"], row["batas_atas"])
        if limits is None:
            assert all(map(math.isnan, computed)) or explanation.spread is None
        else:
            assert computed == pytest.approx(limits, rel=1e-6, abs=1e-6), explanation.question


@pytest.mark.parametrize("seed", SEEDS)
def test_each_row_of_a_table_counts_or_is_left_out_for_one_reason(seed: int) -> None:
    for explanation in _sampled(seed):
        for part in explanation.parts:
            rows = [*part.used, *(label for rows in part.left_out.values() for label in rows)]
            table = explanation.records.tables.get(part.table, pd.DataFrame())
            assert sorted(rows) == sorted(table.index)
            assert part.counted is None or set(part.counted) <= set(part.used)


@pytest.mark.parametrize("seed", SEEDS)
def test_as_many_rows_count_as_the_sums_say(seed: int) -> None:
    """No row is named that adds nothing: rows too many would give the same figure, too."""
    checked = set()
    for explanation in _sampled(seed):
        first, indikator = explanation.parts[0], explanation.indicator.id
        if not first.absent and indikator not in WEIGHED:
            numbers = {
                role: round(a.value) for role, a in explanation.amounts.items() if role != "N"
            }
            assert len(first.used) == _rows(explanation.method, indikator, numbers), (
                explanation.question
            )
            if explanation.method == "bagian" and first.counted is not None:
                assert len(first.counted) == numbers["k"]
            checked.add(indikator)
    assert len(checked) > 15


def _rows(method: str, indikator: str, numbers: dict[str, int]) -> int:
    if method == "sisa":
        return numbers["masuk"] - numbers["keluar"]
    if method in ("median", "kurva"):
        return numbers["selesai"] + numbers["terbuka"]
    of_rows = "k" if method == "cacah" or indikator == "evaluasi_cakupan" else "n"
    return numbers[of_rows]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_that_count_alone_give_the_same_figure(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - test data
    explanations = [e for e in _sampled(seed) if any(len(p.used) for p in e.parts)]
    for explanation in chance.sample(explanations, 12):
        alone = _figure(explanation, {p.table: p.used for p in explanation.parts if not p.absent})
        expected = explanation.computed.iloc[0]
        for name in (*VALUE_COLUMNS[:3], "kategori", "status"):
            same = alone[name] == expected[name] or (
                pd.isna(alone[name]) and pd.isna(expected[name])
            )
            assert same or (
                name in VALUE_COLUMNS and alone[name] == pytest.approx(expected[name])
            ), explanation.question


@pytest.mark.parametrize("seed", SEEDS)
def test_every_explanation_is_told_in_both_languages(seed: int) -> None:
    """A reason, sum or state without words would stop here."""
    for explanation in _sampled(seed):
        told = [list(explanation_lines(explanation, Words(lang))) for lang in ("id", "en")]
        assert len(told[0]) == len(told[1]) > 20


def _figure(explanation: Explanation, rows: dict[str, pd.Index]) -> pd.Series:
    """The same figure, computed from these rows of the tables alone."""
    records = explanation.records
    tables = {n: t.loc[rows[n]] if n in rows else t for n, t in records.tables.items()}
    table = compute(dataclasses.replace(records, tables=tables)).table
    key = dataclasses.astuple(explanation.question)
    return table.set_index(list(KEY_COLUMNS), drop=False).loc[[key]].iloc[0]


@cache
def _sampled(seed: int) -> tuple[Explanation, ...]:
    """Two explanations of every indicator and status, of a department or the city."""
    explaining = Explaining(random_records(seed))
    figures = explaining.figures()
    kinds = figures.groupby(["indikator", "status", figures["kode_opd"] == "kota"])
    keys = kinds.sample(n=1, random_state=seed)[list(KEY_COLUMNS)]
    return tuple(explaining(*key) for key in keys.itertuples(index=False, name=None))
