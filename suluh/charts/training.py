"""Charts of training: hours and reach a year, and scores before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from suluh.charts.chart import Cell, Chart, ChartTable
from suluh.charts.key import BAND, DIAMOND, DOT, Sign, key_rows
from suluh.charts.scales import axis, value_axis
from suluh.charts.series import drawn, estimate, extent, gap_rows, has_values, span_rows
from suluh.charts.time_axis import middle, year_rows
from suluh.charts.titles import latest
from suluh.charts.words import INTERVAL, count_range, count_text, interval_text, state_notes
from suluh.localisation import date_text, number_text, period_so_far, value_text
from suluh.palette import DATA, GOLD, PAPER
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.studio import Row
from suluh.text import joined, say

REQUIRED_JP = 20.0
"""JP a year every PNS is to receive, PP 11/2017 art. 203(4)."""

_BAR_INSET = 0.24
_KEY_TOP = 144
_BESIDE = 0.11
"""How far a year's two dots stand from its middle."""


def hours_and_reach(published: Published, kode_opd: str) -> Chart | None:
    """Chart `jp`; None while no year has JP or reach."""
    own = published.of(kode_opd)
    hours, reached = own.years("jp_rata"), own.years("jp_terpenuhi")
    reach = own.years("pelatihan_cakupan")
    if not has_values([*hours, *reached, *reach]):
        return None
    highest = extent(hours)[1] if has_values(hours) else REQUIRED_JP
    periods = [Period.parse(f.periode) for f in hours]
    return Chart(
        id="jp",
        kind="jp",
        title=_hours_title(published, hours),
        reading=(
            say(
                "Atas: rata-rata jam pelajaran (JP) tiap pegawai; garis putus-putus: 20 JP, "
                "hak tiap PNS dalam setahun. Bawah: bagian pegawai; garis tegak: {interval}.",
                interval=INTERVAL,
            )
        ),
        description=_hours_description(hours, reached, reach),
        data={
            "key": key_rows(
                (
                    Sign(say("PNS mencapai 20 JP"), DOT, GOLD),
                    Sign(say("pegawai yang dilatih"), DIAMOND, PAPER, DATA),
                ),
                _KEY_TOP,
            ),
            "titles": (
                {"panel": 0, "text": say("JP per pegawai (garis: 20 JP)")},
                {"panel": 1, "text": say("Bagian pegawai (%)")},
            ),
            "years": year_rows(periods),
            "hours_axis": value_axis(0.0, max(highest * 1.12, REQUIRED_JP), 3),
            "hours": _bars(published, hours),
            "hours_gaps": gap_rows(hours),
            "required": ({"nilai": REQUIRED_JP},),
            "reach_axis": axis((0.0, 50.0, 100.0)),
            "reached": _beside(reached, -_BESIDE),
            "reach": _beside(reach, _BESIDE),
            "reach_gaps": gap_rows(reached),
        },
        table=_hours_table(own, hours),
        indikator=("jp_rata", "jp_terpenuhi", "pelatihan_cakupan"),
        notes=(
            *count_range(hours, say("pegawai per tahun")),
            *_unfinished(published, periods),
            *state_notes(published, [*hours, *reached]),
        ),
    )


def _bars(published: Published, figures: Sequence[Figure]) -> tuple[Row, ...]:
    """Bars with their value; those of a year that is not over are marked."""
    rows = span_rows(figures, _BAR_INSET)
    known = [f for f in figures if f.has_value]
    return tuple(
        {
            **row,
            "middle": middle(Period.parse(f.periode)),
            "text": value_text(f),
            "unfinished": Period.parse(f.periode).end > published.as_of,
        }
        for f, row in zip(known, rows, strict=True)
    )


def _beside(figures: Sequence[Figure], aside: float) -> tuple[Row, ...]:
    return tuple(
        {
            "x": middle(Period.parse(f.periode)) + aside,
            "text": number_text(f.nilai or 0),
            **estimate(f),
        }
        for f in figures
        if f.has_value
    )


def _hours_title(published: Published, hours: Sequence[Figure]) -> str:
    over = [f for f in hours if Period.parse(f.periode).end <= published.as_of]
    newest = latest(over) or latest(hours)
    if newest is None:
        return say("Bagian pegawai yang dilatih")
    return say(
        "Rata-rata {value} JP tiap pegawai pada {when}",
        value=value_text(newest),
        when=period_so_far(newest.periode, published.as_of),
    )


def _hours_description(*series: Sequence[Figure]) -> str:
    names = (
        say("JP per pegawai"),
        say("PNS mencapai 20 JP (%)"),
        say("pegawai yang dilatih (%)"),
    )
    said = (
        joined(": ", (name, joined(", ", map(_of_year, (f for f in figures if f.has_value)))))
        for name, figures in zip(names, series, strict=True)
    )
    return _listed(said)


def _of_year(figure: Figure) -> str:
    return joined(" ", (figure.periode, value_text(figure)))


