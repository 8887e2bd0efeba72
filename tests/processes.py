"""Waiting for what other processes do, and for them to end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

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
