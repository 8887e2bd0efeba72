"""The code on the page of the API does what it says: it is run as it stands there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from built_site import BuiltSite
from opening import opened
from page_kinds import DESK, KINDS
from playwright.sync_api import Browser


@pytest.fixture
def city(site: BuiltSite) -> list[dict[str, str]]:
    """The published satisfaction of the whole city, period by period."""
    wanted = ("ikm", "kota", "terbit")
    rows = [r for r in site.rows if (r["indikator"], r["kode_opd"], r["status"]) == wanted]
    assert len(rows) > 10
    return rows


def test_the_example_in_python_prints_the_published_figures(
    browser: Browser, address: str, city: list[dict[str, str]]
) -> None:
    code = _example(browser, address, "Python")
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    _, *lines = run.stdout.splitlines()
    assert [line.split()[1] for line in lines] == [row["periode"] for row in city]
    assert [float(line.split()[2]) for line in lines] == [float(row["nilai"]) for row in city]


def test_the_example_in_javascript_shows_the_published_figures(
    browser: Browser, address: str, city: list[dict[str, str]]
) -> None:
    code = _example(browser, address, "JavaScript")
    with opened(browser, address, DESK) as (page, _):
        shown = page.evaluate(
            """async code => {
                let shown;
                console.table = rows => { shown = rows; };
                await (new (async () => {}).constructor(code))();
                return shown.map(row => [row.periode, row.nilai]);
            }""",
            code,
        )
    assert shown == [[row["periode"], float(row["nilai"])] for row in city]


def _example(browser: Browser, address: str, language: str) -> str:
    with opened(browser, address + KINDS["api"], DESK) as (page, _):
        code = page.get_by_role("region", name=f"Contoh dalam {language}").inner_text()
    assert "ALAMAT/" in code
    return code.replace("ALAMAT/", address)
