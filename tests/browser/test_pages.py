"""The site in Chromium: no error, nothing asked of others, accessible, and fit for a phone."""

from __future__ import annotations

import pytest
from opening import opened, wait_for_layout
from page_kinds import (
    DESK,
    ENGLISH,
    KINDS,
    PHONE,
    QUIET_SCREEN,
    SIDEWAYS_SCREENS,
)
from playwright.sync_api import Browser, Page, Route

TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
    ? ['the page', ...[...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(element => element.tagName + '.' + element.getAttribute('class'))]
    : []"""

BROKEN = """() => {
    const texts = document.createTreeWalker(document.querySelector('article'), 4)
    const broken = []
    while (texts.nextNode()) {
        const text = texts.currentNode
        if (text.parentElement.closest('svg, code, .saji-pembaca')
            || !text.parentElement.checkVisibility()) continue
        for (const { 0: word, index } of text.data.matchAll(/[a-z]{4,20}/gi)) {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            const tops = [...range.getClientRects()].map(({ top }) => Math.round(top))
            if (new Set(tops).size > 1) broken.push(word)
        }
    }
    return broken
}"""

CUT = """() => [...document.querySelectorAll('.tabel-gulung')]
    .filter(frame => frame.checkVisibility() && frame.querySelector('tr').cells.length < 4)
    .filter(frame => frame.scrollWidth > frame.clientWidth + 1)
    .map(frame => frame.ariaLabel)"""
"""Small tables of which a phone shows a part: only large ones may be scrolled sideways."""


@pytest.mark.parametrize("path", [*KINDS.values(), *ENGLISH.values()])
def test_a_page_is_quiet_and_on_a_phone_neither_too_wide_nor_cut_nor_with_broken_words(
    browser: Browser, address: str, path: str
) -> None:
    """No error on the console, no request that fails or goes to another host."""
    with opened(browser, address + path, QUIET_SCREEN) as (page, heard):
        page.mouse.wheel(0, 4000)
        page.wait_for_load_state("networkidle")
        wait_for_layout(page)
        for screen in SIDEWAYS_SCREENS:
            page.set_viewport_size(screen)
            assert page.evaluate(TOO_WIDE) == [], screen
            if screen == PHONE:
                assert page.evaluate(BROKEN) == []
                assert page.evaluate(CUT) == []
    assert heard.errors == []
    assert heard.failed == []
    assert [url for url in heard.requests if not url.startswith((address, "data:", "blob:"))] == []


def test_what_is_too_wide_out_of_sight_is_found(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.route(address, _with_something_wide)
    page.goto(address)
    wait_for_layout(page)
    assert {"the page", "P.lebar"} <= set(page.evaluate(TOO_WIDE))
    page.close()


@pytest.mark.parametrize("screen", [PHONE, DESK])
@pytest.mark.parametrize("section", ["kepuasan", "pelatihan", "unduhan"])
def test_a_link_to_a_section_leads_to_it_past_what_is_not_laid_out_yet(
    browser: Browser, address: str, screen: dict[str, int], section: str
) -> None:
    department, place = address + KINDS["department"], f"#{section}"
    with opened(browser, department + place, screen) as (from_outside, _):
        assert 0 < _settled_top(from_outside, place) < 120
    with opened(browser, department, screen) as (page, _):
        page.evaluate("place => { location.hash = place }", place)
        assert 0 < _settled_top(page, place) < 120


def test_a_table_of_two_columns_that_is_cut_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<div class=tabel-gulung style='width: 9em; overflow: auto' aria-label=Angka><table><tr>"
        "<th style='white-space: nowrap'>tahun 2026 (sampai 30 September 2026)<td>82,86</table>"
    )
    assert page.evaluate(CUT) == ["Angka"]
    page.close()


def test_a_broken_word_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<article style='width: 2em; overflow-wrap: anywhere'>Penanggulangan</article>"
    )
    assert page.evaluate(BROKEN) == ["Penanggulangan"]
    page.close()


def test_the_site_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + KINDS["department"])
    assert page.locator("article h1").is_visible()
    assert page.locator("article svg").first.is_visible()
    assert page.locator("article data.angka").count() > 0
    context.close()


@pytest.mark.parametrize(
    ("path", "chart", "columns"),
    [
        (KINDS["department"], "unsur", 5),
        (KINDS["department"], "pengaduan", 4),
        (ENGLISH["department"], "pengaduan", 4),
    ],
)
def test_on_a_phone_the_table_of_a_chart_has_all_its_columns_in_sight(
    browser: Browser, address: str, path: str, chart: str, columns: int
) -> None:
    with opened(browser, address + path, PHONE) as (page, _):
        figure = page.locator(f"#grafik-{chart}")
        figure.locator("summary").click()
        frame = figure.locator(".tabel-gulung")
        assert frame.locator("thead th").count() == columns
        assert frame.evaluate("it => it.scrollWidth <= it.clientWidth")


def test_a_chart_shows_its_table_on_a_tap(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["department"], PHONE) as (page, _):
        details = page.locator("article figure details").first
        details.scroll_into_view_if_needed()
        assert not details.locator("table").is_visible()
        details.locator("summary").click()
        assert details.locator("table").is_visible()


def test_a_tap_on_a_term_shows_what_it_means_without_javascript(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, has_touch=True, viewport=PHONE)
    page = context.new_page()
    page.goto(address + KINDS["department"])
    meaning = page.locator("#arti-n")
    assert not meaning.is_visible()
    page.locator(".kartu [popovertarget=arti-n]").first.tap()
    box = meaning.bounding_box()
    assert meaning.is_visible()
    assert "Makin kecil n, makin kurang pasti" in meaning.inner_text()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE["width"]
    meaning.locator(".arti__tutup").tap()
    assert not meaning.is_visible()
    context.close()


def test_dark_and_light_differ(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        with opened(browser, address, DESK, scheme) as (page, _):
            colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] != colours[1]


def _with_something_wide(route: Route) -> None:
    before, last = (response := route.fetch()).text().rsplit("<figcaption", 1)
    wide = "<p class=lebar style='width: 200vw'>Lebar</p><figcaption"
    route.fulfill(response=response, body=before + wide + last)


def _settled_top(page: Page, place: str) -> float:
    """Where a part of the page stands on the screen, once it has been laid out around it."""
    for _ in range(20):
        page.evaluate("new Promise(requestAnimationFrame)")
    top: float = page.locator(place).evaluate("part => part.getBoundingClientRect().top")
    return top
