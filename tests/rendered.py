"""Pages as HTML for tests, their charts left blank."""

from __future__ import annotations

from pathlib import Path

from suluh.charts import Drawing
from suluh.pages.page import Page
from suluh.render import environment, render

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def html_of(page: Page) -> str:
    """The page's body in Indonesian."""
    blank = {id_: Drawing("<svg></svg>", None) for id_ in page.charts}
    return render(environment(TEMPLATES), page, blank)
