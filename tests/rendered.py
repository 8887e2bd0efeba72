"""Pages as HTML for tests, their charts left blank."""

from __future__ import annotations

from pathlib import Path

from suluh.charts import Drawing, made
from suluh.pages.page import Page
from suluh.printed_chart import PrintedChart
from suluh.published import Published
from suluh.render import environment, render, render_chart
from suluh.text import INDONESIAN

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def html_of(page: Page, city: Published) -> str:
    """The body in Indonesian of a page of that city."""
    env, blank = environment(TEMPLATES), {INDONESIAN: Drawing("<svg></svg>", None)}
    figures = {
        id_: render_chart(env, chart, blank, page.root)[INDONESIAN]
        for id_, chart in made(page.charts, city).items()
    }
    charts = {id_: PrintedChart(figure, "", "") for id_, figure in figures.items()}
    return render(env, page, charts)
