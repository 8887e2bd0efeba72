"""A person's predikat follows from results and conduct (PermenPANRB 6/2022)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.ratings import MATRIX


def rating_fits_matrix(folder: Folder) -> Iterator[Problem]:
    """Check each predikat that is given against the matrix."""
    if "evaluasi" not in folder.tables:
        return
    typed = folder.tables["evaluasi"]
    frame = typed.frame[["hasil_kerja", "perilaku_kerja", "predikat"]].dropna()
    cells = zip(frame["hasil_kerja"].tolist(), frame["perilaku_kerja"].tolist(), strict=True)
    expected = pd.Series(list(map(MATRIX.get, cells)), index=frame.index, dtype="str")
    for line in frame.index[expected.notna() & (frame["predikat"] != expected)]:
        details = {
            "results": frame["hasil_kerja"][line],
            "conduct": frame["perilaku_kerja"][line],
            "expected": expected[line],
        }
        yield typed.sheet.problem("rating-mismatch", line, "predikat", details)
