"""Pages: what each kind of page of the site shows, from `Published` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from suluh.catalogue import indicators
from suluh.pages.api import api_page
from suluh.pages.completeness import completeness_page
from suluh.pages.corrections import corrections_page
from suluh.pages.data import data_page
from suluh.pages.department import department_page
from suluh.pages.department_year import department_year_page
from suluh.pages.departments import departments_page
from suluh.pages.evaluation import evaluation_page
from suluh.pages.fair_comparison import fair_comparison_page
from suluh.pages.forum import forum_page
from suluh.pages.home import home_page
from suluh.pages.impact import impact_page
from suluh.pages.indicator import indicator_page, indicators_page
from suluh.pages.page import Page
from suluh.pages.roll import reported
from suluh.pages.search import search_page
from suluh.pages.training import training_page
from suluh.pages.voice import voice_page
from suluh.pages.voice_year import voice_year_page
from suluh.published import Published

PageMaker: TypeAlias = Callable[[Published], Page]

SINGLE_PAGES: tuple[PageMaker, ...] = (
    home_page,
    departments_page,
    training_page,
    evaluation_page,
    voice_page,
    forum_page,
    fair_comparison_page,
    impact_page,
    indicators_page,
    data_page,
    api_page,
    completeness_page,
    corrections_page,
    search_page,
)


def page_makers(published: Published) -> tuple[PageMaker, ...]:
    """A picklable maker for every page that is not hand-written."""
    years = (partial(voice_year_page, year=year.year) for year in published.years)
    return (*SINGLE_PAGES, *years, *_indicator_makers(), *_department_makers(published))


def _indicator_makers() -> Iterator[PageMaker]:
    for id_ in indicators():
        yield partial(indicator_page, indicator_id=id_)


def _department_makers(published: Published) -> Iterator[PageMaker]:
    for department in reported(published):
        yield partial(department_page, kode_opd=department.kode_opd)
        for year in published.years:
            if department.valid_in(year):
                yield partial(department_year_page, kode_opd=department.kode_opd, year=year.year)
