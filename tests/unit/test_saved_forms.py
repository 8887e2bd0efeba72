"""However a spreadsheet saved it: the same records, or a refusal by name; never another number."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from data_folder import DataFolder
from saved_forms import Form, forms

from suluh.intake import Intake, read_records

FORMS = list(forms())
HARMLESS = {"encoding-old", "column-unknown"}
"""Warnings that a form may bring; the records are the same."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """The small records with numbers that a decimal sign or a thousands point can bend."""
    folder = DataFolder.small(tmp_path_factory.mktemp("plain") / "data")
    folder.change("peserta", lambda i, row: row | {"nilai_awal": "61.5"} if i % 2 else row)
    folder.change("layanan", lambda i, row: row | {"jumlah_pengguna": f"{(i + 1) * 1234567}"})
    folder.change("target", lambda i, row: row | {"nilai": f"{80 + i}.{i}255" if i else "80"})
    return folder


@pytest.fixture(scope="module")
def expected(plain: DataFolder) -> Intake:
    return read_records(plain.path)


def test_there_are_sixty_forms_and_more() -> None:
    names = [form.name for form in FORMS]
    assert len(set(names)) == len(names) >= 60


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_saved_form_gives_the_same_records_or_a_refusal_by_name(
    form: Form, plain: DataFolder, expected: Intake, tmp_path: Path
) -> None:
    intake = read_records(form.save(plain, tmp_path / "saved"))
    codes = {p.code for p in intake.problems if p.level == "error"}
    assert codes >= form.refused
    assert bool(codes) is bool(form.refused), intake.problems[:5]
    assert {p.code for p in intake.problems if p.level == "warning"} <= HARMLESS
    if not form.refused:
        assert_same_records(intake, expected)


def assert_same_records(intake: Intake, expected: Intake) -> None:
    assert intake.records is not None
    assert expected.records is not None
    assert intake.records.as_of == expected.records.as_of
    assert list(intake.records.tables) == list(expected.records.tables)
    for name, frame in expected.records.tables.items():
        pd.testing.assert_frame_equal(intake.records.tables[name], frame, check_exact=True)
