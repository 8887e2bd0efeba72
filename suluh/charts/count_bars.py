"""A bar a year of counted people in a few ordered categories; hidden counts stay signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suluh.charts.key import SQUARE, Sign, key_rows
from suluh.charts.scales import axis, ticks
from suluh.charts.series import key_of
from suluh.charts.stacks import Segment, segment_rows
from suluh.figures import Status
from suluh.localisation import number_text
from suluh.palette import RATINGS
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure
from suluh.studio import Rows
from suluh.text import joined, say, say_many
from suluh.wording import MARKS, state_text

HIDDEN_WIDTH = 0.1
"""Share of the axis taken by the box of a hidden number: a sign, not a size."""

HIDDEN_NOTE = say("Kotak [c]: jumlah disembunyikan, lebarnya tidak berarti apa-apa.")


@dataclass(frozen=True)
class Scale:
    """Ordered categories: their names in the data, their words, and their colours' rank."""

    categories: tuple[str, ...]
    words: tuple[str, ...]
    ratings: tuple[int, ...]


Years = Mapping[str, Sequence[Figure]]


def counts_by_year(
    own: DepartmentFigures, indicator: str, scale: Scale, year: Period | None = None
) -> Years:
    """The figures of each category for one year, or for every year, oldest first."""
    known = own.years(indicator, scale.categories[0])
    periods = [str(year)] if year else [f.periode for f in known]
    found = {
        w: tuple(f for c in scale.categories if (f := own.get(indicator, w, c))) for w in periods
    }
    return {w: figures for w, figures in found.items() if len(figures) == len(scale.categories)}


def with_counts(years: Years) -> list[str]:
    """The years that have a number to show."""
    return [w for w, figures in years.items() if any(f.nilai for f in figures)]


def is_hidden(figures: Sequence[Figure]) -> bool:
    return any(f.status is Status.HIDDEN for f in figures)


def bar_data(years: Years, scale: Scale, unit: str, labels: Mapping[str, str]) -> dict[str, Rows]:
    """Data of kind `predikat`; `labels` names each year's row, `unit` says how many of what."""
    whole = max(sum(f.nilai or 0 for f in years[w]) for w in years) * (1 + HIDDEN_WIDTH)
    signs = zip(scale.words, scale.ratings, strict=True)
    return {
        "key": key_rows(Sign(word, SQUARE, RATINGS[rating]) for word, rating in signs),
        "axis": axis(tuple(t for t in ticks(0.0, whole, 5) if t <= whole)),
        "labels": tuple(
            {"row": i, "year": w, "label": labels[w], "text": _size(years[w], unit)}
            for i, w in enumerate(years)
        ),
        "segments": tuple(
            segment
            for i, w in enumerate(years)
            for segment in segment_rows(i, _segments(years[w], scale, whole), whole)
        ),
    }


def _size(figures: Sequence[Figure], unit: str) -> str:
    """How many in all, or why it cannot be said; a sum would give a single hidden one away."""
    if is_hidden(figures):
        return ""
    if not all(f.has_value for f in figures):
        return state_text(figures[0])
    total = sum(f.nilai or 0 for f in figures)
    return say_many(unit, total, count=number_text(total))


def _segments(figures: Sequence[Figure], scale: Scale, whole: float) -> list[Segment]:
    segments = []
    for figure, rating in zip(figures, scale.ratings, strict=True):
        if figure.status is Status.HIDDEN:
            width, mark = HIDDEN_WIDTH * whole, MARKS[Status.HIDDEN]
            segments.append(Segment(width, mark, None, key_of(figure)))
        elif figure.nilai:
            text = number_text(figure.nilai)
            segments.append(Segment(figure.nilai, text, rating, key_of(figure)))
    return segments


def spoken(years: Years, scale: Scale) -> str:
    """The bars in words, for those who do not see them."""
    return joined(
        " ", (say("{year}: {list}.", year=w, list=_listed(years[w], scale)) for w in years)
    )


def _listed(figures: Sequence[Figure], scale: Scale) -> str:
    return joined(
        ", ",
        (
            joined(" ", (word, state_text(f) if f.nilai is None else number_text(f.nilai)))
            for word, f in zip(scale.words, figures, strict=True)
        ),
    )
