"""Titles: one sentence true to the figures, with no more claimed than they bear."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.signals import title_clause
from suluh.comparison import Change, Verdict, year_on_year
from suluh.localisation import period_text, value_text
from suluh.process_limits import stages
from suluh.published import Figure, Published
from suluh.text import Text, joined, say
from suluh.wording import BANDS, unit_text


def amount(figure: Figure) -> str:
    """`84,31` or `91,3%`: the value with the unit a title needs."""
    return joined("", (value_text(figure), unit_text(figure)))


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The newest of a series (oldest first) that has a value."""
    return next((f for f in reversed(figures) if f.has_value), None)


def trend_title(published: Published, figures: Sequence[Figure]) -> str:
    """What the newest satisfaction is, and how it stands to what is usual of the series.

    Where the series is too short to say what is usual: to the same period a year before.
    """
    newest = latest(figures)
    if newest is None:
        return say("Kepuasan masyarakat")
    levels, change = stages(figures), year_on_year(published, newest)
    if levels and levels[-1].limits:
        return joined("", (_said(newest), title_clause(levels, newest)))
    if change and change.verdict in (Verdict.UP, Verdict.DOWN):
        return _moved(change)
    if change and change.verdict is Verdict.UNCLEAR:
        return say("{said}, tidak berbeda jelas dari setahun sebelumnya", said=_said(newest))
    return _said(newest)


def _said(newest: Figure) -> Text:
    told = {"value": amount(newest), "when": period_text(newest.periode)}
    if newest.kategori not in BANDS:
        return say("Kepuasan masyarakat {value} pada {when}", **told)
    band = BANDS[newest.kategori]
    return say("Kepuasan masyarakat {value} ({band}) pada {when}", band=band, **told)


def _moved(change: Change) -> Text:
    told = {
        "old": amount(change.old),
        "before": period_text(change.old.periode),
        "new": amount(change.new),
        "when": period_text(change.new.periode),
    }
    if change.verdict is Verdict.UP:
        return say(
            "Kepuasan masyarakat naik dari {old} pada {before} menjadi {new} pada {when}", **told
        )
    return say(
        "Kepuasan masyarakat turun dari {old} pada {before} menjadi {new} pada {when}", **told
    )
