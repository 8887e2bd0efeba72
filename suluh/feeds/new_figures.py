"""Entries for figures: each quarter and each full year, in the words its page opens with."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.feeds.entry import Entry, page_of, short_name
from suluh.figures import CITY
from suluh.localisation import period_text
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences import plain, satisfaction, year_lead

MOST_PERIODS = 8


def figure_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """The newest periods, each dated its last day: a quarter under way the day of the data.

    A year is told of once it is over: until then its quarters are.
    """
    told = [p for p in published.periods if not p.is_year or p.end <= published.as_of]
    for period in sorted(told, key=lambda p: p.end)[-MOST_PERIODS:]:
        telling = year_lead if period.is_year else satisfaction
        words = plain(telling(published, kode_opd, period))
        if words:
            yield _entry(published, kode_opd, period, words)


def _entry(published: Published, kode_opd: str, period: Period, words: str) -> Entry:
    own_year = f"{period}/" if period.is_year and kode_opd != CITY else ""
    return Entry(
        key=("angka", kode_opd, str(period)),
        kode_opd=kode_opd,
        day=min(period.end, published.as_of),
        kind="angka",
        title=f"Angka {period_text(period)}: {short_name(published, kode_opd)}",
        summary=words,
        path=f"{page_of(kode_opd)}{own_year}",
    )
