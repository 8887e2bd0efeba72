"""Every published total equals an independent computation from the same bytes, or is refused.

SULUH_FUZZ_EXAMPLES is how many files are tried; `make fuzz` tries 10,000.
"""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path

import pytest
from fuzzed_city import TABLES, write_city
from independent_totals import COMPARED, Unclear, totals
from intake_folder import PACKAGE

from suluh.disclosure import protect
from suluh.figures import KEY_COLUMNS
from suluh.indicators import compute
from suluh.intake import read_records

FILES = int(os.environ.get("SULUH_FUZZ_EXAMPLES", "160"))
BATCHES = 8
"""So that several processes share the work."""


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_published_total_is_that_of_the_independent_computation_or_refused(
    batch: int, tmp_path: Path
) -> None:
    shutil.copy(PACKAGE, tmp_path)
    cases = range(batch, max(math.ceil(FILES / TABLES), BATCHES), BATCHES)
    for seed in cases:
        damaged = write_city(tmp_path, seed)
        taken = is_taken_and_equal(seed, tmp_path)
        assert taken or damaged, seed  # what an office saves is never refused


def is_taken_and_equal(seed: int, folder: Path) -> bool:
    """False where the folder is refused; fails where any published total is another."""
    intake = read_records(folder)
    if intake.records is None:
        assert intake.problems, seed
        return False
    try:
        expected = totals(folder)
    except Unclear as unclear:
        pytest.fail(f"city {seed}: taken, although {unclear}")
    published = protect(compute(intake.records), intake.records).figures
    shown = published[published["indikator"].isin(COMPARED) & published["nilai"].notna()]
    wrong = {
        key: (nilai, expected.get(key))
        for *key_cells, nilai in shown[[*KEY_COLUMNS, "nilai"]].itertuples(index=False)
        if not is_same(nilai, expected.get(key := tuple(key_cells)))
    }
    assert wrong == {}, seed
    assert len(shown) > 10
    return True


def is_same(published: float, expected: object) -> bool:
    return expected is not None and math.isclose(published, float(expected), abs_tol=1e-9)  # type: ignore[arg-type]
