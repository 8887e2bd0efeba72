"""The English pages in Chromium: their switch, search, charts and statement."""

from __future__ import annotations

from posixpath import normpath

from built_site import BuiltSite
from opening import go_to
from page_kinds import AXE_IN_ENGLISH, ENGLISH, QUIET_SCREEN, SIDEWAYS_SCREENS
from playwright.sync_api import Browser, expect

STATEMENT = "en/tentang/aksesibilitas/"


def test_the_switch_changes_the_language_and_stays_on_the_page(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}opd/disdukcapil/2025/")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{address}en/opd/disdukcapil/2025/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Indonesia", exact=True).click()
    expect(page).to_have_url(f"{address}opd/disdukcapil/2025/")
    page.close()


def test_departments_side_by_side_are_told_in_english(browser: Browser, address: str) -> None:
    page = browser.new_page()
    go_to(page, f"{address}en/banding/?opd=disdukcapil,dinkes#berdampingan")
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
    axe = [(str(screen["width"]), scheme) for screen, scheme in AXE_IN_ENGLISH]
    sideways = ", ".join(str(width) for width in sorted(s["width"] for s in SIDEWAYS_SCREENS))
    assert stated == [*axe, (sideways, "light"), (str(QUIET_SCREEN["width"]), "light")]


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
