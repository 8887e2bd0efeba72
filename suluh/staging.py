"""The stage: a build works in folders of its own, and its site is swapped in when it is whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from suluh.bodies import Bodies
from suluh.ground import Ground
from suluh.usage import writing


@dataclass(frozen=True)
class Stage:
    """Folders of a build that is not public yet, side by side in `root`."""

    root: Path
    out: Path

    @property
    def shell(self) -> Path:
        """Markdown for mkdocs, and what it makes of it."""
        return self.root / "shell"

    @property
    def bodies(self) -> Bodies:
        """Bodies of pages, to be bound into their shells."""
        return Bodies(self.root / "bodies")

    @property
    def site(self) -> Ground:
        """What will be the public site, in the place of the one that is."""
        return Ground(self.root / "site", self.out)


@contextmanager
def stage_for(out: Path) -> Iterator[Stage]:
    """Make a fresh stage beside `out`; on success swap its site in, on failure leave no trace."""
    stage = Stage(own_folder(out), out)
    try:
        with writing(out):
            _lay(stage)
        yield stage
        _swap(stage)
    finally:
        shutil.rmtree(stage.root, ignore_errors=True)


def own_folder(out: Path) -> Path:
    """The folder of this process beside a site: `clear_abandoned` removes it once that is gone."""
    return out.parent / f".{out.name}.{os.getpid()}.tahap"


def _lay(stage: Stage) -> None:
    stage.out.parent.mkdir(parents=True, exist_ok=True)
    clear_abandoned(stage.out)
    for folder in (stage.shell, stage.bodies.root, stage.site.root):
        folder.mkdir(parents=True)
    for before, _, _ in os.walk(stage.out):  # most will be needed, and now nobody waits for them
        Path(f"{stage.site.root}{before.removeprefix(str(stage.out))}").mkdir(exist_ok=True)


def _swap(stage: Stage) -> None:
    for folder, _, files in os.walk(stage.site.root, topdown=False):
        if not files:
            with suppress(OSError):  # something lies below it
                Path(folder).rmdir()
    before = stage.root / "lama"
    if stage.out.exists():
        stage.out.rename(before)
    try:
        stage.site.root.rename(stage.out)
    except OSError:
        if before.exists():
            before.rename(stage.out)
        raise


def clear_abandoned(out: Path) -> None:
    """Remove stages of killed builds; put back the site that one had taken aside."""
    for root in out.parent.glob(f".{out.name}.*.tahap"):
        if _is_running(int(root.name.split(".")[-2])):
            continue
        if (root / "lama").exists() and not out.exists():
            (root / "lama").rename(out)
        shutil.rmtree(root, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
