"""What a build says of words that it does not show because nobody approved them."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.approval import APPROVALS
from suluh.intake.origin import where_it_is
from suluh.intake.problems import Place, Problem, problem
from suluh.records import Records
from suluh.review.waiting import count_waiting


def unapproved_texts(records: Records) -> Iterator[Problem]:
    """One warning where marked texts are left out; none where there are no such texts."""
    waiting = count_waiting(records)
    if waiting:
        code = "texts-not-approved" if APPROVALS in records.tables else "approvals-missing"
        found = problem(code, Place(f"{APPROVALS}.csv"), {"count": waiting})
        yield where_it_is(found, records)
