"""Funnel plot: departments beside the city, and how far chance alone would carry them.

Spiegelhalter 2005, doi 10.1002/sim.1970: limits widen where few answered, so that a small
department is not called good or bad for its size; there is no order of rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10, sqrt
from statistics import NormalDist

from suluh.charts.chart import Chart, ChartTable, Row
from suluh.charts.key import BAND, DOT, STROKE, Sign, key_rows
from suluh.charts.numbering import numbered
from suluh.charts.palette import DATA, INK, MAROON, PAPER
from suluh.charts.scales import ends, value_axis
from suluh.charts.series import drawn, extent
from suluh.charts.titles import latest
from suluh.charts.words import by_name, count_text, interval_text, short_name, state_notes
from suluh.localisation import number_text, period_text, value_text
from suluh.periods import Period
from suluh.published import Figure, Published

WARNING, ALARM = (NormalDist().inv_cdf(p) for p in (0.975, 0.999))
"""Standard errors to the 95% and the 99.8 % limits."""

_STEPS = 32
_ROUND_COUNTS = (10, 30, 100, 300, 1000, 3000, 10000, 30000)


def funnel(published: Published, year: Period | None = None) -> Chart | None:
    """Chart `corong` of a year (None: the latest that is over, else the latest)."""
    city = _city(published, year)
    spread = city and standard_deviation(published, city)
    if not city or not spread:
        return None
    figures = [
        f
        for d in by_name(published)
        if d.valid_in(Period.parse(city.periode))
        and (f := published.figure(d.kode_opd, "ikm", city.periode))
    ]
    shown = [f for f in figures if f.has_value and f.n]
    if not shown:
        return None
    outside = [f for f in shown if abs(score(f, city, spread)) > WARNING]
    return Chart(
        id="corong",
        kind="corong",
        title=_title(len(shown), len(outside), city),
        reading=(
            "Tiap titik satu OPD: makin ke kanan makin banyak respondennya. Di dalam corong, "
            "perbedaan dari rata-rata kota dapat terjadi karena kebetulan saja. "
            "Angka pada titik dijelaskan di bawah, menurut abjad, bukan peringkat."
        ),
        description=(
            f"Rata-rata kota {value_text(city)}. {number_text(len(outside))} dari "
            f"{number_text(len(shown))} OPD berada di luar batas 95%."
        ),
        data=_data(shown, outside, city, spread),
        table=ChartTable(
            ("OPD", "IKM", "Selang 95%", "Responden"),
            tuple(
                (short_name(published, f.kode_opd), f, interval_text(f), count_text(f))
                for f in figures
            ),
        ),
        indikator=("ikm",),
        marks=tuple(_mark(published, f, city, spread) for f in outside),
        notes=(
            "Batas dihitung dari sebaran jawaban seluruh kota.",
            *state_notes(published, figures),
        ),
    )


def _city(published: Published, year: Period | None) -> Figure | None:
    years = published.city.years("ikm")
    if year:
        return latest([f for f in years if f.periode == str(year)])
    over = [f for f in years if Period.parse(f.periode).end <= published.as_of]
    return latest(over) or latest(years)


def standard_deviation(published: Published, city: Figure) -> float | None:
    """Spread of single answers, worked back from the city's published interval.

    half width = t·s/√n, times √((N − n)/(N − 1)) where N, the people served, is published
    (n of `skm_sampel_minimum`). The city has many answers, so t is the normal quantile.
    """
    if city.batas_bawah is None or city.batas_atas is None or not city.n:
        return None
    half = (city.batas_atas - city.batas_bawah) / 2
    served = published.city.get("skm_sampel_minimum", city.periode)
    people = served.n if served and served.n else None
    finite = sqrt((people - city.n) / (people - 1)) if people and people > city.n else 1.0
    return half * sqrt(city.n) / WARNING / finite


def score(figure: Figure, city: Figure, spread: float) -> float:
    """How many standard errors a department lies from the city's mean."""
    return ((figure.nilai or 0) - (city.nilai or 0)) * sqrt(figure.n or 0) / spread


def _data(
    shown: Sequence[Figure], outside: Sequence[Figure], city: Figure, spread: float
) -> dict[str, Sequence[Row]]:
    counts = [f.n or 1 for f in shown]
    low, high = min(counts) * 0.85, max(counts) * 1.2
    lowest, highest = extent(shown)
    numbers = {f.kode_opd: str(i) for i, f in enumerate(outside, 1)}
    mean = city.nilai or 0.0
    heights = value_axis(min(lowest, mean) - 1, max(highest, mean) + 1, 5)
    points = [
        {
            "x": _x(f.n or 1),
            "nilai": drawn(f.nilai, f.satuan),
            "number": numbers.get(f.kode_opd, ""),
            "outside": f.kode_opd in numbers,
        }
        for f in shown
    ]
    return {
        "key": key_rows(_KEY),
        "axis": heights,
        "counts": tuple(
            {"x": _x(c), "text": number_text(c)} for c in _ROUND_COUNTS if low <= c <= high
        ),
        "foot": ({"text": "banyaknya responden (skala logaritma)"},),
        "mean": ({"nilai": drawn(city.nilai, city.satuan)},),
        "limits": _limits(low, high, mean, spread),
        "points": numbered(points, (_x(low), _x(high)), ends(heights)),
    }


_KEY = (
    Sign("di dalam batas", DOT, PAPER, DATA),
    Sign("di luar batas 95%", DOT, MAROON, MAROON),
    Sign("rata-rata kota", STROKE, INK),
    Sign("batas 95% dan 99,8%", BAND, DATA, strength=0.22),
)


def _x(count: float) -> float:
    """Counts stand on a logarithmic axis: half of the departments have few answers."""
    return round(log10(count), 3)


def _limits(low: float, high: float, mean: float, spread: float) -> tuple[Row, ...]:
    rows = []
    for step in range(_STEPS + 1):
        count = low * (high / low) ** (step / _STEPS)
        error = spread / sqrt(count)
        near, far = WARNING * error, ALARM * error
        bounds = {"low": -near, "high": near, "lower": -far, "higher": far}
        rows.append({"x": _x(count)} | {k: round(mean + v, 2) for k, v in bounds.items()})
    return tuple(rows)


def _title(shown: int, outside: int, city: Figure) -> str:
    when = period_text(city.periode)
    if not outside:
        return f"Semua {number_text(shown)} OPD berada dalam batas kebetulan, {when}"
    return (
        f"{number_text(outside)} dari {number_text(shown)} OPD berbeda dari rata-rata kota lebih "
        f"dari sekadar kebetulan, {when}"
    )


def _mark(published: Published, figure: Figure, city: Figure, spread: float) -> str:
    distance = score(figure, city, spread)
    side = "di atas" if distance > 0 else "di bawah"
    limit = "99,8%" if abs(distance) > ALARM else "95%"
    return (
        f"{short_name(published, figure.kode_opd)}: IKM {value_text(figure)} "
        f"(n = {count_text(figure)}), {side} batas {limit}"
    )
