"""LibreOffice Calc on a screen of its own, photographed: for the guide's pictures.

Needs soffice (with its Indonesian words), Xvfb, xdotool and ImageMagick, which nothing else needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

TOOLS = ("soffice", "Xvfb", "xdotool", "import")
WIDTH, HEIGHT = 1180, 720
PATIENCE_SECONDS = 60
SETTLED_SECONDS = 2.5

_SETTINGS = {
    ("/org.openoffice.Office.Linguistic/General", "UILocale"): "id",
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale"): "id-ID",
    ("/org.openoffice.Office.Common/Misc", "FirstRun"): "false",
    ("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay"): "false",
    ("/org.openoffice.Office.Common/Misc", "UseSystemFileDialog"): "false",
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion"): "99.9",
    ("/org.openoffice.Office.Common/Save/Document", "WarnAlienFormat"): "false",
}

_AS_CSV = "--infilter=Text - txt - csv (StarCalc):59,34,76"
"""Semicolons, quotation marks, UTF-8: said beforehand, so that Calc does not ask."""


def missing_tools() -> list[str]:
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Calc:
    """A running Calc, filling its screen."""

    display: str

    def keys(self, *names: str) -> None:
        for name in names:
            self._xdotool("key", "--clearmodifiers", name)
            time.sleep(0.4)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "25", text)
        time.sleep(0.4)

    def click(self, x: int, y: int) -> None:
        self._xdotool("mousemove", str(x), str(y), "click", "1")
        time.sleep(1)

    def photograph(self, picture: Path, crop: str = "") -> None:
        """Save the screen, or the part of it that `crop` names (`900x400+0+80`)."""
        time.sleep(SETTLED_SECONDS)
        cropped = ["-crop", crop, "+repage"] if crop else []
        command = ["import", "-window", "root", *cropped, str(picture)]
        subprocess.run(command, env=_on(self.display), check=True)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],  # noqa: S607 found by missing_tools
            env=_on(self.display),
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


@contextmanager
def calc(file: Path, folder: Path, display: str = ":78") -> Iterator[Calc]:
    """Open a file in Calc, whose settings go into `folder`."""
    with _running(["Xvfb", display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24"], os.environ):
        time.sleep(1)
        profile = _profile(folder / "calc")
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--norestore"]
        known = [_AS_CSV] if file.suffix == ".csv" else []
        opened = [*command, "--nologo", *known, "--calc", str(file)]
        with _running(opened, {**_on(display), "HOME": str(folder)}):
            _bring_forward(display, file.name)
            yield Calc(display)


def at_cell(form: Path, copy: Path, sheet: str, cell: str, first: str = "A1") -> Path:
    """A copy of a workbook that opens at a cell of a sheet, scrolled to `first`."""
    book = load_workbook(form)
    book.active = book.sheetnames.index(sheet)
    for other in book.worksheets:
        other.sheet_view.tabSelected = other.title == sheet
    view = book[sheet].sheet_view
    for selection in view.selection:
        selection.activeCell = selection.sqref = cell
    if view.pane:
        view.pane.topLeftCell = first
    book.save(copy)
    return copy


def _profile(folder: Path) -> Path:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in _SETTINGS.items()
    )
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>\n",
        encoding="utf-8",
    )
    return folder


def _bring_forward(display: str, name: str) -> None:
    """Wait for the window of a file, let it fill the screen and have the keyboard."""
    search = ["xdotool", "search", "--onlyvisible", "--name", name]
    for _ in range(PATIENCE_SECONDS):
        found = subprocess.run(
            search, env=_on(display), check=False, capture_output=True, text=True
        ).stdout.split()
        if found:
            break
        time.sleep(1)
    window = found[-1]
    whole = ["windowsize", window, str(WIDTH), str(HEIGHT), "windowfocus", window]
    command = ["xdotool", "windowmove", window, "0", "0", *whole]
    subprocess.run(command, env=_on(display), check=True)
    time.sleep(SETTLED_SECONDS)


def _on(display: str) -> dict[str, str]:
    return {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3"}


@contextmanager
def _running(command: list[str], env: os._Environ[str] | dict[str, str]) -> Iterator[None]:
    """A program for a while; with what it started it ends as this does."""
    program = subprocess.Popen(
        command,
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        os.killpg(program.pid, 15)
        program.wait()
