"""What stands around every page: in the reader's language, and of use where a page is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import urlsplit

from built_site import BuiltSite, is_english
from lxml.html import HtmlElement

SAID = "//@aria-label | //@title | //@placeholder"


def test_no_word_of_the_theme_is_left_in_english_on_an_indonesian_page(site: BuiltSite) -> None:
    english = _english()
    assert {"Header", "Footer", "Table of contents", "Skip to content"} <= english
    left = {
        (page, text)
        for page, document in site.documents()
        if not is_english(page)
        for text in _frame_texts(document)
        if text in english
    }
    assert left == set()


def test_a_missing_page_says_so_and_leads_on_from_an_address_at_any_depth(
    site: BuiltSite,
) -> None:
    document = site.document("404.html")
    article = site.article("404.html")
    assert article.findtext("h1") == "Halaman tidak ditemukan"
    assert "tidak ditemukan" in document.findtext(".//title")
    addresses = [*document.xpath("//@href"), *document.xpath("//@src")]
    own = [a for a in addresses if not urlsplit(a).netloc and not a.startswith("#")]
    assert len(article.xpath(".//ul//a")) > 3
    assert [address for address in own if not address.startswith("/")] == []


def _english() -> set[str]:
    """What material says in English."""
    source = files("material") / "templates" / "partials" / "languages" / "en.html"
    said = re.findall(r'"[a-z.]+": "([^"]+)"', source.read_text(encoding="utf-8"))
    return {text for text in said if text.strip() and text not in ("en", "Metadata")}


def _frame_texts(document: HtmlElement) -> Iterator[str]:
    yield from document.xpath(SAID)
    yield from (text.strip() for text in document.xpath("//body//text()[not(ancestor::article)]"))
    for config in document.xpath("//script[@id='__config']/text()"):
        yield from json.loads(config)["translations"].values()
