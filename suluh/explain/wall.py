"""What the wall does to a figure, and by which of its rules."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from suluh.catalogue import Protection, indicators
from suluh.contract import Policy
from suluh.disclosure.suppression import primary
from suluh.figures import Status


class Effect(StrEnum):
    """Why a figure is shown or hidden; the words are in words.toml under these names."""

    SHOWN = "lewat"
    NOTHING_TO_HIDE = "tanpa_nilai"
    SMALL_SAMPLE = "sampel_kecil"
    FEW_RESPONSES = "responden_sedikit"
    FEW_COUNTED = "cacah_kecil"
    FEW_BEHIND = "kelompok_kecil"
    FEW_EITHER_SIDE = "pecahan_kecil"
    COMPLEMENT = "pelengkap"
    CATEGORY_DROPPED = "kategori_ditiadakan"

    @property
    def hides(self) -> bool:
        return self not in (Effect.SHOWN, Effect.NOTHING_TO_HIDE, Effect.SMALL_SAMPLE)


_RULES = {
    Protection.SURVEY: Effect.FEW_RESPONSES,
    Protection.COUNT: Effect.FEW_COUNTED,
    Protection.SHARE: Effect.FEW_BEHIND,
    Protection.SPLIT: Effect.FEW_EITHER_SIDE,
}


def effect(computed: pd.DataFrame, published: pd.DataFrame, policy: Policy) -> Effect:
    """Compare one figure (a row) before and after the wall; afterwards it may be gone."""
    if published.empty:
        return Effect.CATEGORY_DROPPED
    status = published["status"].iloc[0]
    if status == Status.HIDDEN:
        protection = indicators()[computed["indikator"].iloc[0]].perlindungan
        by_itself = bool(primary(computed, policy).iloc[0])
        return _RULES[protection] if by_itself else Effect.COMPLEMENT
    if status == Status.SMALL_SAMPLE:
        return Effect.SMALL_SAMPLE
    return Effect.SHOWN if status == Status.PUBLISHED else Effect.NOTHING_TO_HIDE
