"""`Records`: the city's typed tables, as intake hands them to the indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from suluh.contract import Contract


@dataclass(frozen=True)
class Records:
    """Typed tables by name; a table absent from `tables` was not reported.

    Column types: `string`, `enum` and `period` columns are `str` (missing = NaN), dates
    `datetime64[s]`, integers `int64` (`Int64` where a cell may be empty), numbers `float64`.
    Every column of the contract is there, empty where the file left it out.
    """

    tables: Mapping[str, pd.DataFrame]
    as_of: date
    contract: Contract
