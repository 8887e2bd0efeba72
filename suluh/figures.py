"""`Figures`: every computed figure as one tidy table, before disclosure control."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

KEY_COLUMNS = ("indikator", "kode_opd", "periode", "rincian")
VALUE_COLUMNS = ("nilai", "batas_bawah", "batas_atas", "n")
LABEL_COLUMNS = ("satuan", "kategori", "status")
FIGURE_COLUMNS = KEY_COLUMNS + VALUE_COLUMNS + LABEL_COLUMNS

CITY = "kota"
"""`kode_opd` of the whole city."""


class Status(StrEnum):
    """Why a figure has, or has not, a value."""

    PUBLISHED = "terbit"
    HIDDEN = "disembunyikan"
    SMALL_SAMPLE = "sampel_kecil"
    NOT_REPORTED = "tidak_dilaporkan"
    NOT_APPLICABLE = "tidak_berlaku"


@dataclass(frozen=True)
class Figures:
    """One row a figure, columns `FIGURE_COLUMNS`, sorted by `KEY_COLUMNS`, keys unique.

    `status` is `terbit`, `tidak_dilaporkan` or `tidak_berlaku`: hiding is the wall's work.
    `nilai` and the limits are float64 in the indicator's unit, `n` is Int64.
    """

    table: pd.DataFrame
