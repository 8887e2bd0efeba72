"""What becomes of a drawing when the process that should draw it is no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest

from suluh.studio import Studio, artists
from suluh.studio.compiling import Kind

hiring = import_module("suluh.studio.artists")  # the package has a function of that name


KIND = ("nilai", False)


def leave(_kind: Kind, rows: str, _cache: Path) -> str:
    if rows == "die":
        os._exit(1)
    return rows


@pytest.fixture(autouse=True)
def nothing_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hiring, "uncompiled", lambda _: ())
    monkeypatch.setattr(hiring, "is_compiled", lambda *_: True)
    monkeypatch.setattr(hiring, "has_library", lambda _: True)
    monkeypatch.setattr(hiring, "start_drawing", lambda: None)


def draw(studio: Studio, rows: str = "{}") -> str:
    return studio(KIND, rows, Path())


@pytest.fixture
def artist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setattr(hiring, "drawn_here", leave)
    with artists(1, tmp_path) as hired:
        yield hired


def test_an_artist_draws_what_it_is_asked(artist: Studio) -> None:
    assert draw(artist) == "{}"


def test_an_answer_that_another_left_behind_is_not_taken(artist: Studio) -> None:
    artist.artists[0].tell(((0, 0), leave, (KIND, "another's", Path())))
    assert draw(artist) == "{}"


def test_an_artist_that_is_gone_is_told_as_the_bug_it_is(artist: Studio) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="ended before its work did"):
            draw(artist, "die")


def who_draws(*_: object) -> str:
    return str(os.getpid())


def slowly(_kind: Kind, rows: str, _cache: Path) -> str:
    if rows.startswith("/"):
        Path(rows).touch()
        sleep(30)
    return rows


def ask(studio: Studio, told: Path) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has none
    try:
        draw(studio, str(told.with_name("drawing")))
    except KeyboardInterrupt:
        told.write_text("interrupted")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """Two artists; what they draw is the number of their process."""
    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    with artists(2, tmp_path) as studio:
        yield studio


def names(studio: Studio) -> list[str]:
    return [str(artist.process.pid) for artist in studio.artists]


def test_little_is_drawn_by_the_first(two: Studio) -> None:
    assert [draw(two) for _ in range(3)] == names(two)[:1] * 3
    release = threading.Timer(0.05, two.artists[0].busy.release)
    two.artists[0].busy.acquire()
    release.start()
    assert draw(two) == names(two)[0]
    assert [artist.awake.is_set() for artist in two.artists] == [True, False]


def test_whoever_waited_long_enough_wakes_another(two: Studio) -> None:
    first, second = names(two)
    two.waited = 10.0
    with two.artists[0].busy:
        assert draw(two) == second
    assert draw(two) == first


def test_one_who_is_awake_is_not_left_idle(two: Studio) -> None:
    two.artists[1].awake.set()
    with two.artists[0].busy:
        assert draw(two) == names(two)[1]
    assert two.waited == 0


def test_what_is_not_compiled_is_drawn_by_the_first_who_compiles_it(
    two: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hiring, "is_compiled", lambda kind, _: kind != KIND)
    two.waited = 10.0
    release = threading.Timer(0.05, two.artists[0].busy.release)
    two.artists[0].busy.acquire()
    release.start()
    assert draw(two) == names(two)[0]
    with two.artists[0].busy:
        assert two(("kurva", False), "{}", Path()) == names(two)[1]


def test_nobody_is_given_a_drawing_that_another_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C reaches processes one after the other; drawings are kept for months."""
    monkeypatch.setattr(hiring, "drawn_here", slowly)
    context = multiprocessing.get_context("fork")
    with artists(1, tmp_path) as studio:
        asked = context.Process(target=ask, args=(studio, tmp_path / "asked"))
        asked.start()
        while not (tmp_path / "drawing").exists():
            sleep(0.01)
        assert asked.pid
        os.kill(asked.pid, signal.SIGINT)
        with pytest.raises(RuntimeError, match="ended before its work did"):
            draw(studio, "another")
        asked.join()
    assert (tmp_path / "asked").read_text() == "interrupted"


