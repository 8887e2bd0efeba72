"""`/`: the city in four figures, what changed, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from suluh.charts import city_charts
from suluh.comparison import Verdict, year_on_year
from suluh.pages.city_cards import HOME, city_cards
from suluh.pages.page import Page, Section
from suluh.pages.replies import anchor
from suluh.pages.roll import Kind, by_kind, current, named
from suluh.pages.voice import Said, said
from suluh.periods import Period
from suluh.published import Commitment, Department, Published
from suluh.sentences import home_lead
from suluh.sentences.phrases import newest_quarter
from suluh.text import say

SECTIONS = (
    Section("berubah", say("Yang berubah dalam setahun")),
    Section("keperluan", say("Cari layanan atau perangkat daerah")),
    Section("program", say("Bagaimana pembinaan ini bekerja")),
    Section("kata", say("Warga menyampaikan, kota menjawab")),
    Section("ikuti", say("Ikuti perubahannya")),
)

MOST_USED = 12
MOST_VOICES = 4
MOST_PROMISES = 4


@dataclass(frozen=True)
class Need:
    """A service a citizen may come for, and the department that gives it."""

    layanan: str
    department: Department


@dataclass(frozen=True)
class Moved:
    """Departments by what became of their satisfaction in a year, each group by name."""

    period: Period
    up: tuple[Department, ...]
    down: tuple[Department, ...]
    unclear: int
    unknown: int


@dataclass(frozen=True)
class Promise:
    """A promise to citizens, and whose page says all of it, at which anchor."""

    text: str
    department: Department
    anchor: str


@dataclass(frozen=True)
class Promises:
    """Promises that were kept in a quarter, and that fell due in it and were not: the newest."""

    kept: tuple[Promise, ...]
    late: tuple[Promise, ...]


def home_page(published: Published) -> Page:
    """The story of the city, and the way to each department."""
    needs = needs_of(published)
    change = moved(published)
    return Page(
        path="",
        template="beranda.html",
        title=say("Apakah layanan {city} makin baik?", city=published.contract.city),
        lead=home_lead(published),
        sections=SECTIONS,
        charts=city_charts("perjalanan"),
        content={
            "cards": city_cards(published, HOME),
            "kinds": kinds(published),
            "needs": needs,
            "most_used": most_used(published, needs),
            "moved": change,
            "promises": promises(published, change.period),
            "voices": answered(published) or said(published, MOST_VOICES),
            "as_of": published.as_of,
            "city": published.contract.city,
        },
    )


def answered(published: Published) -> tuple[Said, ...]:
    """The newest words of citizens that something was decided on."""
    known = named(published)
    replied = (v for v in published.voices if v.keputusan and v.hasil)
    newest = islice(replied, MOST_VOICES)
    return tuple(Said(voice, known.get(voice.kode_opd)) for voice in newest)


def kinds(published: Published) -> tuple[Kind, ...]:
    """The departments that serve now, by kind."""
    return by_kind(current(published))


def needs_of(published: Published) -> tuple[Need, ...]:
    """The services of the newest year that has any, by name."""
    serving = {d.kode_opd for d in current(published)}
    offered = [s for s in published.services if s.kode_opd in serving]
    newest = max((s.tahun for s in offered), default=0)
    known = named(published)
    needs = {(s.layanan, s.kode_opd) for s in offered if s.tahun == newest}
    ordered = sorted(needs, key=lambda need: (need[0].casefold(), need[1]))
    return tuple(Need(layanan, known[kode_opd]) for layanan, kode_opd in ordered)


def most_used(published: Published, needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """The services most people come for, by name: they are listed first."""
    ranked = sorted(needs, key=lambda need: -_users(published, need))[:MOST_USED]
    return tuple(need for need in needs if need in ranked)


def moved(published: Published) -> Moved:
    """What became of each department's satisfaction since the same quarter a year before."""
    quarter = newest_quarter(published, "ikm")
    groups: dict[Verdict, list[Department]] = {verdict: [] for verdict in Verdict}
    for department in current(published):
        groups[_verdict(published, department, quarter)].append(department)
    return Moved(
        period=quarter,
        up=tuple(groups[Verdict.UP]),
        down=tuple(groups[Verdict.DOWN]),
        unclear=len(groups[Verdict.UNCLEAR]),
        unknown=len(groups[Verdict.UNKNOWN]),
    )


def promises(published: Published, quarter: Period) -> Promises:
    """What became of promises in a quarter."""
    kept = [(c.tanggal_selesai, c) for c in published.commitments if c.status == "selesai"]
    late = [(c.tenggat, c) for c in published.commitments if c.lewat]
    return Promises(*(_newest(published, dated, quarter) for dated in (kept, late)))


def _newest(
    published: Published, dated: Iterable[tuple[date | None, Commitment]], quarter: Period
) -> tuple[Promise, ...]:
    known = named(published)
    within = [
        (day, commitment.id_komitmen, commitment)
        for day, commitment in dated
        if day and quarter.start <= day <= quarter.end and commitment.kode_opd in known
    ]
    newest = sorted(within, key=lambda found: found[:2], reverse=True)[:MOST_PROMISES]
    return tuple(Promise(c.komitmen, known[c.kode_opd], anchor(c)) for *_, c in newest)


def _verdict(published: Published, department: Department, quarter: Period) -> Verdict:
    figure = published.figure(department.kode_opd, "ikm", str(quarter))
    change = year_on_year(published, figure) if figure else None
    return change.verdict if change else Verdict.UNKNOWN


def _users(published: Published, need: Need) -> float:
    """How many used a service in the newest year that says."""
    who, what = need.department.kode_opd, need.layanan
    years = map(str, reversed(published.years))
    counted = (published.figure(who, "layanan_pengguna", year, what) for year in years)
    return next((f.nilai for f in counted if f is not None and f.nilai is not None), 0.0)
