"""Funnel plot: departments beside the city, within limits that widen where few answered.

So a small department is not called good or bad for its size; there is no order of rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.funnel_limits import ALARM, WARNING, Limits, funnel_limits
from suluh.charts.key import BAND, DOT, STROKE, Sign, key_rows
from suluh.charts.numbering import numbered
from suluh.charts.scales import ends, value_axis
from suluh.charts.series import drawn, extent, key_of
from suluh.charts.titles import latest
from suluh.charts.words import by_name, count_text, interval_text, short_name, state_notes
from suluh.localisation import number_text, period_text, value_text
from suluh.palette import DATA, INK, MAROON, PAPER
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.studio import Row
from suluh.text import say, say_many

_STEPS = 32
_ROUND_COUNTS = (10, 30, 100, 300, 1000, 3000, 10000, 30000)


def funnel(published: Published, year: Period | None = None) -> Chart | None:
    """Chart `corong` of a year (None: the latest that is over, else the latest)."""
    city = _city(published, year)
    if not city:
        return None
    figures = [
        f
        for d in by_name(published)
        if d.valid_in(Period.parse(city.periode))
        and (f := published.figure(d.kode_opd, "ikm", city.periode))
    ]
    shown = [f for f in figures if f.has_value and f.n]
    limits = funnel_limits(published, city, shown)
    if not shown or not limits:
        return None
    outside = [f for f in shown if abs(limits.score(f)) > WARNING]
    return Chart(
        id="corong",
        kind="corong",
        title=_title(len(shown), len(outside), limits, city),
        reading=(
            say(
                "Tiap titik satu OPD: makin ke kanan makin banyak respondennya; angkanya "
                "dijelaskan di bawah, menurut abjad, bukan peringkat. {inside}",
                inside=_inside(limits),
            )
        ),
        description=(
            say(
                "Rata-rata kota {value}. {outside} dari {shown} OPD berada di luar batas 95%.",
                value=value_text(city),
                outside=number_text(len(outside)),
                shown=number_text(len(shown)),
            )
        ),
        data=_data(shown, outside, limits),
        table=ChartTable(
            (say("Nama OPD"), say("IKM"), say("Selang 95%"), say("Responden")),
            tuple(
                (short_name(published, f.kode_opd), f, interval_text(f), count_text(f))
                for f in figures
            ),
        ),
        indikator=("ikm",),
        marks=tuple(_mark(published, f, limits) for f in outside),
        notes=(
            _basis(limits),
            *state_notes(published, figures),
        ),
    )


def _city(published: Published, year: Period | None) -> Figure | None:
    years = published.city.years("ikm")
    if year:
        return latest([f for f in years if f.periode == str(year)])
    over = [f for f in years if Period.parse(f.periode).end <= published.as_of]
    return latest(over) or latest(years)


def _data(
    shown: Sequence[Figure], outside: Sequence[Figure], limits: Limits
) -> dict[str, Sequence[Row]]:
    counts = [f.n or 1 for f in shown]
    low, high = min(counts) * 0.85, max(counts) * 1.2
    lowest, highest = extent(shown)
    numbers = {f.kode_opd: str(i) for i, f in enumerate(outside, 1)}
    mean = limits.mean
    heights = value_axis(min(lowest, mean) - 1, max(highest, mean) + 1, 5)
    points = [
        {
            "x": _x(f.n or 1),
            "nilai": drawn(f.nilai, f.satuan),
            "number": numbers.get(f.kode_opd, ""),
            "outside": f.kode_opd in numbers,
            "kunci": key_of(f),
        }
        for f in shown
    ]
    return {
        "key": key_rows(_KEY),
        "axis": heights,
        "counts": tuple(
            {"x": _x(c), "text": number_text(c)} for c in _ROUND_COUNTS if low <= c <= high
        ),
        "foot": ({"text": say("banyaknya responden (skala logaritma)")},),
        "mean": ({"nilai": drawn(mean, "indeks")},),
        "limits": _limit_rows(low, high, limits),
        "points": numbered(points, (_x(low), _x(high)), ends(heights)),
    }


_KEY = (
    Sign(say("di dalam batas"), DOT, PAPER, DATA),
    Sign(say("di luar batas 95%"), DOT, MAROON, MAROON),
    Sign(say("rata-rata kota"), STROKE, INK),
    Sign(say("batas 95% dan 99,8%"), BAND, DATA, strength=0.22),
)


def _x(count: float) -> float:
    """Counts stand on a logarithmic axis: half of the departments have few answers."""
    return round(log10(count), 3)


def _limit_rows(low: float, high: float, limits: Limits) -> tuple[Row, ...]:
    rows = []
    for step in range(_STEPS + 1):
        count = low * (high / low) ** (step / _STEPS)
        error = limits.error(count)
        near, far = WARNING * error, ALARM * error
        bounds = {"low": -near, "high": near, "lower": -far, "higher": far}
        rows.append({"x": _x(count)} | {k: round(limits.mean + v, 2) for k, v in bounds.items()})
    return tuple(rows)


def _title(shown: int, outside: int, limits: Limits, city: Figure) -> str:
    told = {
        "when": period_text(city.periode),
        "outside": number_text(outside),
        "shown": number_text(shown),
    }
    if limits.between:
        if not outside:
            return say("Tidak ada OPD yang menonjol di antara {shown} OPD, {when}", **told)
        return say_many(
            "{outside} dari {shown} OPD menonjol, melebihi perbedaan yang biasa antar-OPD, {when}",
            outside,
            **told,
        )
    if not outside:
        return say("Semua {shown} OPD berada dalam batas kebetulan, {when}", **told)
    return say_many(
        "{outside} dari {shown} OPD berbeda dari rata-rata kota lebih dari sekadar kebetulan, "
        "{when}",
        outside,
        **told,
    )


def _inside(limits: Limits) -> str:
    if limits.between:
        return say("Di dalam corong, perbedaannya sebesar yang biasa di antara OPD kota ini.")
    return say(
        "Di dalam corong, perbedaan dari rata-rata kota dapat terjadi karena kebetulan saja."
    )


def _basis(limits: Limits) -> str:
    if limits.between:
        return say(
            "OPD berbeda satu sama lain lebih dari kebetulan, karena yang dilayani berbeda. "
            "Perbedaan yang umum itu sudah diperhitungkan dalam batas."
        )
    return say("Batas dihitung dari sebaran jawaban seluruh kota.")


def _mark(published: Published, figure: Figure, limits: Limits) -> str:
    distance = limits.score(figure)
    told = {
        "who": short_name(published, figure.kode_opd),
        "value": value_text(figure),
        "count": count_text(figure),
        "limit": say("99,8%") if abs(distance) > ALARM else "95%",
    }
    if distance > 0:
        return say("{who}: IKM {value} (n = {count}), di atas batas {limit}", **told)
    return say("{who}: IKM {value} (n = {count}), di bawah batas {limit}", **told)
