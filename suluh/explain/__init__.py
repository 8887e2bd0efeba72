"""Check any number: the derivation of one published figure, for whoever keeps the records.

It reads the restricted records before the wall, so what it prints stays on the officer's own
machine; nothing of the site is made from it.
"""

from suluh.explain.explanation import Explanation, Workings, explain, workings
from suluh.explain.question import Question, require_indicator
from suluh.explain.text import explanation_lines, print_explanation
from suluh.explain.words import Words

__all__ = [
    "Explanation",
    "Question",
    "Words",
    "Workings",
    "explain",
    "explanation_lines",
    "print_explanation",
    "require_indicator",
    "workings",
]
