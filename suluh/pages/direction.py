"""Which way a change points and whether that is good: a mark, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import indicators
from suluh.comparison import Change, Verdict

_ARROWS = {Verdict.UP: "▲", Verdict.DOWN: "▼", Verdict.UNCLEAR: "●"}


@dataclass(frozen=True, slots=True)
class Direction:
    """`arrow` stands before the words; `tone` is `baik`, `buruk` or `netral`."""

    arrow: str
    tone: str


def direction(change: Change) -> Direction:
    """Good or bad only where the change is clear and a rise has a meaning."""
    return Direction(_ARROWS.get(change.verdict, ""), _tone(change))


def _tone(change: Change) -> str:
    meaning = indicators()[change.new.indikator].naik
    if meaning == "netral" or change.verdict not in (Verdict.UP, Verdict.DOWN):
        return "netral"
    rises_well = meaning == "baik"
    return "baik" if (change.verdict is Verdict.UP) is rises_well else "buruk"
