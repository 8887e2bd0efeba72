"""The site in Chromium: no error, nothing asked of others, accessible, and fit for a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_kinds import (
    AXE_SCHEMES,
    AXE_SCREEN,
    DESK,
    KINDS,
    PHONE,
    QUIET_SCREEN,
    SIDEWAYS_SCREENS,
    Scheme,
)
from playwright.sync_api import Browser, Page

TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
    ? ['the page', ...[...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(element => element.tagName + '.' + element.getAttribute('class'))]
    : []"""

kinds = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())


@dataclass
class Heard:
    """What a page said and asked for while it was open."""

    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@kinds
def test_no_console_error_and_no_failed_or_foreign_request(
    browser: Browser, address: str, path: str
) -> None:
    with _opened(browser, address + path, QUIET_SCREEN) as (page, heard):
        page.mouse.wheel(0, 4000)
        page.wait_for_load_state("networkidle")
    assert heard.errors == []
    assert heard.failed == []
    assert [url for url in heard.requests if not url.startswith((address, "data:", "blob:"))] == []


@kinds
@pytest.mark.parametrize("scheme", AXE_SCHEMES)
def test_axe_finds_nothing_serious(
    browser: Browser, address: str, path: str, scheme: Scheme
) -> None:
    with _opened(browser, address + path, AXE_SCREEN, scheme) as (page, _):
        found = Axe().run(page).response["violations"]
    serious = [
        (rule["id"], node["target"], node.get("failureSummary", "")[:200])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"][:3]
    ]
    assert serious == []


@kinds
def test_a_phone_needs_no_sideways_scroll(browser: Browser, address: str, path: str) -> None:
    with _opened(browser, address + path, PHONE) as (page, _):
        for screen in SIDEWAYS_SCREENS:
            page.set_viewport_size(screen)
            assert page.evaluate(TOO_WIDE) == [], screen


def test_the_site_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + KINDS["department"])
    assert page.locator("article h1").is_visible()
    assert page.locator("article svg").first.is_visible()
    assert page.locator("article data.angka").count() > 0
    context.close()


def test_a_chart_shows_its_table_on_a_tap(browser: Browser, address: str) -> None:
    with _opened(browser, address + KINDS["department"], PHONE) as (page, _):
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


def test_axe_finds_nothing_serious_in_an_open_meaning(browser: Browser, address: str) -> None:
    with _opened(browser, address + KINDS["department"], PHONE, "dark") as (page, _):
        page.locator("[popovertarget=arti-n]").first.click()
        found = Axe().run(page, context="#arti-n").response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []


def test_dark_and_light_differ(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        with _opened(browser, address, DESK, scheme) as (page, _):
            colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] != colours[1]


@contextmanager
def _opened(
    browser: Browser, url: str, screen: dict[str, int], scheme: Scheme = "light"
) -> Iterator[tuple[Page, Heard]]:
    context = browser.new_context(viewport=screen, color_scheme=scheme, locale="id-ID")
    page, heard = context.new_page(), Heard()
    page.on("console", lambda m: heard.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("request", lambda request: heard.requests.append(request.url))
    page.on("requestfailed", lambda request: heard.failed.append(request.url))
    page.on("response", lambda r: heard.failed.append(r.url) if r.status >= 400 else None)
    page.goto(url, wait_until="load")
    yield page, heard
    context.close()
