"""What a page or a chart read of `Published`: as long as that stays the same, so does it.

Most pages of an edited city are as they were, and to make them only to see that takes longer than
to print the others. So a footprint is kept with each: a verifying trace (Mokhov, Mitchell &
Peyton Jones, "Build systems à la carte", Journal of Functional Programming 30, 2020, section 4.2).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from suluh import store
from suluh.figures import KEY_COLUMNS
from suluh.published import Column, Department, DepartmentFigures, Facts, Figure, Published, Shown

Part: TypeAlias = tuple[str, ...]
"""A part of `Published`: figures by indicator, department and period, or the name of an attribute,
or `FACTS` and a department, or `BESIDE`, an indicator and a period."""

BESIDE, FACTS = "beside", "facts"
ALL = ""
"""In the place of an indicator or a period: figures of every one."""

WHOLE = frozenset(field.name for field in fields(Published)) | {"periods"}
"""Attributes that are read as a whole."""


@dataclass(frozen=True)
class Parts:
    """The parts of `Published`, by what stands in them."""

    published: Published
    figures: Mapping[Part, bytes]
    _names: dict[Part, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, published: Published) -> Parts:
        """Read all figures, so that processes forked from this one need not."""
        return cls(published, _figures(published.figures))

    def digest(self, parts: Iterable[Part]) -> str:
        """One name for what stands in these parts."""
        return store.digest(*map(self._named, parts))

    def _named(self, part: Part) -> bytes:
        """One name for what stands in a part: it is read once, though many pages do."""
        named = self._names.get(part)
        if named is None:
            content = self.figures.get(part)
            content = self._told(part) if content is None else content
            named = self._names[part] = hashlib.sha256(content).digest()
        return named

    def _told(self, part: Part) -> bytes:
        """What stands in a part without figures; nothing in one whose figures are not there."""
        match part:
            case (attribute,):
                return repr(getattr(self.published, attribute)).encode()
            case (kind, indikator, periode) if kind == BESIDE:
                return repr(self.published.beside(indikator, periode)).encode()
            case (kind, kode_opd) if kind == FACTS:
                return repr(self.published.facts(kode_opd)).encode()
        return b""


def _figures(figures: pd.DataFrame) -> dict[Part, bytes]:
    """What stands in each part with figures: a number for each row, as good as unique to it.

    Rows are sorted by indicator, department and period, so those of most parts lie together.
    """
    rows = pd.util.hash_pandas_object(figures, index=False).to_numpy()
    indikator, kode_opd, periode = (figures[name].to_numpy(object) for name in KEY_COLUMNS[:3])
    places = np.argsort(pd.factorize(kode_opd)[0], kind="stable")
    owners, own = kode_opd[places], rows[places]
    return (
        {("figures",): rows.tobytes()}
        | {(ALL, owners[run.start], ALL): own[run].tobytes() for run in _runs(owners)}
        | {
            (indikator[run.start], kode_opd[run.start], ALL): rows[run].tobytes()
            for run in _runs(indikator, kode_opd)
        }
        | {
            (indikator[run.start], kode_opd[run.start], periode[run.start]): rows[run].tobytes()
            for run in _runs(indikator, kode_opd, periode)
        }
    )


def _runs(*keys: Column) -> Iterator[slice]:
    """The rows, one after the other, in which all of these are the same."""
    if len(keys[0]):
        differs = np.any([key[1:] != key[:-1] for key in keys], axis=0)
        ends = [*(np.flatnonzero(differs) + 1).tolist(), len(keys[0])]
        yield from map(slice, [0, *ends], ends)


@dataclass(frozen=True)
class Footprint:
    """The parts that were read, and one name for what stood in them."""

    parts: tuple[Part, ...]
    digest: str

    def holds(self, parts: Parts) -> bool:
        """Whether the same stands in them as before."""
        return parts.digest(self.parts) == self.digest


class Watched(Published):
    """`Published` for one reader, who leaves a mark on every part read."""

    _published: Published
    _marks: set[Part]

    def __init__(self, published: Published) -> None:
        object.__setattr__(self, "_published", published)
        object.__setattr__(self, "_marks", set())

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 as many types as attributes
        if name not in WHOLE:
            return object.__getattribute__(self, name)
        self._marks.add((name,))
        return getattr(self._published, name)

    def of(self, kode_opd: str) -> DepartmentFigures:
        return WatchedFigures(self._published.of(kode_opd), self._marks)

    def beside(self, indikator: str, periode: str) -> Mapping[str, Shown]:
        self._marks.add((BESIDE, indikator, periode))
        return self._published.beside(indikator, periode)

    def figure(
        self, kode_opd: str, indikator: str, periode: str, rincian: str = ""
    ) -> Figure | None:
        self._marks.add((indikator, kode_opd, periode))
        return self._published.figure(kode_opd, indikator, periode, rincian)

    def facts(self, kode_opd: str) -> Facts:
        self._marks.add((FACTS, kode_opd))
        return self._published.facts(kode_opd)

    def department(self, kode_opd: str) -> Department:
        self._marks.add(("departments",))
        return self._published.department(kode_opd)

    def footprint(self, parts: Parts) -> Footprint:
        """What was read until now; `parts` are those of what is watched."""
        read = tuple(sorted(self._marks))
        return Footprint(read, parts.digest(read))


class WatchedFigures(DepartmentFigures):
    """A department's figures for one reader, who leaves a mark on every part read."""

    _own: DepartmentFigures
    _marks: set[Part]

    def __init__(self, own: DepartmentFigures, marks: set[Part]) -> None:
        object.__setattr__(self, "kode_opd", own.kode_opd)
        object.__setattr__(self, "_own", own)
        object.__setattr__(self, "_marks", marks)

    @property
    def by_key(self) -> Mapping[tuple[str, str, str], Figure]:
        self._marks.add((ALL, self.kode_opd, ALL))
        return self._own.by_key

    def get(self, indikator: str, periode: str, rincian: str = "") -> Figure | None:
        self._marks.add((indikator, self.kode_opd, periode))
        return self._own.get(indikator, periode, rincian)

    def every(self, indikator: str) -> tuple[Figure, ...]:
        self._marks.add((indikator, self.kode_opd, ALL))
        return self._own.every(indikator)

    def years(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        self._marks.add((indikator, self.kode_opd, ALL))
        return self._own.years(indikator, rincian)

    def quarters(self, indikator: str, rincian: str = "") -> tuple[Figure, ...]:
        self._marks.add((indikator, self.kode_opd, ALL))
        return self._own.quarters(indikator, rincian)

    def categories(self, indikator: str, periode: str) -> tuple[Figure, ...]:
        self._marks.add((indikator, self.kode_opd, periode))
        return self._own.categories(indikator, periode)
