"""Figures of a department far outside its own history: satisfaction, responses, complaints, JP."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from suluh.catalogue import indicators
from suluh.decimals import DECIMALS
from suluh.figures import CITY, Figures, Status
from suluh.intake.problems import Place
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.unusual.finding import Finding, Key
from suluh.unusual.history import Far, Least, far_values

_HALF_INTERVAL = 1.96
"""Standard errors in half a 95 % interval."""


@dataclass(frozen=True)
class Watch:
    """One kind of series, and from which spread on it is watched.

    `smallest`: a smaller difference is not worth anybody's time. `grows`: a period that is not
    over yet has less. `only_high`: few are no news.
    """

    code: str
    indikator: str
    column: str
    file: str
    quarterly: bool
    least: Least
    smallest: float = 0.0
    grows: bool = False
    only_high: bool = False

    @property
    def subject(self) -> str:
        """The indicator, where one code is for several."""
        return self.indikator if self.code == "unusual-value" else ""


WATCHED = (
    Watch("unusual-value", "ikm", "nilai", "skm", quarterly=True, least=Least(1.0)),
    Watch("unusual-value", "jp_rata", "nilai", "peserta", quarterly=False,
          least=Least(1.0, share=0.15), grows=True),
    Watch("unusual-value", "evaluasi_cakupan", "nilai", "evaluasi", quarterly=False,
          least=Least(2.0), grows=True),
    Watch("unusual-response-count", "ikm", "n", "skm", quarterly=True,
          least=Least(2.0, share=0.15, is_count=True), smallest=10, grows=True),
    Watch("unusual-complaint-count", "pengaduan_masuk", "nilai", "pengaduan", quarterly=True,
          least=Least(1.0, share=0.15, is_count=True), smallest=10, only_high=True),
)  # fmt: skip


def unusual_figures(figures: Figures, as_of: date) -> Iterator[Finding]:
    """Yield a finding for each figure far from what was usual before it."""
    table = figures.table
    table = table[table["indikator"].isin({watch.indikator for watch in WATCHED})]
    table = table[(table["rincian"] == "") & (table["status"] == Status.PUBLISHED)]
    table = table[table["kode_opd"] != CITY]
    for watch in WATCHED:
        own = table[table["indikator"] == watch.indikator]
        own = own[(own["periode"].str.len() > len("2026")) == watch.quarterly]
        values = _by_period(own, own[watch.column])
        for far in far_values(values, _chance(watch, own, values), watch.least):
            if _counts(watch, far, as_of):
                yield _finding(watch, far)


def _by_period(own: pd.DataFrame, cells: pd.Series) -> pd.DataFrame:
    """Departments × periods in order."""
    places = pd.MultiIndex.from_frame(own[["kode_opd", "periode"]])
    return pd.Series(cells.to_numpy("float64", na_value=math.nan), places).unstack()  # noqa: PD010 a key has one figure, there is nothing to aggregate


def _chance(watch: Watch, own: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """Each value's standard error, from its interval; 0 of a count and of what has none."""
    if watch.column == "n" or own["batas_atas"].isna().all():
        return values * 0.0
    return _by_period(own, (own["batas_atas"] - own["batas_bawah"]) / 2 / _HALF_INTERVAL)


def _counts(watch: Watch, far: Far, as_of: date) -> bool:
    """Whether a far value is worth a warning."""
    is_over = Period.parse(far.periode).end <= as_of
    may_be_low = not watch.only_high and (is_over or not watch.grows)
    return abs(far.value - far.usual) >= watch.smallest and (far.is_high or may_be_low)


def _finding(watch: Watch, far: Far) -> Finding:
    indicator = indicators()[watch.indikator]
    decimals = DECIMALS.get(indicator.satuan, 0) if watch.column == "nilai" else 0
    names = ("value", "usual", "lowest", "highest")
    numbers = {
        f"{name}{suffix}": number_text(getattr(far, name), decimals, lang)
        for name in names
        for lang, suffix in (("id", ""), ("en", "_en"))
    }
    details = {"indicator": indicator.nama, "indicator_en": indicator.nama_en, "count": far.count}
    key = Key(watch.code, far.kode_opd, far.periode, watch.subject)
    return Finding(key, Place(f"{watch.file}.csv"), {**details, **_renamed(numbers)})


def _renamed(numbers: dict[str, str]) -> dict[str, str]:
    """`{value}` of a message is the cell's: the figure is `{figure}`."""
    return {name.replace("value", "figure"): text for name, text in numbers.items()}
