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

_BEFORE = "lama"
"""The site before, from the moment it gives way until the stage is cleared."""


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
        _lay_folders(stage)
        yield stage
        _swap(stage)
    finally:
        _clear(stage.root, out)


def own_folder(out: Path) -> Path:
    """The folder of this process beside a site: `clear_abandoned` removes it once that is gone."""
    return out.parent / f".{out.name}.{os.getpid()}.tahap"


def _lay(stage: Stage) -> None:
    stage.out.parent.mkdir(parents=True, exist_ok=True)
    clear_abandoned(stage.out)
    _clear(stage.root, stage.out)  # of a killed process that had the number of this one
    for folder in (stage.shell, stage.bodies.root, stage.site.root):
        folder.mkdir(parents=True)


def _lay_folders(stage: Stage) -> None:
    """Those of the site before, where files lie: most will be needed, and now nobody waits."""
    for before, _, files in os.walk(stage.out):
        if files:
            folder = Path(f"{stage.site.root}{before.removeprefix(str(stage.out))}")
            folder.mkdir(parents=True, exist_ok=True)


def _swap(stage: Stage) -> None:
    for folder, _, files in os.walk(stage.site.root, topdown=False):
        if not files:
            with suppress(OSError):  # something lies below it
                Path(folder).rmdir()
    if os.path.lexists(stage.out):
        stage.out.rename(stage.root / _BEFORE)
    stage.site.root.rename(stage.out)


def clear_abandoned(out: Path) -> None:
    """Remove stages of killed builds; put back the site that one had taken aside."""
    for root in out.parent.glob(f".{out.name}.*.tahap"):
        if not _is_running(int(root.name.split(".")[-2])):
            _clear(root, out)


def _clear(root: Path, out: Path) -> None:
    """Remove a stage, once the site that it had taken aside stands in its place or is replaced."""
    if os.path.lexists(root / _BEFORE) and not os.path.lexists(out):
        (root / _BEFORE).rename(out)
    shutil.rmtree(root, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
