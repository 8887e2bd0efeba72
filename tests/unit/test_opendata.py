"""Numbers as they stand in the downloads."""

from __future__ import annotations

import numpy as np
import pytest

from suluh.opendata import CSV_DECIMALS, csv_number


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (84.3125, "84.3125"), (0.0, "0.0000"), (-0.00001, "0.0000"), (-0.5, "-0.5000"),
     (3.26875, "3.2688"), (2 / 3, "0.6667"), (1234567.0, "1234567.0000")],
)  # fmt: skip
def test_a_number_has_four_decimals_and_no_negative_zero(value: float | None, text: str) -> None:
    assert csv_number(value) == text


def test_pages_and_file_round_alike() -> None:
    values = np.arange(1, 30_000) / 160
    whole = [f"{x:.{CSV_DECIMALS}f}" for x in np.round(values, CSV_DECIMALS)]
    assert [csv_number(float(x)) for x in values] == whole
