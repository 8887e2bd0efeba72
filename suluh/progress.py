"""What a build is doing, shown while it works, and how long each stage took."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
from rich.progress import Progress as Bar

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
        with _bar() as bar:
            task = bar.add_task(STAGES[name][self.lang == "en"], total=total)

            def advance() -> None:
                bar.advance(task)
                bar.refresh()

            bar.refresh()
            yield advance
        self.seconds[name] = perf_counter() - started

    def write(self, path: Path) -> None:
        """Write the seconds of each stage as JSON, for the benchmarks."""
        path.write_text(json.dumps(self.seconds), encoding="utf-8")


def _bar() -> Bar:
    # No refreshing thread: pages are printed by forked processes.
    console = Console(stderr=True)
    return Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
        auto_refresh=False,
    )
