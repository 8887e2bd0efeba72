"""A drawing out of sight waits, and nothing moves or is covered because it does."""

from __future__ import annotations

import pytest
from built_site import BuiltSite
from opening import opened, wait_for_layout
from page_kinds import DESK, KINDS, PHONE
from playwright.sync_api import Browser

HIGHER = """() => [...document.querySelectorAll(".grafik__gambar")]
  .filter(place => { place.classList.remove("digelar"); return place.checkVisibility() })
  .map(place => [
    place.closest("figure").id,
    place.firstElementChild.getBoundingClientRect().height,
    parseFloat(getComputedStyle(place).containIntrinsicBlockSize.replace("auto ", "")),
  ])
  .filter(([, height, kept]) => !(height <= kept))"""

OVERLAPPING = """() => [...document.querySelectorAll("article > *")]
  .filter(piece => piece.nextElementSibling && piece.checkVisibility())
  .flatMap(piece => {
    const end = piece.getBoundingClientRect().bottom + 1
    return [...piece.querySelectorAll("*")].filter(inner =>
      inner.checkVisibility() && !inner.closest("svg, .tabel-gulung, [popover], .saji-pembaca")
      && inner.getBoundingClientRect().bottom > end)
  })
  .map(inner => inner.textContent.slice(0, 60))"""


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=("phone", "desk"))
@pytest.mark.parametrize("kind", ["home", "department", "voices", "training", "effect"])
def test_no_drawing_is_higher_than_what_is_kept_for_it(
    browser: Browser, address: str, kind: str, screen: dict[str, int]
) -> None:
    """Without a script nothing is laid out before it is in sight, and lies over nothing."""
    with opened(browser, address + KINDS[kind], screen) as (page, _):
        assert page.locator("figure.grafik").count() > 0
        assert page.evaluate(HIGHER) == []


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=("phone", "desk"))
@pytest.mark.parametrize("kind", ["home", "department", "forums", "comparison"])
def test_nothing_out_of_sight_lies_over_its_neighbour_for_long(
    browser: Browser, address: str, kind: str, screen: dict[str, int]
) -> None:
    """What is taken to be lower than it is ends within what follows, for whoever measures it."""
    with opened(browser, address + KINDS[kind], screen) as (page, _):
        wait_for_layout(page)
        assert page.evaluate("scrollY") == 0
        assert page.evaluate(OVERLAPPING) == []


def test_what_is_out_of_sight_is_found_to_lie_over_its_neighbour(browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    page.set_content(
        "<article><p style='height: 300vh'>Jauh</p><div style='content-visibility: auto;"
        " contain-intrinsic-block-size: 1rem'><p style='height: 9rem'>Tinggi</div><p>Bawah"
    )
    assert page.evaluate(OVERLAPPING) == ["Tinggi"]
    page.close()


@pytest.mark.parametrize("section", ["pengaduan", "komitmen", "unduhan"])
def test_an_address_leads_to_its_section(browser: Browser, address: str, section: str) -> None:
    with opened(browser, f"{address}{KINDS['department']}#{section}", PHONE) as (page, _):
        page.wait_for_function("scrollY > 0")
        top = page.evaluate(
            "id => document.getElementById(id).getBoundingClientRect().top", section
        )
        assert 0 <= top < PHONE["height"] / 2


def test_an_address_unfolds_what_it_leads_to(browser: Browser, address: str) -> None:
    folded = "details:not([open]) .timbal li[id]"
    with opened(browser, address + KINDS["department"], PHONE) as (page, _):
        anchor = page.locator(folded).last.get_attribute("id")
        page.evaluate("id => { location.hash = id; }", anchor)
        page.wait_for_selector(f"details[open] #{anchor}", state="visible")


def test_from_the_disk_no_page_says_an_error(browser: Browser, site: BuiltSite) -> None:
    for path in KINDS.values():
        file = (site.root / path / "index.html").as_uri()
        with opened(browser, file, PHONE) as (_, heard):
            assert heard.errors == [], path
