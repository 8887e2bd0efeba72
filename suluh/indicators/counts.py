"""Additive counts: what a family keeps of the records, and all it computes figures from.

A frame has sums in its columns, by the keys of its index (`kode_opd`, `periode`, …). The sum
of two chunks' frames is the frame of both chunks together, to the last bit: sums are integers,
and measurements are counted in `SCALE`-ths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.figures import CITY
from suluh.indicators.period_codes import years

Counts = Mapping[str, pd.DataFrame]
Columns = Mapping[str, pd.Series | pd.Index | npt.NDArray[Any]]

SCALE = 10_000
"""Measurements (JP, test scores) are whole ten-thousandths: the decimals that are published."""


def fixed(values: pd.Series) -> npt.NDArray[np.int64]:
    """Measurements in `SCALE`-ths, the missing ones 0."""
    numbers = values.to_numpy("float64", na_value=np.nan)
    return np.asarray(np.rint(np.nan_to_num(numbers) * SCALE), "int64")


def tally(keys: Columns, sums: Columns) -> pd.DataFrame:
    """Sum by keys; a key without a value leaves its row out."""
    columns = {name: np.asarray(values, "int64") for name, values in sums.items()}
    frame = pd.DataFrame({**{k: np.asarray(v) for k, v in keys.items()}, **columns})
    return frame.groupby(list(keys)).sum()


def merge(parts: Iterable[Counts]) -> Counts:
    """Add up the counts of chunks of the records."""
    every = list(parts)
    return {name: _sum([part[name] for part in every]) for name in every[0]}


def with_years(frame: pd.DataFrame) -> pd.DataFrame:
    """Counts by quarter, and by year."""
    return pd.concat(
        [frame, moved(frame, "periode", years(frame.index.get_level_values("periode")))]
    )


def with_city(frame: pd.DataFrame) -> pd.DataFrame:
    """Counts by department, and for the whole city."""
    return pd.concat([frame, moved(frame, "kode_opd", CITY)])


def moved(frame: pd.DataFrame, level: str, to: str | npt.NDArray[np.int64]) -> pd.DataFrame:
    """Sum again with one key replaced."""
    keys = {str(name): frame.index.get_level_values(str(name)) for name in frame.index.names}
    keys[level] = pd.Index([to]).repeat(len(frame)) if isinstance(to, str) else pd.Index(to)
    return frame.groupby([keys[name].rename(name) for name in keys]).sum()


def _sum(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    together = pd.concat(frames)
    return together.groupby(level=list(together.index.names)).sum()
