"""Intake: bytes → `Records`, or every `Problem` in words an HR officer can act on."""

from suluh.intake.intake import Intake, Unexamined, read_records, read_unexamined
from suluh.intake.problems import Problem, has_errors
from suluh.intake.report import FORMATS, problems_as

__all__ = [
    "FORMATS",
    "Intake",
    "Problem",
    "Unexamined",
    "has_errors",
    "problems_as",
    "read_records",
    "read_unexamined",
]
