"""Figures and charts as hand-written texts name them; a wrong name gets the nearest right ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from suluh.catalogue import indicators
from suluh.charts import Chart, city_charts, department_charts, made
from suluh.figures import CITY
from suluh.pages.roll import named
from suluh.published import DepartmentFigures, Figure, Published

MOST_LISTED = 12
"""Names shown where none comes near."""


class UnknownNameError(LookupError):
    """A name that does not exist; the message, in Indonesian, says which come near."""


def quoted_figure(
    published: Published,
    indikator: str,
    opd: str = CITY,
    periode: str | None = None,
    rincian: str = "",
) -> Figure:
    """The figure named; without `periode` the newest that has a value, quarters before years."""
    _expect(indikator, indicators(), "indikator")
    own = _figures_of(published, opd)
    _expect(rincian, {f.rincian for f in own.every(indikator)}, f"rincian {indikator}")
    series = own.quarters(indikator, rincian) or own.years(indikator, rincian)
    if periode is None:
        return next((figure for figure in reversed(series) if figure.has_value), series[-1])
    every = (*own.quarters(indikator, rincian), *own.years(indikator, rincian))
    by_period = {figure.periode: figure for figure in every}
    _expect(periode, by_period, f"periode {indikator} ({opd})")
    return by_period[periode]


def quoted_chart(published: Published, name: str, opd: str = CITY) -> Chart:
    """The chart named; a department's chart carries its code in its id."""
    _figures_of(published, opd)
    if opd == CITY:
        charts = made(city_charts(), published)
        _expect(name, charts, "grafik kota")
        return charts[name]
    charts = made(department_charts(opd), published)
    _expect(name, charts, f"grafik {opd}")
    return replace(charts[name], id=f"{opd}-{name}")


def _figures_of(published: Published, opd: str) -> DepartmentFigures:
    _expect(opd, [CITY, *named(published)], "kode_opd")
    return published.of(opd)


def _expect(name: str, known: Iterable[str], what: str) -> None:
    names = sorted(known)
    if name in names:
        return
    near = get_close_matches(name, names, n=3, cutoff=0.4)
    listed = ", ".join(f'"{n}"' for n in near or names[:MOST_LISTED]) or "tidak ada"
    which = "Yang paling dekat" if near else "Yang ada"
    raise UnknownNameError(f'{what} "{name}" tidak dikenal. {which}: {listed}.')
