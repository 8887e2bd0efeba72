"""Two `Published` side by side: every figure that is not what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from math import sqrt
from typing import TypeAlias

from suluh.differences.texts import Fact
from suluh.figures import CITY, KEY_COLUMNS, Status
from suluh.opendata import cells_of, csv_lines
from suluh.published import Facts, Figure, Published

FigureKey: TypeAlias = tuple[str, str, str, str]
"""indikator, kode_opd, periode, rincian"""


class Kind(StrEnum):
    """What became of a figure."""

    HIDDEN = "disembunyikan"  # had a value, is hidden now
    VANISHED = "hilang"  # had a value, has none now
    APPEARED = "muncul"  # has a value now, had none
    CHANGED = "berubah"  # another value, or another n
    STATE = "keadaan"  # without a value before and after, for another reason


@dataclass(frozen=True)
class Difference:
    """A figure before and after; None where it was not published at all."""

    before: Figure | None
    after: Figure | None

    @property
    def figure(self) -> Figure:
        """The figure as it is now, or as it was last."""
        known = self.after or self.before
        if known is None:
            raise ValueError("a difference is of something")
        return known

    @cached_property
    def kind(self) -> Kind:
        had, has = (f is not None and f.has_value for f in (self.before, self.after))
        if had and has:
            return Kind.CHANGED
        if had:
            hidden = self.after is not None and self.after.status is Status.HIDDEN
            return Kind.HIDDEN if hidden else Kind.VANISHED
        return Kind.APPEARED if has else Kind.STATE

    @cached_property
    def size(self) -> float:
        """How large a change of value is beside what chance would do: 1 is a half interval.

        For a count it is √n, as for a Poisson count; 0 where there are not two values.
        """
        if self.before is None or self.after is None:
            return 0.0
        old, new = self.before.nilai, self.after.nilai
        if old is None or new is None:
            return 0.0
        by_chance = max(_half(self.before), _half(self.after))
        return abs(new - old) / (by_chance or 2 * sqrt(max(abs(old), abs(new), 1.0)))


@dataclass(frozen=True)
class Differences:
    """Every difference; the texts that came and went; the pages whose own figures these are.

    Of a kind, indicators come before their categories, and the biggest first.
    """

    figures: tuple[Difference, ...]
    texts_added: tuple[Fact, ...]
    texts_removed: tuple[Fact, ...]
    pages: tuple[str, ...]

    @property
    def any(self) -> bool:
        return bool(self.figures or self.texts_added or self.texts_removed)

    def of(self, kind: Kind) -> tuple[Difference, ...]:
        return tuple(d for d in self.figures if d.kind is kind)


def differences(before: Published, after: Published) -> Differences:
    """Compare all that is published before and after an edit."""
    were, are = _rows(before), _rows(after)
    changed = {key for key in were.keys() | are.keys() if were.get(key) != are.get(key)}
    found = [Difference(_figure(before, key), _figure(after, key)) for key in sorted(changed)]
    found.sort(key=lambda d: (list(Kind).index(d.kind), d.figure.rincian != "", -d.size))
    old, new = _texts(before), _texts(after)
    return Differences(
        figures=tuple(found),
        texts_added=tuple(text for text in new if text not in old),
        texts_removed=tuple(text for text in old if text not in new),
        pages=tuple(sorted(set(_pages(found)))),
    )


def _rows(published: Published) -> Mapping[FigureKey, str]:
    """Each figure as its line stands in `angka.csv`."""
    cells = cells_of(published.figures)
    keys = zip(*(cells[name] for name in KEY_COLUMNS), strict=True)
    return dict(zip(keys, csv_lines(cells), strict=True))


def _figure(published: Published, key: FigureKey) -> Figure | None:
    indikator, kode_opd, periode, rincian = key
    return published.figure(kode_opd, indikator, periode, rincian)


def _half(figure: Figure) -> float:
    if figure.batas_bawah is None or figure.batas_atas is None:
        return 0.0
    return (figure.batas_atas - figure.batas_bawah) / 2


def _texts(published: Published) -> Mapping[Fact, None]:
    """Everything shown beside figures: words, commitments, awards, trainings; each once."""
    kinds = (getattr(published, kind.name) for kind in fields(Facts))
    return {fact: None for facts in (*kinds, published.corrections) for fact in facts}


def _pages(found: list[Difference]) -> Iterator[str]:
    """The pages that show one of these figures as their own."""
    for figure in {d.figure for d in found}:
        yield f"indikator/{figure.indikator}/"
        if figure.kode_opd == CITY:
            yield ""
        else:
            yield f"opd/{figure.kode_opd}/"
            yield f"opd/{figure.kode_opd}/{figure.periode[:4]}/"
