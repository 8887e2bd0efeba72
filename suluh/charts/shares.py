"""Shares as dots with their interval, a row each: follow-up by year, reach by department."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.key import BAND, DOT, TICK, Sign, key_rows
from suluh.charts.scales import axis
from suluh.charts.series import drawn, estimate, has_values
from suluh.charts.titles import latest
from suluh.charts.words import (
    INTERVAL,
    by_name,
    count_range,
    count_text,
    interval_text,
    short_name,
    state_notes,
)
from suluh.localisation import number_text, period_so_far, period_text, value_text
from suluh.palette import DATA, INK
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.studio import Row
from suluh.text import joined, say
from suluh.wording import mark

FOLLOW_UP = {
    "penghargaan": say("penghargaan bagi yang sangat baik"),
    "pembinaan": say("pembinaan bagi yang di bawah baik"),
}

_PERCENT = axis((0.0, 25.0, 50.0, 75.0, 100.0))


def follow_up(published: Published, kode_opd: str) -> Chart | None:
    """Chart `tindak-lanjut`, drawn like `unsur`; None while no share is published."""
    own = published.of(kode_opd)
    kinds = {kind: own.years("tindak_lanjut", kind) for kind in FOLLOW_UP}
    figures = [f for kind in FOLLOW_UP for f in kinds[kind]]
    if not has_values(figures):
        return None
    labels = [joined(" · ", (f.periode, FOLLOW_UP[f.rincian])) for f in figures]
    return Chart(
        id="tindak-lanjut",
        kind="unsur",
        title=_follow_up_title(published, [n for kind in FOLLOW_UP if (n := latest(kinds[kind]))]),
        reading=(
            say(
                "Titik: bagian pegawai berpredikat sangat baik yang mendapat penghargaan, dan "
                "bagian yang di bawah baik yang mendapat bimbingan, konseling, atau coaching. "
                "Pita: {interval}.",
                interval=INTERVAL,
            )
        ),
        description=_spoken(figures, labels),
        data=_dot_data(figures, labels, [Sign(say("bagian pegawai"), DOT, DATA)], None),
        table=_table(say("Tahun dan tindak lanjut"), figures, labels),
        indikator=("tindak_lanjut",),
        notes=(*count_range(figures, say("pegawai per titik")), *state_notes(published, figures)),
    )


def reach_by_department(published: Published) -> Chart | None:
    """Chart `jangkauan` of the latest full year, departments by name, drawn like `unsur`."""
    over = [f for f in published.city.years("pelatihan_cakupan") if _is_over(published, f)]
    city = latest(over)
    if city is None:
        return None
    figures = [
        f
        for d in by_name(published)
        if d.valid_in(Period.parse(city.periode))
        and (f := published.figure(d.kode_opd, "pelatihan_cakupan", city.periode))
    ]
    labels = [short_name(published, f.kode_opd) for f in figures]
    signs = [Sign(say("tiap OPD"), DOT, DATA), Sign(say("kota"), TICK, INK)]
    return Chart(
        id="jangkauan",
        kind="unsur",
        title=(
            say(
                "{value}% pegawai kota menyelesaikan pelatihan pada {when}",
                value=value_text(city),
                when=period_text(city.periode),
            )
        ),
        reading=(
            say(
                "Titik: bagian pegawai tiap OPD yang menyelesaikan sedikitnya satu pelatihan, "
                "menurut abjad, bukan peringkat. Pita: {interval}.",
                interval=INTERVAL,
            )
        ),
        description=_spoken(figures, labels),
        data=_dot_data(figures, labels, signs, city),
        table=_table(say("Nama OPD"), figures, labels),
        indikator=("pelatihan_cakupan",),
        notes=(*count_range(figures, say("pegawai per titik")), *state_notes(published, figures)),
    )


def _is_over(published: Published, figure: Figure) -> bool:
    return Period.parse(figure.periode).end <= published.as_of


def _dot_data(
    figures: Sequence[Figure], labels: Sequence[str], signs: Sequence[Sign], city: Figure | None
) -> dict[str, tuple[Row, ...]]:
    """Data of kind `unsur`; a row without a value says why in its place."""
    key = (*signs[:1], Sign(say("selang 95%"), BAND, DATA, strength=0.25), *signs[1:])
    beside = () if city is None else tuple(enumerate(figures))
    return {
        "key": key_rows(key),
        "axis": _PERCENT,
        "labels": tuple(
            {"row": i, "label": label, "text": _value(f)}
            for i, (f, label) in enumerate(zip(figures, labels, strict=True))
        ),
        "elements": tuple({"row": i, **estimate(f)} for i, f in enumerate(figures) if f.has_value),
        "city": tuple(
            {"row": i, "nilai": drawn(city.nilai, city.satuan)} for i, _ in beside if city
        ),
    }


def _value(figure: Figure) -> str:
    """The share, or the mark that says why there is none; the notes say it in words."""
    return joined("", (value_text(figure), "%")) if figure.has_value else mark(figure)


def _spoken(figures: Sequence[Figure], labels: Sequence[str]) -> str:
    pairs = zip(figures, labels, strict=True)
    return joined("", (joined("; ", (joined(" ", (label, _value(f))) for f, label in pairs)), "."))


def _table(head: str, figures: Sequence[Figure], labels: Sequence[str]) -> ChartTable:
    return ChartTable(
        (head, say("Bagian (%)"), say("Selang 95%"), say("Pegawai")),
        tuple(
            (label, f, interval_text(f), count_text(f))
            for f, label in zip(figures, labels, strict=True)
        ),
    )


def _follow_up_title(published: Published, newest: Sequence[Figure]) -> str:
    said = {
        "penghargaan": say("pegawai berpredikat sangat baik mendapat penghargaan"),
        "pembinaan": say("yang di bawah baik mendapat pembinaan"),
    }
    parts = (
        say(
            "{share}% {told}, {when}",
            share=number_text(f.nilai or 0),
            told=said[f.rincian],
            when=period_so_far(f.periode, published.as_of),
        )
        for f in newest
    )
    return joined("; ", parts)
