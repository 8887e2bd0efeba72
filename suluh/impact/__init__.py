"""What changed, and whether more training went with it: computed from published figures alone.

Nothing here can reach a record or a hidden cell, so what comes out has nothing to hide, and
anybody can redo it from `angka.csv` (docs/adr/0028).
"""

from suluh.impact.effects import with_effects
from suluh.impact.same_quarters import QuarterPair, quarter_pairs

__all__ = ["QuarterPair", "quarter_pairs", "with_effects"]
