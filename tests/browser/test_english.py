"""The English pages in Chromium: as quiet and narrow as the Indonesian ones."""

from __future__ import annotations

from posixpath import normpath

import pytest
from built_site import BuiltSite
from page_kinds import AXE_SCHEMES, AXE_SCREENS, ENGLISH, NARROW, QUIET_SCREEN
from playwright.sync_api import Browser

english = pytest.mark.parametrize("path", ENGLISH.values(), ids=ENGLISH.keys())
STATEMENT = "en/tentang/aksesibilitas/"


@english
def test_nothing_fails_and_nothing_needs_a_sideways_scroll(
    browser: Browser, address: str, path: str
) -> None:
    page = browser.new_page(viewport=QUIET_SCREEN, locale="en-GB")
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("response", lambda r: wrong.append(r.url) if r.status >= 400 else None)
    page.on("request", lambda r: wrong.append(r.url) if _is_foreign(r.url, address) else None)
    page.goto(address + path, wait_until="networkidle")
    page.set_viewport_size(NARROW)
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.close()
    assert wrong == []
    assert not too_wide


def test_the_switch_changes_the_language_and_stays_on_the_page(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}opd/disdukcapil/2025/")
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url == f"{address}en/opd/disdukcapil/2025/"
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Indonesia", exact=True).click()
    assert page.url == f"{address}opd/disdukcapil/2025/"
    page.close()


def test_departments_side_by_side_are_told_in_english(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}en/banding/?opd=disdukcapil,dinkes#berdampingan")
    table = page.locator("#berdampingan-hasil table")
    table.wait_for()
    told = table.inner_text()
    page.close()
    assert "No clear difference" in told or "higher than" in told
    assert "dari" not in told.split()
    assert any("." in word and word.replace(".", "").isdigit() for word in told.split())


def test_the_statement_lists_the_english_pages_that_are_tested(site: BuiltSite) -> None:
    article = site.article(f"{STATEMENT}index.html")
    (kinds,) = article.xpath("//h2[@id='otomatis']/following-sibling::ul[1]")
    linked = [normpath(f"/{STATEMENT}{link}").strip("/") for link in kinds.xpath(".//a/@href")]
    stated = linked + [path.strip("/") for path in kinds.xpath(".//code/text()")]
    assert sorted(stated) == sorted(path.strip("/") for path in ENGLISH.values())


def test_the_statement_names_the_screens_and_colours_that_are_tested(site: BuiltSite) -> None:
    article = site.article(f"{STATEMENT}index.html")
    rows = article.xpath("//h2[@id='otomatis']/following::table[1]/tbody/tr")
    stated = [tuple(cell.text_content() for cell in row[1:]) for row in rows]
    axe = ", ".join(str(screen["width"]) for screen in AXE_SCREENS)
    narrow, quiet = str(NARROW["width"]), str(QUIET_SCREEN["width"])
    assert stated == [(axe, ", ".join(AXE_SCHEMES)), (narrow, "light"), (quiet, "light")]


def test_the_search_finds_by_english_words_and_leads_to_english_pages(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}en/forum/")
    page.get_by_role("link", name="Search this site").click()
    page.locator("#cari-kata").fill("complaint")
    first = page.locator("#cari .cari__hasil a").first
    first.wait_for()
    assert first.locator(".cari__jenis").inner_text() == "Indicator"
    first.click()
    page.wait_for_url(f"{address}en/indikator/pengaduan_*/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


def test_an_explored_chart_speaks_english(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}en/opd/disdukcapil/")
    chart = page.locator("#grafik-ikm-tren")
    chart.locator(".grafik__jelajah").click()
    mark = chart.locator(".jelajah__gambar svg [aria-label][tabindex]").first
    mark.wait_for()
    told = f"{mark.get_attribute('aria-label')} {chart.locator('.jelajah').inner_text()}"
    page.close()
    assert "95% interval" in told
    assert not {"Selang", "triwulan", "sampai", "tahun", "Responden"} & set(told.split())


def _is_foreign(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))
