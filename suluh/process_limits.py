"""Natural process limits of a series: what is more than its usual ups and downs, and what is not.

The chart of individual values and moving ranges (XmR): the mean of the values, and limits 2.66
mean moving ranges to both sides (Wheeler 2000, *Understanding Variation*, ISBN 0-945320-53-1; NHS
England, *Making data count*). A value beyond a limit is a signal, and so is a run of eight on
one side of the mean. Limits come from all values, also those that are signals, unless such a run
follows other values: then the level has shifted, and what lies before and after has limits of its
own. When to compute limits anew is judgement in the sources; ADR 0012 tells why it is a rule here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import fmean

from suluh.catalogue import indicators
from suluh.periods import Period
from suluh.published import Figure

LEAST_VALUES = 8
"""Successive values that a mean and limits are drawn from at least."""

RUN = 8
"""Successive values on one side of the mean that are a signal."""

SCALING = 2.66
"""Mean moving ranges from the mean to a limit: 3 / 1.128, three standard deviations."""

_DECIMALS = 6
"""Of mean and limits: two more than published values have, so that one *on* a limit is on it."""


@dataclass(frozen=True)
class Limits:
    """The mean of a series and its natural process limits."""

    mean: float
    lower: float
    upper: float

    def outside(self, figure: Figure) -> int:
        """1 above the upper limit, −1 below the lower; 0 on or between them, or without value."""
        value = figure.nilai
        return 0 if value is None else (value > self.upper) - (value < self.lower)


@dataclass(frozen=True)
class Run:
    """At least eight successive figures on one side of a mean."""

    figures: tuple[Figure, ...]
    above: bool


@dataclass(frozen=True)
class Stage:
    """Successive figures at one level, and the runs within it.

    `limits`: None without eight successive values. `shift`: the run by which the level was seen
    to move to this one, None for the first level; `rose`: whether it lies above the one before.
    """

    figures: tuple[Figure, ...]
    limits: Limits | None
    runs: tuple[Run, ...] = ()
    shift: Run | None = None
    rose: bool = False

    def side(self, figure: Figure) -> int:
        """As `Limits.outside`; 0 where the stage has no limits."""
        return self.limits.outside(figure) if self.limits else 0

    @property
    def outside(self) -> tuple[Figure, ...]:
        """Its figures beyond its limits."""
        return tuple(figure for figure in self.figures if self.side(figure))


def stages(figures: Sequence[Figure]) -> tuple[Stage, ...]:
    """The levels of a series of periods (oldest first); none where nothing has limits.

    Figures computed by another rule are never judged together.
    """
    found = [
        stage
        for _, alike in groupby(figures, _rule)
        for stage in _compared_with_the_one_before(_split(tuple(alike)))
    ]
    return tuple(found) if any(stage.limits for stage in found) else ()


def natural_limits(values: Sequence[float | None]) -> Limits | None:
    """Limits of a series in which None is a gap; None without eight successive values.

    The mean is that of all values; a moving range is taken between neighbours only, never
    across a gap.
    """
    known = [value for value in values if value is not None]
    if _longest_stretch(values) < LEAST_VALUES:
        return None
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    mean, reach = fmean(known), SCALING * fmean(ranges)
    return Limits(*(round(x, _DECIMALS) for x in (mean, mean - reach, mean + reach)))


def runs(figures: Sequence[Figure]) -> Iterator[tuple[int, Run]]:
    """The runs of at least eight and where each begins; a gap or a value on the mean ends one.

    A run is one also of the mean without the value farthest from it: a single value far off
    draws the mean away from all others, and that is no signal of theirs.
    """
    mean = fmean(_values(figures))
    *others, _farthest = sorted(_values(figures), key=lambda value: abs(value - mean))
    start = 0
    for side, alike in groupby(figures, lambda figure: _side(figure, mean)):
        members = tuple(alike)
        if side and len(members) >= RUN and all(_side(f, fmean(others)) == side for f in members):
            yield start, Run(members, side > 0)
        start += len(members)


def _split(figures: tuple[Figure, ...], shift: Run | None = None) -> list[Stage]:
    """One stage, or those before and after the first run that follows other values."""
    limits = natural_limits([figure.nilai for figure in figures])
    found = list(runs(figures)) if limits else []
    for start, run in found:
        if _values(figures[:start]):
            return [*_split(figures[:start], shift), *_split(figures[start:], run)]
    return [Stage(figures, limits, tuple(run for _, run in found), shift)]


def _compared_with_the_one_before(found: Sequence[Stage]) -> Iterator[Stage]:
    yield found[0]
    for before, after in pairwise(found):
        rose = fmean(_values(after.figures)) > fmean(_values(before.figures))
        yield replace(after, rose=rose)


def _values(figures: Iterable[Figure]) -> list[float]:
    return [figure.nilai for figure in figures if figure.nilai is not None]


def _side(figure: Figure, mean: float) -> int:
    """1 above the mean, −1 below it, 0 on it or without a value."""
    mean = round(mean, _DECIMALS)
    return 0 if figure.nilai is None else (figure.nilai > mean) - (figure.nilai < mean)


def _longest_stretch(values: Sequence[float | None]) -> int:
    stretches = groupby(values, lambda value: value is None)
    return max((len(list(members)) for gap, members in stretches if not gap), default=0)


def _rule(figure: Figure) -> object:
    return indicators()[figure.indikator].version_in(Period.parse(figure.periode).year)
