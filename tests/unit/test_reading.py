"""Records are computed with while they are checked; what was made of wrong ones is never seen."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from data_folder import DataFolder

import suluh.reading
from suluh.intake import Draft, read_records
from suluh.job import Job
from suluh.progress import Progress
from suluh.reading import read
from suluh.records import Records
from suluh.usage import UserError

NIP = "198503122010011007"


@pytest.fixture
def job(data_folder: DataFolder) -> Job:
    root = data_folder.path.parent
    return Job(root, data_folder.path, root / "site")


def test_what_the_checks_find_is_told_with_what_reading_showed(
    job: Job, data_folder: DataFolder
) -> None:
    data_folder.change("skm", lambda _, row: row | {"saran": f"Hubungi {NIP}"})
    data_folder.change("peserta", lambda _, row: row | {"kode_opd": "entah"})
    told = refusal(job)
    assert "personal-number" in told
    assert "unknown-reference" in told
    data_folder.change("skm", lambda _, row: row | {"tanggal": "kemarin"})
    assert "not-a-date" in refusal(job)
    assert "personal-number" in refusal(job)


def test_wrong_records_are_told_of_whatever_came_of_computing_with_them(
    job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_folder.change("skm", lambda _, row: row | {"saran": f"Hubungi {NIP}"})
    monkeypatch.setattr(suluh.reading, "compute", lambda _: 1 / 0)
    assert "personal-number" in refusal(job)


def test_nothing_is_computed_with_codes_that_nobody_knows(
    job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There may be as many as rows, and figures of each."""
    computed: list[Records] = []
    monkeypatch.setattr(suluh.reading, "compute", computed.append)
    data_folder.change("skm", lambda number, row: row | {"kode_opd": f"entah-{number}"})
    assert "unknown-reference" in refusal(job)
    assert computed == []


def test_a_bug_in_computing_with_right_records_is_raised(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suluh.reading, "compute", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read(job, Progress())


@pytest.mark.parametrize(
    ("failing", "told"),
    [
        (lambda _: 1 / 0, "division by zero"),
        (lambda _: os._exit(1), "a process that checks the records ended before its work did"),
    ],
)
def test_records_that_could_not_be_checked_are_not_used(
    job: Job, monkeypatch: pytest.MonkeyPatch, failing: Callable[[Draft], object], told: str
) -> None:
    monkeypatch.setattr(Draft, "check", failing)
    with pytest.raises((ZeroDivisionError, RuntimeError), match=told):
        read(job, Progress())


def test_what_is_to_be_asked_of_right_records_is_kept_to_be_asked(
    job: Job, data_folder: DataFolder
) -> None:
    """Seen by reading a file, and by a rule."""
    data_folder.change("pegawai", lambda _, row: row | {"jumlah": "0"})
    file = data_folder.path / "pegawai.csv"
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([f"{head},catatan", *(f"{row},baru" for row in rows), ""]))
    asked = {problem.code for problem in read(job, Progress()).warnings()}
    assert asked >= {"column-unknown", "more-participants-than-staff"}


def test_only_tables_that_were_checked_are_kept(job: Job, data_folder: DataFolder) -> None:
    data_folder.change("skm", lambda _, row: row | {"saran": f"Hubungi {NIP}"})
    refusal(job)
    kept = {path.name for path in (job.cache / "tables").iterdir()}
    assert "skm.csv.kept" not in kept
    assert "opd.csv.kept" in kept
    assert "personal-number" in refusal(job)


def test_it_reads_what_everybody_else_reads(job: Job) -> None:
    reading = read(job, Progress())
    records = read_records(job.data).records
    assert records is not None
    assert reading.records.as_of == records.as_of
    for name, frame in records.tables.items():
        assert reading.records.tables[name].equals(frame), name


def refusal(job: Job) -> str:
    with pytest.raises(UserError) as refused:
        read(job, Progress())
    assert refused.value.exit_code == 1
    return str(refused.value.text("id"))
