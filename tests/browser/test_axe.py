"""axe on every kind of page: no finding of any level, best practices included.

A page is loaded once and looked at on every screen, with the search open and on paper, each in
both colour schemes. Every rule is judged wherever a page says something else or anything stands
elsewhere than before, and those on colours wherever anything looks otherwise: of the first state
all texts, of others three of each look that none before had (looking.js). The open search is the
same on all pages, and judged where it is not. That nothing is missed by this, the last tests show.
In English, where the words alone are others, two states are enough.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from looking import SCHEME_NAMES, Finding, Looking
from opening import opened
from page_kinds import AXE_IN_ENGLISH, AXE_SCHEMES, AXE_SCREENS, DESK, ENGLISH, KINDS, PHONE
from playwright.sync_api import Browser, Page

MEDIA = {
    "320": "screen and (width < 400px)",
    "768": "screen and (400px < width < 1000px)",
    "1300": "screen and (width > 1000px)",
    "screen": "screen",
    "paper": "print",
}
SCREENS_AND_PAPER = [
    f"{where} {scheme}" for where in ("320", "768", "1300", "paper") for scheme in AXE_SCHEMES
]
TIGHT = "display: flex; gap: 1px; font-size: 2px"
TINY = "width: 9px; height: 9px; overflow: hidden"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, address: str, kind: str) -> None:
    with opened(browser, address + KINDS[kind], DESK) as (page, _):
        assert {state: found for state, found in states(Looking.at(page)) if found} == {}


@pytest.mark.parametrize("kind", ENGLISH)
def test_axe_finds_nothing_in_english(browser: Browser, address: str, kind: str) -> None:
    with opened(browser, address + ENGLISH[kind], DESK) as (page, _):
        looking = Looking.at(page)
        for screen, scheme in AXE_IN_ENGLISH:
            page.set_viewport_size(screen)
            assert looking.look_in(scheme) == [], (screen, scheme)


def states(looking: Looking) -> Iterator[tuple[str, list[Finding]]]:
    """What is found in each state that the page can be in."""
    page = looking.page
    for screen in AXE_SCREENS:
        page.set_viewport_size(screen)
        for scheme in AXE_SCHEMES:
            yield f"{screen['width']} {scheme}", looking.look_in(scheme)
    search(page, "layanan")
    for scheme in AXE_SCHEMES:
        yield f"search {scheme}", looking.look_at_common(scheme, "#cari")
    page.keyboard.press("Escape")
    for scheme in AXE_SCHEMES:
        yield f"paper {scheme}", looking.look_in(scheme, media="print")


def search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#cari .cari__hasil a").first.wait_for()


def test_axe_finds_nothing_in_an_open_meaning(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["department"], PHONE, "dark") as (page, _):
        page.locator("[popovertarget=arti-n]").first.click()
        assert Looking.at(page).look("#arti-n") == []


def test_axe_finds_nothing_in_an_open_menu(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        page.locator("#tombol-menu").click()
        page.wait_for_timeout(400)  # it slides in
        assert Looking.at(page).look(".md-sidebar--primary") == []


def test_axe_finds_what_is_wrong(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        page.evaluate("document.querySelector('#tombol-menu').removeAttribute('aria-label')")
        assert [rule for rule, *_ in Looking.at(page).look()] == ["button-name"]


def test_a_pale_word_is_found_in_whatever_state_it_is_pale(browser: Browser, address: str) -> None:
    """Pale in another way in each, for the same would be found where it is seen first."""
    with opened(browser, address + KINDS["glossary"], DESK) as (page, _):
        names = page.locator("article p[id] > strong").evaluate_all(
            "names => names.map(name => [`#${name.parentElement.id} > strong`, name.outerHTML])"
        )
        planted = dict(zip(SCREENS_AND_PAPER, names, strict=False))
        for number, (state, (words, _)) in enumerate(planted.items()):
            dress(page, pale(state, words, number))
        found = {state: wrong for state, wrong in states(Looking.at(page)) if wrong}
    assert {state: [place for _, place, _ in wrong] for state, wrong in found.items()} == {
        state: [html] for state, (_, html) in planted.items()
    }


def test_a_pale_result_is_found_in_either_scheme(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["glossary"], DESK) as (page, _):
        for scheme in AXE_SCHEMES:
            dress(page, pale(f"screen {scheme}", "#cari .cari__nama"))
        found = {state for state, wrong in states(Looking.at(page)) if wrong}
    assert found == {f"search {scheme}" for scheme in AXE_SCHEMES}


@pytest.mark.parametrize(
    ("state", "sheet", "rule"),
    [
        ("320 light", "article h1 { display: none }", "page-has-heading-one"),
        ("768 dark", "article h1 { display: none }", "page-has-heading-one"),
        ("1300 dark", "#asn a { color: #fff; text-decoration: none }", "link-in-text-block"),
        ("320 light", f"#asn {{ {TIGHT} }} #asn a {{ {TINY} }}", "target-size"),
    ],
)
def test_what_is_wrong_in_one_state_only_is_found_in_it(
    browser: Browser, address: str, state: str, sheet: str, rule: str
) -> None:
    with opened(browser, address + KINDS["glossary"], DESK) as (page, _):
        dress(page, only_in(state, sheet))
        found = {at: {rule for rule, *_ in wrong} for at, wrong in states(Looking.at(page))}
    assert {at: rules for at, rules in found.items() if rules} == {state: {rule}}


def pale(state: str, words: str, number: int = 0) -> str:
    """A sheet that makes words pale in one state; on paper the ground is white."""
    grey = number + (80 if state.endswith("dark") and not state.startswith("paper") else 180)
    return only_in(state, f"{words} {{ color: rgb({grey}, {grey}, {grey}) !important }}")


def only_in(state: str, sheet: str) -> str:
    where, scheme = state.split()
    named = SCHEME_NAMES[scheme]
    return f"@media {MEDIA[where]} {{ body[data-md-color-scheme={named}] {{ {sheet} }} }}"


def dress(page: Page, sheet: str) -> None:
    """Add a stylesheet, as the page's own policy would not let another do."""
    page.evaluate(
        """text => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync(text)
            document.adoptedStyleSheets.push(sheet)
        }""",
        sheet,
    )
