"""Every page of the whole city, whatever the records left out."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from figure_keys import figure_key
from lxml.html import HtmlElement, fromstring
from published_figures import AS_OF, CIVIL_REGISTRY, LIBRARY, Cell, published
from rendered import html_of

from suluh.catalogue import indicators
from suluh.figures import Status
from suluh.opendata import csv_number
from suluh.pages import SINGLE_PAGES, PageMaker, page_makers
from suluh.pages.indicator import indicator_page
from suluh.pages.page import Page
from suluh.published import Award, Commitment, Correction, Forum, Published, Service, Story, Voice

FILES = {"unduh", "kartu", "api", "grafik", "umpan", "kalender"}
HOSTILE = "<script>alert(1)</script> & [x](javascript:1)"
MAKERS: tuple[PageMaker, ...] = (
    *SINGLE_PAGES,
    *(partial(indicator_page, indicator_id=id_) for id_ in indicators()),
)
STATES = [Status.PUBLISHED, Status.NOT_REPORTED, Status.HIDDEN, Status.NOT_APPLICABLE]


def body_of(page: Page, city: Published) -> HtmlElement:
    return fromstring(f"<main>{html_of(page, city)}</main>")


@pytest.fixture(scope="module", params=STATES, ids=str)
def bodies(request: pytest.FixtureRequest) -> list[tuple[Published, Page, HtmlElement]]:
    """Every page of a city whose figures are all in one state."""
    state: Status = request.param
    city = published(lambda *_: Cell(state))
    return [(city, page := make(city), body_of(page, city)) for make in MAKERS]


def test_every_page_opens_with_one_heading_and_a_sentence(
    bodies: list[tuple[Published, Page, HtmlElement]],
) -> None:
    for _, page, body in bodies:
        assert [h.text_content() for h in body.iter("h1")] == [page.title]
        assert body.find_class("lead")[0].text_content().endswith(".")


def test_every_figure_shown_is_a_published_one(
    bodies: list[tuple[Published, Page, HtmlElement]],
) -> None:
    seen = 0
    for city, page, body in bodies:
        for element in body.find_class("angka"):
            indikator, opd, periode, rincian = figure_key(element)
            figure = city.of(opd).get(indikator, periode, rincian)
            assert figure is not None, (page.path, element.attrib)
            assert element.get("value") == csv_number(figure.nilai)
            seen += 1
    assert seen > 100


def test_the_table_of_contents_leads_to_headings_of_the_page(
    bodies: list[tuple[Published, Page, HtmlElement]],
) -> None:
    for _, page, body in bodies:
        headings = {h.get("id"): h.text_content() for h in body.iter("h2")}
        assert headings == {section.id: section.title for section in page.sections}, page.path
        assert list(headings) == [section.id for section in page.sections], page.path


def test_ids_are_unique(bodies: list[tuple[Published, Page, HtmlElement]]) -> None:
    for _, page, body in bodies:
        twice = [id_ for id_, n in Counter(body.xpath("//@id")).items() if n > 1]
        assert twice == [], page.path


def test_scrolling_tables_can_be_reached_by_keyboard_and_have_names_of_their_own(
    bodies: list[tuple[Published, Page, HtmlElement]],
) -> None:
    for _, page, body in bodies:
        frames = body.find_class("tabel-gulung")
        assert all(f.get("tabindex") == "0" and f.get("aria-label") for f in frames), page.path
        names = Counter(f.get("aria-label") for f in frames)
        assert [name for name, n in names.items() if n > 1] == [], page.path


def test_links_point_to_pages_of_the_site_or_to_sources_outside(
    bodies: list[tuple[Published, Page, HtmlElement]],
) -> None:
    city = bodies[0][0]
    known = {make(city).path for make in page_makers(city)}
    known.add("tentang/istilah/")
    for _, page, body in bodies:
        for link in body.xpath("//a/@href"):
            if link.startswith(("https://", "#")) or set(link.split("/")) & FILES:
                continue
            target = link.partition("#")[0].removeprefix(page.root)
            assert {target, page.path + target} & known, (page.path, link)


def test_every_department_and_each_of_its_years_gets_a_page() -> None:
    paths = [page.path for page in (make(published()) for make in _department_makers(published()))]
    assert f"opd/{CIVIL_REGISTRY.kode_opd}/" in paths
    assert f"opd/{LIBRARY.kode_opd}/2025/" in paths
    assert f"opd/{LIBRARY.kode_opd}/2026/" not in paths


def test_makers_can_be_sent_to_worker_processes() -> None:
    makers = page_makers(published())
    assert len(pickle.loads(pickle.dumps(makers))) == len(makers)  # noqa: S301 our own bytes


def test_a_city_without_departments_has_its_pages() -> None:
    city = replace(published(), departments=())
    for make in MAKERS:
        assert list(body_of(make(city), city).iter("h1"))


def test_words_of_people_and_names_are_escaped_everywhere() -> None:
    city = _hostile_city()
    for make in MAKERS:
        page = make(city)
        body = body_of(page, city)
        ours = f"starts-with(@src, '{page.root}assets/')"
        assert body.xpath(f"//script[not({ours}) or node()]") == [], page.path
        assert not any("javascript:" in link for link in body.xpath("//a/@href"))
    said = body_of(SINGLE_PAGES[4](city), city).text_content()
    assert HOSTILE in said


def test_nothing_is_ranked_departments_stand_by_name() -> None:
    city = published(lambda _, opd, *__: Cell(share=0.9 if opd == "perpustakaan" else 0.2))
    for page in (make(city) for make in MAKERS):
        for table in body_of(page, city).find_class("tabel-opd"):
            names = [a.text_content() for a in table.xpath(".//tbody//th//a")]
            assert names == sorted(names, key=str.casefold), page.path


def test_a_missing_figure_is_never_written_as_zero() -> None:
    city = published(lambda *_: Cell(Status.NOT_REPORTED))
    for page in (make(city) for make in MAKERS):
        for element in body_of(page, city).find_class("angka"):
            assert not re.search(r"\b0\b", element.text_content()), page.path


def _department_makers(city: Published) -> Iterator[Callable[[Published], Page]]:
    return (make for make in page_makers(city) if make not in MAKERS and _is_department(make))


def _is_department(make: Callable[[Published], Page]) -> bool:
    return isinstance(make, partial) and "kode_opd" in make.keywords


def _hostile_city() -> Published:
    opd = replace(CIVIL_REGISTRY, nama=HOSTILE, singkatan=HOSTILE, jenis=HOSTILE)
    day = date(2026, 3, 1)
    promise = Commitment("k", opd.kode_opd, day, HOSTILE, HOSTILE, day, "berjalan", None, HOSTILE,
                         "ikm", lewat=True)  # fmt: skip
    return replace(
        published(),
        departments=(opd, LIBRARY),
        voices=(Voice(opd.kode_opd, "2026-T3", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        commitments=(
            promise,
            replace(promise, status="selesai", tanggal_selesai=day, lewat=False),
        ),
        forums=(Forum(opd.kode_opd, day, HOSTILE, HOSTILE, 12, HOSTILE, HOSTILE),),
        awards=(Award(opd.kode_opd, "2026", HOSTILE, HOSTILE, HOSTILE),),
        stories=(Story(opd.kode_opd, day, HOSTILE, HOSTILE, HOSTILE),),
        services=(Service(opd.kode_opd, 2026, HOSTILE, gratis=True),),
        corrections=(Correction(AS_OF, HOSTILE, opd.kode_opd, "2026", HOSTILE, HOSTILE, HOSTILE),),
    )
