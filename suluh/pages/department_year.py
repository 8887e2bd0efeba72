"""`/opd/<kode>/<tahun>/`: one department's year, permanent: every figure published of it."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import Indicator, indicators
from suluh.charts import year_charts
from suluh.pages.cards import year_cards
from suluh.pages.department_periods import years_of
from suluh.pages.indicator import THEMES
from suluh.pages.page import Page, Section
from suluh.pages.roll import named
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.sentences import year_lead
from suluh.text import say

PICTURES = Section("gambaran", say("Gambaran tahun ini"))


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Every figure of one indicator in a year and its quarters."""

    indicator: Indicator
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The figures of one theme; `id` is that of its section."""

    id: str
    groups: tuple[FigureGroup, ...]


def department_year_page(published: Published, *, kode_opd: str, year: int) -> Page:
    """A year of a department: cards, two charts and the whole table."""
    department, period = named(published)[kode_opd], Period(year)
    years = years_of(published, kode_opd)
    tables = theme_tables(published.of(kode_opd), period)
    return Page(
        path=f"opd/{kode_opd}/{year}/",
        template="opd_tahun.html",
        title=say("{department}, tahun {year}", department=department.nama, year=str(year)),
        lead=year_lead(published, kode_opd, period),
        feed=kode_opd,
        sections=(PICTURES, *(Section(table.id, THEMES[table.id]) for table in tables)),
        charts=year_charts(kode_opd, period),
        content={
            "department": department,
            "year": period,
            "before": _neighbour(years, year - 1),
            "after": _neighbour(years, year + 1),
            "as_of": published.as_of,
            "cards": year_cards(published, kode_opd, str(year)),
            "tables": tables,
        },
    )


def theme_tables(own: DepartmentFigures, year: Period) -> tuple[ThemeTable, ...]:
    """All figures of a year and its quarters, by theme and indicator, none left out."""
    by_indicator: dict[str, list[Figure]] = {}
    wanted = str(year)
    for figure in own.by_key.values():
        if figure.periode[:4] == wanted:
            by_indicator.setdefault(figure.indikator, []).append(figure)
    tables = []
    for theme in THEMES:
        known = [i for i in indicators().values() if i.tema == theme and i.id in by_indicator]
        groups = tuple(FigureGroup(i, _ordered(i, by_indicator[i.id])) for i in known)
        if groups:
            tables.append(ThemeTable(theme, groups))
    return tuple(tables)


def _ordered(indicator: Indicator, figures: list[Figure]) -> tuple[Figure, ...]:
    """By category in the catalogue's order (totals first), the year before its quarters."""
    rank = {rincian: position for position, rincian in enumerate(indicator.rincian, 1)}
    last = len(rank) + 1

    def place(f: Figure) -> tuple[int, str, str]:
        return (rank.get(f.rincian, last) if f.rincian else 0, f.rincian, f.periode)

    return tuple(sorted(figures, key=place))


def _neighbour(years: tuple[Period, ...], year: int) -> Period | None:
    return next((y for y in years if y.year == year), None)
