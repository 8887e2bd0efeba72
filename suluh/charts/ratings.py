"""Ratings of staff a year, beside the rating of their organisation; never their mean."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.catalogue import PREDICATES
from suluh.charts.chart import Chart, ChartTable
from suluh.charts.count_bars import (
    HIDDEN_NOTE,
    Scale,
    bar_data,
    counts_by_year,
    is_hidden,
    spoken,
    with_counts,
)
from suluh.charts.words import state_notes
from suluh.figures import Status
from suluh.localisation import number_text, period_so_far
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.record_words import record_word
from suluh.text import many_, say, say_many
from suluh.wording import state_text

SCALE = Scale(PREDICATES, tuple(map(record_word, PREDICATES)), (0, 1, 2, 3, 4))


def ratings(published: Published, kode_opd: str, year: Period | None = None) -> Chart | None:
    """Chart `predikat` of one year, or of all; None where no year has a number to show."""
    own = published.of(kode_opd)
    years = counts_by_year(own, "predikat", SCALE, year)
    shown = with_counts(years)
    if not shown:
        return None
    listed = [f for figures in years.values() for f in figures]
    return Chart(
        id="predikat",
        kind="predikat",
        title=_title(years[shown[-1]], period_so_far(shown[-1], published.as_of)),
        reading=say(
            "Tiap batang: pegawai pada satu tahun menurut predikat, yang terendah di kiri. "
            "Predikat organisasi ikut menentukan pola predikat pegawainya, jadi jangan dipakai "
            "memeringkat OPD."
        ),
        description=spoken(years, SCALE),
        data=bar_data(years, SCALE, many_("{count} pegawai"), {w: _label(own, w) for w in years}),
        table=ChartTable(
            (say("Tahun"), *SCALE.words, say("Predikat organisasi")),
            tuple((w, *years[w], _organisation(own, w)) for w in years),
        ),
        indikator=("predikat", "predikat_opd"),
        notes=(*((HIDDEN_NOTE,) if is_hidden(listed) else ()), *state_notes(published, listed)),
    )


def _label(own: DepartmentFigures, year: str) -> str:
    organisation = _organisation(own, year)
    return (
        say("{year} · organisasi: {organisation}", year=year, organisation=organisation)
        if organisation
        else year
    )


def _organisation(own: DepartmentFigures, year: str) -> str:
    """The organisation's rating, or why there is none; the city has none to speak of."""
    figure = own.get("predikat_opd", year)
    if figure is None or figure.status is Status.NOT_APPLICABLE:
        return ""
    return record_word(figure.kategori) or state_text(figure)


def _title(figures: Sequence[Figure], when: str) -> str:
    most = max((f for f in figures if f.nilai), key=lambda f: f.nilai or 0)
    told = {
        "count": number_text(most.nilai or 0),
        "rating": record_word(most.rincian),
        "when": when,
    }
    if is_hidden(figures):
        return say_many(
            "{count} pegawai berpredikat {rating} pada {when}", most.nilai or 0, **told
        )
    total = sum(f.nilai or 0 for f in figures)
    return say_many(
        "{count} dari {total} pegawai berpredikat {rating} pada {when}",
        total,
        total=number_text(total),
        **told,
    )
