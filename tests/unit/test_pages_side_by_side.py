"""What `/banding/` offers to put side by side, and the scripts that do it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring
from published_figures import CIVIL_REGISTRY, LIBRARY, published
from rendered import TEMPLATES, html_of

from suluh.catalogue import ELEMENTS
from suluh.comparison import ESTIMATED_UNITS
from suluh.figures import FIGURE_COLUMNS, Status
from suluh.pages.fair_comparison import fair_comparison_page
from suluh.pages.side_by_side import side_by_side
from suluh.periods import Period

SCRIPTS = sorted((TEMPLATES / "theme" / "assets").glob("*.js"))
Y2024, Y2025, Y2026 = (Period(year) for year in (2024, 2025, 2026))


@pytest.fixture(scope="module")
def body() -> HtmlElement:
    city = published()
    return fromstring(f"<main>{html_of(fair_comparison_page(city), city)}</main>")


def test_the_main_figures_and_each_element_are_compared() -> None:
    measures = side_by_side(published(), Y2025).measures
    assert [m.rincian for m in measures if m.indicator.id == "nrr"] == list(ELEMENTS)
    assert {m.indicator.id for m in measures} == {
        "ikm", "nrr", "jp_terpenuhi", "pengaduan_tepat_waktu", "komitmen_ditepati",
    }  # fmt: skip


def test_only_figures_with_limits_are_compared_and_never_a_predikat() -> None:
    measures = side_by_side(published(), Y2025).measures
    assert {m.indicator.satuan for m in measures} <= ESTIMATED_UNITS
    assert not any(m.indicator.id.startswith("predikat") for m in measures)


def test_every_year_is_offered_the_newest_first() -> None:
    assert side_by_side(published(), Y2025).years == (Y2026, Y2025, Y2024)


@pytest.mark.parametrize(
    ("year", "others"), [(Y2025, ()), (Y2026, (LIBRARY,))], ids=["its last year", "the year after"]
)
def test_a_department_that_is_no_more_can_be_chosen_from_beside_the_table(
    year: Period, others: tuple[object, ...]
) -> None:
    assert side_by_side(published(), year).others == others


def test_each_row_of_the_table_says_what_it_is_found_by(body: HtmlElement) -> None:
    rows = body.xpath("//table[@id='tabel-ikm']//tr[@data-opd]")
    assert [(row.get("data-opd"), row.get("data-singkat")) for row in rows] == [
        (CIVIL_REGISTRY.kode_opd, "Disdukcapil"),
        (LIBRARY.kode_opd, "Dinas Perpustakaan"),
    ]


def test_nothing_that_needs_the_script_shows_without_it(body: HtmlElement) -> None:
    controls = body.xpath("//button[not(@popovertarget)] | //input | //select")
    assert controls
    shown = "not(ancestor-or-self::*[@hidden] or ancestor::template)"
    assert [c for c in controls if c.xpath(shown)] == []


def test_every_state_has_its_reason_in_the_page(body: HtmlElement) -> None:
    words = {item.get("data-kata") for item in body.xpath("//template//p")}
    assert {str(status) for status in Status} - {"terbit"} <= words
    asked = re.findall(r'say\("(\w+)"', "".join(s.read_text(encoding="utf-8") for s in SCRIPTS))
    assert asked
    assert set(asked) <= words


def test_the_download_has_every_column_of_angka_csv_and_the_caveats_last(
    body: HtmlElement,
) -> None:
    columns = body.xpath("string(//p[@data-kata='kolom'])").split()
    assert set(FIGURE_COLUMNS) <= set(columns)
    assert columns[-1] == "catatan"


def test_the_caveats_say_the_date_of_the_data_and_that_it_is_a_sample() -> None:
    city = published(as_of=date(2026, 9, 30))
    text = html_of(fair_comparison_page(city), city)
    caveats = " ".join(fromstring(text).xpath("//*[@data-catatan='']/text()"))
    assert "Data per 30 September 2026" in caveats
    assert "DATA CONTOH" in caveats


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_of_ours_is_small_and_fits_a_strict_policy(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert len(text.encode()) <= 6 * 1024
    forbidden = (
        r"eval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|https?://"
        r"|\.style\b(?!\.setProperty\(\"--)"  # a place a style sheet reads, no style of its own
    )
    assert re.findall(forbidden, text) == []
