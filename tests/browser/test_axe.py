"""axe on every kind of page: no finding of any level, best practices included.

A page is loaded once a scheme and then looked at on every screen, on paper and with the search
open: loading takes longer than looking.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from opening import opened
from page_kinds import AXE_SCHEMES, AXE_SCREENS, DESK, ENGLISH, KINDS, PHONE, Scheme
from playwright.sync_api import Browser, Page

PATHS = {**KINDS, **{f"english-{kind}": path for kind, path in ENGLISH.items()}}

LOOK = """async within => {
    const screen = matchMedia('screen').matches  // nobody points at paper
    const rules = { 'target-size': { enabled: screen } }
    const options = { resultTypes: ['violations'], rules }
    const { violations } = await axe.run(within ?? document, options)
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(
        ({ target, failureSummary }) => [id, String(target), failureSummary.slice(0, 200)]))
}"""


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
@pytest.mark.parametrize("scheme", AXE_SCHEMES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: Scheme) -> None:
    found = {}
    with opened(browser, address + path, DESK, scheme) as (page, _):
        page.evaluate(_axe())
        for screen in AXE_SCREENS:
            page.set_viewport_size(screen)
            found[str(screen["width"])] = page.evaluate(LOOK)
        _search(page, "layanan")
        found["search"] = page.evaluate(LOOK, "#cari")
        page.keyboard.press("Escape")
        page.emulate_media(media="print")
        found["paper"] = page.evaluate(LOOK)
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_axe_finds_nothing_in_an_open_meaning(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["department"], PHONE, "dark") as (page, _):
        page.locator("[popovertarget=arti-n]").first.click()
        page.evaluate(_axe())
        assert page.evaluate(LOOK, "#arti-n") == []


def test_axe_finds_nothing_in_an_open_menu(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        page.locator("#tombol-menu").click()
        page.wait_for_timeout(400)  # it slides in
        page.evaluate(_axe())
        assert page.evaluate(LOOK, ".md-sidebar--primary") == []


def test_axe_finds_what_is_wrong(browser: Browser, address: str) -> None:
    with opened(browser, address, DESK) as (page, _):
        page.evaluate(_axe())
        page.evaluate("document.querySelector('#tombol-menu').removeAttribute('aria-label')")
        page.set_viewport_size(PHONE)
        assert [rule for rule, *_ in page.evaluate(LOOK)] == ["button-name"]


@cache
def _axe() -> str:
    script = files("axe_playwright_python") / "axe.min.js"
    return script.read_text(encoding="utf-8")


def _search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#cari .cari__hasil a").first.wait_for()
