"""What changed in a year: key indicators now and in the same period a year before."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import indicators
from suluh.comparison import Change, year_on_year
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.sentences.phrases import newest_figure

KEY_INDICATORS = (
    "ikm",
    "pengaduan_tepat_waktu",
    "pengaduan_tanggapan_tepat",
    "pengaduan_terbuka",
    "jp_rata",
    "jp_terpenuhi",
    "pelatihan_cakupan",
    "evaluasi_cakupan",
    "komitmen_ditepati",
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One indicator; `old` and `change` are None where there was no figure a year before."""

    name: str
    new: Figure
    old: Figure | None
    change: Change | None


def changes(published: Published, kode_opd: str) -> tuple[ChangeRow, ...]:
    """A row for each key indicator that has a figure: its newest quarter or whole year."""
    own = published.of(kode_opd)
    found = (newest_figure(published, own, indikator) for indikator in KEY_INDICATORS)
    return tuple(_row(published, own, figure) for figure in found if figure)


def _row(published: Published, own: DepartmentFigures, new: Figure) -> ChangeRow:
    before = str(Period.parse(new.periode).year_before())
    old = own.get(new.indikator, before)
    return ChangeRow(indicators()[new.indikator].nama, new, old, year_on_year(published, new))
