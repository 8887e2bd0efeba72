"""Differences: what an edit of the records changes in what is published."""

from suluh.differences.difference import Difference, Differences, Kind, differences
from suluh.differences.report import Unconfirmed, differences_as
from suluh.differences.revision import RevisionError, data_of

__all__ = [
    "Difference",
    "Differences",
    "Kind",
    "RevisionError",
    "Unconfirmed",
    "data_of",
    "differences",
    "differences_as",
]
