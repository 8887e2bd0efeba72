"""Vega for browsers is bundled once, and again where the bundle was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
import vl_convert

from suluh.charts import exploring
from suluh.charts.exploring import has_library, library


@pytest.fixture(autouse=True)
def bundles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []
    monkeypatch.setattr(exploring, "refuse_after_fork", lambda: None)
    monkeypatch.setattr(
        vl_convert, "javascript_bundle", lambda export: made.append(export) or "vega"
    )
    return made


def test_it_is_bundled_once(tmp_path: Path, bundles: list[str]) -> None:
    assert not has_library(tmp_path)
    assert [library(tmp_path) for _ in range(2)] == ["vega"] * 2
    assert has_library(tmp_path)
    assert len(bundles) == 1


@pytest.mark.parametrize("damaged", [b"", b"veg", b"0" * 64 + b"\nvega"])
def test_a_damaged_bundle_is_made_anew(tmp_path: Path, bundles: list[str], damaged: bytes) -> None:
    library(tmp_path)
    (kept,) = (tmp_path / "vega").iterdir()
    kept.write_bytes(damaged)
    assert not has_library(tmp_path)
    assert library(tmp_path) == "vega"
    assert len(bundles) == 2
    assert has_library(tmp_path)
