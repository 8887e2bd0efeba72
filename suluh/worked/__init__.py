"""Worked examples: a published figure worked out again from other published figures and texts.

Whoever holds `angka.csv` can follow each of them with a pocket calculator.
"""

from suluh.worked import effects
from suluh.worked.example import Example, Given, exact_text
from suluh.worked.examples import worked_example

__all__ = ["Example", "Given", "effects", "exact_text", "worked_example"]
