"""What changed, and whether more training went with it: computed from published figures alone.

Nothing here can reach a record or a hidden cell, so what comes out has nothing to hide, and
anybody can redo it from `angka.csv` (docs/adr/0028).
"""

from suluh.impact.dose import PER_JP, Response, halves
from suluh.impact.effects import (
    ADJUSTED,
    DIFFERENCE,
    FEWER,
    GROUPS,
    MORE,
    SEASON,
    SLOPE,
    with_effects,
)

__all__ = [
    "ADJUSTED",
    "DIFFERENCE",
    "FEWER",
    "GROUPS",
    "MORE",
    "PER_JP",
    "SEASON",
    "SLOPE",
    "Response",
    "halves",
    "with_effects",
]
