"""Tables of departments and of categories, and what stands beside them."""

from __future__ import annotations

import pytest
from published_figures import CIVIL_REGISTRY, LIBRARY, Cell, figure, published

from suluh.catalogue import indicators
from suluh.figures import Status
from suluh.pages.category_table import category_table
from suluh.pages.department_table import Column, Row, annotated, department_table
from suluh.pages.fair_comparison import fair_comparison_page
from suluh.pages.reporting import running_year
from suluh.pages.voice import enough
from suluh.periods import Period
from suluh.sentences.phrases import newest_year

Y2024, Y2025, Y2026 = (Period(year) for year in (2024, 2025, 2026))


def test_the_city_stands_first_and_the_departments_of_the_period_follow_by_name() -> None:
    columns = (Column("ikm", "IKM"), Column("nrr", "Waktu", "waktu"))
    table = department_table(published(), "t", Y2025, columns)
    assert [row.department for row in table.rows] == [None, CIVIL_REGISTRY, LIBRARY]
    shown = [f.rincian for row in table.rows for f in row.figures if f]
    assert shown == ["", "waktu"] * 3


def test_a_department_that_is_no_more_is_not_in_the_table() -> None:
    table = department_table(published(), "t", Y2026, (Column("ikm", "IKM"),))
    assert [row.department for row in table.rows] == [None, CIVIL_REGISTRY]


def test_notes_are_said_beside_each_row() -> None:
    table = department_table(published(), "t", Y2026, (Column("ikm", "IKM"),))
    noted = annotated(table, "Catatan", lambda row: row.department.nama if row.department else "-")
    assert [row.note for row in noted.rows] == ["-", CIVIL_REGISTRY.nama]
    assert table.rows[0].note == ""


@pytest.mark.parametrize(("answered", "word"), [(79.0, "belum"), (80.0, "ya"), (81.0, "ya")])
def test_a_survey_is_enough_from_the_minimum_sample_on(answered: float, word: str) -> None:
    figures = (
        figure("layanan_pengguna", "2025", nilai=100.0),
        figure("skm_sampel_minimum", "2025", nilai=80.0),
        figure("skm_responden", "2025", nilai=answered),
    )
    assert enough(Row(CIVIL_REGISTRY, figures)) == word


def test_without_users_or_answers_nobody_can_tell_whether_a_survey_is_enough() -> None:
    silent = figure("skm_responden", "2025", status=Status.NOT_REPORTED)
    assert enough(Row(CIVIL_REGISTRY, (None, silent, silent))) == "belum dapat dinilai"
    assert enough(Row(CIVIL_REGISTRY, (None, None, None))) == "belum dapat dinilai"


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.9, "di atas kota"), (0.8, "tidak berbeda jelas"), (0.7, "di bawah kota")],
)
def test_a_department_stands_beside_the_city_by_its_interval(share: float, words: str) -> None:
    city = published(lambda _, opd, *__: Cell(share=0.8 if opd == "kota" else share, width=0.02))
    table = fair_comparison_page(city).content["table"]
    notes = [row.note for row in table.rows]  # type: ignore[attr-defined]
    assert notes[0] == ""
    assert set(notes[1:]) == {words}


def test_a_hidden_department_cannot_be_compared_with_the_city() -> None:
    city = published(
        lambda _, opd, *__: Cell(Status.PUBLISHED if opd == "kota" else Status.HIDDEN)
    )
    table = fair_comparison_page(city).content["table"]
    assert {row.note for row in table.rows[1:]} == {"tidak dapat dibandingkan"}  # type: ignore[attr-defined]


def test_categories_stand_in_the_order_of_the_catalogue_under_their_names() -> None:
    table = category_table(published(), indicators()["nrr"], (Y2024, Y2025))
    assert [row.label for row in table.rows][:3] == [
        "persyaratan",
        "prosedur",
        "waktu penyelesaian",
    ]
    assert all(len(row.figures) == 2 for row in table.rows)


def test_a_full_year_is_reported_on_before_the_year_under_way() -> None:
    assert newest_year(published(), "ikm") == Y2025
    only_now = published(lambda _, __, p, ___: Cell(_status(p[:4] == "2026")))
    assert newest_year(only_now, "ikm") == Y2026
    nothing = published(lambda *_: Cell(Status.NOT_REPORTED))
    assert newest_year(nothing, "ikm") == Y2026


def test_a_year_is_under_way_until_its_last_day() -> None:
    assert running_year(published()) == Y2026
    assert running_year(published(as_of=Y2025.end)) is None


def _status(reported: bool) -> Status:
    return Status.PUBLISHED if reported else Status.NOT_REPORTED
