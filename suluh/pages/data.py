"""`/data/`: what can be downloaded, what every column means, and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.catalogue import indicators
from suluh.opendata.vocabulary import column_words, status_words
from suluh.pages.page import Page, Section
from suluh.pages.roll import reported
from suluh.published import Published
from suluh.sentences import data_lead
from suluh.text import say
from suluh.wording import MARKS

SECTIONS = (
    Section("unduh", say("Unduh")),
    Section("kolom", say("Kolom angka.csv")),
    Section("keadaan", say("Lima keadaan sebuah angka")),
    Section("api", say("API untuk program")),
    Section("kutip", say("Lisensi dan cara mengutip")),
    Section("kamus", say("Kamus data sumber")),
)


def data_page(published: Published) -> Page:
    """Downloads, licence, and the data dictionary straight from the contract."""
    return Page(
        path="data/",
        template="data.html",
        title=say("Data terbuka"),
        lead=data_lead(published),
        sections=SECTIONS,
        content={
            **dictionary(published),
            "tables": tuple(published.contract.tables.values()),
            "as_of": published.as_of,
        },
    )


def dictionary(published: Published) -> Mapping[str, object]:
    """What a reader of the figures has to know, wherever the files are described."""
    return {
        "departments": reported(published),
        "catalogue": tuple(indicators().values()),
        "columns": column_words(),
        "statuses": status_words(published.contract.policy),
        "marks": MARKS,
        "city": published.contract.city,
        "is_sample": published.contract.is_sample,
    }
