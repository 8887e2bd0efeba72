"""Each indicator page works one of its figures out: what is printed there must come to it."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from built_site import BuiltSite
from figure_keys import FigureKey, figure_key
from lxml.html import HtmlElement

from suluh.catalogue import indicators

SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ".": "", ",": "."})
ARITHMETIC = re.compile(r"[\d.,()+−×÷ ]+")
NOT_COMPUTED = {"predikat_opd", "target"}
READ_OFF_A_CURVE = {"pengaduan_median_hari"}
every_indicator = pytest.mark.parametrize("indikator", indicators())


@every_indicator
def test_every_indicator_with_a_published_figure_has_an_example(
    site: BuiltSite, indikator: str
) -> None:
    published = [
        r for r in site.rows if r["indikator"] == indikator and (r["nilai"] or r["kategori"])
    ]
    assert published
    assert _result(site, indikator) is not None


@every_indicator
def test_the_numbers_of_an_example_come_to_the_figure_of_angka_csv(
    site: BuiltSite, indikator: str
) -> None:
    section = _section(site, indikator)
    row = site.figures[_key(_result(site, indikator))]
    (formula,) = section.xpath(".//p[contains(@class, 'rumus')]")
    printed = formula.xpath(".//*[@class='contoh__hitungan']")
    if indikator in NOT_COMPUTED | READ_OFF_A_CURVE:
        assert printed == []
        return
    text = printed[0].text_content()
    assert ARITHMETIC.fullmatch(text), text
    result = eval(text.translate(SIGNS))  # noqa: S307 our own page, and only digits and signs
    if "dibulatkan" in formula.text_content():
        result = round(result)
    assert result == pytest.approx(float(row["nilai"]), abs=6e-5)


def test_a_median_lies_between_the_days_that_are_given(site: BuiltSite) -> None:
    section = _section(site, "pengaduan_median_hari")
    median = site.figures[_key(_result(site, "pengaduan_median_hari"))]
    before, after = (site.figures[_key(e)] for e in _givens(section))
    assert float(before["nilai"]) < 50 <= float(after["nilai"])
    assert int(before["rincian"]) < float(median["nilai"]) <= int(after["rincian"])


@every_indicator
def test_what_is_given_is_named_by_the_start_of_its_row(site: BuiltSite, indikator: str) -> None:
    lines = (site.root / "unduh" / "angka.csv").read_text(encoding="utf-8").splitlines()
    for row in _section(site, indikator).xpath(".//tbody/tr[.//code]"):
        (start,) = (code.text_content() for code in row.xpath(".//code"))
        (value,) = row.xpath(".//data/@value")
        found = [line for line in lines if line.startswith(f"{start},")]
        assert any(value in line.split(",") for line in found), start


@every_indicator
def test_the_page_says_who_answers_for_it_what_it_does_not_say_and_how_it_is_gamed(
    site: BuiltSite, indikator: str
) -> None:
    text = " ".join(site.article(f"indikator/{indikator}/index.html").text_content().split())
    own = indicators()[indikator]
    for said in (own.batasan, own.siasat, own.konsep, own.pemilik.nama, own.versi[0].dasar):
        assert said in text
    assert "usulan, belum ditetapkan" in text


def _section(site: BuiltSite, indikator: str) -> HtmlElement:
    """All between the heading of the example and the next."""
    article = site.article(f"indikator/{indikator}/index.html")
    section = article.makeelement("section")
    (heading,) = article.xpath(".//h2[@id='contoh']")
    for element in heading.itersiblings():
        if element.tag == "h2":
            break
        section.append(deepcopy(element))
    return section


def _result(site: BuiltSite, indikator: str) -> HtmlElement | None:
    found = _section(site, indikator).xpath(".//p[contains(@class, 'rumus')]//data")
    return found[-1] if found else None


def _givens(section: HtmlElement) -> list[HtmlElement]:
    return list(section.xpath(".//tbody//data"))


def _key(element: HtmlElement | None) -> FigureKey:
    assert element is not None
    return figure_key(element)
