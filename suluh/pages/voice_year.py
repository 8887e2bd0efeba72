"""`/suara/<tahun>/`: what citizens said in the survey of one year, permanent."""

from __future__ import annotations

from suluh.charts import ChartOf
from suluh.figures import CITY
from suluh.pages.page import Page, Section
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences import survey_summary
from suluh.text import say


def voice_year_page(published: Published, *, year: int) -> Page:
    """The city's survey of a year: how each element was rated, and how the answers spread."""
    when = Period(year)
    return Page(
        path=f"suara/{year}/",
        template="suara_tahun.html",
        title=say("Suara warga, tahun {year}", year=str(year)),
        lead=survey_summary(published, CITY, when),
        sections=(Section("unsur", say("Menurut unsur layanan")),),
        charts={id_: ChartOf(id_, CITY, when) for id_ in ("unsur", "sebaran")},
        content={"year": when, "years": published.years, "as_of": published.as_of},
    )
