"""Tables without a problem, kept from one build to the next: only what was edited is read.

What is kept is what one file shows by itself; rules between tables are asked of kept tables,
too. There is one entry a table, the newest, however often and however large a file is saved.
"""

from __future__ import annotations

import pickle
import platform
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from suluh import store
from suluh.contract import Table
from suluh.intake.source import Source
from suluh.intake.typed import TypedTable


def keep(typed: TypedTable, source: Source, folder: Path) -> None:
    """Keep a table whose source showed no problem."""
    key = _key(source, typed.table).encode()
    entry = key + pickle.dumps((typed.header, typed.frame))
    store.write_bytes(_path(typed.table, folder), entry)


def kept(source: Source, table: Table, folder: Path) -> TypedTable | None:
    """The table as it was kept; None if its source, its contract or the program is another."""
    key, path = _key(source, table).encode(), _path(table, folder)
    entry = store.read_bytes(path) if store.begins(path, key) else None
    if entry is None or not entry.startswith(key):  # another build may have put its own there
        return None
    # The cache is the user's own, made by this program alone, as Python's bytecode is.
    header, frame = pickle.loads(memoryview(entry)[len(key) :])  # noqa: S301
    return TypedTable(table, header, frame, {}, partial(source.read, table), source.origin)


def _path(table: Table, folder: Path) -> Path:
    return folder / f"{table.path}.kept"


def _key(source: Source, table: Table) -> str:
    """A name for all that a typed table depends on."""
    return store.digest(edition(), repr(table), source.identity)


@cache
def edition() -> str:
    """A name for the program that reads: our sources, the libraries."""
    program = Path(__file__).parent
    sources = sorted((*program.rglob("*.py"), *program.rglob("*.toml")))
    libraries = [version(name) for name in ("pandas", "numpy", "openpyxl", "pandera")]
    return store.digest(
        platform.python_version(), *libraries, *(path.read_bytes() for path in sources)
    )
