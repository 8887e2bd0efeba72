"""`/forum/`: where citizens were heard, what was promised them, and what was kept."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.charts import city_charts
from suluh.pages.city_cards import FORUM, city_cards
from suluh.pages.department_table import Column, department_table
from suluh.pages.page import Page, Section
from suluh.pages.replies import promises
from suluh.pages.roll import named
from suluh.published import Commitment, Department, Forum, Published
from suluh.sentences import forum_lead
from suluh.sentences.phrases import newest_year
from suluh.text import say

COLUMNS = (
    Column("forum_jumlah", say("Forum")),
    Column("komitmen_ditepati", say("Ditepati pada waktunya"), detailed=True),
    Column("komitmen_terbuka", say("Belum selesai")),
    Column("komitmen_lewat", say("Lewat tenggat")),
)

MOST_LATE = 6
MOST_KEPT = 4
MOST_FORUMS = 10


@dataclass(frozen=True)
class Meeting:
    """A forum and the department that held it."""

    forum: Forum
    department: Department | None


def forum_page(published: Published) -> Page:
    """Forums and commitments: those overdue first, then those under way, kept and dropped."""
    year = newest_year(published, "komitmen_ditepati")
    late = [c for c in published.commitments if c.lewat]
    kept = [c for c in published.commitments if c.status == "selesai"]
    return Page(
        path="forum/",
        template="forum.html",
        title=say("Forum dan komitmen"),
        lead=forum_lead(published),
        sections=(
            Section("lewat", say("Lewat tenggat")),
            Section("komitmen", say("Komitmen dari waktu ke waktu")),
            Section("berjalan", say("Sedang berjalan")),
            Section("selesai", say("Sudah selesai")),
            Section("opd", say("Menurut perangkat daerah")),
            Section("forum", say("Forum yang diadakan")),
            Section("ikuti", say("Ikuti perubahannya")),
        ),
        charts=city_charts("komitmen"),
        content={
            "cards": city_cards(published, FORUM),
            "late": promises(published, sorted(late, key=lambda c: c.tenggat)),
            "under_way": promises(published, [c for c in published.commitments if _is_due(c)]),
            "kept": promises(published, kept[:MOST_KEPT]),
            "kept_count": len(kept),
            "dropped": promises(
                published, [c for c in published.commitments if c.status == "batal"]
            ),
            "table": department_table(published, "tabel-opd", year, COLUMNS),
            "meetings": meetings(published)[:MOST_FORUMS],
            "reported": bool(published.commitments),
            "most_late": MOST_LATE,
            "as_of": published.as_of,
            "city": published.contract.city,
        },
    )


def _is_due(commitment: Commitment) -> bool:
    """Whether it is still to be done, and in time."""
    return commitment.status in ("belum", "berjalan") and not commitment.lewat


def meetings(published: Published) -> tuple[Meeting, ...]:
    """Every forum, newest first."""
    known = named(published)
    return tuple(Meeting(forum, known.get(forum.kode_opd)) for forum in published.forums)
