"""`/opd/<kode>/`: one department, its newest figures and how they came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from suluh.catalogue import indicators
from suluh.charts import department_charts
from suluh.pages.cards import department_cards
from suluh.pages.changes import changes
from suluh.pages.department_periods import newest_period, newest_year, years_of
from suluh.pages.page import Page, Section
from suluh.pages.replies import anchor, commitment_state, promises, replies, suggestions
from suluh.pages.roll import named
from suluh.pages.traits import trait_titles
from suluh.published import Figure, Published, Service
from suluh.sentences import (
    commitments_summary,
    department_lead,
    evaluation_summary,
    survey_summary,
    training_summary,
    voices_summary,
)
from suluh.text import say

SECTIONS = (
    Section("perjalanan", say("Dari pembinaan ke pelayanan")),
    Section("siapa", say("Siapa mereka")),
    Section("perubahan", say("Apa yang berubah")),
    Section("kepuasan", say("Kepuasan warga")),
    Section("suara", say("Anda sampaikan, kami lakukan, hasilnya")),
    Section("pengaduan", say("Pengaduan")),
    Section("pelatihan", say("Pelatihan")),
    Section("evaluasi", say("Evaluasi, penghargaan, dan dukungan")),
    Section("komitmen", say("Komitmen kepada warga")),
    Section("unduhan", say("Unduhan dan tahun-tahun sebelumnya")),
)
MOST_REPLIES = 4
OPEN_REPLIES = 2
"""The others are one tap away: on a phone each of them is as high as the screen."""

MOST_SUGGESTIONS = 5
MOST_TRAININGS = 4
MOST_COMMITMENTS = 4


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service and how many used it in the year."""

    service: Service
    users: Figure | None


@dataclass(frozen=True, slots=True)
class Trait:
    """The respondents of a survey by one trait, a figure a group."""

    title: str
    figures: tuple[Figure, ...]


def department_page(published: Published, *, kode_opd: str) -> Page:
    """A department's page: latest figures, history, words and promises."""
    department = named(published)[kode_opd]
    return Page(
        path=f"opd/{kode_opd}/",
        template="opd.html",
        title=department.nama,
        lead=department_lead(published, kode_opd),
        feed=kode_opd,
        sections=SECTIONS,
        charts=department_charts(kode_opd),
        content={
            "department": department,
            "heir": named(published).get(department.penerus),
            "as_of": published.as_of,
            "period": newest_period(published.of(kode_opd)),
            "years": years_of(published, kode_opd),
            "cards": department_cards(published, kode_opd),
            "changes": changes(published, kode_opd),
            **_who(published, kode_opd),
            **_survey(published, kode_opd),
            **_voices(published, kode_opd),
            **_training(published, kode_opd),
            **_evaluation(published, kode_opd),
            **_commitments(published, kode_opd),
        },
    )


def _who(published: Published, kode_opd: str) -> Mapping[str, object]:
    own = published.of(kode_opd)
    given = published.facts(kode_opd).services
    year = max((s.tahun for s in given), default=0)
    rows = [
        ServiceRow(s, own.get("layanan_pengguna", str(year), s.layanan))
        for s in given
        if s.tahun == year
    ]
    return {
        "staff": own.get(
            "pegawai_jumlah", str(newest_year(published, kode_opd, "pegawai_jumlah"))
        ),
        "service_year": year,
        "services": tuple(rows),
        "users": own.get("layanan_pengguna", str(year)),
    }


def _survey(published: Published, kode_opd: str) -> Mapping[str, object]:
    own, year = published.of(kode_opd), newest_year(published, kode_opd, "skm_responden")
    return {
        "survey": survey_summary(published, kode_opd, year),
        "survey_year": year,
        "answered": own.get("skm_responden", str(year)),
        "needed": own.get("skm_sampel_minimum", str(year)),
        "traits": _traits(published, own.categories("skm_profil", str(year))),
    }


def _traits(published: Published, figures: tuple[Figure, ...]) -> tuple[Trait, ...]:
    """Figures of `skm_profil` by the column they come from, under the column's own title."""
    titles = trait_titles(published)
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.rincian.partition("/")[0], []).append(figure)
    return tuple(Trait(titles.get(name, name), tuple(g)) for name, g in groups.items())


def _voices(published: Published, kode_opd: str) -> Mapping[str, object]:
    own, year = published.of(kode_opd), newest_year(published, kode_opd, "pengaduan_masuk")
    wanted = ("pengaduan_tepat_waktu", "pengaduan_tanggapan_tepat", "pengaduan_median_hari")
    listed = (own.get(indikator, str(year)) for indikator in wanted)
    given = replies(published, kode_opd, MOST_REPLIES)
    return {
        "replies": given[:OPEN_REPLIES],
        "more_replies": given[OPEN_REPLIES:],
        "suggestions": suggestions(published, kode_opd)[:MOST_SUGGESTIONS],
        "complaints": voices_summary(published, kode_opd, newest_period(own)),
        "complaint_year": year,
        "complaint_figures": tuple(f for f in listed if f),
    }


def _training(published: Published, kode_opd: str) -> Mapping[str, object]:
    own, year = published.of(kode_opd), newest_year(published, kode_opd, "pelatihan_cakupan")
    held = published.facts(kode_opd).trainings
    newest_first = sorted(held, key=lambda t: (-t.tanggal_selesai.toordinal(), t.judul))
    scores = indicators()["pelatihan_kepuasan"].rincian
    reactions = ("pelatihan_kepuasan", "pelatihan_penerapan")
    return {
        "training": training_summary(published, kode_opd, year),
        "training_year": year,
        "trainings": tuple(newest_first[:MOST_TRAININGS]),
        "older_trainings": tuple(newest_first[MOST_TRAININGS:]),
        "reactions": tuple(
            (score, *(own.get(i, str(year), score) for i in reactions)) for score in scores
        ),
        "themes": own.categories("pelatihan_peserta", str(year)),
    }


def _evaluation(published: Published, kode_opd: str) -> Mapping[str, object]:
    own, year = published.of(kode_opd), newest_year(published, kode_opd, "evaluasi_cakupan")
    facts = published.facts(kode_opd)
    columns = (
        ("predikat_opd", ""),
        ("evaluasi_cakupan", ""),
        ("evaluasi_baik", ""),
        ("tindak_lanjut", "penghargaan"),
        ("tindak_lanjut", "pembinaan"),
    )
    return {
        "evaluation": evaluation_summary(published, kode_opd, year),
        "ratings": tuple(
            (str(y), *(own.get(indikator, str(y), rincian) for indikator, rincian in columns))
            for y in years_of(published, kode_opd)
        ),
        "awards": facts.awards,
        "stories": facts.stories[:3],
    }


def _commitments(published: Published, kode_opd: str) -> Mapping[str, object]:
    year = newest_year(published, kode_opd, "komitmen_ditepati")
    made = published.facts(kode_opd).commitments
    listed = tuple((c, commitment_state(c), anchor(c)) for c in made[:MOST_COMMITMENTS])
    return {
        "promises": commitments_summary(published, kode_opd, year),
        "commitments": listed,
        "older_promises": promises(published, made[MOST_REPLIES:]),
    }
