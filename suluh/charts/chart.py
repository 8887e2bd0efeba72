"""`Chart`: what a chart shows, as data and texts; drawing it is the work of `drawing`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from suluh.published import Figure
from suluh.studio import Rows

Cell: TypeAlias = str | Figure


@dataclass(frozen=True)
class ChartTable:
    """The chart's figures as a table: a head and rows of text or published figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Chart:
    """One chart of a page.

    `id`: HTML id and download name, unique on its page. `kind`: the drawing it is made with,
    one of `studio.KINDS`. `title` says what it shows, `reading` how to read it, `description`
    is its text alternative. `data`: its named data sets, only what is drawn. `wide`: it runs
    along time and has a second, wide rendering. `marks`: the words of its numbered marks, in
    order. `notes`: number of answers, what is hidden and other things to know. `period`: what
    it shows, where the same chart of other years, `periods`, stands on the pages of those years
    (below its own page, under its own id): a reader can have them in its place.
    """

    id: str
    kind: str
    title: str
    reading: str
    description: str
    data: Mapping[str, Rows]
    table: ChartTable
    indikator: tuple[str, ...]
    wide: bool = False
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    period: str = ""
    periods: tuple[str, ...] = ()
