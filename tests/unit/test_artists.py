"""What becomes of a drawing when the process that should draw it is no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest

from suluh.charts import Studio, artists

hiring = import_module("suluh.charts.artists")  # the package has a function of that name


def leave(vega: str) -> str:
    if vega == "die":
        os._exit(1)
    return vega


@pytest.fixture(autouse=True)
def nothing_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hiring, "uncompiled", lambda _: ())
    monkeypatch.setattr(hiring, "has_library", lambda _: True)


@pytest.fixture
def artist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setattr(hiring, "drawn_here", leave)
    with artists(1, tmp_path) as hired:
        hired.await_compiling()
        yield hired


def test_an_artist_draws_what_it_is_asked(artist: Studio) -> None:
    assert artist("{}") == "{}"


def test_an_answer_that_another_left_behind_is_not_taken(artist: Studio) -> None:
    artist.artists[0].tell(((0, 0), "another's"))
    assert artist("{}") == "{}"


def test_an_artist_that_is_gone_is_told_as_the_bug_it_is(artist: Studio) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="ended before its work did"):
            artist("die")


def who_draws(_: str) -> str:
    return str(os.getpid())


def slowly(vega: str) -> str:
    if vega.startswith("/"):
        Path(vega).touch()
        sleep(30)
    return vega


def ask(studio: Studio, told: Path) -> None:
    try:
        studio(str(told.with_name("drawing")))
    except KeyboardInterrupt:
        told.write_text("interrupted")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """Two artists; what they draw is the number of their process."""
    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    with artists(2, tmp_path) as studio:
        studio.await_compiling()
        yield studio


def names(studio: Studio) -> list[str]:
    return [str(artist.process.pid) for artist in studio.artists]


def test_little_is_drawn_by_the_one_who_is_awake(two: Studio) -> None:
    assert [two("{}") for _ in range(3)] == names(two)[:1] * 3
    release = threading.Timer(0.05, two.artists[0].drawing.release)
    two.artists[0].drawing.acquire()
    release.start()
    assert two("{}") == names(two)[0]
    assert [artist.awake.is_set() for artist in two.artists] == [True, False]


def test_whoever_waited_long_enough_wakes_another(two: Studio) -> None:
    first, second = names(two)
    two.waited = 10.0
    with two.artists[0].drawing:
        assert two("{}") == second
    assert two("{}") == first


def test_one_who_is_awake_is_not_left_idle(two: Studio) -> None:
    two.artists[1].awake.set()
    with two.artists[0].drawing:
        assert two("{}") == names(two)[1]
    assert two.waited == 0


def test_nobody_is_given_a_drawing_that_another_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C reaches processes one after the other; drawings are kept for months."""
    monkeypatch.setattr(hiring, "drawn_here", slowly)
    context = multiprocessing.get_context("fork")
    with artists(1, tmp_path) as studio:
        studio.await_compiling()
        asked = context.Process(target=ask, args=(studio, tmp_path / "asked"))
        asked.start()
        while not (tmp_path / "drawing").exists():
            sleep(0.01)
        assert asked.pid
        os.kill(asked.pid, signal.SIGINT)
        with pytest.raises(RuntimeError, match="ended before its work did"):
            studio("another")
        asked.join()
    assert (tmp_path / "asked").read_text() == "interrupted"


def test_artists_share_what_is_to_be_compiled_and_are_awake_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = multiprocessing.get_context("fork").Barrier(2, timeout=60)

    def compile_kind(kind: str, cache: Path) -> None:
        (cache / kind).touch(exist_ok=False)
        both.wait()

    monkeypatch.setattr(hiring, "uncompiled", lambda _: ["a", "b", "c", "d"])
    monkeypatch.setattr(hiring, "compile_kind", compile_kind)
    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    with artists(2, tmp_path) as studio:
        studio.await_compiling()
        assert [artist.awake.is_set() for artist in studio.artists] == [True, True]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c", "d"]


def test_vega_is_bundled_where_it_is_not_yet_by_one_who_does_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bundle(cache: Path) -> str:
        sleep(0.1)
        (cache / "vega.js").write_text(str(os.getpid()))
        return ""

    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    monkeypatch.setattr(hiring, "has_library", lambda cache: (cache / "vega.js").exists())
    monkeypatch.setattr(hiring, "library", bundle)
    with artists(2, tmp_path) as studio:
        studio.await_compiling()
        studio.await_library()
        assert (tmp_path / "vega.js").read_text() not in {str(os.getpid()), *names(studio)}
    with artists(2, tmp_path) as studio:
        assert studio.librarian is None
        studio.await_library()


def test_what_goes_wrong_with_the_bundle_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    monkeypatch.setattr(hiring, "has_library", lambda _: False)
    monkeypatch.setattr(hiring, "library", fail)
    with artists(1, tmp_path) as studio, pytest.raises(OSError, match="full"):
        studio.await_library()


def test_only_the_first_artist_starts_the_engine_before_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def started(vega: str) -> str:
        (tmp_path / str(os.getpid())).touch()
        return vega

    monkeypatch.setattr(hiring, "drawn_here", started)
    with artists(3, tmp_path) as studio:
        studio.await_compiling()
        assert [path.name for path in tmp_path.iterdir()] == [str(studio.artists[0].process.pid)]


def test_whoever_does_not_wait_is_not_kept_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the records have a problem: what was begun is done, nothing is begun."""

    def compile_kind(kind: str, cache: Path) -> None:
        (cache / kind).touch()
        sleep(0.2)

    monkeypatch.setattr(hiring, "uncompiled", lambda _: [str(n) for n in range(100)])
    monkeypatch.setattr(hiring, "compile_kind", compile_kind)
    monkeypatch.setattr(hiring, "drawn_here", leave)
    monkeypatch.setattr(hiring, "has_library", lambda _: False)
    monkeypatch.setattr(hiring, "library", lambda _: sleep(60))
    with artists(2, tmp_path) as studio:
        while not list(tmp_path.iterdir()):
            sleep(0.01)
    assert len(list(tmp_path.iterdir())) < 100
    assert studio.librarian
    assert studio.librarian.process.exitcode == -signal.SIGKILL


def test_an_artist_that_dies_takes_nothing_from_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compile_kind(kind: str, cache: Path) -> None:
        try:
            (cache / "died").touch(exist_ok=False)
        except FileExistsError:
            (cache / kind).touch()
        else:
            os._exit(1)

    monkeypatch.setattr(hiring, "uncompiled", lambda _: ["a", "b", "c"])
    monkeypatch.setattr(hiring, "compile_kind", compile_kind)
    monkeypatch.setattr(hiring, "drawn_here", leave)
    with artists(2, tmp_path) as studio:
        with pytest.raises(RuntimeError, match="ended before its work did"):
            studio.await_compiling()
        while len(list(tmp_path.iterdir())) < 3:
            sleep(0.01)
