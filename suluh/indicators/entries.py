"""Entries: what each row of a table adds to the counts, before anything is summed.

The counts are the sums of the entries, so whoever asks which rows went into a figure, and why
others did not, reads the very rows that were counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from suluh.indicators.counts import Columns, Counts, tally


@dataclass(frozen=True)
class Entries:
    """Rows of `table` with their keys and sums, which run along `rows`, their labels.

    `left_out`: labels of the rows that add nothing, by reason. `looked_up`: label of the row
    of another table that each row takes something from. `consulted`: tables read as a whole.
    """

    table: str
    rows: pd.Index
    keys: Columns
    sums: Columns
    left_out: Mapping[str, pd.Index] = field(default_factory=dict)
    looked_up: Mapping[str, pd.Series] = field(default_factory=dict)
    consulted: tuple[str, ...] = ()

    def tally(self) -> pd.DataFrame:
        """The counts of these rows."""
        return tally(self.keys, self.sums)


def tallied(entries: Mapping[str, Entries]) -> Counts:
    """Counts by the name of their entries."""
    return {name: rows.tally() for name, rows in entries.items()}
