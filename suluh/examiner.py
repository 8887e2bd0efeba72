"""The examiner: a process that looks for what is wrong with the records, while figures are made.

It is forked from the process that read them, so that nothing need be handed over (docs/adr/0038).
"""

from __future__ import annotations

from functools import cached_property
from multiprocessing.connection import Connection
from typing import ClassVar

from suluh.colleague import Colleague, attempt
from suluh.intake import Problem, Unexamined, has_errors, problems_as
from suluh.usage import UserError


class Examiner(Colleague):
    """The way to that process."""

    duty: ClassVar[str] = "examines the records"

    def await_verdict(self, lang: str) -> tuple[Problem, ...]:
        """All problems, if none of them is an error; else UserError with all of them."""
        if has_errors(self._problems):
            raise UserError.of_data(problems_as("text", self._problems, lang))
        return self._problems

    @cached_property
    def _problems(self) -> tuple[Problem, ...]:
        found: tuple[Problem, ...] = self.answer()
        return found


def examiner(unexamined: Unexamined) -> Examiner:
    """Have records examined while the body of its `with` runs."""
    return Examiner.hire(_work, unexamined)


def _work(asked: Connection, unexamined: Unexamined) -> None:
    asked.send(attempt(unexamined.examine))
