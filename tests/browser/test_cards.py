"""A card in a frame on somebody else's page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_kinds import AXE_SCHEMES, Scheme
from playwright.sync_api import Browser

FRAME = {"width": 340, "height": 330}
CARDS = ("kartu/disdukcapil.html", "kartu/kota.html")


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("scheme", AXE_SCHEMES)
def test_axe_finds_nothing_on_a_card_and_it_fits_its_frame(
    browser: Browser, address: str, card: str, scheme: Scheme
) -> None:
    context = browser.new_context(viewport=FRAME, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + card)
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= FRAME["width"]
    assert page.evaluate("document.documentElement.scrollHeight") <= FRAME["height"]
    context.close()


def test_a_card_is_dark_where_its_reader_s_device_is(browser: Browser, address: str) -> None:
    grounds = []
    for scheme in AXE_SCHEMES:
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
        page = context.new_page()
        page.goto(address + CARDS[0])
        style = "body => getComputedStyle(body).backgroundColor"
        grounds.append(page.locator("body").evaluate(style))
        context.close()
    assert len(set(grounds)) == 2
