"""The signals of a control chart in words: in its title, its table and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from suluh.charts.words import periods_text
from suluh.figures import Status
from suluh.localisation import number_text, period_text
from suluh.process_limits import LEAST_VALUES, SCALING, Run, Stage
from suluh.published import Figure
from suluh.text import Text, capitalised, joined, say

_SIDES = {1: say("di atas batas biasa"), -1: say("di bawah batas biasa")}


def title_clause(levels: Sequence[Stage], newest: Figure) -> Text:
    """How the newest figure stands to its level, to follow its value."""
    stage = levels[-1]
    if stage.side(newest):
        return say(", {side}", side=_SIDES[stage.side(newest)])
    if stage.shift and stage.rose:
        return say("; sejak {since} bergeser naik", since=since(stage))
    if stage.shift:
        return say("; sejak {since} bergeser turun", since=since(stage))
    if stage.runs:
        return _held_in_title(stage.runs[-1])
    return say(", di dalam batas biasa")


def signal_text(levels: Sequence[Stage], figure: Figure) -> str:
    """What a table says of a figure; nothing where it is as usual."""
    stage = next(stage for stage in levels if figure in stage.figures)
    if stage.side(figure):
        return _SIDES[stage.side(figure)]
    if stage.shift and figure is stage.figures[0]:
        return say("mulai bergeser naik") if stage.rose else say("mulai bergeser turun")
    held = next((run for run in stage.runs if figure in run.figures), None)
    if held is None:
        return ""
    return say("lama di atas rata-rata") if held.above else say("lama di bawah rata-rata")


def signal_notes(levels: Sequence[Stage]) -> tuple[str, ...]:
    """Every signal in a sentence, and how mean and limits come about."""
    return (*_outside(levels), *_runs(levels), *_shifts(levels), _rule(levels))


def since(stage: Stage) -> str:
    """The period a stage begins in."""
    return period_text(stage.figures[0].periode)


def _outside(levels: Sequence[Stage]) -> Iterator[str]:
    for side, words in _SIDES.items():
        found = [f.periode for stage in levels for f in stage.outside if stage.side(f) == side]
        if found:
            yield say("{side}: {periods}.", side=capitalised(words), periods=periods_text(found))


def _held_in_title(run: Run) -> Text:
    if run.above:
        return say("; {stretch} terus di atas rata-rata", stretch=_stretch(run))
    return say("; {stretch} terus di bawah rata-rata", stretch=_stretch(run))


def _runs(levels: Sequence[Stage]) -> Iterator[str]:
    for run in (run for stage in levels for run in stage.runs):
        if run.above:
            yield say(
                "Dari {stretch} IKM terus di atas rata-rata: lebih dari naik-turun biasa.",
                stretch=_stretch(run),
            )
        else:
            yield say(
                "Dari {stretch} IKM terus di bawah rata-rata: lebih dari naik-turun biasa.",
                stretch=_stretch(run),
            )


def _shifts(levels: Sequence[Stage]) -> Iterator[str]:
    for stage in levels:
        if stage.shift:
            told = {
                "since": since(stage),
                "count": number_text(len(stage.shift.figures)),
                "side": say("di atas") if stage.shift.above else say("di bawah"),
            }
            yield _risen(told) if stage.rose else _fallen(told)


def _risen(told: Mapping[str, str]) -> Text:
    return say(
        "Sejak {since} IKM bergeser naik: {count} triwulan berturut-turut {side} rata-rata "
        "semula. Rata-rata dan batas dihitung ulang sejak itu.",
        **told,
    )


def _fallen(told: Mapping[str, str]) -> Text:
    return say(
        "Sejak {since} IKM bergeser turun: {count} triwulan berturut-turut {side} rata-rata "
        "semula. Rata-rata dan batas dihitung ulang sejak itu.",
        **told,
    )


def _rule(levels: Sequence[Stage]) -> Text:
    small = any(f.status is Status.SMALL_SAMPLE for stage in levels for f in stage.figures)
    rule = say(
        "Batas biasa: rata-rata ± {scaling} × rata-rata perubahan antartriwulan "
        "(grafik kendali XmR){small}.",
        scaling=number_text(SCALING, 2),
        small=say(", sampel kecil ikut dihitung") if small else "",
    )
    if all(stage.limits for stage in levels):
        return rule
    return joined(" ", (rule, _too_short()))


def _too_short() -> Text:
    return say(
        "Kurang dari {least} triwulan berturut-turut: tanpa batas.", least=str(LEAST_VALUES)
    )


def _stretch(run: Run) -> Text:
    first, last = (period_text(run.figures[i].periode) for i in (0, -1))
    return say("{first} sampai {last}", first=first, last=last)
