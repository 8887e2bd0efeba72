"""`Source`: where a table is to be read from, whatever the form of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suluh.contract import Table
from suluh.intake.origin import Origin
from suluh.intake.sheet import Sheet


@dataclass(frozen=True)
class Source:
    """One table as it was saved.

    `identity`: the same bytes have the same cells. `read` raises UnreadableError where the cells
    cannot be told apart.
    """

    origin: Origin
    identity: bytes
    read: Callable[[Table], Sheet]
