"""What becomes of a drawing when the process that should draw it is no more."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from suluh.charts import Artist, artists

hiring = import_module("suluh.charts.artists")  # the package has a function of that name


def leave(vega: str) -> str:
    if vega == "die":
        os._exit(1)
    return vega


@pytest.fixture
def artist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Artist]:
    monkeypatch.setattr(hiring, "uncompiled", lambda _: ())
    monkeypatch.setattr(hiring, "keep_library", lambda _: None)
    monkeypatch.setattr(hiring, "drawn_here", leave)
    with artists(1, tmp_path) as (hired,):
        hired.await_compiling()
        yield hired


def test_an_artist_draws_what_it_is_asked(artist: Artist) -> None:
    assert artist("{}") == "{}"


def test_an_artist_that_is_gone_is_told_as_the_bug_it_is(artist: Artist) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="ended before its work did"):
            artist("die")
