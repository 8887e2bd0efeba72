"""axe looking at a page in one state after the other: see looking.js for what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from opening import wait_for_layout
from page_kinds import Scheme
from playwright.sync_api import Page

Finding = tuple[str, str, str]
"""Rule, element, what is wrong."""

SCRIPT = Path(__file__).with_suffix(".js")
_judged: dict[str, object] = {}
"""What was judged, and sound, of a part that is the same on all pages."""

SCHEME_NAMES = {"light": "default", "dark": "slate"}


@dataclass(frozen=True)
class Looking:
    """A page with axe in it."""

    page: Page

    @classmethod
    def at(cls, page: Page) -> Looking:
        """Put axe into a page once all of it is laid out."""
        wait_for_layout(page)
        page.evaluate(_axe())
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        return cls(page)

    def look(self, within: str = "body") -> list[Finding]:
        """What is wrong in the state the page is in, at three places of a rule at most."""
        return [tuple(found) for found in self.page.evaluate("looking.look", within)]

    def look_in(self, scheme: Scheme, within: str = "body", **media: Any) -> list[Finding]:
        """The same, in a colour scheme: the page follows the device's."""
        self.page.emulate_media(color_scheme=scheme, **media)
        self.page.locator(f"body[data-md-color-scheme={SCHEME_NAMES[scheme]}]").wait_for()
        return self.look(within)

    def look_at_common(self, scheme: Scheme, part: str) -> list[Finding]:
        """The same of a part of all pages: what an earlier one has shown is not judged again."""
        if part in _judged:
            self.page.evaluate(
                "([part, names]) => looking.take(part, names)", [part, _judged[part]]
            )
        found = self.look_in(scheme, part)
        if not found:
            _judged[part] = self.page.evaluate("looking.handOn", part)
        return found


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
