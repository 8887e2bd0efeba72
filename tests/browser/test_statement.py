"""The statement on accessibility says what the tests here really do, no more and no less."""

from __future__ import annotations

from posixpath import normpath

from built_site import BuiltSite
from page_kinds import AXE_SCHEMES, AXE_SCREENS, KINDS, QUIET_SCREEN, SIDEWAYS_SCREENS

STATEMENT = "tentang/aksesibilitas/"
SCHEME_WORDS = {"light": "terang", "dark": "gelap"}


def test_the_statement_lists_the_kinds_of_page_that_are_tested(site: BuiltSite) -> None:
    article = site.article(f"{STATEMENT}index.html")
    (kinds,) = article.xpath("//h2[@id='otomatis']/following-sibling::ul[1]")
    linked = [normpath(f"/{STATEMENT}{link}").strip("/") for link in kinds.xpath(".//a/@href")]
    stated = linked + [path.strip("/") for path in kinds.xpath(".//code/text()")]
    assert len(stated) == len(kinds.xpath("./li"))
    assert sorted(stated) == sorted(path.strip("/") for path in KINDS.values())


def test_the_statement_names_the_screens_and_colours_that_are_tested(site: BuiltSite) -> None:
    article = site.article(f"{STATEMENT}index.html")
    rows = article.xpath("//h2[@id='otomatis']/following::table[1]/tbody/tr")
    stated = [tuple(cell.text_content() for cell in row[1:]) for row in rows]
    axe = ", ".join(str(screen["width"]) for screen in AXE_SCREENS)
    schemes = ", ".join(SCHEME_WORDS[scheme] for scheme in AXE_SCHEMES)
    sideways = sorted(screen["width"] for screen in SIDEWAYS_SCREENS)
    assert stated == [
        (axe, schemes),
        (", ".join(map(str, sideways)), "terang"),
        (str(QUIET_SCREEN["width"]), "terang"),
    ]


def test_the_statement_says_how_to_complain_and_what_is_not_tested(site: BuiltSite) -> None:
    article = site.article(f"{STATEMENT}index.html")
    assert article.xpath("//h2[@id='mengadu']/following-sibling::p[1]//a/@href")
    assert len(article.xpath("//h2[@id='batas']/following-sibling::ul[1]/li")) > 3
