"""`python -m suluh.problem_report DOCS`: write the catalogue of problems into the docs."""

from __future__ import annotations

import sys
from pathlib import Path

from suluh.problem_report.catalogue_pages import catalogue_pages

if __name__ == "__main__":
    for name, text in catalogue_pages(Path("templates")).items():
        (Path(sys.argv[1]) / name).write_text(text, encoding="utf-8")
