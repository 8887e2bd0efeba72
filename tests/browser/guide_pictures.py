"""Take the pictures of docs/panduan-hr.md from a real run of the officer's story: `make picture`.

Where LibreOffice and the tools to photograph it are missing, its pictures stay as they are.
"""

from __future__ import annotations

import io
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from calc_screens import Calc, at_cell, calc, missing_tools
from chromium import find_chromium
from officer_story import Office, told
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.text import Text
from serving import served

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "docs" / "img" / "panduan"
COLUMNS = 104
COLOURS = 48
"""Of a picture: enough for screens of text, and a few tens of KB."""


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="suluh-") as folder:
        office = Office.opened(Path(folder) / "kantor", at_a_terminal)
        said = dict(_told_and_kept(office))
        _of_the_browser(office, said)
        if missing_tools():
            sys.stderr.write(f"Not photographed, for want of {', '.join(missing_tools())}: Calc\n")
        else:
            _of_calc(office, Path(folder))
    for picture in sorted(PICTURES.glob("*.png")):
        _made_small(picture)


def at_a_terminal(arguments: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run `build.py` where a person looks on: it speaks in colours."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b"".join(_all_of(ours))
    return program.wait(), said.decode().replace("\r\n", "\n")


def _all_of(handle: int) -> Iterator[bytes]:
    """What is written to a terminal; Linux ends it with an error."""
    while True:
        try:
            some = os.read(handle, 65536)
        except OSError:
            return
        if not some:
            return
        yield some


def _told_and_kept(office: Office) -> Iterator[tuple[str, str]]:
    """The first thing each command said; the form as it is when the records are filled in."""
    seen = set()
    for one in told(office):
        if one.command.endswith("--dry-run"):
            (office.root / "terisi.xlsx").write_bytes(office.form.read_bytes())
        if one.command not in seen:
            seen.add(one.command)
            yield one.command, one.said


def _of_the_browser(office: Office, said: dict[str, str]) -> None:
    site = str(office.root / "site")
    office.run(["--data", "data", "--out", site], office.root)
    with served(office.root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": 1000, "height": 640}, color_scheme="light")
        _terminal(page, "python build.py check", said)
        page.goto((office.root / "laporan.html").as_uri())
        page.set_viewport_size({"width": 1180, "height": 640})
        page.locator("table").first.locator("..").screenshot(path=PICTURES / "laporan.png")
        page.set_viewport_size({"width": 1000, "height": 640})
        for name, path in (("tayang", "opd/disdukcapil/#kisah"), ("koreksi", "koreksi/")):
            page.goto(address + path, wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


def _terminal(page: Page, command: str, said: dict[str, str]) -> None:
    page.set_content(terminal_page(command, said[command]))
    page.locator("pre").screenshot(path=PICTURES / "periksa.png")


def terminal_page(command: str, said: str) -> str:
    """A command and its answer, as a terminal with a light ground shows them."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", style="bold"))
    console.print(Text.from_ansi(said.rstrip()))
    words = console.export_html(inline_styles=True, code_format="{code}")
    style = "font:15px/1.4 'DejaVu Sans Mono',monospace;padding:16px;border:1px solid #888"
    return f'<pre style="{style};width:max-content;background:#fff">{words}</pre>'


def _of_calc(office: Office, folder: Path) -> None:
    with calc(office.form, folder) as form:
        form.keys("ctrl+Home")
        form.photograph(PICTURES / "formulir.png", "1120x400+0+104")
    filled = at_cell(office.root / "terisi.xlsx", folder / "isian.xlsx", "peserta", "E60", "A46")
    with calc(filled, folder) as form:
        form.keys("alt+Down")
        form.photograph(PICTURES / "pilihan.png", "1120x500+0+104")
        form.keys("Escape")
        _saved_as_csv(form, "peserta")
    with calc(office.root / "teks-baru.csv", folder) as form:
        form.photograph(PICTURES / "teks-baru.png", "1120x200+0+104")


def _saved_as_csv(form: Calc, name: str) -> None:
    """Through the dialogs of Save As; the places are those of Calc 7.4 on this screen."""
    form.keys("ctrl+shift+s", "ctrl+a")
    form.type(name)
    form.click(570, 482)
    form.type("Teks")
    form.keys("Return")
    form.photograph(PICTURES / "simpan-jenis.png", "780x180+200+424")
    form.click(920, 443)
    form.photograph(PICTURES / "simpan-utf8.png", "500x320+336+200")
    form.keys("Return", "Return")


def _made_small(picture: Path) -> None:
    if shutil.which("convert"):
        few = ["+dither", "-colors", str(COLOURS), "-strip", "-define", "png:compression-level=9"]
        subprocess.run(["convert", picture, *few, f"PNG8:{picture}"], check=True)  # noqa: S607 ImageMagick, where there is one


if __name__ == "__main__":
    main()
