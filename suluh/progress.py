"""What a build is doing, shown while it works, and how long each stage took."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

STAGES = {
    "intake": ("Membaca dan memeriksa data", "Reading and checking the data"),
    "indicators": ("Menghitung indikator", "Computing the indicators"),
    "disclosure": ("Melindungi angka kecil", "Protecting small numbers"),
    "pages": ("Menggambar grafik dan halaman", "Drawing charts and pages"),
    "site": ("Menyusun situs", "Building the site"),
    "downloads": ("Menulis berkas unduhan", "Writing the downloads"),
}


@dataclass(frozen=True)
class Progress:
    """Shows stages on a terminal (nothing elsewhere) and keeps their seconds."""

    lang: str = "id"
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Callable[[], None]]:
        """Time a stage; call what it yields after each of `total` steps."""
        started = perf_counter()
        with _shown(STAGES[name][self.lang == "en"], total) as advance:
            yield advance
        self.seconds[name] = perf_counter() - started

    def write(self, path: Path) -> None:
        """Write the seconds of each stage as JSON, for the benchmarks."""
        path.write_text(json.dumps(self.seconds), encoding="utf-8")


@contextmanager
def _shown(description: str, total: int | None) -> Iterator[Callable[[], None]]:
    """Show a stage while the body of its `with` runs, if anybody looks."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 heavy, and seldom looked at
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
    )

    looks = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No refreshing thread: pages are printed by forked processes.
    with Progress(*looks, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(description, total=total)

        def advance() -> None:
            bar.advance(task)
            bar.refresh()

        bar.refresh()
        yield advance
