"""`Finding`: something unusual, true or a mistake, and the key that a confirmation names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from suluh.intake.problems import Place, Problem, problem

CONFIRMATIONS = "konfirmasi"
"""The table in which somebody says that what is unusual is true."""


class Key(NamedTuple):
    """What a row of `konfirmasi.csv` and a finding have in common."""

    kode_masalah: str
    kode_opd: str
    periode: str
    rincian: str = ""


@dataclass(frozen=True)
class Finding:
    """Something unusual, where to look, and what its message says of it."""

    key: Key
    place: Place
    details: Mapping[str, object]

    def as_problem(self) -> Problem:
        """The warning, with what to write into `konfirmasi.csv` to make it quiet."""
        named = {
            "when": self.key.periode,
            "department": self.key.kode_opd,
            "row": ", ".join(f"{name} {cell}" for name, cell in self._cells().items()),
        }
        return problem(self.key.kode_masalah, self.place, {**self.details, **named})

    def _cells(self) -> Mapping[str, str]:
        return {name: cell for name, cell in self.key._asdict().items() if cell}
