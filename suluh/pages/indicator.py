"""`/indikator/` and `/indikator/<id>/`: what an indicator means, and all it says."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import Indicator, indicators
from suluh.contract import Table
from suluh.figures import CITY
from suluh.pages.category_table import CategoryTable, category_table
from suluh.pages.department_table import Column, DepartmentTable, department_table
from suluh.pages.page import Page, Section
from suluh.periods import Period
from suluh.published import Department, Figure, Published
from suluh.sentences import indicator_lead, indicators_lead
from suluh.sentences.phrases import newest_quarter, newest_year
from suluh.text import say
from suluh.wording import category_text
from suluh.worked import Example, worked_example

THEMES = {
    "survei": say("Kepuasan masyarakat"),
    "pelatihan": say("Pelatihan"),
    "evaluasi": say("Evaluasi kinerja"),
    "pengaduan": say("Pengaduan"),
    "forum": say("Forum dan komitmen"),
    "dampak": say("Dampak pembinaan"),
    "umum": say("Keterangan umum"),
}
"""Headings of the list, in its order."""

WITHOUT_TABLE = ("skm_profil", "target")
"""Indicators whose categories differ from department to department."""

MOST_QUARTERS, MOST_PERIODS = 8, 4
MOST_COLUMNS = 11
"""More categories than this are left to the download: no screen holds such a table."""


@dataclass(frozen=True)
class Theme:
    """The indicators of one section of the site."""

    id: str
    title: str
    indicators: tuple[Indicator, ...]


def indicators_page(published: Published) -> Page:
    """Every indicator, by section."""
    themes = tuple(
        Theme(f"tema-{id_}", title, tuple(i for i in indicators().values() if i.tema == id_))
        for id_, title in THEMES.items()
    )
    return Page(
        path="indikator/",
        template="indikator_daftar.html",
        title=say("Indikator"),
        lead=indicators_lead(published),
        sections=tuple(Section(theme.id, theme.title) for theme in themes),
        content={"themes": themes},
    )


def indicator_page(published: Published, *, indicator_id: str) -> Page:
    """One indicator: definition, rules, sources, limits, and its newest figures."""
    indicator = indicators()[indicator_id]
    table, example = (
        _department_table(published, indicator),
        worked_example(published, indicator_id),
    )
    sections = [
        Section("kota", say("Angka {city}", city=published.contract.city)),
        *([Section("opd", say("Menurut perangkat daerah"))] if table else []),
        Section("arti", say("Apa artinya")),
        Section("aturan", say("Bagaimana dihitung")),
        Section("contoh", say("Contoh hitungan")),
        Section("batas", say("Batas dan siasat")),
        Section("perlindungan", say("Perlindungan orang")),
        Section("pemilik", say("Pemilik dan versi aturan")),
        Section("unduh", say("Unduh")),
    ]
    return Page(
        path=f"indikator/{indicator.id}/",
        template="indikator.html",
        title=indicator.nama,
        lead=indicator_lead(published, indicator.id),
        sections=tuple(sections),
        content={
            "indicator": indicator,
            "name": published.contract.city,
            "policy": published.contract.policy,
            "total": _total(published, indicator),
            "categories": _categories(published, indicator),
            "departments": table,
            "sources": _sources(published, indicator),
            "example": example,
            "example_of": _department_of(published, example),
            "as_of": published.as_of,
            "overdue": indicator.tinjau < published.as_of,
        },
    )


def _department_of(published: Published, example: Example | None) -> Department | None:
    """Whose figure the example is of; None for the city's."""
    if example is None or example.figure.kode_opd == CITY:
        return None
    return published.department(example.figure.kode_opd)


def _sources(published: Published, indicator: Indicator) -> tuple[Table, ...]:
    tables = published.contract.tables
    return tuple(tables[name] for name in indicator.tabel if name in tables)


def _total(published: Published, indicator: Indicator) -> tuple[Figure, ...]:
    """The city's totals: every year, then the newest quarters."""
    if not indicator.total:
        return ()
    own = published.city
    return (*own.years(indicator.id), *own.quarters(indicator.id)[-MOST_QUARTERS:])


def _categories(published: Published, indicator: Indicator) -> CategoryTable:
    periods = published.years if indicator.tahun else published.quarters
    return category_table(published, indicator, periods[-MOST_PERIODS:])


def _categories_of_city(published: Published, indicator: Indicator) -> tuple[str, ...]:
    """The categories that the records named, of the newest year that has any."""
    for year in reversed(published.years):
        found = published.city.categories(indicator.id, str(year))
        if found:
            return tuple(f.rincian for f in found)
    return ()


def _column(published: Published, indicator: Indicator, rincian: str) -> Column:
    figures = published.city.years(indicator.id, rincian)
    return Column(indicator.id, category_text(figures[0]) if figures else rincian, rincian)


def _department_table(published: Published, indicator: Indicator) -> DepartmentTable | None:
    """The newest figures of every department; None where there are too many categories."""
    if indicator.hanya_kota or indicator.id in WITHOUT_TABLE:
        return None
    named = indicator.open_ended and not indicator.total
    listed = _categories_of_city(published, indicator) if named else indicator.rincian
    if len(listed) > MOST_COLUMNS:
        return None
    total = [Column(indicator.id, indicator.nama, detailed=True)] if indicator.total else []
    columns = [*total, *(_column(published, indicator, rincian) for rincian in listed)]
    if not columns:
        return None
    return department_table(published, "tabel-opd", _newest(published, columns[0]), columns)


def _newest(published: Published, column: Column) -> Period:
    if indicators()[column.indikator].tahun:
        return newest_year(published, column.indikator, column.rincian)
    return newest_quarter(published, column.indikator)
