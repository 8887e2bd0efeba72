"""Where the Chromium for the browser tests is: SULUH_BROWSER, the PATH, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path:
    """The browser's program; FileNotFoundError where there is none that runs."""
    named = os.environ.get("SULUH_BROWSER")
    on_path = (shutil.which(name) for name in NAMES)
    found = Path(named or next(filter(None, on_path), None) or _of_playwright())
    if not found.is_file() or not _runs(found):
        raise FileNotFoundError("no Chromium found: run `make browser`")
    return found


def _runs(program: Path) -> bool:
    """Ubuntu's chromium-browser may be a script that only asks for a snap to be installed."""
    asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return asked.returncode == 0 and "Chrom" in asked.stdout


def _of_playwright() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 half a second, seldom needed

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{find_chromium()}\n")
    except FileNotFoundError as error:
        sys.exit(str(error))
