"""The signature chart: training, evaluation and satisfaction on one axis of time."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.chart import Cell, Chart, ChartTable
from suluh.charts.events import RULE, event_rows, key_events
from suluh.charts.scales import axis, value_axis
from suluh.charts.series import extent, gap_rows, has_values, point_rows, span_rows
from suluh.charts.targets import reach, target_rows
from suluh.charts.time_axis import year_rows
from suluh.charts.titles import trend_title
from suluh.charts.words import (
    INTERVAL,
    NOT_PROOF,
    count_range,
    count_text,
    interval_text,
    state_notes,
)
from suluh.localisation import short_period_text, value_text
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.studio import Row
from suluh.text import joined, say

_EVALUATIONS = {
    "evaluasi_baik": say("Evaluasi: berpredikat baik ke atas (%)"),
    "evaluasi_cakupan": say("Evaluasi: pegawai yang dievaluasi (%)"),
}
_SHARES = {
    "evaluasi_baik": say("berpredikat baik ke atas (%)"),
    "evaluasi_cakupan": say("pegawai yang dievaluasi (%)"),
}
_BAR_INSET = 0.03
_HIGH = 70.0
"""Per cent above which a stroke's value is written under its interval, not over it."""


def journey(published: Published, kode_opd: str) -> Chart | None:
    """Chart `perjalanan`; None without any figure in its three panels."""
    own = published.of(kode_opd)
    training, satisfaction = own.quarters("jp_triwulan"), own.quarters("ikm")
    share = _evaluation(own)
    evaluation = own.years(share)
    if not any(map(has_values, (training, satisfaction, evaluation))):
        return None
    periods = [Period.parse(f.periode) for f in training or satisfaction]
    events = key_events(published, kode_opd, periods[0].start, periods[-1].end)
    return Chart(
        id="perjalanan",
        kind="perjalanan",
        title=_title(published, satisfaction),
        reading=_reading(bool(events)),
        description=_description(training, evaluation, satisfaction),
        data={
            "years": year_rows(periods),
            "events": event_rows(events),
            "titles": _titles(share),
            **_panel("training", training, _from_zero(training)),
            "training": span_rows(training, _BAR_INSET),
            **_panel("evaluation", evaluation, axis((0.0, 50.0, 100.0))),
            "evaluation": _strokes(evaluation, periods[-1]),
            **_panel("satisfaction", satisfaction, reach(own, satisfaction, 3)),
            "satisfaction": point_rows(satisfaction),
            "targets": target_rows(own, "ikm", satisfaction),
        },
        table=_table(own, share),
        indikator=("jp_triwulan", share, "ikm"),
        wide=True,
        marks=tuple(e.text for e in events),
        notes=(
            NOT_PROOF,
            *((RULE,) if events else ()),
            *count_range(satisfaction, say("responden per triwulan")),
            *state_notes(published, satisfaction),
            *state_notes(published, evaluation),
        ),
    )


def _evaluation(own: DepartmentFigures) -> str:
    """The share drawn in the middle: how many are rated good, or at least how many were rated."""
    return "evaluasi_baik" if has_values(own.years("evaluasi_baik")) else "evaluasi_cakupan"


def _panel(
    name: str, figures: Sequence[Figure], rows: tuple[Row, ...]
) -> dict[str, tuple[Row, ...]]:
    return {f"{name}_axis": rows, f"{name}_gaps": gap_rows(figures)}


def _titles(share: str) -> tuple[Row, ...]:
    texts = (
        say("Pelatihan: JP per pegawai"),
        _EVALUATIONS[share],
        say("Kepuasan masyarakat: IKM"),
    )
    return tuple({"panel": i, "text": text} for i, text in enumerate(texts))


def _from_zero(figures: Sequence[Figure]) -> tuple[Row, ...]:
    highest = extent(figures)[1] if has_values(figures) else 1.0
    return value_axis(0.0, max(highest, 1.0), 3)


def _strokes(figures: Sequence[Figure], last: Period) -> tuple[Row, ...]:
    """The years as strokes that end where the axis ends, with their value in words."""
    end = last.year + last.quarter / 4
    rows = []
    for figure, row in zip(
        (f for f in figures if f.has_value), span_rows(figures, 0.02), strict=True
    ):
        start, stop = float(str(row["x"])), min(float(str(row["x2"])), end - 0.02)
        middle = (start + stop) / 2
        below = float(str(row["nilai"])) > _HIGH
        label = {"middle": middle, "text": value_text(figure), "below": below}
        rows.append({**row, "x2": stop, **label})
    return tuple(rows)


def _title(published: Published, satisfaction: Sequence[Figure]) -> str:
    if not has_values(satisfaction):
        return say("Pelatihan dan evaluasi dari waktu ke waktu")
    return trend_title(published, satisfaction)


def _reading(marked: bool) -> str:
    bands = say("Bidang berwarna: {interval}; garis putus-putus: target.", interval=INTERVAL)
    if not marked:
        return bands
    return say(
        "Lingkaran emas: pelatihan selesai; persegi marun: komitmen yang ditepati; "
        "nomornya dijelaskan di bawah. {bands}",
        bands=bands,
    )


def _description(*panels: Sequence[Figure]) -> str:
    names = (say("JP per pegawai"), say("evaluasi"), say("IKM"))
    said = [
        say(
            "{name} dari {first} ({then}) menjadi {last} ({now})",
            name=name,
            first=value_text(known[0]),
            then=short_period_text(Period.parse(known[0].periode)),
            last=value_text(known[-1]),
            now=short_period_text(Period.parse(known[-1].periode)),
        )
        for name, figures in zip(names, panels, strict=True)
        if (known := [f for f in figures if f.has_value])
    ]
    return say("Tiga panel pada satu sumbu waktu: {list}.", list=joined("; ", said))


def _table(own: DepartmentFigures, share: str) -> ChartTable:
    yearly = ("jp_rata", share, "ikm")
    rows: list[tuple[Cell, ...]] = []
    for year in own.years("ikm"):
        rows.append((year.periode, *_cells(own, yearly, year.periode)))
        rows.extend(
            (
                short_period_text(Period.parse(q.periode)),
                *_cells(own, ("jp_triwulan", "", "ikm"), q.periode),
            )
            for q in own.quarters("ikm")
            if q.periode.startswith(year.periode)
        )
    head = (say("Periode"), say("JP per pegawai"), _SHARES[share], say("Selang 95%"),
            say("Pegawai"), say("IKM"), say("Selang 95%"), say("Responden"))  # fmt: skip
    return ChartTable(head, tuple(rows))


def _cells(own: DepartmentFigures, indicators: Sequence[str], period: str) -> tuple[Cell, ...]:
    """Hours, and of a share and the IKM also the interval and n."""
    hours, *estimates = (own.get(id_, period) if id_ else None for id_ in indicators)
    cells: list[Cell] = [hours or ""]
    for figure in estimates:
        cells += [figure, interval_text(figure), count_text(figure)] if figure else [""] * 3
    return tuple(cells)
