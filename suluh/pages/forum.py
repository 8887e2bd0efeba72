"""`/forum/`: where citizens were heard, what was promised them, and what was kept."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.charts import city_charts
from suluh.comparison import Change
from suluh.pages.city_cards import FORUM, city_cards
from suluh.pages.department_table import Column, department_table
from suluh.pages.page import Page, Section
from suluh.pages.replies import State, commitment_state, effect
from suluh.pages.reporting import year_of
from suluh.pages.roll import named
from suluh.published import Commitment, Department, Forum, Published
from suluh.sentences import forum_lead

COLUMNS = (
    Column("forum_jumlah", "Forum"),
    Column("komitmen_ditepati", "Ditepati pada waktunya", detailed=True),
    Column("komitmen_terbuka", "Belum selesai"),
    Column("komitmen_lewat", "Lewat tenggat"),
)
MOST_LATE = 6
MOST_KEPT = 4
MOST_FORUMS = 10


@dataclass(frozen=True)
class Promise:
    """A commitment, who made it, how it stands, how many days it is late, what it changed."""

    commitment: Commitment
    department: Department | None
    state: State
    days_late: int
    effect: Change | None


@dataclass(frozen=True)
class Meeting:
    """A forum and the department that held it."""

    forum: Forum
    department: Department | None


def forum_page(published: Published) -> Page:
    """Forums and commitments: those overdue first, then those under way, kept and dropped."""
    year = year_of(published, "komitmen_ditepati")
    promises = promises_of(published)
    late = tuple(p for p in promises if p.commitment.lewat)
    return Page(
        path="forum/",
        template="forum.html",
        title="Forum dan komitmen",
        lead=forum_lead(published),
        sections=(
            Section("lewat", "Lewat tenggat"),
            Section("komitmen", "Komitmen dari waktu ke waktu"),
            Section("berjalan", "Sedang berjalan"),
            Section("selesai", "Sudah selesai"),
            Section("opd", "Menurut perangkat daerah"),
            Section("forum", "Forum yang diadakan"),
        ),
        charts=city_charts(published, "komitmen"),
        content={
            "cards": city_cards(published, FORUM),
            "late": tuple(sorted(late, key=lambda p: -p.days_late)),
            "under_way": tuple(
                p
                for p in promises
                if p.commitment.status in ("belum", "berjalan") and not p.commitment.lewat
            ),
            "kept": tuple(p for p in promises if p.commitment.status == "selesai"),
            "dropped": tuple(p for p in promises if p.commitment.status == "batal"),
            "table": department_table(published, "tabel-opd", year, COLUMNS),
            "meetings": meetings(published)[:MOST_FORUMS],
            "reported": bool(promises),
            "most_late": MOST_LATE,
            "most_kept": MOST_KEPT,
            "as_of": published.as_of,
            "city": published.contract.city,
        },
    )


def promises_of(published: Published) -> tuple[Promise, ...]:
    """Every commitment, newest first."""
    known = named(published)
    by_department = sorted(published.commitments, key=lambda c: c.kode_opd)  # figures read once
    made = {c.id_komitmen: _promise(published, c, known.get(c.kode_opd)) for c in by_department}
    return tuple(made[c.id_komitmen] for c in published.commitments)


def _promise(published: Published, c: Commitment, department: Department | None) -> Promise:
    days_late = (published.as_of - c.tenggat).days if c.lewat else 0
    changed = effect(published.of(c.kode_opd), c) if department else None
    return Promise(c, department, commitment_state(c), days_late, changed)


def meetings(published: Published) -> tuple[Meeting, ...]:
    """Every forum, newest first."""
    known = named(published)
    return tuple(Meeting(forum, known.get(forum.kode_opd)) for forum in published.forums)
