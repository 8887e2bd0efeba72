"""Intake: bytes → `Records`, or every `Problem` in words an HR officer can act on."""

from suluh.intake.intake import Draft, Intake, read_draft, read_records
from suluh.intake.problems import Problem, has_errors
from suluh.intake.report import FORMATS, problems_as

__all__ = [
    "FORMATS",
    "Draft",
    "Intake",
    "Problem",
    "has_errors",
    "problems_as",
    "read_draft",
    "read_records",
]