def _hours_table(own: DepartmentFigures, hours: Sequence[Figure]) -> ChartTable:
    head = (say("Tahun"), say("JP per pegawai"), say("PNS ≥ 20 JP (%)"), say("Selang 95%"),
            say("Dilatih (%)"), say("Selang 95%"), say("Pegawai"))  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for figure in hours:
        cells: list[Cell] = [figure.periode, figure]
        for id_ in ("jp_terpenuhi", "pelatihan_cakupan"):
            share = own.get(id_, figure.periode)
            cells += [share, interval_text(share)] if share else ["", ""]
        rows.append((*cells, count_text(figure)))
    return ChartTable(head, tuple(rows))


def _unfinished(published: Published, periods: Sequence[Period]) -> tuple[str, ...]:
    last = periods[-1]
    if last.end <= published.as_of:
        return ()
    return (
        say(
            "Tahun {last} (warna pudar) baru sampai {day}.",
            last=str(last),
            day=date_text(published.as_of),
        ),
    )


def before_and_after(published: Published, kode_opd: str) -> Chart | None:
    """Chart `nilai`; None while no year has both scores."""
    own = published.of(kode_opd)
    pairs = [
        (before, after)
        for before, after in zip(
            own.years("pelatihan_nilai", "awal"),
            own.years("pelatihan_nilai", "akhir"),
            strict=True,
        )
        if before.has_value and after.has_value
    ]
    if not pairs:
        return None
    low, high = extent([f for pair in pairs for f in pair])
    gains = {w: own.get("pelatihan_peningkatan", w) for w in (b.periode for b, _ in pairs)}
    return Chart(
        id="nilai",
        kind="nilai",
        title=_gain_title(gains[pairs[-1][0].periode], published.as_of),
        reading=(
            say(
                "Nilai rata-rata peserta yang sama sebelum (lingkaran kosong) dan sesudah "
                "pelatihan (lingkaran penuh), 0–100. Pita: {interval}.",
                interval=INTERVAL,
            )
        ),
        description=_listed(
            say(
                "{year}: dari {before} menjadi {after}",
                year=b.periode,
                before=value_text(b),
                after=value_text(a),
            )
            for b, a in pairs
        ),
        data={
            "key": key_rows(
                (
                    Sign(say("sebelum"), DOT, PAPER, GOLD),
                    Sign(say("sesudah"), DOT, GOLD, GOLD),
                    Sign(say("selang 95%"), BAND, GOLD, strength=0.25),
                )
            ),
            "axis": value_axis(low, high, 4),
            "rows": tuple(
                {
                    "row": i,
                    "year": b.periode,
                    "label": b.periode,
                    "text": _gain_text(gains[b.periode]),
                    "nilai": drawn(b.nilai, b.satuan),
                    "akhir": drawn(a.nilai, a.satuan),
                }
                for i, (b, a) in enumerate(pairs)
            ),
            "before": tuple({"row": i, **estimate(b)} for i, (b, _) in enumerate(pairs)),
            "after": tuple({"row": i, **estimate(a)} for i, (_, a) in enumerate(pairs)),
        },
        table=ChartTable(
            (say("Tahun"), say("Sebelum"), say("Selang 95%"), say("Sesudah"), say("Selang 95%"),
             say("Peningkatan"), say("Selang 95%"), say("Peserta")),
            tuple(_gain_row(b, a, gains[b.periode]) for b, a in pairs),
        ),
        indikator=("pelatihan_nilai", "pelatihan_peningkatan"),
        notes=(
            *count_range([before for before, _ in pairs], say("peserta per tahun")),
            say("Hanya keikutsertaan yang selesai dan mempunyai kedua nilai."),
        ),
    )  # fmt: skip


def _listed(texts: Iterable[str]) -> str:
    """Texts as a sentence."""
    return joined("", (joined("; ", texts), "."))


def _gain_text(gain: Figure | None) -> str:
    if gain is None or gain.nilai is None:
        return ""
    sign = "+" if gain.nilai > 0 else ""
    return say("{sign}{value} poin", sign=sign, value=value_text(gain))


def _gain_row(before: Figure, after: Figure, gain: Figure | None) -> tuple[Cell, ...]:
    both = (before.periode, before, interval_text(before), after, interval_text(after))
    if gain is None:
        return (*both, "", "", count_text(before))
    return (*both, gain, interval_text(gain), count_text(gain))


def _gain_title(gain: Figure | None, as_of: date) -> str:
    """The mean difference of the same people; a rise only where its interval excludes none."""
    if gain is None or gain.nilai is None:
        return say("Nilai sebelum dan sesudah pelatihan")
    when = period_so_far(gain.periode, as_of)
    if (gain.batas_bawah or 0) > 0:
        return say(
            "Nilai peserta naik rata-rata {value} poin sesudah pelatihan, {when}",
            value=value_text(gain),
            when=when,
        )
    return say(
        "Nilai peserta sebelum dan sesudah pelatihan tidak berbeda jelas, {when}", when=when
    )
