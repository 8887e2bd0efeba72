"""A department's page on paper: a clean report, whatever the screen was set to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

DEPARTMENT = "opd/disdukcapil/"
A4 = {"width": 794, "height": 1123}
WHITE = "rgb(255, 255, 255)"
HIDDEN_TABLES = """() => [...document.querySelectorAll('article :is(table, tr)')]
    .filter(element => !element.checkVisibility()).length"""


@pytest.fixture
def paper(browser: Browser, address: str) -> Iterator[Page]:
    """The page as it is printed by a reader whose device is dark and runs no script."""
    context = browser.new_context(viewport=A4, color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DEPARTMENT)
    page.emulate_media(media="print")
    yield page
    context.close()


def test_paper_has_no_navigation(paper: Page) -> None:
    for screen_only in (".md-header", ".md-tabs", ".md-sidebar", "nav", ".grafik__unduh a"):
        shown = [item for item in paper.locator(screen_only).all() if item.is_visible()]
        assert shown == [], screen_only


def test_every_table_is_open_on_paper(paper: Page) -> None:
    assert paper.locator("article details:not([open]) table").count() > 5
    assert paper.evaluate(HIDDEN_TABLES) == 0
    paper.emulate_media(media="screen")
    assert paper.evaluate(HIDDEN_TABLES) > 0


def test_paper_is_white_and_its_text_black_in_a_dark_scheme(paper: Page) -> None:
    for ground in ("html", "body"):
        style = f"getComputedStyle(document.querySelector('{ground}'))"
        assert paper.evaluate(f"{style}.backgroundColor") == WHITE
        assert paper.evaluate(f"{style}.colorScheme") in ("light only", "only light")
    for text in ("article h1", "article .lead", ".kaki__nama"):
        assert _colour(paper, text) == "rgb(0, 0, 0)", text


def test_the_foot_of_the_paper_names_the_page_and_the_date_of_its_data(paper: Page) -> None:
    foot = paper.locator("footer").inner_text()
    assert DEPARTMENT in foot
    assert re.search(r"Data per \d+ \w+ \d{4}", foot)
    assert paper.locator("footer").is_visible()


def test_no_chart_is_split_and_no_address_is_printed_behind_a_link(paper: Page) -> None:
    splits = "nodes => nodes.filter(node => getComputedStyle(node).breakInside != 'avoid').length"
    assert paper.locator(".grafik__gambar").count() > 5
    assert paper.locator(".grafik__gambar").evaluate_all(splits) == 0
    behind = "nodes => nodes.map(node => getComputedStyle(node, '::after').content)"
    contents = set(paper.locator("article a").evaluate_all(behind))
    assert not [content for content in contents if "http" in content or "attr" in content]


def test_what_the_words_mean_is_printed_with_the_page(paper: Page) -> None:
    meaning = paper.locator("#arti-n")
    assert "Makin kecil n, makin kurang pasti" in meaning.inner_text()
    assert meaning.is_visible()
    assert not meaning.locator("button").is_visible()


def test_the_printed_file_holds_the_tables(paper: Page) -> None:
    """Printing is not emulation: the file itself is shorter where the tables are taken out."""
    whole = _pages(paper.pdf(format="A4", prefer_css_page_size=True))
    paper.locator("details").evaluate_all("found => found.forEach(item => item.remove())")
    without = _pages(paper.pdf(format="A4", prefer_css_page_size=True))
    assert without + 3 < whole < 30


def _colour(page: Page, selector: str) -> str:
    colour = "node => getComputedStyle(node).color"
    return str(page.locator(selector).first.evaluate(colour))


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
