"""`/banding/`: departments beside the city and one another without ranking them."""

from __future__ import annotations

from suluh.charts import city_charts
from suluh.comparison import Verdict, compare
from suluh.pages.department_table import Column, Row, annotated, department_table
from suluh.pages.page import Page, Section
from suluh.pages.roll import by_kind
from suluh.pages.side_by_side import side_by_side
from suluh.published import Figure, Published
from suluh.sentences import comparison_lead
from suluh.sentences.phrases import newest_year
from suluh.text import say

COLUMNS = (Column("ikm", say("IKM"), detailed=True),)
SECTIONS = (
    Section("corong", say("Grafik corong")),
    Section("tabel", say("Setiap perangkat daerah di samping kota")),
    Section("berdampingan", say("Dua sampai empat perangkat daerah berdampingan")),
    Section("alasan", say("Mengapa tidak ada peringkat")),
)

POSITIONS = {
    Verdict.UP: say("di atas kota"),
    Verdict.DOWN: say("di bawah kota"),
    Verdict.UNCLEAR: say("tidak berbeda jelas"),
}


def fair_comparison_page(published: Published) -> Page:
    """Satisfaction of every department with its interval, beside the city's."""
    year = newest_year(published, "ikm")
    city = published.city.get("ikm", str(year))
    table = department_table(published, "tabel-ikm", year, COLUMNS)
    return Page(
        path="banding/",
        template="banding.html",
        title=say("Perbandingan yang adil"),
        lead=comparison_lead(published),
        sections=SECTIONS,
        charts=city_charts("corong"),
        content={
            "year": year,
            "city": published.contract.city,
            "as_of": published.as_of,
            "small_sample": published.contract.policy.small_sample,
            "sample": published.contract.is_sample,
            "table": annotated(table, say("Dibanding kota"), lambda row: _position(row, city)),
            "kinds": by_kind(row.department for row in table.rows if row.department),
            "side_by_side": side_by_side(published, year),
        },
    )


def _position(row: Row, city: Figure | None) -> str:
    """Where a department's interval puts it; nothing for the city itself."""
    figure = row.figures[0]
    if row.department is None:
        return ""
    if figure is None or city is None:
        return say("tidak dapat dibandingkan")
    return POSITIONS.get(compare(figure, city).verdict, say("tidak dapat dibandingkan"))
