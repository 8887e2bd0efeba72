"""The rows of the effects: `dampak_*`, from the published rows of `ikm` and `jp_rata`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from suluh.catalogue import indicators
from suluh.figures import CITY, FIGURE_COLUMNS, KEY_COLUMNS, Status
from suluh.impact import dose
from suluh.impact.dose import Estimate, Response
from suluh.impact.same_quarters import Pairs, SeasonChange, quarter_pairs, season_changes
from suluh.impact.years import compared_with_first

SEASON, GROUPS = "dampak_musim", "dampak_kelompok"
DIFFERENCE, SLOPE = "dampak_selisih", "dampak_kemiringan"
MORE, FEWER, ADJUSTED = "lebih", "kurang", "tingkat awal"
"""What follows the year compared with in `rincian`."""

Row = tuple[object, ...]


def with_effects(figures: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The published figures, and those that follow from them; sorted as they were."""
    survey = figures[figures["indikator"] == "ikm"]
    hours = figures[figures["indikator"] == "jp_rata"]
    rows = [
        row
        for first, last in compared_with_first(survey, as_of)
        for row in _rows(survey, hours, first, last)
    ]
    return _put_in(figures, rows) if rows else figures


def _rows(survey: pd.DataFrame, hours: pd.DataFrame, first: int, last: int) -> Iterator[Row]:
    pairs = quarter_pairs(survey, first, last)
    changes = season_changes(survey, pairs, first, last)
    for kode_opd, change in changes.items():
        yield _row(SEASON, kode_opd, last, str(first), change)
    found = responses(pairs, changes, hours, first, last)
    more, fewer = dose.halves(found)
    for name, group in ((MORE, more), (FEWER, fewer)):
        mean = dose.mean_change(group) if group else None
        yield _row(GROUPS, CITY, last, f"{first}/{name}", mean)
    both = dose.difference(more, fewer) if more else None
    yield _row(DIFFERENCE, CITY, last, str(first), both)
    yield _row(SLOPE, CITY, last, str(first), dose.slope(found))
    yield _row(SLOPE, CITY, last, f"{first}/{ADJUSTED}", dose.adjusted_slope(found))


def responses(
    pairs: Pairs, changes: Mapping[str, SeasonChange], hours: pd.DataFrame, first: int, last: int
) -> tuple[Response, ...]:
    """The departments whose training and satisfaction are published for both years, by code."""
    old, new = (_values(hours, str(year)) for year in (first, last))
    return tuple(
        Response(
            kode_opd,
            new[kode_opd] - old[kode_opd],
            changes[kode_opd].nilai or 0.0,
            sum(p.old.nilai for p in own) / len(own),
        )
        for kode_opd, own in pairs.items()
        if kode_opd != CITY and kode_opd in old and kode_opd in new
    )


def _values(hours: pd.DataFrame, year: str) -> Mapping[str, float]:
    own = hours[(hours["periode"] == year) & hours["nilai"].notna()]
    return dict(zip(own["kode_opd"], own["nilai"], strict=True))


def _row(
    indikator: str, kode_opd: str, year: int, rincian: str, of: SeasonChange | Estimate | None
) -> Row:
    key, unit = (indikator, kode_opd, str(year), rincian), indicators()[indikator].satuan
    if of is None:
        return (*key, None, None, None, None, unit, "", Status.NOT_APPLICABLE.value)
    status = of.status if isinstance(of, SeasonChange) else Status.PUBLISHED
    return (*key, of.nilai, of.batas_bawah, of.batas_atas, of.n, unit, "", status.value)


def _put_in(figures: pd.DataFrame, rows: list[Row]) -> pd.DataFrame:
    """Lay the rows where their names belong: before the first indicator that follows them."""
    effects = pd.DataFrame(rows, columns=list(FIGURE_COLUMNS)).astype(figures.dtypes.to_dict())
    effects = effects.sort_values(list(KEY_COLUMNS))
    place = int(figures["indikator"].searchsorted(str(effects["indikator"].iloc[0])))
    parts = [figures.iloc[:place], effects, figures.iloc[place:]]
    return pd.concat(parts, ignore_index=True)
