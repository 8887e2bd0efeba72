"""`/data/api/`: the addresses of the JSON API, how to use them, and what is promised."""

from __future__ import annotations

from suluh.figures import CITY
from suluh.opendata.figure_texts import cells_of, json_lines
from suluh.pages.data import dictionary
from suluh.pages.page import Page, Section
from suluh.published import Published
from suluh.sentences import api_lead
from suluh.text import say

SECTIONS = (
    Section("alamat", say("Alamat")),
    Section("contoh", say("Contoh kode")),
    Section("jawaban", say("Isi jawaban")),
    Section("janji", say("Janji versi")),
    Section("batas", say("Yang tidak dapat dilakukan")),
)

EXAMPLES = {
    "python": """import pandas as pd
import requests

jawaban = requests.get("ALAMAT/api/v1/opd/kota.json", timeout=30).json()
angka = pd.DataFrame(jawaban["angka"])
ikm = angka[(angka["indikator"] == "ikm") & (angka["status"] == "terbit")]
print(ikm[["periode", "nilai", "batas_bawah", "batas_atas", "n"]])""",
    "javascript": """const jawaban = await fetch("ALAMAT/api/v1/opd/kota.json");
const { meta, angka } = await jawaban.json();
const ikm = angka.filter((baris) => baris.indikator === "ikm" && baris.status === "terbit");
console.table(ikm, ["periode", "nilai", "batas_bawah", "batas_atas", "n"]);
console.log(`Data per ${meta.per_tanggal}`);""",
    "r": """library(jsonlite)

angka <- fromJSON("ALAMAT/api/v1/opd/kota.json")$angka
ikm <- subset(angka, indikator == "ikm" & status == "terbit")
print(ikm[c("periode", "nilai", "batas_bawah", "batas_atas", "n")])""",
    "excel": """= Table.FromRecords(
    Json.Document(Web.Contents("ALAMAT/api/v1/opd/kota.json"))[angka]
)""",
}
"""Code that reads the API, by the language it is in; `ALAMAT` stands for the site's address."""


def api_page(published: Published) -> Page:
    """Every address, code that reads them, what an answer holds, and what is promised."""
    return Page(
        path="data/api/",
        template="api.html",
        title=say("API untuk program"),
        lead=api_lead(published),
        sections=SECTIONS,
        content={
            **dictionary(published),
            "example": _example(published),
            "examples": EXAMPLES,
        },
    )


def _example(published: Published) -> str:
    """A figure as the API gives it: the city's newest satisfaction."""
    figures = published.figures
    own = figures[(figures["indikator"] == "ikm") & (figures["kode_opd"] == CITY)]
    return "".join(json_lines(cells_of(own.tail(1)))).replace(',"', ', "')
