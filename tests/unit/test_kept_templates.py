"""Compiled templates are kept, and made anew where what is kept was damaged or is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import Environment

from suluh.render import environment


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html").write_text("{{ 1 + 1 }}")
    return folder


def rendered(templates: Path, cache: Path) -> str:
    environment.cache_clear()
    return environment(templates, cache).get_template("a.html").render()


def test_a_template_is_compiled_once(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rendered(templates, tmp_path / "cache") == "2"
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert rendered(templates, tmp_path / "cache") == "2"


def test_an_edited_template_is_compiled_anew(templates: Path, tmp_path: Path) -> None:
    assert rendered(templates, tmp_path / "cache") == "2"
    (templates / "a.html").write_text("{{ 1 + 2 }}")
    assert rendered(templates, tmp_path / "cache") == "3"


@pytest.mark.parametrize("place", [0, 100, -1])
def test_a_damaged_one_is_compiled_anew(templates: Path, tmp_path: Path, place: int) -> None:
    cache = tmp_path / "cache"
    assert rendered(templates, cache) == "2"
    (kept,) = cache.iterdir()
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    assert rendered(templates, cache) == "2"


def test_a_cache_that_is_gone_meanwhile_is_made_anew(templates: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    environment.cache_clear()
    ready = environment(templates, cache)
    shutil.rmtree(cache, ignore_errors=True)
    assert ready.get_template("a.html").render() == "2"
    assert list(cache.iterdir())
