"""The IKM along time, with its interval, its target and the limits of the bands."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.chart import Chart, ChartTable, Row
from suluh.charts.series import gap_rows, point_rows
from suluh.charts.targets import reach, target_rows
from suluh.charts.time_axis import short_text, year_rows
from suluh.charts.titles import latest, trend_title
from suluh.charts.words import INTERVAL, count_range, count_text, interval_text, state_notes
from suluh.localisation import period_text, value_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.wording import BANDS

BAND_LIMITS = ((65.0, "C"), (76.61, "B"), (88.31, "A"))
"""Where each band of the IKM begins, PermenPANRB 14/2017."""


def satisfaction_trend(published: Published, kode_opd: str) -> Chart | None:
    """Chart `ikm-tren`; None while no quarter has an IKM."""
    own = published.of(kode_opd)
    figures = own.quarters("ikm")
    newest = latest(figures)
    if newest is None:
        return None
    scale = reach(own, figures, 5)
    return Chart(
        id="ikm-tren",
        kind="ikm-tren",
        title=trend_title(published, "Kepuasan masyarakat", figures),
        reading=(
            f"Titik: IKM tiap triwulan; bidang berwarna: {INTERVAL}; titik kosong: sampel kecil. "
            "Garis putus-putus: target. Garis bertitik: batas mutu A–D."
        ),
        description=_trend_description(figures),
        data={
            "years": year_rows([Period.parse(f.periode) for f in figures]),
            "axis": scale,
            "bands": _bands(scale),
            "targets": target_rows(own, "ikm", figures),
            "satisfaction": point_rows(figures),
            "gaps": gap_rows(figures),
        },
        table=ChartTable(
            ("Periode", "IKM", "Mutu", "Selang 95%", "Responden"),
            tuple(
                (short_text(Period.parse(f.periode)), f, BANDS.get(f.kategori, ""),
                 interval_text(f), count_text(f))
                for f in figures
            ),
        ),
        indikator=("ikm",),
        wide=True,
        notes=(*count_range(figures, "responden", "triwulan"), *state_notes(published, figures)),
    )  # fmt: skip


def _bands(scale: Sequence[Row]) -> tuple[Row, ...]:
    """The band limits within the axis, each with the letter of the band above it."""
    low, high = float(str(scale[0]["nilai"])), float(str(scale[-1]["nilai"]))
    return tuple(
        {"nilai": limit, "text": letter} for limit, letter in BAND_LIMITS if low < limit < high
    )


def _trend_description(figures: Sequence[Figure]) -> str:
    known = [f for f in figures if f.has_value]
    lowest = min(known, key=lambda f: f.nilai or 0)
    highest = max(known, key=lambda f: f.nilai or 0)
    return (
        f"Garis IKM {len(known)} triwulan, dari {value_text(known[0])} pada "
        f"{period_text(known[0].periode)} sampai {value_text(known[-1])} pada "
        f"{period_text(known[-1].periode)}; terendah {value_text(lowest)}, tertinggi "
        f"{value_text(highest)}."
    )
