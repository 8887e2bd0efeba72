"""Without a mouse: every control is reached, is seen when reached, and in a sensible order."""

from __future__ import annotations

import pytest
from opening import opened
from page_kinds import DESK, KINDS, NARROW, PHONE
from playwright.sync_api import Browser, Page, expect
from test_pages import TOO_WIDE

CONTROLS = """() => [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(item => item.checkVisibility({ visibilityProperty: true }) && !item.disabled
        && !item.closest('[popover]') && !(item.type === 'radio' && !item.checked))
    .map((item, at) => { item.dataset.kendali = at; return at })"""

REACHED = """() => {
    const item = document.activeElement
    if (item === document.body) return null
    const seen = item.type === 'radio' ? item.nextElementSibling : item
    const { outlineStyle, outlineWidth } = getComputedStyle(seen)
    const boxes = [...seen.getClientRects()]
    const shown = boxes.some(({ left, top, width, height }) => {
        const there = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2)
        return there && (seen.contains(there) || there.contains(seen))
    })
    return {
        control: Number(item.dataset.kendali ?? -1),
        html: item.outerHTML.slice(0, 120),
        marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        shown,
    }
}"""

WORDS = """() => {
    const texts = document.createTreeWalker(document.querySelector('article'), 4)
    const words = []
    while (texts.nextNode()) {
        const around = texts.currentNode.parentElement
        if (around.checkVisibility() && !around.closest('svg, .isi-halaman, .saji-pembaca'))
            words.push(...texts.currentNode.data.split(/\\s+/))
    }
    return words.filter(Boolean)
}"""

long_pages = pytest.mark.parametrize("kind", ["home", "department", "comparison", "search"])


@long_pages
def test_every_control_is_reached_by_tab_and_seen(
    browser: Browser, address: str, kind: str
) -> None:
    with opened(browser, address + KINDS[kind], DESK) as (page, _):
        controls = page.evaluate(CONTROLS)
        reached = _tabbed_through(page, len(controls) + 5)
    assert len(controls) > 30
    assert set(controls) - {one["control"] for one in reached} == set()
    assert [one["html"] for one in reached if not one["marked"]] == []
    assert [one["html"] for one in reached if not one["shown"]] == []


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        button = page.locator("#tombol-menu")
        link = page.locator(".md-sidebar--primary a").first
        assert not link.is_visible()
        button.focus()
        page.keyboard.press("Enter")
        expect(link).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(link).to_be_hidden()


def test_a_key_alone_leads_to_no_other_page(browser: Browser, address: str) -> None:
    """Who speaks to the device types by accident (WCAG 2.1.4)."""
    with opened(browser, address + "opd/", DESK) as (page, _):
        before = page.url
        for key in "pnfs,.":
            page.keyboard.press(key)
        assert page.url == before
        assert page.locator("dialog[open]").count() == 0


def test_colours_are_chosen_by_keyboard_and_kept(browser: Browser, address: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, address, DESK, "light") as (page, _):
        followed = page.evaluate(ground)
        page.locator("[name=__palette]:checked").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        chosen = page.evaluate(ground)
        assert chosen != followed
        page.goto(address + "data/")
        assert page.evaluate(ground) == chosen


def test_the_device_s_own_colours_are_followed(browser: Browser, address: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, address, DESK, "light") as (page, _):
        light = page.evaluate(ground)
        page.emulate_media(color_scheme="dark")  # the page hears of it with its next frame
        page.wait_for_function(f"light => {ground} !== light", arg=light, timeout=5000)


@long_pages
def test_nothing_is_lost_when_a_page_is_twice_as_large(
    browser: Browser, address: str, kind: str
) -> None:
    """200 % on a screen of 1280 px leaves room for 640, 400 % for 320 (WCAG 1.4.4, 1.4.10)."""
    with opened(browser, address + KINDS[kind], DESK) as (page, _):
        page.set_viewport_size({"width": 1280, "height": 800})
        words = page.evaluate(WORDS)
        for screen in ({"width": 640, "height": 400}, NARROW):
            page.set_viewport_size(screen)
            assert page.evaluate(TOO_WIDE) == []
            assert set(words) - set(page.evaluate(WORDS)) == set()


def _tabbed_through(page: Page, most: int) -> list[dict[str, object]]:
    """Everything that the tab key reaches, in its order."""
    reached: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        one = page.evaluate(REACHED)
        if one is None:
            break
        reached.append(one)
    return reached
