"""The matrix of PermenPANRB 6/2022: results and conduct give a person's predikat."""

from __future__ import annotations

from collections.abc import Mapping

EXPECTATIONS = ("di bawah ekspektasi", "sesuai ekspektasi", "di atas ekspektasi")
"""Both ratings, lowest first."""

MATRIX: Mapping[tuple[str, str], str] = {
    (results, conduct): predicate
    for results, predicates in zip(
        EXPECTATIONS,
        (
            ("sangat kurang", "butuh perbaikan", "butuh perbaikan"),
            ("kurang", "baik", "baik"),
            ("kurang", "baik", "sangat baik"),
        ),
        strict=True,
    )
    for conduct, predicate in zip(EXPECTATIONS, predicates, strict=True)
}
"""Predikat by (hasil_kerja, perilaku_kerja)."""
