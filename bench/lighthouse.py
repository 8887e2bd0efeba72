"""Lighthouse (mobile) on the built site, served gzipped on this machine: `make lighthouse`.

Lighthouse is no part of Suluh: `npm` fetches it into `.cache/lighthouse`, once. Each page is
measured some times and the middle is taken, because the machine's other work slows a run down.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / ".cache" / "lighthouse"
VERSION = "12.8.2"
PAGES = {
    "home": "",
    "department": "opd/disdukcapil/",
    "comparison": "banding/",
    "effect": "dampak/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"FCP s": "first-contentful-paint", "LCP s": "largest-contentful-paint",
         "TBT s": "total-blocking-time"}  # fmt: skip
RUNS = 3
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt", ".ics")


class Gzipped(SimpleHTTPRequestHandler):
    """Sends texts compressed, as web servers do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or file.suffix not in TEXTS:
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def lighthouse() -> Path:
    """The command, fetched if it is not there yet."""
    command = TOOL / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        npm = shutil.which("npm")
        if npm is None:
            sys.exit("make lighthouse needs Node.js: sudo apt install nodejs npm")
        TOOL.mkdir(parents=True, exist_ok=True)
        wanted = f"lighthouse@{VERSION}"
        subprocess.run([npm, "install", "--silent", "--prefix", TOOL, wanted], check=True)
    return command


def chromium() -> str:
    """The browser of the tests."""
    finder = ROOT / "tests" / "browser" / "chromium.py"
    asked = subprocess.run([sys.executable, finder], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def measured(command: Path, address: str, browser: str) -> dict[str, Any]:
    """One run's report."""
    options = ["--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"]
    only = f"--only-categories={','.join(CATEGORIES)}"
    environment = {**os.environ, "CHROME_PATH": browser}
    ran = subprocess.run(
        [command, address, *options, only], env=environment, capture_output=True, check=True
    )
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def row(name: str, reports: Sequence[dict[str, Any]]) -> str:
    """A page's scores and times, the middle of its runs; and what no run found right."""

    def middle(values: Iterator[float]) -> float:
        return statistics.median(values)

    scores = [
        f"{100 * middle(r['categories'][c]['score'] for r in reports):.0f}" for c in CATEGORIES
    ]
    times = [
        f"{middle(r['audits'][audit]['numericValue'] for r in reports) / 1000:.2f}"
        for audit in TIMES.values()
    ]
    return " | ".join([f"| {name}", *scores, *times]) + " |"


def faults(reports: Sequence[dict[str, Any]]) -> list[str]:
    """Weighted audits that are below full in every run."""
    weights = {
        ref["id"]
        for category in CATEGORIES
        for ref in reports[0]["categories"][category]["auditRefs"]
        if ref["weight"]
    }
    return [
        f"  {id_}: {reports[0]['audits'][id_].get('displayValue', '')}"
        for id_ in sorted(weights)
        if all((r["audits"][id_]["score"] or 0) < 1 for r in reports)
        and reports[0]["audits"][id_]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]


def main() -> None:
    """Print a Markdown table of every page, and below it what keeps a score from 100."""
    command, browser = lighthouse(), chromium()
    print("| page", *CATEGORIES, *TIMES, sep=" | ", end=" |\n")
    print("|---" * (1 + len(CATEGORIES) + len(TIMES)) + "|")
    notes = []
    with served(ROOT / "site") as address:
        for name, path in PAGES.items():
            reports = [measured(command, address + path, browser) for _ in range(RUNS)]
            print(row(name, reports), flush=True)
            notes += [f"{name}:", *faults(reports)]
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main()
