"""The one stylesheet leaves out only what no page and no script of ours has."""

from __future__ import annotations

import re

from built_site import BuiltSite

from suluh.site.stylesheet import LEFT_OUT, MATCHING_NOTHING, STYLESHEET


def test_no_page_has_a_class_whose_style_is_left_out(site: BuiltSite) -> None:
    used = {
        (page, name)
        for page, document in site.documents()
        for names in document.xpath("//*[not(ancestor-or-self::*[local-name()='svg'])]/@class")
        for name in names.split()
        if name.startswith(LEFT_OUT)
    }
    assert used == set()


def test_no_page_has_what_the_left_out_selectors_match(site: BuiltSite) -> None:
    """A test that a new part of a selector is held against the pages, too, is the last line."""
    wanted = {
        "[dir=rtl]": "//*[@dir='rtl']",
        "[data-md-color-accent=": "//body[@data-md-color-accent!='custom']",
        "[data-md-color-primary=": "//body[@data-md-color-primary!='custom']",
        "[data-md-color-switching]": "//*[@data-md-color-switching]",
        "img[src$=": "//img[contains(@src,'#')]",
        "table:not([class])": "//table[not(@class)]",
    }
    for page, document in site.documents():
        assert [part for part, path in wanted.items() if document.xpath(path)] == [], page
    assert set(MATCHING_NOTHING) == set(wanted)


def test_no_script_makes_a_class_whose_style_is_left_out(site: BuiltSite) -> None:
    for script in (site.root / "assets").glob("*.js"):
        names = re.findall(r"[\"'`. ]([a-z][\w-]*)", script.read_text(encoding="utf-8"))
        classes = {name for name in names if name.startswith(("md-", "tabbed-", "admonition"))}
        assert {name for name in classes if name.startswith(LEFT_OUT)} == set(), script.name


def test_a_page_waits_for_one_stylesheet_and_no_script(site: BuiltSite) -> None:
    for page, document in site.documents():
        styles = document.xpath("//link[@rel='stylesheet']/@href")
        assert len(styles) == 1, page
        assert styles[0].endswith(STYLESHEET), page
        waited = document.xpath("//head//script[@src][not(@defer or @type='module')]")
        assert waited == [], page


def test_nothing_of_the_theme_is_published_that_no_page_asks_for(site: BuiltSite) -> None:
    assert not (site.root / "assets" / "javascripts").exists()
    assert not (site.root / "assets" / "stylesheets").exists()
    assert not (site.root / "search").exists()
