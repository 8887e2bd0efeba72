"""Faults of every kind, alone and together, are found where they are, and little else is said."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from faults import ALONE, EXAMINED, KINDS, TOGETHER, Fault, plant

from suluh.intake import Problem, read_records
from suluh.intake.groups import groups
from suluh.intake.messages import catalogue

ALONE_SEEDS = range(2)
TOGETHER_SEEDS = range(12)
FAULTS_TOGETHER = 18

FOUND_AT_LEAST = 0.99
SPURIOUS_AT_MOST = 1


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where tables without a fault are kept, so that each is read once."""
    return tmp_path_factory.mktemp("tables")


def test_every_code_of_the_catalogue_can_be_raised() -> None:
    assert set(KINDS) | EXAMINED == set(catalogue())


@pytest.mark.parametrize("code", KINDS)
def test_a_fault_alone_is_found_in_its_cell_and_little_else_is_said(
    code: str, tmp_path: Path, cache: Path
) -> None:
    for seed in ALONE_SEEDS:
        faults, problems = check([code], seed, tmp_path / str(seed), cache)
        assert missed(faults, problems) == []
        assert max(spurious(faults, problems).values(), default=0) <= SPURIOUS_AT_MOST


def test_of_faults_of_all_kinds_together_99_in_100_are_found_with_at_most_one_spurious_a_file(
    tmp_path: Path, cache: Path
) -> None:
    lost: list[Fault] = []
    planted = 0
    for seed in TOGETHER_SEEDS:
        codes = random.Random(seed).choices(list(TOGETHER), k=FAULTS_TOGETHER)  # noqa: S311
        faults, problems = check(codes, seed, tmp_path / str(seed), cache)
        lost += missed(faults, problems)
        planted += len(faults)
        assert max(spurious(faults, problems).values(), default=0) <= SPURIOUS_AT_MOST, seed
    assert planted > len(TOGETHER_SEEDS) * FAULTS_TOGETHER / 2
    assert len(lost) <= (1 - FOUND_AT_LEAST) * planted, lost


def test_what_stands_alone_is_what_hides_all_else() -> None:
    assert not set(ALONE) & set(TOGETHER)


def check(
    codes: Sequence[str], seed: int, folder: Path, cache: Path
) -> tuple[list[Fault], Sequence[Problem]]:
    city, faults = plant(codes, random.Random(seed))  # noqa: S311
    assert faults, codes
    city.write(folder)
    return faults, read_records(folder, None, cache).problems


def missed(faults: Sequence[Fault], problems: Sequence[Problem]) -> list[Fault]:
    return [fault for fault in faults if not any(map(fault.is_found_by, problems))]


def spurious(faults: Sequence[Fault], problems: Sequence[Problem]) -> Counter[str]:
    """Messages by file that no fault explains."""
    unexplained = [
        group
        for group in groups(problems)
        if not any(fault.is_found_by(p) for p in group.problems for fault in faults)
    ]
    return Counter(group.first.file for group in unexplained)
