"""`Tally`: the people or cases behind a figure, counted within a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.localisation import number_text
from suluh.published import Figure


@dataclass(frozen=True, slots=True)
class Tally:
    """The n of a figure; or of a share in per cent, how many of its n it stands for (`done`)."""

    figure: Figure
    done: bool = False

    @property
    def count(self) -> int:
        """A whole number; 0 where the figure has no n."""
        n = self.figure.n or 0
        return round((self.figure.nilai or 0) * n / 100) if self.done else n

    @property
    def text(self) -> str:
        """As a sentence writes it: `1.234`."""
        return number_text(self.count)
