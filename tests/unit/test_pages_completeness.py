from __future__ import annotations

from published_figures import CIVIL_REGISTRY, LIBRARY, Cell, published

from suluh.figures import Status
from suluh.pages.completeness import SOURCES, ReportYear, completeness_page
from suluh.published import Published

SURVEY = "skm_responden"


def years_of(city: Published) -> tuple[ReportYear, ...]:
    years = completeness_page(city).content["years"]
    assert isinstance(years, tuple)
    return years


def test_the_newest_year_comes_first_and_holds_the_departments_of_that_year() -> None:
    newest, before, *_ = years_of(published())
    assert str(newest.year) == "2026"
    assert [row.department for row in newest.rows] == [CIVIL_REGISTRY]
    assert [row.department for row in before.rows] == [CIVIL_REGISTRY, LIBRARY]


def test_a_department_is_incomplete_for_a_source_that_others_reported() -> None:
    year = years_of(published(_only_registry_missing))[1]
    assert [(row.department, row.missing) for row in year.incomplete] == [
        (CIVIL_REGISTRY, ("Survei",))
    ]
    assert year.missing_everywhere == ()


def test_a_source_nobody_reported_is_not_held_against_each_department() -> None:
    year = years_of(published(lambda i, *_: _missing(i == SURVEY)))[1]
    assert year.missing_everywhere == ("Survei",)
    assert year.incomplete == ()


def test_hidden_figures_and_shares_of_nothing_count_as_reported() -> None:
    for status in (Status.HIDDEN, Status.NOT_APPLICABLE, Status.SMALL_SAMPLE):
        year = years_of(published(lambda *_, status=status: Cell(status)))[1]
        assert year.incomplete == ()
        assert year.missing_everywhere == ()


def test_every_source_is_an_indicator_with_a_yearly_total() -> None:
    city = published()
    assert all(city.city.get(s.indikator, "2025") for s in SOURCES)


def _only_registry_missing(indikator: str, opd: str, *_: str) -> Cell:
    return _missing(indikator == SURVEY and opd == CIVIL_REGISTRY.kode_opd)


def _missing(absent: bool) -> Cell:
    return Cell(Status.NOT_REPORTED if absent else Status.PUBLISHED)
