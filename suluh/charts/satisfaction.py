"""The IKM along time, with its interval, its target and the limits of the bands."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.control_chart import with_usual_range
from suluh.charts.series import gap_rows, point_rows
from suluh.charts.targets import band_rows, reach, target_rows
from suluh.charts.time_axis import year_rows
from suluh.charts.titles import latest, trend_title
from suluh.charts.words import INTERVAL, count_range, count_text, interval_text, state_notes
from suluh.localisation import number_text, period_text, short_period_text, value_text
from suluh.periods import Period
from suluh.process_limits import stages
from suluh.published import Figure, Published
from suluh.text import say
from suluh.wording import BANDS


def satisfaction_trend(published: Published, kode_opd: str) -> Chart | None:
    """Chart `ikm-tren`, with what is usual of the series where it is long enough to tell.

    None while no quarter has an IKM.
    """
    figures = published.of(kode_opd).quarters("ikm")
    if latest(figures) is None:
        return None
    trend = _trend(published, kode_opd, figures)
    levels = stages(figures)
    return with_usual_range(trend, published, kode_opd, levels) if levels else trend


def _trend(published: Published, kode_opd: str, figures: Sequence[Figure]) -> Chart:
    own = published.of(kode_opd)
    scale = reach(own, figures, 5)
    return Chart(
        id="ikm-tren",
        kind="ikm-tren",
        title=trend_title(published, figures),
        reading=(
            say(
                "Titik: IKM tiap triwulan; bidang berwarna: {interval}; titik kosong: sampel "
                "kecil. Garis putus-putus: target; garis bertitik: batas mutu A–D.",
                interval=INTERVAL,
            )
        ),
        description=_trend_description(figures),
        data={
            "years": year_rows([Period.parse(f.periode) for f in figures]),
            "axis": scale,
            "bands": band_rows(scale),
            "targets": target_rows(own, "ikm", figures),
            "satisfaction": point_rows(figures),
            "gaps": gap_rows(figures),
        },
        table=ChartTable(
            (say("Periode"), say("IKM"), say("Mutu"), say("Selang 95%"), say("Responden")),
            tuple(
                (
                    short_period_text(Period.parse(f.periode)),
                    f,
                    BANDS.get(f.kategori, ""),
                    interval_text(f),
                    count_text(f),
                )
                for f in figures
            ),
        ),
        indikator=("ikm",),
        wide=True,
        notes=(
            *count_range(figures, say("responden per triwulan")),
            *state_notes(published, figures),
        ),
    )


def _trend_description(figures: Sequence[Figure]) -> str:
    known = [f for f in figures if f.has_value]
    lowest = min(known, key=lambda f: f.nilai or 0)
    highest = max(known, key=lambda f: f.nilai or 0)
    return say(
        "Garis IKM {count} triwulan, dari {first} pada {start} sampai {last} pada {end}; "
        "terendah {lowest}, tertinggi {highest}.",
        count=number_text(len(known)),
        first=value_text(known[0]),
        start=period_text(known[0].periode),
        last=value_text(known[-1]),
        end=period_text(known[-1].periode),
        lowest=value_text(lowest),
        highest=value_text(highest),
    )
