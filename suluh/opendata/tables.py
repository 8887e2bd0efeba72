"""The CSV files: all figures, and those of each department and indicator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suluh.figures import FIGURE_COLUMNS
from suluh.opendata.addresses import FIGURES_CSV, part_csv
from suluh.opendata.api import Parts

HEADER = ",".join(FIGURE_COLUMNS) + "\n"


@dataclass(frozen=True)
class TableFile:
    """A CSV file to be written; `kind` is `angka`, `opd` or `indikator`, `name` which of them."""

    kind: str
    name: str
    path: str
    content: bytes

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def table_files(parts: Parts, lines: Sequence[str]) -> Iterator[TableFile]:
    """Every CSV file, the whole first; `lines` are all figures."""
    yield TableFile("angka", "angka", FIGURES_CSV, _content(lines))
    for kind, names in parts.items():
        for name, places in names.items():
            own = _content([lines[place] for place in places])
            yield TableFile(kind, name, part_csv(kind, name), own)


def _content(lines: Sequence[str]) -> bytes:
    return (HEADER + "".join(lines)).encode()
