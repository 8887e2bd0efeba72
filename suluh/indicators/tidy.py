"""One tidy table of all rows: status, units, period names and order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from suluh.catalogue import indicators
from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS, Figures, Status
from suluh.indicators import period_codes
from suluh.indicators.grid import Grid
from suluh.indicators.rows import Rows


def tidy(parts: Sequence[Rows], grid: Grid) -> Figures:
    """Put the rows of every indicator together as `Figures`."""
    rows = pd.DataFrame({name: np.concatenate([p[name] for p in parts]) for name in parts[0]})
    rows["status"] = _status(rows)
    rows.loc[~rows["reported"], list(VALUE_COLUMNS)] = np.nan
    rows = _in_order(rows)
    table = rows.assign(
        kode_opd=grid.departments[rows["place"]],
        periode=_names(grid)[rows["place"]],
        satuan=_units(rows),
        n=_whole(rows["n"]),
    )
    text = [name for name in FIGURE_COLUMNS if name not in VALUE_COLUMNS]
    return Figures(table[list(FIGURE_COLUMNS)].astype(dict.fromkeys(text, "str")))


def _status(rows: pd.DataFrame) -> pd.Series:
    nothing = rows["nilai"].isna() & (rows["kategori"] == "")
    known = np.where(nothing, Status.NOT_APPLICABLE.value, Status.PUBLISHED.value)
    return pd.Series(known, rows.index).where(rows["reported"], Status.NOT_REPORTED.value)


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Sort by the key; places are in the order of their names."""
    keys = [pd.factorize(rows[k], sort=True)[0] for k in ("rincian", "indikator")]
    return rows.iloc[np.lexsort((keys[0], rows["place"], keys[1]))].reset_index(drop=True)


def _names(grid: Grid) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    codes, unique = pd.factorize(grid.periods)
    names = np.array([str(period_codes.period(int(c))) for c in unique], "object")
    return names[codes]


def _units(rows: pd.DataFrame) -> pd.Series:
    """The indicator's unit; a target's is that of the indicator it is for."""
    units = {id_: indicator.satuan for id_, indicator in indicators().items()}
    meant = rows["indikator"].where(rows["indikator"] != "target", rows["rincian"])
    return meant.map(units).fillna("")


def _whole(n: pd.Series) -> pd.arrays.IntegerArray:
    missing = n.isna().to_numpy()
    return pd.arrays.IntegerArray(n.fillna(0).to_numpy("int64"), missing)
