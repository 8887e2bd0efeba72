"""A trend becomes a control chart: its usual range, its signals, and what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.events import RULE, Event, event_rows, key_events
from suluh.charts.signals import signal_notes, signal_text
from suluh.charts.targets import band_rows, reach
from suluh.charts.usual_range import level_rows, limit_rows, signal_rows, usual_key
from suluh.charts.words import INTERVAL, NOT_PROOF
from suluh.periods import Period
from suluh.process_limits import Stage
from suluh.published import Figure, Published
from suluh.studio import Row
from suluh.text import joined, say


def with_usual_range(
    trend: Chart, published: Published, kode_opd: str, levels: Sequence[Stage]
) -> Chart:
    """The trend of the figures that these are the levels of, drawn as kind `ikm-kendali`."""
    figures = [figure for stage in levels for figure in stage.figures]
    start, end = (Period.parse(figures[i].periode) for i in (0, -1))
    events = key_events(published, kode_opd, start.start, end.end)
    signals = signal_notes(levels)
    return replace(
        trend,
        kind="ikm-kendali",
        reading=_reading(events),
        description=joined(" ", (trend.description, *signals)),
        data={
            **trend.data,
            **_heights(published, kode_opd, figures, levels),
            "key": usual_key(levels),
            "events": event_rows(events),
            "signals": signal_rows(levels),
        },
        table=_with_signals(trend.table, figures, levels),
        marks=tuple(event.text for event in events),
        notes=(*trend.notes, *signals, *((NOT_PROOF, RULE) if events else ())),
    )


def _reading(events: Sequence[Event]) -> str:
    return say(
        "Di dalam jalur abu-abu, naik-turun IKM itu biasa; titik bertanda patut "
        "ditanyakan sebabnya. Bidang berwarna: {interval}; titik kosong: sampel kecil; "
        "garis putus-putus: target; garis bertitik: batas mutu A–D{events}.",
        interval=INTERVAL,
        events=say("; nomor: dijelaskan di bawah") if events else "",
    )


def _heights(
    published: Published, kode_opd: str, figures: Sequence[Figure], levels: Sequence[Stage]
) -> dict[str, tuple[Row, ...]]:
    """Levels and limits, and an axis that holds them, too."""
    ranges = level_rows(levels)
    ends = [float(str(row[end])) for row in ranges for end in ("low", "high")]
    scale = reach(published.of(kode_opd), figures, 5, ends)
    return {
        "axis": scale,
        "bands": band_rows(scale),
        "levels": ranges,
        "limits": limit_rows(levels),
    }


def _with_signals(
    table: ChartTable, figures: Sequence[Figure], levels: Sequence[Stage]
) -> ChartTable:
    rows = (
        (*row, signal_text(levels, figure))
        for row, figure in zip(table.rows, figures, strict=True)
    )
    return ChartTable((*table.head, say("Tanda")), tuple(rows))
