"""Texts that charts share: intervals, numbers of answers, what is missing and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from suluh.decimals import DECIMALS
from suluh.figures import CITY, Status
from suluh.localisation import number_text, period_text
from suluh.periods import Period
from suluh.published import Department, Figure, Published
from suluh.text import joined, say
from suluh.wording import MARKS, state_sentence

INTERVAL = say("selang kepercayaan 95%")
TO = say(" sampai ")
"""Between limits that may be below zero, where a dash would be taken for a minus."""

NOT_PROOF = say("Urutan waktu bukan bukti sebab-akibat.")


def short_name(published: Published, kode_opd: str) -> str:
    """A department's abbreviation (its name where it has none), or `kota`."""
    if kode_opd == CITY:
        return say("kota")
    return published.department(kode_opd).short_name


def by_name(published: Published) -> tuple[Department, ...]:
    """The departments as an alphabetical list shows them."""
    return tuple(sorted(published.departments, key=lambda d: d.short_name.casefold()))


def interval_text(figure: Figure, between: str = "–") -> str:
    """`82,90–85,72`, or nothing where there are no limits."""
    if figure.batas_bawah is None or figure.batas_atas is None:
        return ""
    decimals = DECIMALS.get(figure.satuan, 0)
    low, high = number_text(figure.batas_bawah, decimals), number_text(figure.batas_atas, decimals)
    return joined(between, (low, high))


def count_text(figure: Figure | None) -> str:
    """Its n, or nothing where it is not known."""
    return "" if figure is None or figure.n is None else number_text(figure.n)


def count_range(figures: Iterable[Figure], of: str) -> tuple[str, ...]:
    """`n = 38–89 responden per triwulan.`, of what `of` says; nothing where no n is known."""
    counts = sorted(f.n for f in figures if f.has_value and f.n is not None)
    if not counts:
        return ()
    low, high = number_text(counts[0]), number_text(counts[-1])
    between = low if low == high else joined("–", (low, high))
    return (say("n = {between} {of}.", between=between, of=of),)


def state_notes(published: Published, figures: Iterable[Figure]) -> tuple[str, ...]:
    """One note for each state other than published: mark, periods it is found in, and why."""
    listed = list(figures)
    policy = published.contract.policy
    notes = []
    for status in (Status.HIDDEN, Status.SMALL_SAMPLE, Status.NOT_REPORTED):
        found = [f for f in listed if f.status is status]
        if found:
            when = periods_text(sorted({f.periode for f in found}))
            why = state_sentence(found[0], policy)
            notes.append(say("{mark} {when}: {why}", mark=MARKS[status], when=when, why=why))
    return tuple(notes)


def periods_text(periods: Sequence[str], most: int = 4) -> str:
    """`triwulan I 2024, triwulan II 2024`; only how many where they are many."""
    if len(periods) > most:
        if Period.parse(periods[0]).is_year:
            return say("{count} tahun", count=str(len(periods)))
        return say("{count} triwulan", count=str(len(periods)))
    return joined(", ", map(period_text, periods))
