"""Entries for figures: each quarter and each full year, in the words its page opens with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from suluh.feeds.entry import Entry, page_of, short_name
from suluh.figures import CITY
from suluh.localisation import period_text
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences import plain, satisfaction, year_lead

MOST_PERIODS = 8


def figure_entries(published: Published, kode_opd: str) -> Iterator[Entry]:
    """The newest periods it existed in, each dated its last day; one under way, the data's.

    A year is told of once it is over: until then its quarters are.
    """
    told = [p for p in published.periods if not p.is_year or p.end <= published.as_of]
    newest_first = sorted(told, key=lambda p: p.end, reverse=True)
    entries = (_entry(published, kode_opd, period) for period in newest_first)
    return islice((entry for entry in entries if entry.summary), MOST_PERIODS)


def _entry(published: Published, kode_opd: str, period: Period) -> Entry:
    telling = year_lead if period.is_year else satisfaction
    own_year = f"{period}/" if period.is_year and kode_opd != CITY else ""
    return Entry(
        key=("angka", kode_opd, str(period)),
        kode_opd=kode_opd,
        day=min(period.end, published.as_of),
        kind="angka",
        title=f"Angka {period_text(period)}: {short_name(published, kode_opd)}",
        summary=plain(telling(published, kode_opd, period)),
        path=f"{page_of(kode_opd)}{own_year}",
    )
