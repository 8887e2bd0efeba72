"""Figures are made while the records are examined, and count for nothing if they fail."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from data_folder import ROOT, DataFolder, Row

import suluh.reading
from suluh.intake import Unexamined, read_records, read_unexamined
from suluh.job import Job
from suluh.progress import Progress
from suluh.reading import read
from suluh.usage import UserError

FAULTS: dict[str, tuple[str, Callable[[int, Row], Row], bool, str]] = {
    "a cell that cannot be read": (
        "skm", lambda _, row: row | {"tanggal": "kemarin"}, False, "kemarin"
    ),
    "a cell that breaks the contract": (
        "skm", lambda _, row: row | {"waktu": "7"}, False, "1 sampai 4"
    ),
    "a department that nobody knows": (
        "skm", lambda _, row: row | {"kode_opd": "dinas-x"}, True, "dinas-x"
    ),
    "a number of a person": (
        "skm", lambda _, row: row | {"saran": "Hubungi 081234567890"}, True, "skm.csv"
    ),
}  # fmt: skip


@pytest.fixture
def job(data_folder: DataFolder) -> Job:
    return Job(ROOT, data_folder.path, data_folder.path.parent / "site")


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_as_without_an_examiner(
    job: Job, data_folder: DataFolder, fault: str
) -> None:
    table, edit, computed, told = FAULTS[fault]
    data_folder.change(table, edit)
    unexamined = read_unexamined(job.data)
    assert unexamined.is_sound() == computed
    assert unexamined.examine() == read_records(job.data).problems
    with pytest.raises(UserError, match=told) as raised:
        read(job, Progress())
    assert raised.value.exit_code == 1


def test_records_that_are_not_sound_are_not_computed_with(
    job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date in the year 9999 would be computed with for a long time."""
    data_folder.change("skm", lambda _, row: row | {"tanggal": "9999-12-31"})
    monkeypatch.setattr(suluh.reading, "compute", lambda _: os._exit(1))
    with pytest.raises(UserError, match="9999-12-31"):
        read(job, Progress())


def test_what_is_wrong_with_the_records_is_told_before_what_came_of_it(
    job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_folder.change("skm", lambda _, row: row | {"kode_opd": "dinas-x"})
    monkeypatch.setattr(suluh.reading, "compute", lambda _: 1 / 0)
    with pytest.raises(UserError, match="dinas-x"):
        read(job, Progress())


def test_a_bug_stays_one_where_nothing_is_wrong_with_the_records(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suluh.reading, "compute", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read(job, Progress())


def test_a_bug_of_the_examiner_is_raised(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Unexamined, "examine", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read(job, Progress())


def test_an_examiner_who_is_gone_lets_nothing_pass(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Unexamined, "examine", lambda _: os._exit(0))
    with pytest.raises(RuntimeError, match="examines the records ended before its work did"):
        read(job, Progress())


def test_a_folder_without_a_contract_has_no_records(job: Job) -> None:
    (job.data / "datapackage.json").unlink()
    unexamined = read_unexamined(job.data)
    assert not unexamined.is_sound()
    with pytest.raises(ValueError, match="no records"):
        unexamined.records()
    with pytest.raises(UserError, match=r"datapackage\.json"):
        read(job, Progress())


def test_warnings_do_not_keep_the_records_back(job: Job) -> None:
    reading = read(job, Progress())
    assert reading.problems == read_records(job.data).problems
    assert len(reading.published.figures) > 0
