"""Figures of successive periods as rows to draw: a gap stays a gap and is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from suluh.charts.time_axis import middle, span
from suluh.decimals import DECIMALS
from suluh.figures import Status
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure
from suluh.studio import Row
from suluh.wording import mark


def drawn(value: float | None, satuan: str) -> float | None:
    """A value as precise as it is drawn: one decimal more than is written.

    So a change too small to see leaves the drawing, and its cache entry, as they were.
    """
    return None if value is None else round(value, DECIMALS.get(satuan, 0) + 1)


def key_of(figure: Figure) -> str:
    """What a drawn row calls its figure, so that a reader can be told of it (column `kunci`).

    The cell of the chart's table carries the same key in its attributes; a row of a table
    without figures is called by its place, `#0` for the first.
    """
    return f"{figure.indikator} {figure.kode_opd} {figure.periode} {figure.rincian}"


def estimate(figure: Figure) -> dict[str, object]:
    """`nilai`, `batas_bawah`, `batas_atas` of a figure, whether its sample is small; its key.

    Without limits the band has no width, and so is not seen.
    """
    value, low, high = figure.nilai, figure.batas_bawah, figure.batas_atas
    return {
        "nilai": drawn(value, figure.satuan),
        "batas_bawah": drawn(value if low is None else low, figure.satuan),
        "batas_atas": drawn(value if high is None else high, figure.satuan),
        "small": figure.status is Status.SMALL_SAMPLE,
        "kunci": key_of(figure),
    }


def point_rows(figures: Sequence[Figure]) -> tuple[Row, ...]:
    """A row a figure with a value: `x` its middle, `run` numbering each unbroken stretch."""
    rows: list[Row] = []
    run = 0
    for figure in figures:
        if figure.has_value:
            x = middle(Period.parse(figure.periode))
            rows.append({"x": x, "run": run, **estimate(figure)})
        else:
            run += 1
    return tuple(rows)


def span_rows(figures: Iterable[Figure], inset: float = 0.0) -> tuple[Row, ...]:
    """A row a figure with a value: from `x` to `x2`, its period less `inset` at both ends."""
    rows = []
    for figure in figures:
        if figure.has_value:
            start, end = span(Period.parse(figure.periode))
            rows.append({"x": start + inset, "x2": end - inset, **estimate(figure)})
    return tuple(rows)


def gap_rows(figures: Iterable[Figure]) -> tuple[Row, ...]:
    """A row a figure without a value: `x` and the mark that says why, `[c]`, `[x]` or `[z]`."""
    return tuple(
        {"x": middle(Period.parse(f.periode)), "text": mark(f)} for f in figures if not f.has_value
    )


def extent(figures: Iterable[Figure]) -> tuple[float, float]:
    """The lowest and the highest of values and limits; ValueError if there is no value."""
    cells = [(f.nilai, f.batas_bawah, f.batas_atas) for f in figures]
    numbers = [x for row in cells for x in row if x is not None]
    return min(numbers), max(numbers)


def has_values(figures: Iterable[Figure]) -> bool:
    return any(f.has_value for f in figures)


def other_years(
    own: DepartmentFigures, indicator: str, category: str, shown: str
) -> tuple[str, ...]:
    """The years beside the period shown of which a figure is published, the newest first."""
    known = (f.periode for f in own.years(indicator, category) if f.has_value)
    return tuple(sorted({*known} - {shown}, reverse=True))
