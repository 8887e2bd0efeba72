"""The officer's report in Chromium, opened as by a double-click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from intake_folder import Folder, example
from playwright.sync_api import Browser, Page

from suluh.problem_report import report_page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report of three files, the survey with two kinds of problems."""
    root = tmp_path_factory.mktemp("report")
    folder = Folder.make(root / "data")
    folder.put("skm", *(example("skm", id_respon=f"r-{n}", waktu="9" if n == 7 else "3",
                                tanggal="besok" if n == 1 else "2026-08-14")
                        for n in range(12)))  # fmt: skip
    folder.put("pegawai", example("pegawai", kode_opd="disdukcapl"))
    folder.write("libur.csv", b"\0")
    page = report_page(folder.path, folder.problems(), "id", ROOT / "templates")
    (root / "laporan.html").write_text(page, encoding="utf-8")
    return (root / "laporan.html").as_uri()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, report: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    # The screen of a small phone; axe has to get past the report's own policy.
    phone = browser.new_context(
        viewport={"width": 360, "height": 800}, color_scheme=request.param, bypass_csp=True
    )
    opened = phone.new_page()
    opened.goto(report)
    yield opened
    phone.close()


def test_axe_finds_nothing_in_the_report(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []


def test_a_phone_needs_no_sideways_scroll_but_within_the_sheet(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_report_is_sifted_by_file_and_by_problem(browser: Browser, report: str) -> None:
    page = browser.new_page()  # under the report's own policy
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(report)
    assert page.locator("section:visible").count() == 3
    page.select_option("#kode", "out-of-range")
    assert page.locator("section:visible").get_attribute("data-berkas") == "skm.csv"
    assert page.locator("tbody:visible .error:visible").all_text_contents()[0].split() == [
        "✕",
        "9",
    ]
    page.select_option("#berkas", "libur.csv")
    assert page.locator(".kosong:visible").count() == 1
    page.select_option("#kode", "")
    assert page.locator("ul.masalah > li:visible").count() == 1
    assert said == []
    page.close()


def test_without_scripts_everything_is_shown(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    assert page.locator("section:visible").count() == 3
    assert page.locator("form:visible").count() == 0
    context.close()
