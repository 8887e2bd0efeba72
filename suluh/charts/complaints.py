"""Charts of complaints: how many come, are settled and stay open, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from suluh.catalogue import SETTLEMENT_DAYS
from suluh.charts.chart import Cell, Chart, ChartTable
from suluh.charts.key import DASHES, DOT, SQUARE, Sign, key_rows
from suluh.charts.scales import axis, value_axis
from suluh.charts.series import drawn, extent, gap_rows, has_values, key_of, point_rows
from suluh.charts.time_axis import span, year_rows
from suluh.charts.titles import latest
from suluh.charts.words import count_text, interval_text, state_notes
from suluh.comparison import SMALLEST_SHARE
from suluh.figures import CITY
from suluh.localisation import (
    number_text,
    period_so_far,
    period_text,
    short_period_text,
    value_text,
)
from suluh.palette import DATA, INK, MAROON, MUTED
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.studio import Row
from suluh.text import joined, say, say_many

_INSET = 0.025


def complaints(published: Published, kode_opd: str) -> Chart | None:
    """Chart `pengaduan`; None where none was ever reported, or none ever came."""
    own = published.of(kode_opd)
    received, settled = own.quarters("pengaduan_masuk"), own.quarters("pengaduan_selesai")
    still_open = own.quarters("pengaduan_terbuka")
    if not any(f.nilai for f in [*received, *settled, *still_open]):
        return None
    return Chart(
        id="pengaduan",
        kind="pengaduan",
        title=_open_title(still_open),
        reading=(
            say(
                "Batang: pengaduan, aspirasi, dan permintaan informasi yang masuk dan yang "
                "selesai tiap triwulan. Garis di bawah: yang belum selesai pada akhir triwulan; "
                "bila naik, pengaduan menumpuk."
            )
        ),
        description=_description(received, settled, still_open),
        data={
            "key": key_rows(
                (
                    Sign(say("masuk"), SQUARE, MUTED, strength=0.55),
                    Sign(say("selesai"), SQUARE, DATA),
                    Sign(say("belum selesai"), DOT, MAROON),
                )
            ),
            "years": year_rows([Period.parse(f.periode) for f in received]),
            "flow_axis": _counts([*received, *settled]),
            "received": _half_bars(received, 0),
            "settled": _half_bars(settled, 1),
            "flow_gaps": gap_rows(received),
            "open_axis": _counts(still_open),
            "open": point_rows(still_open),
            "open_gaps": gap_rows(still_open),
        },
        table=ChartTable(
            (say("Triwulan"), say("Masuk"), say("Selesai"), say("Belum selesai")),
            tuple(_row(own, f) for f in received),
        ),
        indikator=("pengaduan_masuk", "pengaduan_selesai", "pengaduan_terbuka"),
        wide=True,
        notes=state_notes(published, received),
    )


def _counts(figures: Sequence[Figure]) -> tuple[Row, ...]:
    highest = extent(figures)[1] if has_values(figures) else 0.0
    return value_axis(0.0, max(highest, 3.0), 3)


def _half_bars(figures: Sequence[Figure], half: int) -> tuple[Row, ...]:
    """Bars over the first or the second half of each quarter."""
    rows = []
    for figure in figures:
        if figure.has_value:
            start, end = span(Period.parse(figure.periode))
            middle = (start + end) / 2
            ends = (start + _INSET, middle) if half == 0 else (middle, end - _INSET)
            rows.append(
                {"x": ends[0], "x2": ends[1], "nilai": figure.nilai, "kunci": key_of(figure)}
            )
    return tuple(rows)


def _open_title(still_open: Sequence[Figure]) -> str:
    newest = latest(still_open)
    if newest is None:
        return say("Pengaduan dari triwulan ke triwulan")
    if not newest.nilai:
        return say(
            "Semua pengaduan sudah selesai pada akhir {when}", when=period_text(newest.periode)
        )
    return say_many(
        "{value} pengaduan belum selesai pada akhir {when}",
        newest.nilai,
        value=value_text(newest),
        when=period_text(newest.periode),
    )


def _description(*series: Sequence[Figure]) -> str:
    names = (say("masuk"), say("selesai"), say("belum selesai"))
    said = (
        joined(" ", (name, value_text(newest)))
        for name, figures in zip(names, series, strict=True)
        if (newest := latest(figures))
    )
    newest = latest(series[0])
    when = say("Pada {when}: ", when=period_text(newest.periode)) if newest else ""
    return say("Batang tiap triwulan. {when}{list}.", when=when, list=joined(", ", said))


def _row(own: DepartmentFigures, received: Figure) -> tuple[Cell, ...]:
    others = ("pengaduan_selesai", "pengaduan_terbuka")
    cells = (own.get(id_, received.periode) or "" for id_ in others)
    return (short_period_text(Period.parse(received.periode)), received, *cells)


def settlement_curve(published: Published, kode_opd: str) -> Chart | None:
    """Chart `kurva` of the latest year with complaints, beside the city's curve."""
    own = published.of(kode_opd)
    newest = latest(own.years("pengaduan_kurva", str(SETTLEMENT_DAYS[0])))
    if newest is None:
        return None
    curve = _curve(own, newest.periode)
    city = () if kode_opd == CITY else _curve(published.city, newest.periode)
    name = say("kota") if kode_opd == CITY else say("OPD ini")
    signs = [Sign(name, DOT, DATA), Sign(say("kota"), DASHES, INK)]
    return Chart(
        id="kurva",
        kind="kurva",
        title=_curve_title(curve, published.as_of),
        reading=(
            say(
                "Garis: dari pengaduan yang masuk {when}, perkiraan bagian yang selesai dalam "
                "sekian hari kalender; makin cepat naik makin cepat selesai. Yang belum selesai "
                "ikut dihitung (Kaplan–Meier).",
                when=period_text(newest.periode),
            )
        ),
        description=joined("", (joined(", ", map(_of_day, curve)), ".")),
        data={
            "key": key_rows(signs if city else signs[:1]),
            "share_axis": axis((0.0, 50.0, 100.0)),
            "day_axis": axis((0.0, 14.0, 30.0, 60.0, 90.0)),
            "curve": _steps(curve),
            "points": _steps(curve)[1:],
            "unit": ({"text": say("hari kalender sejak masuk")},),
            "city": _steps(city),
        },
        table=_curve_table(curve, {f.rincian: f for f in city}),
        indikator=("pengaduan_kurva",),
        notes=(say_many("n = {count} pengaduan.", newest.n or 0, count=count_text(newest)),),
    )


