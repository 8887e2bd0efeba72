"""A figure that is tapped shows its row of `angka.csv`, and leads to what it means."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import BuiltSite
from opening import opened
from page_kinds import DESK, KINDS, NARROW, PHONE, Scheme
from playwright.sync_api import Browser, Locator, Page, Route, expect

KEY = ("indikator", "kode_opd", "periode", "rincian")
DEPARTMENT = KINDS["department"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (DEPARTMENT, "p.lead"),
        (f"en/{DEPARTMENT}", "p.lead-lanjut"),
        (DEPARTMENT, "td"),
        (KINDS["effect"], "td"),
        (KINDS["departments"], "p"),
    ],
)
def test_a_figure_that_is_tapped_shows_its_row(
    browser: Browser, address: str, site: BuiltSite, path: str, place: str
) -> None:
    with opened(browser, address + path, PHONE) as (page, heard):
        figure = page.locator(f"{place} data.angka:visible").first
        figure.click()
        panel = _read(page)
        key, row = _row(figure, site)
        expect(panel.locator("code")).to_have_text(",".join(filter(None, key)))
        names, values = (panel.locator(tag).all_inner_texts() for tag in ("dt", "dd"))
        expected = {name: value for name, value in row.items() if value and name not in KEY}
        assert dict(zip(names, values, strict=True)) == expected
        meaning = panel.locator(".periksa__arti").get_attribute("href") or ""
        assert meaning.endswith(f"{'en/' if path.startswith('en/') else ''}indikator/{key[0]}/")
        for link in panel.locator("a").all():
            assert page.request.get(link.evaluate("link => link.href")).ok
        page.set_viewport_size(NARROW)
        assert panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") == 0
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        assert heard.errors == []


def test_the_city_s_value_beside_a_department_s_shows_its_whole_row(
    browser: Browser, address: str, site: BuiltSite
) -> None:
    with opened(browser, address + DEPARTMENT, PHONE) as (page, heard):
        chart = page.locator("#grafik-unsur")
        chart.locator("summary").click()
        figure = chart.locator("data.angka-tampil").first
        figure.click()
        _, row = _row(figure, site)
        assert row["kode_opd"] == "kota"
        assert row["nilai"] != figure.get_attribute("value")
        expect(_read(page).locator("dt:text-is('nilai') + dd")).to_have_text(row["nilai"])
        assert heard.errors == []


def test_until_the_row_is_read_a_figure_says_its_own(
    browser: Browser, address: str, site: BuiltSite
) -> None:
    with opened(browser, address + DEPARTMENT, PHONE) as (page, _):
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/unduh/opd/*.csv", hold)
        figure = page.locator("p.lead data.angka").first
        figure.click()
        panel = page.locator("#periksa")
        _, row = _row(figure, site)
        expect(panel).to_have_attribute("aria-busy", "true")
        expect(panel.locator("dl")).to_have_text(f"nilai{row['nilai']}")
        held[0].continue_()
        expect(_read(page).locator("dt:text-is('n') + dd")).to_have_text(row["n"])


def test_a_change_shows_the_rows_of_both_figures(browser: Browser, address: str) -> None:
    with opened(browser, address + DEPARTMENT, DESK) as (page, _):
        change = page.locator("data.selisih:visible").first
        change.click()
        told = page.locator("#periksa code")
        new, old = (change.get_attribute(f"data-{name}") for name in ("periode", "dari"))
        expect(told).to_have_text(re.compile(f"{new}.*; .*{old}"))
        expect(page.locator("#periksa dt", has_text="nilai")).to_have_count(2)
        periods = _read(page).locator("dt:text-is('periode') + dd")
        assert periods.all_inner_texts() == [new, old]


def test_figures_set_side_by_side_show_their_rows(
    browser: Browser, address: str, site: BuiltSite
) -> None:
    with opened(browser, f"{address}banding/?opd=disdukcapil,dpmptsp", DESK) as (page, heard):
        figures = page.locator("#berdampingan-hasil tbody data.angka")
        expect(figures.first).to_be_visible()
        for figure in (figures.first, figures.last):
            figure.click()
            key, row = _row(figure, site)
            expect(page.locator("#periksa code")).to_have_text(",".join(filter(None, key)))
            expect(page.locator("#periksa dd").first).to_have_text(row["nilai"])
            page.keyboard.press("Escape")
        assert heard.errors == []


def test_figures_are_reached_by_keyboard_once_that_is_asked_for(
    browser: Browser, address: str
) -> None:
    with opened(browser, address + DEPARTMENT, DESK) as (page, _):
        figure = page.locator("p.lead data.angka").first
        expect(figure).not_to_have_attribute("tabindex", "0")
        _mark_all(page)
        figure.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#periksa-nama")).to_be_focused()
        page.keyboard.press("Escape")
        expect(figure).to_be_focused()
        chart = page.locator("#grafik-unsur")
        chart.locator(".grafik__masa select").select_option("2024/")
        expect(chart).to_have_attribute("data-folder", "2024/")
        later = chart.locator("table data.angka").first
        expect(later).to_have_attribute("data-periode", "2024")
        expect(later).to_have_attribute("role", "button")
        page.locator(".periksa-ajakan button").press("Enter")
        for each in (figure, later):
            expect(each).not_to_have_attribute("role", "button")


def test_from_the_disk_a_figure_still_names_its_row(browser: Browser, site: BuiltSite) -> None:
    file = (site.root / DEPARTMENT / "index.html").as_uri()
    with opened(browser, file, PHONE) as (page, heard):
        for kind, name in (("angka", "nilai"), ("angka-n", "n")):
            figure = page.locator(f":is(p.lead-lanjut, .kartu) data.{kind}").first
            figure.click()
            key, row = _row(figure, site)
            expect(page.locator("#periksa code")).to_have_text(",".join(filter(None, key)))
            expect(page.locator("#periksa dl")).to_have_text(f"{name}{row[name]}")
            page.keyboard.press("Escape")
        assert heard.errors == []


def test_a_figure_within_a_link_leads_where_the_link_does(browser: Browser, address: str) -> None:
    with opened(browser, address + DEPARTMENT, DESK) as (page, _):
        page.locator(".eyebrow a").first.evaluate(
            "link => link.append(document.querySelector('data.angka').cloneNode(true))"
        )
        page.locator("a > data.angka").first.click()
        page.wait_for_url("**/opd/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_row_is_shown(
    browser: Browser, address: str, scheme: Scheme
) -> None:
    with opened(browser, address + DEPARTMENT, PHONE, scheme) as (page, _):
        _mark_all(page)
        page.locator("p.lead data.angka").first.click()
        expect(_read(page)).to_be_visible()
        for part in ("#periksa", "p.lead", ".asal-angka"):
            found = Axe().run(page, context=part).response["violations"]
            assert [rule["id"] for rule in found] == [], part


def _mark_all(page: Page) -> None:
    page.locator(".asal-angka > summary").press("Enter")
    page.locator(".periksa-ajakan button").press("Enter")
    expect(page.locator("p.lead data.angka").first).to_have_attribute("tabindex", "0")


def _read(page: Page) -> Locator:
    """The panel, once it has read the download: what a figure itself says stands there first."""
    panel = page.locator("#periksa:popover-open")
    expect(panel).not_to_have_attribute("aria-busy", "true")
    return panel


def _row(figure: Locator, site: BuiltSite) -> tuple[tuple[str, ...], dict[str, str]]:
    """The key of the figure, and its row of `angka.csv`."""
    names = ("indikator", "opd", "periode", "rincian")
    key = tuple(figure.get_attribute(f"data-{name}") or "" for name in names)
    return key, dict(site.figures[key])  # type: ignore[index]
