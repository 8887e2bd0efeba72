"""`Group`: one mistake, however many cells it was made in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from suluh.intake.problems import Problem

HEADER_LINE = 1


@dataclass(frozen=True)
class Variant:
    """Problems of a group that say the very same, in their order."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        return self.problems[0]


@dataclass(frozen=True)
class Group:
    """Problems of one kind in one column of one file: most likely one mistake.

    Of the header, all columns are one group: there a mistake spans columns as below it spans
    lines. `variants` are what the problems say, the most frequent first.
    """

    variants: tuple[Variant, ...]

    @property
    def first(self) -> Problem:
        """The problem that stands first in the file."""
        return min((v.first for v in self.variants), key=lambda p: p.place)

    @cached_property
    def problems(self) -> Sequence[Problem]:
        """All problems, as they stand in the file."""
        every = (p for v in self.variants for p in v.problems)
        return sorted(every, key=lambda p: p.place)

    @property
    def size(self) -> int:
        return sum(len(v.problems) for v in self.variants)


def groups(problems: Iterable[Problem]) -> Sequence[Group]:
    """Group problems that are in order; groups stand where their first problem does."""
    by_kind: dict[Hashable, dict[Hashable, list[Problem]]] = {}
    for problem in problems:
        by_saying = by_kind.setdefault(_kind(problem), {})
        by_saying.setdefault(_saying(problem), []).append(problem)
    return [Group(tuple(_most_frequent(found.values()))) for found in by_kind.values()]


def _kind(problem: Problem) -> Hashable:
    column = "" if problem.line == HEADER_LINE else problem.column
    return (problem.file, problem.sheet, problem.level, problem.code, column, problem.line is None)


def _saying(problem: Problem) -> Hashable:
    """What the message depends on, without the cost of writing it."""
    return (problem.column, problem.value, tuple(problem.details.items()))


def _most_frequent(sayings: Iterable[list[Problem]]) -> Iterator[Variant]:
    return (Variant(tuple(found)) for found in sorted(sayings, key=len, reverse=True))
