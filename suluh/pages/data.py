"""`/data/`: what can be downloaded, what every column means, and how to cite it."""

from __future__ import annotations

from suluh.catalogue import indicators
from suluh.figures import FIGURE_COLUMNS
from suluh.pages.page import Page, Section
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.sentences import data_lead

SECTIONS = (
    Section("unduh", "Unduh"),
    Section("kolom", "Kolom angka.csv"),
    Section("keadaan", "Lima keadaan sebuah angka"),
    Section("kutip", "Lisensi dan cara mengutip"),
    Section("kamus", "Kamus data sumber"),
)


def data_page(published: Published) -> Page:
    """Downloads, licence, and the data dictionary straight from the contract."""
    return Page(
        path="data/",
        template="data.html",
        title="Data terbuka",
        lead=data_lead(published),
        sections=SECTIONS,
        content={
            "departments": reported(published),
            "catalogue": tuple(indicators().values()),
            "tables": tuple(published.contract.tables.values()),
            "columns": FIGURE_COLUMNS,
            "policy": published.contract.policy,
            "city": published.contract.city,
            "is_sample": published.contract.is_sample,
            "as_of": published.as_of,
        },
    )
