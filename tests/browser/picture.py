"""Take the README's picture of a department page from the built site: `make picture`."""

from __future__ import annotations

from pathlib import Path

from chromium import find_chromium
from playwright.sync_api import sync_playwright
from serving import served

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "opd/disdukcapil/"
PICTURE = ROOT / "docs" / "img" / "department.png"


def main() -> None:
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": 1240, "height": 960}, color_scheme="light")
        page.goto(address + PAGE, wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
