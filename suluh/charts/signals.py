"""The signals of a control chart in words: in its title, its table and its notes."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.charts.words import periods_text
from suluh.figures import Status
from suluh.localisation import number_text, period_text
from suluh.process_limits import LEAST_VALUES, SCALING, Run, Stage
from suluh.published import Figure

_SIDES = {1: "di atas batas biasa", -1: "di bawah batas biasa"}


def title_clause(levels: Sequence[Stage], newest: Figure) -> str:
    """How the newest figure stands to its level, to follow its value."""
    stage = levels[-1]
    if stage.side(newest):
        return f", {_SIDES[stage.side(newest)]}"
    if stage.shift:
        return f"; sejak {since(stage)} bergeser {direction(stage)}"
    if stage.runs:
        run = stage.runs[-1]
        return f"; {_stretch(run)} terus {_side(run)} rata-rata"
    return ", di dalam batas biasa"


def signal_text(levels: Sequence[Stage], figure: Figure) -> str:
    """What a table says of a figure; nothing where it is as usual."""
    stage = next(stage for stage in levels if figure in stage.figures)
    if stage.side(figure):
        return _SIDES[stage.side(figure)]
    if stage.shift and figure is stage.figures[0]:
        return f"mulai bergeser {direction(stage)}"
    held = next((run for run in stage.runs if figure in run.figures), None)
    return f"lama {_side(held)} rata-rata" if held else ""


def signal_notes(levels: Sequence[Stage]) -> tuple[str, ...]:
    """Every signal in a sentence, and how mean and limits come about."""
    return (*_outside(levels), *_runs(levels), *_shifts(levels), _rule(levels))


def since(stage: Stage) -> str:
    """The period a stage begins in."""
    return period_text(stage.figures[0].periode)


def direction(stage: Stage) -> str:
    """Where its level moved from the one before."""
    return "naik" if stage.rose else "turun"


def _outside(levels: Sequence[Stage]) -> tuple[str, ...]:
    found = {
        words: [f.periode for stage in levels for f in stage.outside if stage.side(f) == side]
        for side, words in _SIDES.items()
    }
    return tuple(
        f"{words.capitalize()}: {periods_text(periods)}."
        for words, periods in found.items()
        if periods
    )


def _runs(levels: Sequence[Stage]) -> tuple[str, ...]:
    return tuple(
        f"Dari {_stretch(run)} IKM terus {_side(run)} rata-rata: lebih dari naik-turun biasa."
        for stage in levels
        for run in stage.runs
    )


def _shifts(levels: Sequence[Stage]) -> tuple[str, ...]:
    return tuple(
        f"Sejak {since(stage)} IKM bergeser {direction(stage)}: "
        f"{number_text(len(stage.shift.figures))} triwulan berturut-turut {_side(stage.shift)} "
        "rata-rata semula. Rata-rata dan batas dihitung ulang sejak itu."
        for stage in levels
        if stage.shift
    )


def _rule(levels: Sequence[Stage]) -> str:
    small = any(f.status is Status.SMALL_SAMPLE for stage in levels for f in stage.figures)
    short = any(stage.limits is None for stage in levels)
    return (
        f"Batas biasa: rata-rata ± {number_text(SCALING, 2)} × rata-rata perubahan antartriwulan "
        f"(grafik kendali XmR){', sampel kecil ikut dihitung' if small else ''}."
        + (f" Kurang dari {LEAST_VALUES} triwulan berturut-turut: tanpa batas." if short else "")
    )


def _stretch(run: Run) -> str:
    first, last = (period_text(run.figures[i].periode) for i in (0, -1))
    return f"{first} sampai {last}"


def _side(run: Run) -> str:
    return "di atas" if run.above else "di bawah"
