"""What the process that reads the records answers, and what becomes of it when something fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest
from data_folder import ROOT, DataFolder

import suluh.reading
from suluh.job import Job
from suluh.progress import Progress
from suluh.reader import reader
from suluh.usage import UserError


@pytest.fixture
def job(data_folder: DataFolder) -> Job:
    return Job(ROOT, data_folder.path, data_folder.path.parent / "site")


def test_it_hands_over_what_may_be_public_and_then_what_there_is_to_ask(job: Job) -> None:
    (job.data / "persetujuan.csv").unlink()
    progress = Progress()
    with reader(job) as hired:
        published = hired.published(progress)
        assert "approvals-missing" in hired.warnings()
    assert set(progress.seconds) == {"intake", "indicators", "disclosure"}
    read = suluh.reading.read(job, Progress()).published
    assert published.figures.equals(read.figures)
    assert published.voices == read.voices


def test_nobody_waits_for_what_nobody_asks(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a page is previewed: the reader would look for questions for an hour."""
    monkeypatch.setattr(suluh.reading.Reading, "warnings", lambda _: sleep(3600))
    with reader(job) as hired:
        hired.published(Progress())
        hired.send_home()
    assert not hired.process.is_alive()


def test_problems_of_the_records_are_told_as_the_user_s(job: Job, data_folder: DataFolder) -> None:
    data_folder.change("skm", lambda _, row: row | {"tanggal": "kemarin"})
    with reader(job) as hired, pytest.raises(UserError, match="kemarin") as told:
        hired.published(Progress())
    assert told.value.exit_code == 1


@pytest.mark.parametrize(
    ("failing", "told"),
    [
        (lambda *_: 1 / 0, "division by zero"),
        (lambda *_: os._exit(1), "a process that reads the records ended before its work did"),
    ],
)
def test_a_bug_there_is_raised_here(
    job: Job, monkeypatch: pytest.MonkeyPatch, failing: Callable[..., object], told: str
) -> None:
    monkeypatch.setattr(suluh.reading, "read", failing)
    with reader(job) as hired, pytest.raises((ZeroDivisionError, RuntimeError), match=told):
        hired.published(Progress())


def test_a_bug_there_says_where_it_is(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suluh.reading, "read", lambda *_: 1 / 0)
    with reader(job) as hired, pytest.raises(ZeroDivisionError) as raised:
        hired.published(Progress())
    assert any(Path(__file__).name in note for note in raised.value.__notes__)


def test_it_ends_where_publishing_fails_before_it_is_asked(job: Job) -> None:
    with suppress(ZeroDivisionError), reader(job) as hired:
        _ = 1 / 0
    assert not hired.process.is_alive()


def test_where_nothing_is_to_be_asked_it_says_nothing(job: Job) -> None:
    with reader(job) as hired:
        hired.published(Progress())
        assert hired.warnings() == ""
