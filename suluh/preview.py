"""The previewer: a process that prints the pages somebody is looking at, before all others are.

It keeps at hand what a build has to fetch each time: modules, an artist, what may be public of
the records. So an edit shows in a second or two (docs/adr/0034).
"""

from __future__ import annotations

import gc
from collections.abc import Collection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ClassVar

from suluh.colleague import Colleague, attempt
from suluh.job import Job


class Previewer(Colleague):
    """The way to that process; one asker at a time."""

    duty: ClassVar[str] = "prints previews"

    def show(self, paths: Collection[str]) -> Collection[str]:
        """Put the pages of these paths, as they are now, into the folder that is served.

        Returns the names of all files that are as the next build will make them: none where the
        records have problems, or a text has. That build will tell of them.
        """
        self.tell(tuple(paths))
        shown: Collection[str] = self.answer()
        return shown


def previewer(job: Job, served: Path) -> Previewer:
    """Have previews of the job's site printed into `served` while the body of its `with` runs."""
    return Previewer.hire(_work, job, served)


def _work(asked: Connection, job: Job, served: Path) -> None:
    from suluh.previewing import desk  # noqa: PLC0415 heavy, and for this process alone

    gc.disable()
    with desk(job, served) as ready:
        while (paths := asked.recv()) is not None:
            asked.send(attempt(ready.show, paths))
            gc.collect()  # not while somebody waits
