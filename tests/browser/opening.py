"""A page opened in the browser, and what it said and asked for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from page_kinds import Scheme
from playwright.sync_api import Browser, Page

_LAY_OUT_ALL = """() => {
    for (const element of document.querySelectorAll('article *'))
        if (getComputedStyle(element).contentVisibility === 'auto')
            element.style.contentVisibility = 'visible'
}"""


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


def lay_out_all(page: Page) -> None:
    """Have all of a page as it is where somebody looks at it: measured, and in its colours."""
    page.evaluate(_LAY_OUT_ALL)
