"""Titles: one sentence true to the figures, with no more claimed than they bear."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.signals import title_clause
from suluh.comparison import Verdict, year_on_year
from suluh.localisation import period_text, value_text
from suluh.process_limits import stages
from suluh.published import Figure, Published
from suluh.wording import BANDS

_UNITS = {"persen": "%", "JP": " JP", "poin": " poin", "hari": " hari"}


def amount(figure: Figure) -> str:
    """`84,31` or `91,3 %`: the value with the unit a title needs."""
    return value_text(figure) + _UNITS.get(figure.satuan, "")


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The newest of a series (oldest first) that has a value."""
    return next((f for f in reversed(figures) if f.has_value), None)


def trend_title(published: Published, subject: str, figures: Sequence[Figure]) -> str:
    """What the newest figure is, and how it stands to what is usual of the series.

    Where the series is too short to say what is usual: to the same period a year before.
    """
    newest = latest(figures)
    if newest is None:
        return subject
    when = period_text(newest.periode)
    said = f"{subject} {amount(newest)}{_band(newest)} pada {when}"
    levels = stages(figures)
    if levels and levels[-1].limits:
        return said + title_clause(levels, newest)
    change = year_on_year(published, newest)
    if change and change.verdict in (Verdict.UP, Verdict.DOWN):
        before = period_text(change.old.periode)
        return (
            f"{subject} {change.verdict} dari {amount(change.old)} pada {before} "
            f"menjadi {amount(newest)} pada {when}"
        )
    if change and change.verdict is Verdict.UNCLEAR:
        return f"{said}, tidak berbeda jelas dari setahun sebelumnya"
    return said


def _band(figure: Figure) -> str:
    return f" ({BANDS[figure.kategori]})" if figure.kategori in BANDS else ""
