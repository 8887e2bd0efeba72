"""`/suara/`: what citizens say of the service, in the survey and in complaints."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.charts import city_charts
from suluh.figures import CITY
from suluh.pages.city_cards import VOICE, city_cards
from suluh.pages.department_table import Column, Row, annotated, department_table
from suluh.pages.page import Page, Section
from suluh.pages.roll import named
from suluh.pages.traits import trait_titles
from suluh.periods import Period
from suluh.published import Department, Figure, Published, Voice
from suluh.record_words import record_word
from suluh.sentences import survey_summary, voices_lead, voices_summary
from suluh.sentences.phrases import newest_quarter, newest_year
from suluh.text import say

SECTIONS = (
    Section("kepuasan", say("Seberapa puas warga")),
    Section("kepuasan-opd", say("Kepuasan menurut perangkat daerah")),
    Section("jangkauan", say("Siapa yang ditanya")),
    Section("pengaduan", say("Apa yang terjadi pada pengaduan")),
    Section("pengaduan-opd", say("Pengaduan menurut perangkat daerah")),
    Section("kata", say("Kata warga")),
)
SATISFACTION = (Column("ikm", say("IKM"), detailed=True),)
ASKED = (
    Column("layanan_pengguna", say("Dilayani")),
    Column("skm_sampel_minimum", say("Perlu ditanya")),
    Column("skm_responden", say("Menjawab")),
)
COMPLAINTS = (
    Column("pengaduan_masuk", say("Masuk")),
    Column("pengaduan_terbuka", say("Masih terbuka")),
    Column("pengaduan_tepat_waktu", say("Selesai tepat waktu"), detailed=True),
    Column("pengaduan_tanggapan_tepat", say("Ditanggapi tepat waktu"), detailed=True),
)

MOST_VOICES = 12


@dataclass(frozen=True)
class Said:
    """A citizen's words, and the department they are about (None if the roll misses it)."""

    voice: Voice
    department: Department | None


@dataclass(frozen=True)
class Profile:
    """Respondents by one trait: its name, and each group with its figure."""

    trait: str
    rows: tuple[tuple[str, Figure], ...]


def voice_page(published: Published) -> Page:
    """Satisfaction and complaints over the whole city, and what citizens said."""
    quarter = newest_quarter(published, "ikm")
    complaints = newest_quarter(published, "pengaduan_masuk")
    year = newest_year(published, "skm_responden")
    asked = department_table(published, "tabel-jangkauan", year, ASKED)
    return Page(
        path="suara/",
        template="suara.html",
        title=say("Suara warga"),
        lead=voices_lead(published),
        sections=SECTIONS,
        charts=city_charts("ikm-tren", "unsur", "sebaran", "pengaduan", "kurva"),
        content={
            "cards": city_cards(published, VOICE),
            "survey": survey_summary(published, CITY, year),
            "years": tuple(reversed(published.years)),
            "satisfaction": department_table(published, "tabel-ikm", quarter, SATISFACTION),
            "asked": annotated(asked, say("Cukup?"), enough),
            "profiles": profiles(published, year),
            "complaints_summary": voices_summary(
                published, CITY, newest_year(published, "pengaduan_masuk")
            ),
            "complaints": department_table(published, "tabel-pengaduan", complaints, COMPLAINTS),
            "voices": said(published, MOST_VOICES),
            "city": published.contract.city,
            "policy": published.contract.policy,
        },
    )


def said(published: Published, most: int) -> tuple[Said, ...]:
    """The newest words citizens approved."""
    known = named(published)
    return tuple(Said(voice, known.get(voice.kode_opd)) for voice in published.voices[:most])


def profiles(published: Published, year: Period) -> tuple[Profile, ...]:
    """Who answered the city's surveys, by each trait that was asked."""
    titles = trait_titles(published)
    traits: dict[str, list[tuple[str, Figure]]] = {}
    for figure in published.city.categories("skm_profil", str(year)):
        trait, _, group = figure.rincian.partition("/")
        traits.setdefault(trait, []).append((record_word(group), figure))
    return tuple(Profile(titles.get(trait, trait), tuple(rows)) for trait, rows in traits.items())


def enough(row: Row) -> str:
    """Whether as many answered as Krejcie and Morgan ask for."""
    _, needed, answered = row.figures
    if needed is None or answered is None or needed.nilai is None or answered.nilai is None:
        return say("belum dapat dinilai")
    return say("ya") if answered.nilai >= needed.nilai else say("belum")
