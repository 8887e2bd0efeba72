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
from suluh.intake.sheet import read_sheet
from suluh.intake.typed import TypedTable


def keep(typed: TypedTable, content: bytes, folder: Path) -> None:
    """Keep a table whose file, of this content, showed no problem."""
    key = _key(content, typed.table).encode()
    entry = key + pickle.dumps((typed.header, typed.frame))
    store.write_bytes(_path(typed.table, folder), entry)


def kept(content: bytes, table: Table, folder: Path) -> TypedTable | None:
    """The table as it was kept; None if its file, its contract or the program is another."""
    key = _key(content, table).encode()
    entry = store.read_bytes(_path(table, folder))
    if entry is None or not entry.startswith(key):
        return None
    # The cache is the user's own, made by this program alone, as Python's bytecode is.
    header, frame = pickle.loads(memoryview(entry)[len(key) :])  # noqa: S301
    return TypedTable(table, header, frame, {}, partial(read_sheet, content, table))


def _path(table: Table, folder: Path) -> Path:
    return folder / f"{table.path}.kept"


def _key(content: bytes, table: Table) -> str:
    """A name for all that a typed table depends on."""
    return store.digest(_edition(), repr(table), content)


@cache
def _edition() -> str:
    """A name for the program that reads: our sources, the libraries."""
    program = Path(__file__).parent
    sources = sorted((*program.rglob("*.py"), *program.rglob("*.toml")))
    libraries = [version(name) for name in ("pandas", "numpy", "pandera")]
    return store.digest(
        platform.python_version(), *libraries, *(path.read_bytes() for path in sources)
    )
