"""What stands around every page: in the reader's language, and of use where a page is missing."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import urlsplit

import pytest
from built_site import BuiltSite, is_english
from lxml.html import HtmlElement

from suluh.charts.social_card import HEIGHT, WIDTH

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


def test_every_page_says_what_it_is_to_who_shows_a_link_to_it(site: BuiltSite) -> None:
    for page, document in site.documents():
        said = {m.get("property"): m.get("content") for m in document.xpath("//meta[@property]")}
        assert said["og:title"], page
        assert [said["og:description"]] == document.xpath("//meta[@name='description']/@content")
        assert said["og:locale"] == ("en_GB" if is_english(page) else "id_ID"), page
        assert "og:image" not in said, "without a full address nobody can fetch it"


@pytest.mark.parametrize("name", ["kartu.png", "kartu-en.png"])
def test_the_picture_of_the_site_is_as_large_as_it_says(site: BuiltSite, name: str) -> None:
    picture = (site.root / "assets" / name).read_bytes()
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG\r\n")
    assert (width, height) == (WIDTH, HEIGHT)


def test_the_icon_of_the_site_is_there(site: BuiltSite) -> None:
    for page, document in site.documents():
        (icon,) = document.xpath("//link[@rel='icon']/@href")
        folder = site.root if icon.startswith("/") else (site.root / page).parent
        file = (folder / icon.lstrip("/")).resolve()
        assert file.is_file(), page
    assert 'fill="#1d2327"' in file.read_text(encoding="utf-8")  # a ground of its own: seen on any
