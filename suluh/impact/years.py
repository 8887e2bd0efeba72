"""Which years are compared: the first full year of the survey with each later one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from suluh.catalogue import indicators
from suluh.figures import CITY
from suluh.periods import Period


def compared_with_first(survey: pd.DataFrame, as_of: date) -> Iterator[tuple[int, int]]:
    """The first year that is over and has a satisfaction index, with each such year after it.

    `survey` are the published rows of `ikm`. Years under another version of the rule are not
    compared.
    """
    of_city = survey[(survey["kode_opd"] == CITY) & survey["nilai"].notna()]
    periods = sorted(map(Period.parse, of_city["periode"]))
    over = [p.year for p in periods if p.is_year and p.end <= as_of]
    version_in = indicators()["ikm"].version_in
    for year in over[1:]:
        if version_in(year) == version_in(over[0]):
            yield over[0], year
