"""Which figures are hidden: primary suppression, one rule a `Protection` (docs/adr/0007)."""

from __future__ import annotations

import pandas as pd

from suluh.catalogue import Protection, indicators
from suluh.contract import Policy
from suluh.figures import CITY, VALUE_COLUMNS, Status

NAMED_BY_RECORDS = ("skm_profil",)
"""Indicators whose categories are words of restricted cells, such as an occupation."""


def suppress(table: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """Return the figures with hidden ones emptied and small samples marked.

    A hidden figure keeps its key and unit and has no value, limits, n or kategori. A category
    that the records named is left out where not even the city's figure of it may be shown.
    """
    computed = table["status"] == Status.PUBLISHED
    hidden = computed & primary(table, policy)
    small = computed & ~hidden & small_sample(table, policy)
    result = table.copy()
    result.loc[hidden, "status"] = Status.HIDDEN.value
    result.loc[small, "status"] = Status.SMALL_SAMPLE.value
    result.loc[hidden, list(VALUE_COLUMNS)] = None
    result.loc[hidden, "kategori"] = ""
    return result[~_named_by_few(result)].reset_index(drop=True)


def _named_by_few(protected: pd.DataFrame) -> pd.Series[bool]:
    """Categories whose very name would tell that somebody gave it."""
    named = protected["indikator"].isin(NAMED_BY_RECORDS)
    category = protected["periode"] + "\0" + protected["rincian"]
    of_city = named & (protected["kode_opd"] == CITY) & protected["nilai"].notna()
    return named & ~category.isin(category[of_city])


def primary(table: pd.DataFrame, policy: Policy) -> pd.Series[bool]:
    """Figures that reveal something of a small group by themselves.

    `table` has `figures.FIGURE_COLUMNS`; the answer is aligned with it.
    """
    protection = _protection(table)
    people = table["n"].astype("float64")
    behind = (table["nilai"] * people / 100).round()
    few = people < policy.smallest_count
    return (
        ((protection == Protection.SURVEY) & (people < policy.hidden_responses))
        | (
            (protection == Protection.COUNT)
            & (_is_few(table["nilai"], policy) | few & (people > 0))
        )
        | ((protection == Protection.SHARE) & few)
        | ((protection == Protection.SPLIT) & (few | _is_few(behind, policy)))
        | ((protection == Protection.SPLIT) & _is_few(people - behind, policy))
    )


def small_sample(table: pd.DataFrame, policy: Policy) -> pd.Series[bool]:
    """Survey figures shown, but of few responses."""
    people = table["n"].astype("float64")
    return (_protection(table) == Protection.SURVEY) & (people < policy.small_sample)


def _protection(table: pd.DataFrame) -> pd.Series[str]:
    rules = {id_: str(indicator.perlindungan) for id_, indicator in indicators().items()}
    return table["indikator"].map(rules)


def _is_few(count: pd.Series[float], policy: Policy) -> pd.Series[bool]:
    return (count > 0) & (count < policy.smallest_count)
