"""The program somewhere else, for a test to break or to write in."""

from __future__ import annotations

import shutil
from pathlib import Path

from built_site import ROOT

PROGRAM = ("build.py", "mkdocs.yml", "suluh", "templates", "content", "requirements")


def copy_program(folder: Path, *, warm: bool = False) -> Path:
    """Copy it below a folder: with no cache, or with the drawings that builds before kept."""
    root = folder / "elsewhere" / "suluh-copy"
    root.mkdir(parents=True)
    for name in PROGRAM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root)
    for name in ("vega", "drawings") if warm else ():
        if (ROOT / ".cache" / name).exists():
            shutil.copytree(ROOT / ".cache" / name, root / ".cache" / name)
    return root
