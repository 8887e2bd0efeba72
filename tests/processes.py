"""Waiting for what other processes do, and for them to end."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE_SECONDS = 120


def until(condition: Callable[[], bool]) -> None:
    """Wait for something to become true; fail when it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def is_left(group: int) -> bool:
    """Whether any process of a group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def is_run_with(words: str) -> bool:
    """Whether any process was started with these words in its command."""
    if Path("/proc/self/cmdline").exists():
        return any(words in _command(folder) for folder in Path("/proc").glob("[0-9]*"))
    ps = ["/bin/ps", "-ww", "-eo", "args"]
    return words in subprocess.run(ps, capture_output=True, text=True, check=True).stdout


def _command(folder: Path) -> str:
    try:
        return (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:  # it has just ended
        return ""
