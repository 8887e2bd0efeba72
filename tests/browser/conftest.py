"""A browser and the site served to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from built_site import BuiltSite
from chromium import find_chromium
from playwright.sync_api import Browser, sync_playwright
from serving import served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(site: BuiltSite) -> Iterator[str]:
    """Where the site of the committed records is served on this machine."""
    with served(site.root) as address:
        yield address
