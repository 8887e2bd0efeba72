"""Golden files: compare what is made now with what was saved and looked at (see golden/README.md).

As in coverage.py's goldtest: scrubs take out what may differ from one run to the next, and
what differed is kept beside the tests, to be opened and compared.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
ACTUAL = GOLDEN / "actual"
SHOWN_LINES = 60

Scrub = tuple[str, str]


@dataclass(frozen=True)
class Golden:
    """Compares texts with saved files below `folder`; with `update` it saves them instead."""

    update: bool
    folder: Path = GOLDEN
    actual: Path = ACTUAL

    def check(self, name: str, actual: str, scrubs: Iterable[Scrub] = ()) -> None:
        """Fail, with a difference, unless `actual` is what the file `name` holds."""
        actual = scrub(actual, scrubs)
        saved = self.folder / name
        if self.update:
            _write(saved, actual)
            return
        expected = saved.read_text(encoding="utf-8") if saved.exists() else ""
        if actual == expected:
            return
        _write(self.actual / name, actual)
        lines = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), "saved", "actual", lineterm="", n=1
        )
        shown = "\n".join(list(lines)[:SHOWN_LINES])
        raise AssertionError(
            f"{name} is not as saved; the whole of it is in {self.actual / name}.\n"
            f"If the change is wanted: make golden, then read the diff.\n{shown}"
        )


def scrub(text: str, scrubs: Iterable[Scrub]) -> str:
    """Replace each pattern, in order; the result ends in one newline."""
    for pattern, replacement in scrubs:
        text = re.sub(pattern, replacement, text, flags=re.DOTALL)
    return text.rstrip("\n") + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
