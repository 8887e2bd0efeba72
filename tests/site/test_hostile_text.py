"""Words from outside stay words: no markup, template or script in a record comes alive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import html5lib
import pytest
from approved_texts import approve_every_text
from built_site import BuiltSite, build
from data_folder import COMMITTED, DataFolder, Row
from lxml import etree

from suluh.contract import Table, read_contract

CONTRACT = read_contract(COMMITTED / "datapackage.json")
XHTML = "{http://www.w3.org/1999/xhtml}"

MARKUP = '<img src=x onerror="JAHAT()"><b>tebal</b>'
SCRIPT = "</script><script>JAHAT()</script>"
COMMENT = "--><svg onload=JAHAT()><!--"
MARKDOWN = "[tautan](javascript:JAHAT()) **tebal** `kode` # judul"
TEMPLATE = "{{ 7 * 191 }}{% raw %}{{ angka('x') }}"
FRONT_MATTER = "---\ntitle: JAHAT\n---"
SLOT = "<!--isi--><!--/isi--><!--sisip:x-->"
QUOTES = '" onmouseover="JAHAT()" x=\'&amp;\' \\\\1 \\g<0>'
RIGHT_TO_LEFT = "\u202eterbalik\u202c العربية"
ADDRESS = "javascript:JAHAT()"
EMOJI = "👩🏽‍🚒 “kutip” – …"
LONG = "Panjangsekali" * 40
HOSTILE = (MARKUP, SCRIPT, COMMENT, MARKDOWN, TEMPLATE, FRONT_MATTER, SLOT, QUOTES,
           ADDRESS, RIGHT_TO_LEFT, EMOJI, LONG)  # fmt: skip
KEYS = {"kode_opd", "penerus", "indikator", "periode", "indikator_dampak"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site whose records hold hostile text wherever text may stand."""
    folder = tmp_path_factory.mktemp("hostile")
    data = DataFolder.small(folder / "data")
    for table in CONTRACT.tables.values():
        data.change(table.name, lambda number, row, table=table: _spoil(table, number, row))
    approve_every_text(data)
    built = build(data.path, folder / "site")
    assert built.returncode == 0, built.stderr
    return BuiltSite(folder / "site")


def test_hostile_text_makes_no_element_and_no_handler(hostile: BuiltSite) -> None:
    alive = []
    for page, element in _elements(hostile):
        attributes = [name for name in element.attrib if str(name).startswith("on")]
        if attributes or element.get("src") == "x" or "JAHAT" in _code(element):
            alive.append((page, element.tag, dict(element.attrib)))
    assert alive == []


def test_hostile_text_makes_no_link_that_runs(hostile: BuiltSite) -> None:
    links = {
        (page, value)
        for page, element in _elements(hostile)
        for name, value in element.attrib.items()
        if str(name).endswith(("href", "src", "action"))
        and value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
    }
    assert links == set()


@pytest.mark.parametrize("text", [MARKUP, SCRIPT, MARKDOWN, TEMPLATE, QUOTES, EMOJI])
def test_hostile_text_is_shown_as_it_was_written(hostile: BuiltSite, text: str) -> None:
    shown = [page for page in hostile.pages if text in _shown(hostile, page)]
    assert shown, text


def test_no_template_in_a_record_was_run(hostile: BuiltSite) -> None:
    assert [page for page in hostile.pages if "1337" in _shown(hostile, page)] == []


def test_every_page_still_ends_as_a_page(hostile: BuiltSite) -> None:
    broken = [
        page
        for page in hostile.pages
        if not (hostile.root / page).read_text(encoding="utf-8").rstrip().endswith("</html>")
    ]
    assert broken == []


def _spoil(table: Table, number: int, row: Row) -> Row:
    spoiled = dict(row)
    for place, column in enumerate(table.columns):
        is_key = column.name in KEYS or column.name.startswith("id_")
        if column.type == "string" and not (column.enum or column.pattern or is_key):
            spoiled[column.name] = HOSTILE[(number + place) % len(HOSTILE)]
    return spoiled


def _elements(site: BuiltSite) -> Iterator[tuple[str, etree._Element]]:
    """Every element of every page."""
    for page in site.pages:
        yield from ((page, element) for element in _parsed(site.root / page).iter(etree.Element))


@cache
def _parsed(page: Path) -> etree._ElementTree:
    """A page parsed as a browser does."""
    return html5lib.parse(page.read_bytes(), treebuilder="lxml")


def _code(element: etree._Element) -> str:
    is_code = element.tag in (f"{XHTML}script", f"{XHTML}style")
    return "".join(element.itertext()) if is_code else ""


def _shown(site: BuiltSite, page: str) -> str:
    return site.article(page).text_content()
