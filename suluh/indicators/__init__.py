"""Records → Figures. Each family reduces records to additive counts, and counts to figures."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Protocol

import pandas as pd

from suluh.figures import Figures
from suluh.indicators import (
    commitments,
    complaints,
    evaluation,
    forums,
    organisation,
    satisfaction,
    services,
    staff,
    targets,
    training,
)
from suluh.indicators.counts import Counts
from suluh.indicators.derivation import Derivation
from suluh.indicators.entries import Entries
from suluh.indicators.grid import Grid, published_grid
from suluh.indicators.known import Known, known
from suluh.indicators.rows import Rows
from suluh.indicators.tidy import tidy
from suluh.records import Records


class Family(Hashable, Protocol):
    """Indicators that are computed together."""

    def reduce(self, known: Known, /) -> Counts:
        """Count a chunk of the records."""
        ...

    def entries(self, known: Known, /) -> Mapping[str, Entries]:
        """What each row of the records adds to those counts."""
        ...

    def totals(self, counts: Counts, grid: Grid, /) -> Mapping[str, pd.DataFrame]:
        """The sums that `figures` computes from, by department, period and category."""
        ...

    def figures(self, counts: Counts, grid: Grid, /) -> Iterator[Rows]:
        """Compute rows (rows.py) from the counts of all records and all families."""
        ...

    def derivation(self, indikator: str, rincian: str, /) -> Derivation:
        """Say which rows and sums one of its figures is drawn from."""
        ...


FAMILIES: tuple[Family, ...] = (
    satisfaction,
    services,
    staff,
    training,
    evaluation,
    organisation,
    complaints,
    commitments,
    forums,
    targets,
)


def compute(records: Records) -> Figures:
    """Every indicator of the catalogue at every place of the grid."""
    return figures(reduce(records), published_grid(records))


def reduce(records: Records) -> Counts:
    """Count the records, or a chunk of them; `counts.merge` adds the counts of chunks up.

    The look-up tables pelatihan and libur must be whole in every chunk; any other table may
    be split by rows.
    """
    as_known = known(records)
    counts: dict[str, pd.DataFrame] = {}
    for family in FAMILIES:
        counts |= family.reduce(as_known)
    return counts


def figures(counts: Counts, grid: Grid) -> Figures:
    """Compute the figures from the counts of all records."""
    return tidy([rows for family in FAMILIES for rows in family.figures(counts, grid)], grid)
