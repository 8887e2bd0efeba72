from __future__ import annotations

import pytest
from published_figures import CIVIL_REGISTRY, LIBRARY, Cell, published

from suluh.figures import Status
from suluh.pages.completeness import ReportYear, completeness_page
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.sentence import plain
from suluh.sources import SOURCES, Report, report

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


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell(Status.HIDDEN), Report.RECORDS),
        (Cell(Status.SMALL_SAMPLE), Report.RECORDS),
        (Cell(share=0.0, n=1), Report.RECORDS),  # 0% of one
        (Cell(share=0.0, n=0), Report.NO_RECORDS),  # a count of nothing in a table that is there
        (Cell(Status.NOT_APPLICABLE), Report.NO_RECORDS),  # a share of nothing
        (Cell(Status.NOT_REPORTED), Report.NOT_REPORTED),
    ],
)
def test_records_are_there_only_where_figures_show_some(cell: Cell, expected: Report) -> None:
    source = next(s for s in SOURCES if s.tabel == "peserta")
    city = published(lambda *_: cell)
    assert report(city, CIVIL_REGISTRY.kode_opd, source, Period(2025)) is expected


def test_what_is_not_known_to_be_missing_is_not_held_against_a_department() -> None:
    for status in (Status.HIDDEN, Status.NOT_APPLICABLE, Status.SMALL_SAMPLE):
        year = years_of(published(lambda *_, status=status: Cell(status)))[1]
        assert year.incomplete == ()
        assert year.missing_everywhere == ()


def test_the_lead_counts_only_departments_with_records() -> None:
    nothing = {"pengaduan_masuk", "pelatihan_kelulusan"}
    city = published(lambda i, *_: Cell(share=0.0, n=0) if i in nothing else Cell())
    said = plain(completeness_page(city).lead)
    assert "0 melaporkan pengaduan, 0 melaporkan pelatihan" in said
    assert "1 melaporkan survei kepuasan" in said


def test_commitments_that_were_all_kept_are_records() -> None:
    """None is open at the year's end; of those due in it the figures tell."""
    city = published(lambda i, *_: Cell(share=0.0, n=0) if i == "komitmen_terbuka" else Cell())
    source = next(s for s in SOURCES if s.tabel == "komitmen")
    assert report(city, CIVIL_REGISTRY.kode_opd, source, Period(2025)) is Report.RECORDS


def test_every_source_is_an_indicator_with_a_yearly_total() -> None:
    city = published()
    assert all(city.city.get(id_, "2025") for s in SOURCES for id_ in s.indikator)


def _only_registry_missing(indikator: str, opd: str, *_: str) -> Cell:
    return _missing(indikator == SURVEY and opd == CIVIL_REGISTRY.kode_opd)


def _missing(absent: bool) -> Cell:
    return Cell(Status.NOT_REPORTED if absent else Status.PUBLISHED)
