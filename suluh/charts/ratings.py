"""Ratings of staff a year, beside the rating of their organisation; never their mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suluh.catalogue import PREDICATES
from suluh.charts.chart import Chart, ChartTable, Row
from suluh.charts.key import SQUARE, Sign, key_rows
from suluh.charts.palette import RATINGS
from suluh.charts.scales import axis, ticks
from suluh.charts.stacks import Segment, segment_rows
from suluh.charts.words import state_notes
from suluh.figures import Status
from suluh.localisation import number_text, period_text
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.wording import MARKS, state_text

_HIDDEN_WIDTH = 0.1
"""Share of the axis taken by the box of a hidden number: a sign, not a size."""

_Years = Mapping[str, Sequence[Figure]]


def ratings(published: Published, kode_opd: str, year: Period | None = None) -> Chart | None:
    """Chart `predikat` of one year, or of all; None where no year has a number to show."""
    own = published.of(kode_opd)
    years = _years(own, year)
    shown = [w for w, figures in years.items() if any(f.nilai for f in figures)]
    if not shown:
        return None
    whole = max(_length(years[w]) for w in shown) * (1 + _HIDDEN_WIDTH)
    listed = [f for figures in years.values() for f in figures]
    return Chart(
        id="predikat",
        kind="predikat",
        title=_title(years[shown[-1]], shown[-1]),
        reading=_reading(listed),
        description=" ".join(f"{w}: {_spoken(years[w])}." for w in shown),
        data={
            "key": key_rows(
                Sign(word, SQUARE, colour)
                for word, colour in zip(PREDICATES, RATINGS, strict=True)
            ),
            "axis": axis(tuple(t for t in ticks(0.0, whole, 5) if t <= whole)),
            "labels": tuple(_label(i, own, w, years[w]) for i, w in enumerate(years)),
            "segments": tuple(
                segment
                for i, w in enumerate(years)
                for segment in segment_rows(i, _segments(years[w], whole), whole)
            ),
        },
        table=ChartTable(
            ("Tahun", *PREDICATES, "Predikat organisasi"),
            tuple((w, *years[w], _organisation(own, w)) for w in years),
        ),
        indikator=("predikat", "predikat_opd"),
        notes=state_notes(published, [next(iter(figures)) for figures in years.values()])
        if all(f.status is not Status.HIDDEN for f in listed)
        else state_notes(published, [f for f in listed if f.status is Status.HIDDEN]),
    )


def _years(own: DepartmentFigures, year: Period | None) -> dict[str, tuple[Figure, ...]]:
    """The five figures of each year asked for, oldest first."""
    periods = [str(year)] if year else [f.periode for f in own.years("predikat", PREDICATES[0])]
    found = {w: tuple(f for p in PREDICATES if (f := own.get("predikat", w, p))) for w in periods}
    return {w: figures for w, figures in found.items() if len(figures) == len(PREDICATES)}


def _length(figures: Sequence[Figure]) -> float:
    return sum(f.nilai or 0 for f in figures)


def _segments(figures: Sequence[Figure], whole: float) -> list[Segment]:
    segments = []
    for rating, figure in enumerate(figures):
        if figure.status is Status.HIDDEN:
            segments.append(Segment(_HIDDEN_WIDTH * whole, MARKS[Status.HIDDEN], None))
        elif figure.nilai:
            segments.append(Segment(figure.nilai, number_text(figure.nilai), rating))
    return segments


def _label(row: int, own: DepartmentFigures, year: str, figures: Sequence[Figure]) -> Row:
    known = [f for f in figures if f.has_value]
    sizes = {f.n for f in known if f.n is not None}
    if not any(f.has_value or f.status is Status.HIDDEN for f in figures):
        return {"row": row, "label": year, "text": state_text(figures[0])}
    organisation = _organisation(own, year)
    label = f"{year} · predikat organisasi: {organisation}" if organisation else year
    size = f"{number_text(sizes.pop())} pegawai" if len(sizes) == 1 else ""
    return {"row": row, "label": label, "text": size}


def _organisation(own: DepartmentFigures, year: str) -> str:
    figure = own.get("predikat_opd", year)
    return "" if figure is None else figure.kategori or state_text(figure)


def _title(figures: Sequence[Figure], year: str) -> str:
    most = max((f for f in figures if f.nilai), key=lambda f: f.nilai or 0)
    if any(f.status is Status.HIDDEN for f in figures):
        return f"{number_text(most.nilai or 0)} pegawai berpredikat {most.rincian} ({year})"
    return (
        f"{number_text(most.nilai or 0)} dari {number_text(_length(figures))} pegawai "
        f"berpredikat {most.rincian} pada {period_text(year)}"
    )


def _reading(figures: Sequence[Figure]) -> str:
    said = (
        "Banyaknya pegawai menurut predikat. Predikat organisasi ikut menentukan pola predikat "
        "pegawainya, jadi jangan dipakai memeringkat OPD."
    )
    if any(f.status is Status.HIDDEN for f in figures):
        said += " Kotak [c]: jumlah disembunyikan, lebarnya tidak berarti apa-apa."
    return said


def _spoken(figures: Sequence[Figure]) -> str:
    return ", ".join(
        f"{f.rincian} {number_text(f.nilai) if f.nilai is not None else state_text(f)}"
        for f in figures
    )
