"""The roll of departments: who serves now and who used to, by name and by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from suluh.published import Department, Published
from suluh.record_words import record_word
from suluh.text import capitalised


@dataclass(frozen=True)
class Kind:
    """The departments of one kind (`jenis`), by name; `id` serves as an anchor."""

    jenis: str
    departments: tuple[Department, ...]

    @property
    def title(self) -> str:
        return capitalised(record_word(self.jenis))

    @property
    def id(self) -> str:
        letters = (c if c.isalnum() else "-" for c in self.jenis.lower())
        return "jenis-" + "".join(letters)


@dataclass(frozen=True)
class Former:
    """A department that is no more, and the one that took over its work, if any."""

    department: Department
    successor: Department | None


def by_name(departments: Iterable[Department]) -> tuple[Department, ...]:
    """In alphabetical order: the only order departments are listed in by default."""
    return tuple(sorted(departments, key=lambda d: (d.nama.casefold(), d.kode_opd)))


def reported(published: Published) -> tuple[Department, ...]:
    """Departments that existed in a published period: those that have figures and pages."""
    return by_name(named(published).values())


def current(published: Published) -> tuple[Department, ...]:
    """Departments that exist on the day of the data."""
    return tuple(d for d in reported(published) if _serves(d, published))


def former(published: Published) -> tuple[Former, ...]:
    """Departments that do not exist any more on the day of the data."""
    known = named(published)
    ended = (
        d for d in reported(published) if d.berlaku_sampai and d.berlaku_sampai < published.as_of
    )
    return tuple(Former(d, known.get(d.penerus)) for d in ended)


def by_kind(departments: Iterable[Department]) -> tuple[Kind, ...]:
    """Departments grouped by kind, kinds and departments in alphabetical order."""
    kinds: dict[str, list[Department]] = {}
    for department in by_name(departments):
        kinds.setdefault(department.jenis, []).append(department)
    return tuple(Kind(jenis, tuple(kinds[jenis])) for jenis in sorted(kinds, key=str.casefold))


def named(published: Published) -> dict[str, Department]:
    """Every department that has a page, by its code."""
    first, last = published.years[0].start, published.years[-1].end
    return {
        d.kode_opd: d
        for d in published.departments
        if d.berlaku_mulai <= last and (d.berlaku_sampai or date.max) >= first
    }


def _serves(department: Department, published: Published) -> bool:
    ends = department.berlaku_sampai
    begun = department.berlaku_mulai <= published.as_of
    return begun and (ends is None or ends >= published.as_of)
