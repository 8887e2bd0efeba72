"""An effect: a published figure that is itself a change, and what may be said of it.

The words follow from its interval alone: who holds the row of `angka.csv` can check them.
"""

from __future__ import annotations

from dataclasses import dataclass

from suluh.comparison import Verdict
from suluh.impact import DIFFERENCE, GROUPS, SEASON, SLOPE
from suluh.localisation import decimals_of, number_text
from suluh.published import Figure
from suluh.text import many_, say, say_many
from suluh.wording import state_text

_CHANGED = {
    Verdict.UP: many_("naik {size} poin, lebih dari kebetulan"),
    Verdict.DOWN: many_("turun {size} poin, lebih dari kebetulan"),
    Verdict.UNCLEAR: many_("tidak berubah dengan jelas"),
}
_WORDS = {
    SEASON: _CHANGED,
    GROUPS: _CHANGED,
    DIFFERENCE: {
        Verdict.UP: many_(
            "berubah {size} poin lebih baik daripada yang lain, lebih dari kebetulan"
        ),
        Verdict.DOWN: many_(
            "berubah {size} poin lebih buruk daripada yang lain, lebih dari kebetulan"
        ),
        Verdict.UNCLEAR: many_("tidak berbeda jelas dari yang lain"),
    },
    SLOPE: {
        Verdict.UP: many_("{size} poin lebih baik, lebih dari kebetulan"),
        Verdict.DOWN: many_("{size} poin lebih buruk, lebih dari kebetulan"),
        Verdict.UNCLEAR: many_("tidak ada hubungan yang jelas"),
    },
}

_MANY = 2
"""Points have decimals, which take the plural."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A figure of `dampak_*`."""

    figure: Figure

    @property
    def verdict(self) -> Verdict:
        """Up or down only while the interval leaves zero out."""
        lower, upper = self.figure.batas_bawah, self.figure.batas_atas
        if lower is None or upper is None:
            return Verdict.UNKNOWN
        if lower > 0:
            return Verdict.UP
        return Verdict.DOWN if upper < 0 else Verdict.UNCLEAR


def effect_text(effect: Effect) -> str:
    """`naik 2,7 poin, lebih dari kebetulan`, as a predicate; why not, where it is not known."""
    figure, verdict = effect.figure, effect.verdict
    if verdict is Verdict.UNKNOWN:
        return state_text(figure) or say("tidak dapat dibandingkan")
    size = number_text(abs(figure.nilai or 0.0), decimals_of(figure))
    return say_many(_WORDS[figure.indikator][verdict], _MANY, size=size)
