"""V8, the engine that runs Vega: it starts with the first use, and does not survive a fork."""

from __future__ import annotations

import os

_started_by: set[int] = set()


def refuse_after_fork() -> None:
    """Say that the engine was started before this process was forked, rather than wait for ever.

    To be called before each use. RuntimeError is a bug: an artist is hired first.
    """
    if _started_by and os.getpid() not in _started_by:
        raise RuntimeError("charts were drawn before this process was forked; draw in one only")
    _started_by.add(os.getpid())
