"""`/pelatihan/`: who was trained, for how long, what they learned and whether they use it."""

from __future__ import annotations

from typing import TypeAlias

from suluh.catalogue import indicators
from suluh.charts import city_charts
from suluh.figures import CITY, Status
from suluh.pages.category_table import category_table
from suluh.pages.city_cards import TRAINING, city_cards
from suluh.pages.department_table import Column, department_table
from suluh.pages.page import Page, Section
from suluh.pages.reporting import running_year
from suluh.periods import Period
from suluh.published import Figure, Published, Training
from suluh.sentences import training_lead
from suluh.sentences.phrases import newest_year
from suluh.text import say

SECTIONS = (
    Section("jam", say("Berapa banyak, untuk siapa")),
    Section("hasil", say("Apa yang dipelajari dan dipakai")),
    Section("opd", say("Menurut perangkat daerah")),
    Section("tema", say("Tema dan pelatihan terbaru")),
    Section("kisah", say("Kata pegawai")),
)
COLUMNS = (
    Column("jp_rata", say("JP per pegawai")),
    Column("jp_terpenuhi", say("PNS mencapai 20 JP"), detailed=True),
    Column("pelatihan_cakupan", say("Pegawai yang dilatih"), detailed=True),
    Column("pelatihan_peningkatan", say("Kenaikan nilai tes"), detailed=True),
)

REACTIONS = ("pelatihan_kepuasan", "pelatihan_penerapan")
"""What participants say of a training, and of its use at work."""

Reaction: TypeAlias = tuple[str | Figure | None, ...]
"""A score and how many gave it to each of REACTIONS."""

MOST_STORIES = 6
MOST_TRAININGS = 12


def training_page(published: Published) -> Page:
    """Training over the whole city, with every department by name."""
    year = newest_year(published, "pelatihan_cakupan")
    return Page(
        path="pelatihan/",
        template="pelatihan.html",
        title=say("Pelatihan"),
        lead=training_lead(published),
        sections=SECTIONS,
        charts=city_charts("jp", "nilai"),
        content={
            "cards": city_cards(published, TRAINING),
            "city": published.contract.city,
            "year": year,
            "reactions": reactions(published, year),
            "running": running_year(published),
            "as_of": published.as_of,
            "table": department_table(published, "tabel-opd", year, COLUMNS),
            "trainings": _newest(published),
            "themes": category_table(
                published, indicators()["pelatihan_peserta"], published.years
            ),
            "stories": published.stories[:MOST_STORIES],
        },
    )


def reactions(published: Published, year: Period) -> tuple[Reaction, ...]:
    """How many participants gave each score, highest first; nothing where none was reported."""
    own, when = published.city, str(year)
    scores = tuple(reversed(indicators()[REACTIONS[0]].rincian))
    found = [[own.get(indikator, when, score) for indikator in REACTIONS] for score in scores]
    if all(f is None or f.status is Status.NOT_REPORTED for row in found for f in row):
        return ()
    return tuple((score, *row) for score, row in zip(scores, found, strict=True))


def _newest(published: Published) -> tuple[Training, ...]:
    """The newest trainings over the whole city."""
    held = published.facts(CITY).trainings
    return tuple(sorted(held, key=lambda t: (-t.tanggal_selesai.toordinal(), t.judul)))[
        :MOST_TRAININGS
    ]