def _of_day(figure: Figure) -> str:
    return say_many(
        "{days} hari {value}%",
        float(figure.rincian),
        days=figure.rincian,
        value=value_text(figure),
    )


def _curve(own: DepartmentFigures, year: str) -> tuple[Figure, ...]:
    found = (own.get("pengaduan_kurva", year, str(d)) for d in SETTLEMENT_DAYS)
    return tuple(f for f in found if f is not None and f.has_value)


def _steps(curve: Sequence[Figure]) -> tuple[Row, ...]:
    """The published days, from nothing settled on day 0."""
    if not curve:
        return ()
    days = (
        {"x": float(f.rincian), "nilai": drawn(f.nilai, f.satuan), "kunci": key_of(f)}
        for f in curve
    )
    return ({"x": 0.0, "nilai": 0.0}, *days)


def _curve_title(curve: Sequence[Figure], as_of: date, day: str = "14") -> str:
    """The share settled within two weeks, which is an estimate; none of it where few came in."""
    figure = next((f for f in curve if f.rincian == day), curve[-1])
    when, many = period_so_far(figure.periode, as_of), figure.n or 0
    if many < SMALLEST_SHARE:
        return say_many(
            "{count} pengaduan {when}: terlalu sedikit untuk memperkirakan lama penyelesaiannya",
            many,
            count=count_text(figure),
            when=when,
        )
    return say(
        "Diperkirakan {share}% pengaduan {when} selesai dalam {days} hari, yang masih terbuka "
        "ikut diperhitungkan",
        share=number_text(figure.nilai or 0),
        when=when,
        days=figure.rincian,
    )


def _curve_table(curve: Sequence[Figure], city: dict[str, Figure]) -> ChartTable:
    head = (say("Dalam hari"), say("Selesai (%)"), say("Selang 95%"))
    rows: list[tuple[Cell, ...]] = [(f.rincian, f, interval_text(f)) for f in curve]
    if not city:
        return ChartTable(head, tuple(rows))
    compared = ((*row, city.get(str(row[0]), "")) for row in rows)
    return ChartTable((*head, say("Kota (%)")), tuple(compared))
