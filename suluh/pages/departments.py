"""`/opd/`: every department, grouped by kind, with its newest satisfaction; never ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.comparison import Change, year_on_year
from suluh.pages.page import Page, Section
from suluh.pages.roll import Kind, by_kind, current, former
from suluh.periods import Period
from suluh.published import Department, Figure, Published
from suluh.sentences import departments_lead
from suluh.sentences.phrases import newest_quarter
from suluh.text import say


@dataclass(frozen=True)
class Entry:
    """A department in the list, its newest IKM and the change over a year."""

    department: Department
    ikm: Figure | None
    change: Change | None


@dataclass(frozen=True)
class Group:
    """The entries of one kind of department."""

    kind: Kind
    entries: tuple[Entry, ...]


def departments_page(published: Published) -> Page:
    """The list of departments, and of those that are no more."""
    quarter = newest_quarter(published, "ikm")
    groups = tuple(
        Group(kind, _entries(published, kind.departments, quarter))
        for kind in by_kind(current(published))
    )
    ended = former(published)
    sections = [Section(group.kind.id, group.kind.title) for group in groups]
    return Page(
        path="opd/",
        template="opd_daftar.html",
        title=say("Perangkat daerah"),
        lead=departments_lead(published),
        sections=(
            *sections,
            *([Section("dahulu", say("Perangkat daerah terdahulu"))] if ended else []),
        ),
        content={"groups": groups, "former": ended, "period": quarter},
    )


def _entries(
    published: Published, departments: Iterable[Department], quarter: Period
) -> tuple[Entry, ...]:
    return tuple(_entry(published, department, quarter) for department in departments)


def _entry(published: Published, department: Department, quarter: Period) -> Entry:
    ikm = published.figure(department.kode_opd, "ikm", str(quarter))
    return Entry(department, ikm, year_on_year(published, ikm) if ikm else None)
