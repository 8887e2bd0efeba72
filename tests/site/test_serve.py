"""`serve`: what is edited shows, what is wrong is told and the old site stays."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_site import BuiltSite, build, command
from data_folder import DataFolder
from processes import is_left, is_run_with, until
from program_copy import copy_program

from suluh.cli import run

FIGURES = "unduh/angka.csv"
PAGE = "opd/disdukcapil/"
TEXT = "tentang/metodologi/"
STYLE = "assets/gaya.css"
EPOCH = re.compile(r"livereload\((\d+), \d+\);")


@dataclass(frozen=True)
class Served:
    """A site that is served, what it is built with, and the file its messages go to."""

    address: str
    program: Path
    data: DataFolder
    out: Path
    messages: Path
    process: subprocess.Popen[bytes]

    def get(self, name: str) -> str:
        """A file of the site, without the number that mkdocs gives each answer."""
        return EPOCH.sub("", self._fetched(name))

    def reload(self, page: str, edit: Callable[[], object]) -> None:
        """Wait until a browser that shows a page is told, after an edit, to load it again."""
        epoch = EPOCH.findall(self._fetched(page))[0]
        edit()
        until(lambda: int(self._fetched(f"livereload/{epoch}/1")) > int(epoch))

    def on_disk(self, name: str) -> bytes:
        """A file of the site as it is published, whatever is served."""
        return (self.out / (f"{name}index.html" if name.endswith("/") else name)).read_bytes()

    def public(self) -> Mapping[str, bytes]:
        """The files of the site as it lies on the disk."""
        return BuiltSite(self.out).files()

    def _fetched(self, name: str) -> str:
        try:
            with urllib.request.urlopen(self.address + name) as answer:  # noqa: S310 our own
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_program(tmp_path_factory.mktemp("program"), warm=True)


@pytest.fixture(scope="module")
def served(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site for all tests that do not end it; each finds it whole."""
    with _serving(program, tmp_path_factory.mktemp("served")) as served:
        yield served


@contextmanager
def _serving(program: Path, folder: Path) -> Iterator[Served]:
    data = DataFolder.small(folder / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    out, messages = folder / "served", folder / "messages"
    serve = command(data.path, out, "serve", "--port", str(port), root=program)
    with (
        messages.open("w") as file,
        subprocess.Popen(serve, cwd=program, stderr=file, start_new_session=True) as process,
    ):
        served = Served(f"http://127.0.0.1:{port}/", program, data, out, messages, process)
        try:
            until(lambda: served.get("") != "")
            yield served
        finally:
            process.terminate()


def test_an_edit_shows_and_a_mistake_is_told(served: Served) -> None:
    before = served.get(FIGURES)
    assert "ikm,kota," in before
    rows = served.data.read("skm")
    served.data.change("skm", lambda _, row: row | {"waktu": "1"})
    until(lambda: served.get(FIGURES) not in ("", before))
    after = served.get(FIGURES)

    served.data.change("skm", lambda _, row: row | {"waktu": "7"})
    until(lambda: "skm.csv" in served.messages.read_text())
    assert served.get(FIGURES) == after

    served.data.write("skm", rows)
    until(lambda: served.get(FIGURES) == before)


def test_what_is_looked_at_shows_first_and_as_the_build_makes_it(served: Served) -> None:
    template = served.program / "templates" / "opd.html"
    text = served.program / "content" / "tentang" / "metodologi.md"
    style = served.program / "templates" / "theme" / "assets" / "suluh.css"
    macros, key = (served.program / "templates" / f"{name}.html" for name in ("macros", "kunci"))

    edits: dict[str, tuple[str, str, Callable[[], object]]] = {
        "a record": (PAGE, PAGE, lambda: _rate(served, "1")),
        "a template": (PAGE, PAGE, lambda: _append(template, "<p>Kata baru</p>")),
        "macros": (PAGE, PAGE, lambda: _replace(macros, 'class="grafik', 'class="baru grafik')),
        "a key": (PAGE, PAGE, lambda: _replace(key, "data-opd=", 'data-baru="" data-opd=')),
        "a text": (TEXT, TEXT, lambda: _append(text, "\nKalimat baru.\n")),
        "a style": (PAGE, STYLE, lambda: _append(style, ".baru { color: red; }")),
    }
    awaited = {"a record", "a key", "a style"}  # the other builds are stopped by the next edit
    idle = True
    for edited, (page, file, edit) in edits.items():
        before, public = served.get(file), served.on_disk(file)
        served.reload(page, edit)
        assert served.on_disk(file) == public or not idle, f"{edited}: the site came first"
        shown = served.get(file)
        assert shown not in ("", before), edited
        idle = edited in awaited
        if idle:
            assert served.get(FIGURES)  # waits for the whole site
            assert served.get(file) == shown, edited
    for kept in ("pages", "charts", "templates"):
        shutil.rmtree(served.program / ".cache" / kept)
    afresh = served.out.with_name("afresh")
    assert build(served.data.path, afresh, root=served.program).returncode == 0
    assert BuiltSite(afresh).files() == served.public()


def test_what_the_build_refuses_is_not_served_any_more(served: Served) -> None:
    before, public = served.get(PAGE), served.public()
    needs, rows = served.program / "content" / "kebutuhan.toml", served.data.read("skm")
    sound = needs.read_text(encoding="utf-8")
    served.reload(PAGE, lambda: needs.write_text("[", encoding="utf-8"))
    assert served.get(FIGURES)  # waits for the build
    assert "kebutuhan.toml" in served.messages.read_text()
    served.reload(PAGE, lambda: _rate(served, "4"))
    assert served.get(PAGE) != before
    assert served.get(FIGURES)
    assert served.get(PAGE) == before
    assert served.public() == public
    served.reload(PAGE, lambda: needs.write_text(sound, encoding="utf-8"))
    served.reload(PAGE, lambda: served.data.write("skm", rows))


def test_whoever_asks_for_what_is_not_previewed_gets_what_the_build_makes(served: Served) -> None:
    before = served.get(FIGURES)
    served.reload(PAGE, lambda: _rate(served, "2"))
    assert served.get(FIGURES) not in ("", before)


def test_the_last_of_two_edits_stays(served: Served) -> None:
    before, rows = served.get(FIGURES), served.data.read("skm")
    served.reload(PAGE, lambda: _rate(served, "3"))
    served.reload(PAGE, lambda: served.data.write("skm", rows))  # the build is not done yet
    assert served.get(FIGURES) == before
    assert len(list(served.out.parent.glob(f".{served.out.name}*"))) == 1  # what is served


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_where_serving_ends_no_process_is_left(
    program: Path, tmp_path: Path, sign: signal.Signals
) -> None:
    with _serving(program, tmp_path) as served:
        served.get(PAGE)
        served.reload(PAGE, lambda: _rate(served, "1"))
        assert is_run_with(f"--out={served.out}")  # the build
        served.process.send_signal(sign)
        served.process.wait()
        until(lambda: not is_left(served.process.pid))
        until(lambda: not is_run_with(f"--out={served.out}"))
        assert "Traceback" not in served.messages.read_text()
        if sign is signal.SIGTERM:
            assert list(tmp_path.glob(f".{served.out.name}*")) == []


def test_a_port_in_use_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert run(["serve", "--port", port]) == 2
    told = capsys.readouterr().err
    assert f"Port {port}" in told
    assert "--port" in told


def _rate(served: Served, score: str) -> None:
    served.data.change("skm", lambda _, row: row | {"waktu": score})


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _append(file: Path, words: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}{words}\n", encoding="utf-8")
