"""The nine elements of the survey beside the city's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suluh.catalogue import ELEMENTS
from suluh.charts.chart import Cell, Chart, ChartTable
from suluh.charts.key import BAND, DOT, TICK, Sign, key_rows
from suluh.charts.scales import axis, ticks
from suluh.charts.series import estimate, extent, other_years
from suluh.charts.titles import latest
from suluh.charts.words import INTERVAL, count_text, interval_text, state_notes
from suluh.comparison import Verdict, compare
from suluh.figures import CITY
from suluh.localisation import period_text, value_text
from suluh.palette import DATA, INK
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published, Shown
from suluh.studio import Row
from suluh.text import capitalised, joined, say, say_many
from suluh.wording import ELEMENT_WORDS

_FREE = say(
    "Layanan gratis bernilai 4 pada unsur biaya menurut aturannya; unsur itu tidak ikut disebut "
    "dalam judul."
)


def elements(published: Published, kode_opd: str, period: Period | None = None) -> Chart | None:
    """Chart `unsur` of a period (None: the latest that is published), the city's beside it."""
    own = published.of(kode_opd)
    when = str(period) if period else _latest_period(own, "nrr", ELEMENTS[0])
    figures = [f for e in ELEMENTS if (f := own.get("nrr", when, e)) and f.nilai is not None]
    if not figures:
        return None
    figures.sort(key=lambda f: (-(f.nilai or 0), ELEMENTS.index(f.rincian)))
    city = published.beside("nrr", when) if kode_opd != CITY else {}
    free = _has_free_services(published, kode_opd)
    ours = say("kota") if kode_opd == CITY else say("OPD ini")
    return Chart(
        id="unsur",
        kind="unsur",
        title=_elements_title([f for f in figures if f.rincian != "biaya" or not free]),
        reading=(
            say(
                "Titik: nilai rata-rata tiap unsur pada {when}, dari 1 (tidak baik) sampai 4 "
                "(sangat baik), yang tertinggi di atas. Pita: {interval}.",
                when=period_text(when),
                interval=INTERVAL,
            )
        ),
        description=joined(
            "",
            (
                joined("; ", (joined(" ", (_name(f.rincian), value_text(f))) for f in figures)),
                ".",
            ),
        ),
        data={
            "key": key_rows(_elements_key(ours, bool(city))),
            "axis": axis(ticks(_floor([*figures, *city.values()]), 4.0, 4)),
            "labels": tuple(
                {"row": i, "label": _name(f.rincian), "text": value_text(f)}
                for i, f in enumerate(figures)
            ),
            "elements": tuple(_element_row(i, f) for i, f in enumerate(figures)),
            "city": tuple(
                {"row": i, "nilai": city[f.rincian].nilai}
                for i, f in enumerate(figures)
                if f.rincian in city and city[f.rincian].has_value
            ),
        },
        table=_elements_table(figures, city),
        indikator=("nrr",),
        notes=(
            say_many("n = {count} responden.", figures[0].n or 0, count=count_text(figures[0])),
            *((_FREE,) if free else ()),
            *state_notes(published, figures),
        ),
        period=when,
        periods=() if period else other_years(own, "nrr", ELEMENTS[0], when),
    )


def _latest_period(own: DepartmentFigures, indicator: str, category: str) -> str:
    """The latest quarter with a value, else the latest year with one, else nothing."""
    found = latest(own.quarters(indicator, category)) or latest(own.years(indicator, category))
    return found.periode if found else ""


def _floor(figures: Sequence[Figure]) -> float:
    return max(1.0, min(extent(figures)[0], 3.4))


def _element_row(row: int, figure: Figure) -> Row:
    return {"row": row, **estimate(figure)}


def _elements_title(figures: Sequence[Figure]) -> str:
    """The highest and the lowest, where they differ by more than chance."""
    best, worst = figures[0], figures[-1]
    if compare(best, worst).verdict is not Verdict.UP:
        return say("Antara unsur tertinggi dan terendah tidak ada perbedaan yang jelas")
    return say(
        "{best} dinilai paling baik ({highest}), {worst} paling rendah ({lowest})",
        best=_name(best.rincian),
        highest=value_text(best),
        worst=ELEMENT_WORDS[worst.rincian],
        lowest=value_text(worst),
    )


def _elements_key(ours: str, with_city: bool) -> list[Sign]:
    signs = [Sign(ours, DOT, DATA), Sign(say("selang 95%"), BAND, DATA, strength=0.25)]
    return [*signs, Sign(say("rata-rata kota"), TICK, INK)] if with_city else signs


def _elements_table(figures: Sequence[Figure], city: Mapping[str, Shown]) -> ChartTable:
    head = (say("Unsur"), say("Nilai"), say("Selang 95%"), say("Responden"))
    rows: list[tuple[Cell, ...]] = [
        (_name(f.rincian), f, interval_text(f), count_text(f)) for f in figures
    ]
    if not city:
        return ChartTable(head, tuple(rows))
    beside = [city.get(f.rincian, "") for f in figures]
    whole = tuple((*row, mean) for row, mean in zip(rows, beside, strict=True))
    return ChartTable((*head, say("Kota")), whole)


def _has_free_services(published: Published, kode_opd: str) -> bool:
    return any(service.gratis for service in published.facts(kode_opd).services)


def _name(element: str) -> str:
    """An element's words with a capital, as a label."""
    return capitalised(ELEMENT_WORDS[element])
