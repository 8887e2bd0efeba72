"""A page opened in the browser, and what it said and asked for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from page_kinds import Scheme
from playwright.sync_api import Browser, Page

_ALL_IS_LAID_OUT = """() => [...document.querySelectorAll('article *')]
    .every(element => getComputedStyle(element).contentVisibility !== 'auto')"""


@dataclass
class Heard:
    """What a page said and asked for while it was open."""

    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def opened(
    browser: Browser, url: str, screen: dict[str, int], scheme: Scheme = "light"
) -> Iterator[tuple[Page, Heard]]:
    """Open a page on a screen in a colour scheme; closed when done."""
    context = browser.new_context(viewport=screen, color_scheme=scheme, locale="id-ID")
    page, heard = context.new_page(), Heard()
    page.on("console", lambda m: heard.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("request", lambda request: heard.requests.append(request.url))
    page.on("requestfailed", lambda request: heard.failed.append(request.url))
    page.on("response", lambda r: heard.failed.append(r.url) if r.status >= 400 else None)
    go_to(page, url)
    yield page, heard
    context.close()


def go_to(page: Page, url: str) -> None:
    """Load a page, and wait for what a module puts there afterwards: boxes to choose by."""
    page.goto(url, wait_until="load")
    if page.locator("script[src$='banding-mulai.js']").count() and not url.startswith("file:"):
        page.locator("article [data-opd] input").first.wait_for(state="attached")


def wait_for_layout(page: Page) -> None:
    """Wait until all of a page is in its place and its colours, what is out of sight as well."""
    page.wait_for_function(_ALL_IS_LAID_OUT)
