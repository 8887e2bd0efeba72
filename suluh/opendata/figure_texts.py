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
    # As np.round below, to the last bit; adding 0.0 leaves no negative zero.
    rounded = round(value * 10**CSV_DECIMALS) / 10**CSV_DECIMALS + 0.0
    return f"{rounded:.{CSV_DECIMALS}f}"


def cells_of(figures: pd.DataFrame) -> Cells:
    """Every figure as the texts of its cells."""
    cells: dict[str, Sequence[str]] = {name: figures[name].tolist() for name in FIGURE_COLUMNS}
    for name in _LIMITS:
        cells[name] = [csv_number(value) for value in _values(figures[name])]
    cells["n"] = ["" if n is None else str(int(n)) for n in _values(figures["n"])]
    return cells


def csv_lines(cells: Cells) -> list[str]:
    """Each figure as a line of `angka.csv`, its end included."""
    lines = _Lines()
    csv.writer(lines, lineterminator="\n").writerows(zip(*cells.values(), strict=True))
    return lines


def row_start(figure: Figure) -> str:
    """How a figure's line of `angka.csv` begins: `ikm,disdukcapil,2026-T3`."""
    start = _Lines()
    key = (figure.indikator, figure.kode_opd, figure.periode, figure.rincian)
    csv.writer(start, lineterminator="").writerow(filter(None, key))
    return "".join(start)


def csv_line(figure: pd.DataFrame) -> str:
    """One figure as its line stands in `angka.csv`, without its end."""
    (line,) = csv_lines(cells_of(figure))
    return line.removesuffix("\n")


def json_lines(cells: Cells) -> list[str]:
    """Each figure as a JSON object of the same cells and digits; what is empty is null."""
    pattern = "{" + ",".join(f'"{name}":%s' for name in FIGURE_COLUMNS) + "}"
    columns = (_json_values(name, texts) for name, texts in cells.items())
    return [pattern % values for values in zip(*columns, strict=True)]


def _values(column: pd.Series[Any]) -> list[float | None]:
    numbers = column.to_numpy(float, na_value=math.nan).tolist()
    return [None if number != number else number for number in numbers]  # noqa: PLR0124 only NaN differs from itself


def _json_values(name: str, texts: Sequence[str]) -> list[str]:
    """A column's cells as JSON; numbers keep the digits they have in `angka.csv`."""
    if name in VALUE_COLUMNS:
        return [text or "null" for text in texts]
    distinct = {text: json.dumps(text or None, ensure_ascii=False) for text in set(texts)}
    return [distinct[text] for text in texts]


class _Lines(list[str]):
    """What a CSV writer writes to, line by line."""

    def write(self, line: str) -> None:
        self.append(line)
