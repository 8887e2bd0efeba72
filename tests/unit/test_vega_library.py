"""Vega for browsers is bundled once, and again where the bundle was damaged."""

from __future__ import annotations

import runpy
import stat
import sys
from importlib import import_module
from pathlib import Path

import pytest
import vl_convert

from suluh.studio.library import has_library, install, library

bundling = import_module("suluh.studio.library")  # the package has a function of that name


@pytest.fixture(autouse=True)
def bundles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(bundling, "refuse_after_fork", lambda: None)
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


@pytest.fixture
def packages() -> Path:
    return Path(sys.prefix)


def test_what_lies_beside_the_packages_serves_every_project_of_every_user(
    tmp_path: Path, bundles: list[str], packages: Path
) -> None:
    runpy.run_module("suluh.studio", run_name="__main__", alter_sys=True)
    (kept,) = packages.rglob("*.js")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644
    assert library(tmp_path / "a") == library(tmp_path / "b") == "vega"
    assert len(bundles) == 1
    assert not (tmp_path / "a").exists()


def test_a_damaged_one_beside_the_packages_is_replaced_in_the_cache(
    tmp_path: Path, bundles: list[str], packages: Path
) -> None:
    install()
    (kept,) = packages.rglob("*.js")
    kept.write_bytes(b"veg")
    assert library(tmp_path) == "vega"
    assert kept.read_bytes() == b"veg"
    assert has_library(tmp_path)
    assert len(bundles) == 2


def test_where_packages_are_read_only_every_project_makes_its_own(
    tmp_path: Path, packages: Path
) -> None:
    packages.write_text("a file: nothing can be written below it")
    install()
    assert library(tmp_path) == "vega"
    assert has_library(tmp_path)
