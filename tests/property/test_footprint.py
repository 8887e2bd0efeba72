"""A page or chart whose footprint is as before is as before, whatever else changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from data_folder import DataFolder
from hypothesis import event, given, settings
from hypothesis import strategies as st

from suluh.footprint import Footprint, Parts, Watched
from suluh.job import Job
from suluh.pages import page_makers
from suluh.progress import Progress
from suluh.published import Facts, Published
from suluh.reading import read

FACTS = tuple(field.name for field in fields(Facts))


@cache
def before() -> Published:
    with TemporaryDirectory() as folder:
        data = DataFolder.small(Path(folder) / "data").path
        return read(Job(data, data, data), Progress()).published


Maker = Callable[[Published], object]


@cache
def pieces_before() -> tuple[tuple[Maker, str, Footprint], ...]:
    """Each page and chart as it was, and what it read."""
    pages = page_makers(before())
    charts = {of for make in pages for of in make(before()).charts.values()}
    return tuple(_piece(make) for make in (*pages, *sorted(charts, key=repr)))


def _piece(make: Maker) -> tuple[Maker, str, Footprint]:
    watched = Watched(before())
    piece = repr(make(watched))
    return make, piece, watched.footprint(Parts.of(before()))


def unchanged(published: Published) -> int:
    """Make each page and chart that reads the same as before; how many there were."""
    parts, count = Parts.of(published), 0
    for make, piece, footprint in pieces_before():
        if footprint.holds(parts):
            assert repr(make(published)) == piece, footprint.parts
            count += 1
    return count


Edit = Callable[[Published, st.DataObject], Published]


def another_value(published: Published, data: st.DataObject) -> Published:
    figures = published.figures.copy()
    row = data.draw(st.integers(0, len(figures) - 1))
    column = data.draw(st.sampled_from(["nilai", "batas_bawah", "batas_atas", "n", "kategori"]))
    new = {"n": 7, "kategori": "A"}.get(column, 0.5)
    figures.loc[row, column] = data.draw(st.sampled_from([new, pd.NA]))
    return replace(published, figures=figures)


def a_figure_less(published: Published, data: st.DataObject) -> Published:
    row = data.draw(st.integers(0, len(published.figures) - 1))
    return replace(published, figures=published.figures.drop(row).reset_index(drop=True))


def a_fact_less(published: Published, data: st.DataObject) -> Published:
    kind = data.draw(st.sampled_from([name for name in FACTS if getattr(published, name)]))
    known = list(getattr(published, kind))
    known.pop(data.draw(st.integers(0, len(known) - 1)))
    return replace(published, **{kind: tuple(known)})


def another_name(published: Published, data: st.DataObject) -> Published:
    known = list(published.departments)
    place = data.draw(st.integers(0, len(known) - 1))
    known[place] = replace(known[place], nama="Dinas Lain")
    return replace(published, departments=tuple(known))


def another_day(published: Published, data: st.DataObject) -> Published:
    day = published.as_of + timedelta(days=data.draw(st.integers(1, 200)))
    return replace(published, as_of=day)


EDITS: tuple[Edit, ...] = (another_value, a_figure_less, a_fact_less, another_name, another_day)


@settings(max_examples=60)
@given(st.sampled_from(EDITS), st.data())
def test_a_page_that_reads_the_same_is_the_same(edit: Edit, data: st.DataObject) -> None:
    count = unchanged(edit(before(), data))
    event(f"{edit.__name__}: {count} not made")


def test_what_did_not_change_is_not_made_again() -> None:
    assert unchanged(replace(before())) == len(pieces_before())


def test_a_figure_of_a_department_concerns_few_pages() -> None:
    """All pages and charts of the other departments stay as they are."""
    figures = before().figures
    row = figures.index[(figures["indikator"] == "jp_rata") & (figures["kode_opd"] != "kota")][0]
    changed = figures.copy()
    changed.loc[row, "nilai"] = 1.5
    parts = Parts.of(replace(before(), figures=changed))
    own = figures.loc[row, "kode_opd"]
    others = [f"'{d.kode_opd}'" for d in before().departments if d.kode_opd != own]
    made = [repr(make) for make, _, footprint in pieces_before() if not footprint.holds(parts)]
    assert made
    assert not [piece for piece in made if any(f"kode_opd={code}" in piece for code in others)]
    assert len(made) < len(pieces_before()) / 2
