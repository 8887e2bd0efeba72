"""Figures as the texts of their cells, and those as lines of CSV and of JSON.

Every line is made once and serves several files: the whole, a department, an indicator.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS
from suluh.published import Figure

CSV_DECIMALS = 4

Cells: TypeAlias = Mapping[str, Sequence[str]]
"""The texts of every figure's cells, a list for each of `FIGURE_COLUMNS`; empty for none."""

_LIMITS = VALUE_COLUMNS[:-1]


@lru_cache(maxsize=50_000)
def csv_number(value: float | None) -> str:
    """`84.3125`: a number as it stands in the downloads; empty for none."""
    if value is None:
        return ""
    rounded = round(value * 10**CSV_DECIMALS) / 10**CSV_DECIMALS  # as np.round below, to the bit
    return f"{rounded:.{CSV_DECIMALS}f}"


def cells_of(figures: pd.DataFrame) -> Cells:
    """Every figure as the texts of its cells."""
    cells: dict[str, Sequence[str]] = {name: figures[name].tolist() for name in FIGURE_COLUMNS}
    for name in _LIMITS:
        rounded = np.round(_numbers(figures[name]) * 10**CSV_DECIMALS) / 10**CSV_DECIMALS
        rounded += 0.0  # no negative zero
        cells[name] = _texts(f"%.{CSV_DECIMALS}f", rounded)
    cells["n"] = _texts("%d", _numbers(figures["n"]))
    return cells


def csv_lines(cells: Cells) -> list[str]:
    """Each figure as a line of `angka.csv`, its end included."""
    columns = (_csv_values(name, texts) for name, texts in cells.items())
    return [f"{','.join(values)}\n" for values in zip(*columns, strict=True)]


def row_start(figure: Figure) -> str:
    """How a figure's line of `angka.csv` begins: `ikm,disdukcapil,2026-T3`."""
    key = (figure.indikator, figure.kode_opd, figure.periode, figure.rincian)
    return ",".join(map(_quoted, filter(None, key)))


def csv_line(figure: pd.DataFrame) -> str:
    """One figure as its line stands in `angka.csv`, without its end."""
    (line,) = csv_lines(cells_of(figure))
    return line.removesuffix("\n")


def json_lines(cells: Cells) -> list[str]:
    """Each figure as a JSON object of the same cells and digits; what is empty is null."""
    pattern = "{" + ",".join(f'"{name}":%s' for name in FIGURE_COLUMNS) + "}"
    columns = (_json_values(name, texts) for name, texts in cells.items())
    return [pattern % values for values in zip(*columns, strict=True)]


def _numbers(column: pd.Series[Any]) -> npt.NDArray[np.float64]:
    return column.to_numpy(float, na_value=math.nan)


def _texts(pattern: str, numbers: npt.NDArray[np.float64]) -> list[str]:
    return ["" if number != number else pattern % number for number in numbers.tolist()]  # noqa: PLR0124 only NaN differs from itself


def _csv_values(name: str, texts: Sequence[str]) -> Sequence[str]:
    """A column's cells as CSV: of words few are different, and numbers need no quotes."""
    if name in VALUE_COLUMNS:
        return texts
    distinct = {text: _quoted(text) for text in set(texts)}
    return [distinct[text] for text in texts]


def _quoted(text: str) -> str:
    """A cell as CSV (RFC 4180), beside others: alone in its row an empty one has quotes.

    The writer has to be told of both signs that may end a line: a cell gets quotes for those
    alone.
    """
    row = _Row()
    csv.writer(row, lineterminator="\r\n").writerow((text, ""))
    return row.text.removesuffix(",\r\n")


def _json_values(name: str, texts: Sequence[str]) -> list[str]:
    """A column's cells as JSON; numbers keep the digits they have in `angka.csv`."""
    if name in VALUE_COLUMNS:
        return [text or "null" for text in texts]
    distinct = {text: json.dumps(text or None, ensure_ascii=False) for text in set(texts)}
    return [distinct[text] for text in texts]


class _Row:
    """What a CSV writer writes a row to."""

    text = ""

    def write(self, row: str) -> None:
        self.text = row
