"""In no drawing of the site does a text lie over another, as the browser itself sets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import BuiltSite
from lxml import html
from playwright.sync_api import Browser, Page

TOUCHING_PX = 1.5
"""What letters may share: the boxes of two lines close together meet where no ink does."""

SHEET = 60
"""Drawings laid out at once."""

# A text drawn a second time on its own place is the ground of paper below it.
OVERLAPS = """tolerance => [...document.querySelectorAll("svg")].flatMap((svg, at) => {
  const boxes = [...svg.querySelectorAll("text")]
    .filter(text => text.textContent.trim())
    .map(text => [text.textContent, text.getBoundingClientRect()]);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance * 2;
  return boxes.flatMap(([text, a], i) => boxes.slice(i + 1)
    .filter(([other, b]) => over(a, b) && !(other === text && a.left === b.left))
    .map(([other]) => [at, text, other]));
})"""


def drawings(root: Path) -> Iterator[tuple[str, str]]:
    """Every different drawing in the pages of the newest figures, with the page it is first on."""
    seen: set[str] = set()
    for file in sorted(root.rglob("index.html")):
        page = file.parent.relative_to(root).as_posix()
        if page.rpartition("/")[2].isdigit():
            continue  # a year's page draws as these do
        for svg in html.parse(file).xpath("//*[contains(@class,'grafik__gambar')]/svg"):
            drawn = html.tostring(svg, encoding="unicode", with_tail=False)
            if drawn not in seen:
                seen.add(drawn)
                yield page, drawn


def overlaps(page: Page, drawn: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Of these drawings, the page and the two texts of each overlap."""
    page.set_content("<meta charset=utf-8>" + "".join(svg for _, svg in drawn))
    found = page.evaluate(OVERLAPS, TOUCHING_PX)
    return [(drawn[at][0], one, other) for at, one, other in found]


def test_no_text_of_a_drawing_lies_over_another(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    drawn = list(drawings(site.root))
    sheets = [drawn[at : at + SHEET] for at in range(0, len(drawn), SHEET)]
    found = [overlap for sheet in sheets for overlap in overlaps(page, sheet)]
    page.close()
    assert drawn
    assert found == []


@pytest.mark.parametrize(("y", "found"), [(10, 1), (40, 0)])
def test_an_overlap_is_found(browser: Browser, y: int, found: int) -> None:
    texts = f"<text y=12>satu</text><text y={y}>dua</text>"
    svg = f"<svg viewBox='0 0 90 60' width=90 height=60>{texts}</svg>"
    page = browser.new_page()
    assert len(overlaps(page, [("", svg)])) == found
    page.close()
