"""What is still open at the end of a period: all that came in, less all that went out."""

from __future__ import annotations

import numpy as np
import pandas as pd

from suluh.indicators.counts import with_city
from suluh.indicators.grid import Grid


def open_at_end(entered: pd.Series, left: pd.Series, grid: Grid) -> pd.DataFrame:
    """Number that came in (`masuk`), went out (`keluar`) and stand (`sisa`) at each place.

    Both count by (kode_opd, quarter). Nothing later than `as_of` is counted, so at the end of
    a period that is not over this is the number on `as_of`.
    """
    came, went = _until_end(entered, grid), _until_end(left, grid)
    return pd.DataFrame({"masuk": came, "keluar": went, "sisa": came - went})


def _until_end(flow: pd.Series, grid: Grid) -> pd.Series:
    """All up to the end of the period of each place."""
    by_city = with_city(flow.to_frame("jumlah"))["jumlah"]
    by_quarter = by_city.unstack("periode", fill_value=0)  # noqa: PD010 - one value a cell
    quarters = _every_quarter(by_quarter.columns.append(pd.Index(grid.periods)))
    standing = by_quarter.reindex(columns=quarters, fill_value=0).cumsum(axis=1)
    year_ends = standing.loc[:, quarters % 10 == 4]  # noqa: PLR2004 - the fourth quarter
    years = year_ends.set_axis(year_ends.columns // 10 * 10, axis=1)
    by_period = pd.concat([standing, years], axis=1)
    every = pd.MultiIndex.from_product(by_period.axes, names=grid.places.names)
    return grid.lay(pd.DataFrame({"jumlah": by_period.to_numpy().ravel()}, every))["jumlah"]


def _every_quarter(periods: pd.Index) -> pd.Index:
    years = np.arange(periods.min() // 10, periods.max() // 10 + 1)
    return pd.Index((years[:, None] * 10 + np.arange(1, 5)).ravel(), name="periode")
