"""Every page of the site holds together and asks nobody else for anything."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urlsplit

from built_site import BuiltSite, is_english
from lxml.html import HtmlElement

LINKS = "//@href | //@src | //@*[local-name()='href' and name()!='href'] | //@poster | //@action"
OF_THE_THEME = {"__toc"}
"""A label of material's that stands on pages without a table of contents, too."""
IDREFS = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls",
          "popovertarget")  # fmt: skip
REQUESTED = """
    //script/@src | //img/@src | //img/@srcset | //source/@src | //source/@srcset | //iframe/@src
    | //video/@src | //audio/@src | //object/@data | //embed/@src | //form/@action
    | //*[local-name()='image' or local-name()='use']/@*[local-name()='href']
    | //link[not(contains('canonical alternate feed prev next license', @rel))]/@href
"""
BANNERS = {False: "DATA CONTOH, bukan data resmi", True: "SAMPLE DATA, not official"}


def test_every_link_and_anchor_resolves(site: BuiltSite) -> None:
    files = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*")}
    anchors = {page: set(document.xpath("//@id")) for page, document in site.documents()}
    broken = []
    for page, document in site.documents():
        for link in set(document.xpath(LINKS)):
            target = _target(page, link)
            if target is None:
                continue
            path, anchor = target
            if path not in files:
                broken.append(f"{page}: {link} (no such file)")
            elif anchor and path.endswith(".html") and anchor not in anchors[path]:
                broken.append(f"{page}: {link} (no such anchor)")
    assert broken == []


def test_ids_on_a_page_are_unique_and_every_reference_to_one_resolves(site: BuiltSite) -> None:
    faults = []
    for page, document in site.documents():
        ids = Counter(document.xpath("//@id"))
        faults += [f"{page}: id {id_} {count} times" for id_, count in ids.items() if count > 1]
        faults += [
            f"{page}: {ref}" for ref in _references(document) - OF_THE_THEME if ref not in ids
        ]
    assert faults == []


def test_no_page_asks_another_host(site: BuiltSite) -> None:
    asked = [
        (page, address)
        for page, document in site.documents()
        for address in document.xpath(REQUESTED)
        if urlsplit(address).netloc
    ]
    assert asked == []


def test_no_style_sheet_or_drawing_asks_another_host(site: BuiltSite) -> None:
    asked = [
        (name, found[0])
        for name, content in site.files().items()
        if name.endswith((".css", ".svg"))
        for found in re.finditer(
            rb"(?:@import\s*|url\(\s*)['\"]?(?:https?:)?//[^)'\"]*", content.lower()
        )
    ]
    assert asked == []


def test_sample_data_are_marked_on_every_page(site: BuiltSite) -> None:
    unmarked = [p for p, d in site.documents() if BANNERS[is_english(p)] not in _text(d)]
    assert unmarked == []


def test_no_script_or_style_of_ours_stands_in_a_page(site: BuiltSite) -> None:
    ours = [
        (page, item.tag, (item.text or "")[:60])
        for page, document in site.documents()
        for item in document.xpath("//style | //script[not(@src)]")
        if not _is_of_the_theme(item)
    ]
    assert ours == []


def test_no_element_carries_a_style_or_a_handler(site: BuiltSite) -> None:
    found = {
        (page, name)
        for page, document in site.documents()
        for name in document.xpath("//@*[name()='style' or starts-with(name(), 'on')]/..")
    }
    assert {(page, element.tag) for page, element in found} == set()


def test_every_page_of_the_plan_is_there(site: BuiltSite) -> None:
    years = sorted({r["periode"] for r in site.rows if len(r["periode"]) == 4})
    departments = {r["kode_opd"] for r in site.rows} - {"kota"}
    expected = {"opd", "pelatihan", "evaluasi", "suara", "forum", "banding", "dampak", "data",
                "kelengkapan", "koreksi", "tentang", "indikator"}  # fmt: skip
    expected |= {f"opd/{kode}" for kode in departments}
    expected |= {f"opd/{r['kode_opd']}/{y}" for r in site.rows for y in years
                 if r["kode_opd"] != "kota" and r["periode"] == y}  # fmt: skip
    expected |= {f"indikator/{r['indikator']}" for r in site.rows}
    missing = {f"{path}/index.html" for path in expected} | {"index.html"}
    assert missing - set(site.pages) == set()


def test_every_page_has_one_main_heading_and_a_title_of_its_own(site: BuiltSite) -> None:
    pages = {page: d for page, d in site.documents() if page != "404.html"}
    headings = {page: len(document.xpath("//h1")) for page, document in pages.items()}
    assert {page for page, count in headings.items() if count != 1} == set()
    titles = Counter(
        (is_english(p), document.findtext(".//title")) for p, document in pages.items()
    )
    assert [title for title, count in titles.items() if count > 1] == []


def _target(page: str, link: str) -> tuple[str, str] | None:
    """The file and anchor that a link of this site leads to; None for a link elsewhere."""
    address, anchor = urldefrag(link)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return page, unquote(anchor)
    below = PurePosixPath("/" if path.startswith("/") else PurePosixPath(page).parent)
    resolved = _normal(below / path.lstrip("/"))
    if path.endswith(("/", ".", "..")) or "." not in resolved.rpartition("/")[2]:
        resolved = f"{resolved}/index.html".lstrip("/")
    return resolved, unquote(anchor)


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()  # IndexError: a link out of the site
        elif part not in (".", "/"):
            parts.append(part)
    return "/".join(parts)


def _references(document: HtmlElement) -> set[str]:
    values = [value for name in IDREFS for value in document.xpath(f"//@{name}")]
    found = {id_ for value in values for id_ in value.split()}
    for value in document.xpath("//@*[contains(., 'url(#')]"):
        found |= set(re.findall(r"url\(#([^)]+)\)", value))
    return found


def _is_of_the_theme(script: HtmlElement) -> bool:
    """Material's own scripts set its scope, palette and configuration, and open an anchor."""
    text = script.text or ""
    known = "__md_" in text or text.startswith("var target=document.getElementById(location.hash")
    return script.tag == "script" and (known or script.get("id") == "__config")


def _text(document: HtmlElement) -> str:
    return " ".join(document.text_content().split())