@dataclass
class Compiling:
    """Kinds that are compiled into a folder, a file for each, by whoever is named in it."""

    folder: Path
    kinds: tuple[Kind, ...] = tuple((name, False) for name in "abcd")
    seconds: float = 0.0

    def uncompiled(self, _: Path) -> tuple[Kind, ...]:
        return tuple(kind for kind in self.kinds if not (self.folder / kind[0]).exists())

    def compiled(self, kind: str, _wide: bool, _cache: Path) -> None:
        sleep(self.seconds)
        (self.folder / kind).write_text(str(os.getpid()))

    @property
    def by(self) -> list[str]:
        """Who compiled them, in order."""
        made = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_text() for path in made]


@pytest.fixture
def compiling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compiling:
    some = Compiling(tmp_path)
    monkeypatch.setattr(hiring, "uncompiled", some.uncompiled)
    monkeypatch.setattr(hiring, "compiled", some.compiled)
    monkeypatch.setattr(hiring, "explorable_text", some.compiled)
    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    return some


def test_the_first_compiles_while_nobody_asks(compiling: Compiling) -> None:
    with artists(2, compiling.folder) as studio:
        while len(compiling.by) < len(compiling.kinds):
            sleep(0.01)
        assert compiling.by == names(studio)[:1] * len(compiling.kinds)


def test_nobody_who_asks_waits_for_more_than_what_was_begun(compiling: Compiling) -> None:
    compiling.seconds = 0.2
    with artists(1, compiling.folder) as studio:
        draw(studio)
        assert len(compiling.by) < len(compiling.kinds)
        studio.await_tools(compiling.folder)
        assert compiling.by == names(studio) * len(compiling.kinds)


def test_what_goes_wrong_with_compiling_is_told_where_it_is_needed(
    compiling: Compiling, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(hiring, "compiled", fail)
    monkeypatch.setattr(hiring, "explorable_text", fail)
    with artists(1, compiling.folder) as studio:
        assert draw(studio) == names(studio)[0]
        with pytest.raises(OSError, match="full"):
            studio.await_tools(compiling.folder)


def test_vega_is_bundled_at_the_end_where_it_is_not_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "vega.js"
    monkeypatch.setattr(hiring, "has_library", lambda _: bundled.exists())
    monkeypatch.setattr(hiring, "library", lambda _: bundled.write_text(str(os.getpid())))
    with artists(2, tmp_path) as studio:
        studio.await_tools(tmp_path)
        assert bundled.read_text() == names(studio)[0]
    bundled.write_text("kept")
    with artists(2, tmp_path) as studio:
        studio.await_tools(tmp_path)
        assert bundled.read_text() == "kept"


def test_what_goes_wrong_with_the_bundle_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(hiring, "has_library", lambda _: False)
    monkeypatch.setattr(hiring, "library", fail)
    with artists(1, tmp_path) as studio, pytest.raises(OSError, match="full"):
        studio.await_tools(tmp_path)


def test_only_the_first_artist_starts_the_engine_before_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start() -> None:
        (tmp_path / str(os.getpid())).touch()

    monkeypatch.setattr(hiring, "start_drawing", start)
    monkeypatch.setattr(hiring, "drawn_here", who_draws)
    with artists(3, tmp_path) as studio:
        while not list(tmp_path.iterdir()):
            sleep(0.01)
        for artist in studio.artists:  # has done what it does unasked
            artist.do(who_draws)
        assert [path.name for path in tmp_path.iterdir()] == names(studio)[:1]


def test_whoever_does_not_wait_is_not_kept_waiting(compiling: Compiling) -> None:
    """As where the records have a problem: what was begun is done, nothing is begun."""
    compiling.kinds = tuple((str(n), False) for n in range(100))
    compiling.seconds = 0.2
    with artists(2, compiling.folder):
        while not compiling.by:
            sleep(0.01)
    assert len(compiling.by) < len(compiling.kinds)


def test_an_artist_that_dies_compiling_is_told_of(
    compiling: Compiling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hiring, "compiled", lambda *_: os._exit(1))
    with artists(2, compiling.folder) as studio:
        studio.artists[0].process.join()  # asked before it began, it would compile nothing unasked
        with pytest.raises(RuntimeError, match="ended before its work did"):
            studio.await_tools(compiling.folder)
