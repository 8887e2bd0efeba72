"""Builds for tests, and a built site as a reader of its files sees it."""

from __future__ import annotations

import csv
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from figure_keys import FigureKey
from lxml import html

ROOT = Path(__file__).resolve().parent.parent


def build(
    data: Path, out: Path, *options: str, root: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python build.py --data … --out …` and wait for it; its exit code is not checked."""
    return subprocess.run(
        command(data, out, *options, root=root),
        cwd=root,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One worker after the other."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def command(data: Path, out: Path, *options: str, root: Path = ROOT) -> list[str]:
    return [
        sys.executable,
        str(root / "build.py"),
        "--data",
        str(data),
        "--out",
        str(out),
        *options,
    ]


def is_english(page: str) -> bool:
    """Whether a page is one of those below `en/`."""
    return page.startswith("en/")


def indonesian(page: str) -> str:
    """The Indonesian page that an English one says the same as; any other page itself."""
    return page.removeprefix("en/")


@dataclass(frozen=True)
class BuiltSite:
    """The files of a built site."""

    root: Path

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Every page as its path below the root: `opd/disdukcapil/index.html`."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))
        return tuple(sorted(path for path in found if not indonesian(path).startswith("kartu/")))

    @cached_property
    def cards(self) -> tuple[str, ...]:
        """Every card to embed, as its path below the root: they are no pages of the site."""
        found = sorted((*self.root.glob("kartu/*.html"), *self.root.glob("en/kartu/*.html")))
        return tuple(path.relative_to(self.root).as_posix() for path in found)

    @cached_property
    def _documents(self) -> dict[str, html.HtmlElement]:
        return {}

    def document(self, page: str) -> html.HtmlElement:
        """The page, parsed once."""
        if page not in self._documents:
            self._documents[page] = html.document_fromstring((self.root / page).read_bytes())
        return self._documents[page]

    def documents(self) -> Iterator[tuple[str, html.HtmlElement]]:
        for page in self.pages:
            yield page, self.document(page)

    def article(self, page: str) -> html.HtmlElement:
        """The part of the page that is ours, not the theme's."""
        (article,) = self.document(page).xpath("//article[contains(@class, 'md-content__inner')]")
        return article

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """`unduh/angka.csv`."""
        with (self.root / "unduh" / "angka.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def figures(self) -> Mapping[FigureKey, Mapping[str, str]]:
        """Rows of `angka.csv` by their key."""
        return {(r["indikator"], r["kode_opd"], r["periode"], r["rincian"]): r for r in self.rows}

    def files(self) -> Mapping[str, bytes]:
        """Every file's bytes by its path below the root."""
        found = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}
