"""Serving the site while someone works on it.

The pages looked at last are previewed at once; meanwhile the whole site is built, and whoever
asks for another file of it waits for that.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import traceback
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from mkdocs.livereload import LiveReloadServer

from suluh.staging import clear_abandoned

Preview: TypeAlias = Callable[[Collection[str]], Collection[str]]
"""Puts the pages of some paths into the site; tells which files of it are as they should be."""

_PREVIEWED = 3
_LOOK_SECONDS = 0.1
"""How often the watched files are looked at: some hundreds, a matter of milliseconds."""


def serve_site(
    out: Path,
    served: Path,
    port: int,
    watched: Iterable[Path],
    preview: Preview,
    build: Sequence[str],
) -> None:
    """Serve the site on this machine; when a file changes, preview, reload browsers and build.

    What is served is the site of `out` with previews, from the folder `served`, which `preview`
    writes in; all of the folder around it goes in the end. `build` is the command that builds
    the whole site into `out`.
    """
    works = _Works(out, served, preview, build)
    server = LiveReloadServer(
        works.begin, "127.0.0.1", port, str(served), polling_interval=_LOOK_SECONDS
    )
    for path in watched:
        server.watch(str(path))

    def answer(environ: Mapping[str, str], start_response: object) -> Iterable[bytes]:
        works.await_file(unquote(environ["PATH_INFO"]).lstrip("/"))
        answered: Iterable[bytes] = server.serve_request(environ, start_response)
        return answered

    server.set_app(answer)
    try:
        server.serve()
    finally:
        works.stop()
        server.shutdown(wait=server.serve_thread.is_alive())
        shutil.rmtree(served.parent, ignore_errors=True)


class _Works:
    """The preview and the build behind it: what is under way, and what is done of the site."""

    def __init__(self, out: Path, served: Path, preview: Preview, build: Sequence[str]) -> None:
        self._out = out
        self._served = served
        self._preview = preview
        self._build = build
        self._turn = threading.Lock()  # held while the next two are about to change
        self._building: subprocess.Popen[bytes] | None = None
        self._shown: Collection[str] = ()
        self._looked_at: Sequence[str] = ()  # paths of pages, the newest last
        _link_tree(out, served)

    def begin(self) -> None:
        """Preview what was looked at last, and start to build all; a build under way is over."""
        with self._turn:
            self.stop()
            self._shown = ()
            try:
                self._shown = self._preview(self._looked_at)
            except Exception:  # noqa: BLE001 a bug keeps its traceback; the build may know better
                traceback.print_exc()
            self._building = subprocess.Popen(self._build, start_new_session=True)  # noqa: S603 ours

    def stop(self) -> None:
        """Stop the build that is under way, if one is: the site stays as it was before it."""
        if self._building and self._building.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._building.pid, signal.SIGKILL)
            self._building.wait()
            clear_abandoned(self._out)

    def await_file(self, name: str) -> None:
        """Wait until a file that is served is as it should be; of a folder, its page."""
        if name.startswith("livereload/"):
            return
        if not name or name.endswith("/"):
            others = [path for path in self._looked_at if path != name]
            self._looked_at = (*others, name)[-_PREVIEWED:]
            name += "index.html"
        while True:
            with self._turn:
                building = self._building
                if name in self._shown or building is None:
                    return
                if building.poll() is not None:
                    self._take()
                    return
            building.wait()

    def _take(self) -> None:
        """Serve the site as the build has left it: new, or as before where it was refused."""
        fresh, old = (self._served.with_name(name) for name in ("baru", "lama-disajikan"))
        _link_tree(self._out, fresh)
        self._served.rename(old)
        fresh.rename(self._served)
        shutil.rmtree(old, ignore_errors=True)
        self._building, self._shown = None, ()


def _link_tree(source: Path, target: Path) -> None:
    """The same files in another folder: what is put in the place of one leaves the other alone."""
    shutil.copytree(source, target, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)
