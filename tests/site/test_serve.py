"""`serve`: what is edited shows, what is wrong is told and the old site stays."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built_site import ROOT, command
from data_folder import DataFolder

PATIENCE_SECONDS = 120


@pytest.fixture
def served(data_folder: DataFolder, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a served site, and the file its messages go to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    messages = tmp_path / "messages"
    serve = command(data_folder.path, tmp_path / "site", "serve", "--port", str(port))
    with messages.open("w") as file, subprocess.Popen(serve, cwd=ROOT, stderr=file) as process:
        address = f"http://127.0.0.1:{port}/"
        try:
            until(lambda: fetched(address) != "")
            yield address, messages
        finally:
            process.terminate()


def until(condition: Callable[[], bool]) -> None:
    """Wait for something to become true; fail when it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def fetched(address: str) -> str:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 this machine's own
            return str(answer.read().decode())
    except urllib.error.URLError:
        return ""


def test_an_edit_shows_and_a_mistake_is_told(
    served: tuple[str, Path], data_folder: DataFolder
) -> None:
    address, messages = served
    figures = f"{address}unduh/angka.csv"
    before = fetched(figures)
    assert "ikm,kota," in before
    rows = data_folder.read("skm")
    data_folder.change("skm", lambda _, row: row | {"waktu": "1"})
    until(lambda: fetched(figures) not in ("", before))
    after = fetched(figures)

    data_folder.change("skm", lambda _, row: row | {"waktu": "7"})
    until(lambda: "skm.csv" in messages.read_text())
    assert fetched(figures) == after

    data_folder.write("skm", rows)
    until(lambda: fetched(figures) == before)
