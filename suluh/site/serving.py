"""Serving the site while someone works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer


def serve_site(out: Path, port: int, watched: Iterable[Path], rebuild: Callable[[], None]) -> None:
    """Serve the site on this machine; rebuild and reload the browser when a file changes."""
    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(out))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()
    finally:
        server.shutdown(wait=True)
