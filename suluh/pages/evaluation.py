"""`/evaluasi/`: who was evaluated, with what rating, and what recognition or support followed."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import indicators
from suluh.charts import city_charts
from suluh.pages.category_table import category_table
from suluh.pages.city_cards import EVALUATION, city_cards
from suluh.pages.department_table import Column, department_table
from suluh.pages.page import Page, Section
from suluh.pages.roll import named
from suluh.published import Award, Department, Published
from suluh.sentences import evaluation_lead
from suluh.sentences.phrases import newest_year
from suluh.text import say

COLUMNS = (
    Column("predikat_opd", say("Predikat organisasi")),
    Column("evaluasi_cakupan", say("Pegawai yang dievaluasi"), detailed=True),
    Column(
        "tindak_lanjut", say("Sangat baik yang diberi penghargaan"), "penghargaan", detailed=True
    ),
    Column("tindak_lanjut", say("Di bawah baik yang dibina"), "pembinaan", detailed=True),
)
SECTIONS = (
    Section("sebaran", say("Sebaran predikat")),
    Section("tindak-lanjut", say("Setelah dievaluasi")),
    Section("opd", say("Menurut perangkat daerah")),
    Section("penghargaan", say("Penghargaan")),
)

MOST_AWARDS = 12
MOST_YEARS = 4


@dataclass(frozen=True)
class Given:
    """An award, and the department it went to (None if the roll does not know it)."""

    award: Award
    department: Department | None


def evaluation_page(published: Published) -> Page:
    """Evaluation over the whole city, each department's own rating beside its figures."""
    year = newest_year(published, "evaluasi_cakupan")
    known = named(published)
    return Page(
        path="evaluasi/",
        template="evaluasi.html",
        title=say("Evaluasi kinerja"),
        lead=evaluation_lead(published),
        sections=SECTIONS,
        charts=city_charts("predikat"),
        content={
            "cards": city_cards(published, EVALUATION),
            "city": published.contract.city,
            "year": year,
            "follow_up": category_table(
                published, indicators()["tindak_lanjut"], published.years[-MOST_YEARS:]
            ),
            "table": department_table(published, "tabel-opd", year, COLUMNS),
            "awards": tuple(
                Given(award, known.get(award.kode_opd)) for award in published.awards[:MOST_AWARDS]
            ),
        },
    )
