"""What was read of `Published` is marked, and what stands there has one name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cached_property

import pytest
from published_figures import published

from suluh.footprint import WHOLE, Part, Parts, Watched, WatchedFigures
from suluh.published import DepartmentFigures, Published

READ_BY_OTHERS = {"city", "years", "quarters"}
"""What `Published` makes of its own parts."""


def test_nothing_of_what_is_published_is_read_unseen() -> None:
    """A new way to read it has to leave a mark as well."""
    public = {name for name in dir(Published) if not name.startswith("_")}
    public |= {field.name for field in fields(Published)}
    watched = {name for name in vars(Watched) if inspect.isfunction(vars(Watched)[name])}
    assert public <= watched | WHOLE | READ_BY_OTHERS
    of_one = {*dir(DepartmentFigures), *(field.name for field in fields(DepartmentFigures))}
    of_one = {name for name in of_one if not name.startswith("_")} - {"kode_opd"}
    assert of_one <= vars(WatchedFigures).keys()


OPD = "disdukcapil"
READERS: dict[str, tuple[Callable[[Published], object], tuple[Part, ...]]] = {
    "get": (lambda city: city.of(OPD).get("ikm", "2025"), (("ikm", OPD, "2025"),)),
    "years": (lambda city: city.of(OPD).years("ikm"), (("ikm", OPD, ""),)),
    "quarters": (lambda city: city.of(OPD).quarters("ikm"), (("ikm", OPD, ""),)),
    "categories": (lambda city: city.of(OPD).categories("nrr", "2025"), (("nrr", OPD, "2025"),)),
    "every": (lambda city: city.of(OPD).every("ikm"), (("ikm", OPD, ""),)),
    "by_key": (lambda city: city.of(OPD).by_key, (("", OPD, ""),)),
    "figure": (lambda city: city.figure(OPD, "ikm", "2025"), (("ikm", OPD, "2025"),)),
    "beside": (lambda city: city.beside("nrr", "2025"), (("beside", "nrr", "2025"),)),
    "facts": (lambda city: city.facts(OPD), (("facts", OPD),)),
    "department": (lambda city: city.department(OPD), (("departments",),)),
    "city": (lambda city: city.city.get("ikm", "2025"), (("ikm", "kota", "2025"),)),
    "quarters of all": (lambda city: city.quarters, (("periods",),)),
    "years of all": (lambda city: city.years, (("periods",),)),
    "as_of": (lambda city: city.as_of, (("as_of",),)),
}


@pytest.mark.parametrize("reader", READERS)
def test_what_is_read_is_marked_and_nothing_else(reader: str) -> None:
    read, parts = READERS[reader]
    watched = Watched(published())
    read(watched)
    assert watched.footprint(Parts.of(published())).parts == parts


@pytest.mark.parametrize(
    ("reader", "indikator", "periode"),
    [
        ("get", "ikm", "2025"),
        ("figure", "ikm", "2025"),
        ("categories", "nrr", "2025"),
        ("years", "ikm", "2024"),
        ("years", "ikm", "2026"),
        ("quarters", "ikm", "2024-T1"),
        ("quarters", "ikm", "2026-T3"),
        ("by_key", "jp_rata", "2024"),
        ("every", "ikm", "2024"),
    ],
)
def test_another_value_anywhere_in_a_part_is_seen(
    reader: str, indikator: str, periode: str
) -> None:
    _, parts = READERS[reader]
    figures = published().figures.copy()
    keys = zip(figures["indikator"], figures["kode_opd"], figures["periode"], strict=True)
    rows = [row for row, key in enumerate(keys) if key == (indikator, OPD, periode)]
    figures.loc[rows[-1], "nilai"] = 1.5
    changed = replace(published(), figures=figures)
    assert Parts.of(changed).digest(parts) != Parts.of(published()).digest(parts)


@pytest.mark.parametrize(
    ("column", "value", "seen"),
    [
        ("nilai", 0.001, False),
        ("nilai", 0.02, True),
        ("batas_bawah", 0.5, False),
        ("n", 5, False),
        ("status", "sampel_kecil", True),
    ],
)
def test_of_the_city_beside_a_department_only_what_is_shown_is_seen(
    column: str, value: float | str, seen: bool
) -> None:
    figures = published().figures.copy()
    keys = ["indikator", "kode_opd", "periode", "rincian"]
    (row,) = figures.index[(figures[keys] == ["nrr", "kota", "2025", "waktu"]).all(axis="columns")]
    figures.loc[row, "nilai"] = 3.1434
    before = replace(published(), figures=figures.copy())
    figures.loc[row, column] = value if isinstance(value, str) else figures[column][row] + value
    after = replace(published(), figures=figures)
    part = [("beside", "nrr", "2025")]
    assert (Parts.of(after).digest(part) != Parts.of(before).digest(part)) is seen


def test_what_is_watched_reads_as_it_is() -> None:
    city, watched = published(), Watched(published())
    for name in WHOLE - {"figures"}:
        assert getattr(watched, name) == getattr(city, name)
    assert watched.figures.equals(city.figures)
    own, seen = city.of("disdukcapil"), watched.of("disdukcapil")
    assert seen.by_key == own.by_key
    assert seen.years("ikm") == own.years("ikm")
    assert seen.quarters("ikm") == own.quarters("ikm")
    assert seen.categories("nrr", "2025") == own.categories("nrr", "2025")
    assert seen.every("nrr") == own.every("nrr")
    assert watched.figure("disdukcapil", "ikm", "2025") == city.figure(
        "disdukcapil", "ikm", "2025"
    )
    assert watched.beside("nrr", "2025") == city.beside("nrr", "2025")
    assert watched.department("disdukcapil") == city.department("disdukcapil")
    assert watched.facts("disdukcapil") == city.facts("disdukcapil")


def test_no_attribute_computes_what_it_keeps_unseen() -> None:
    """A cached property of `Published` would be computed of a watched one's own marks."""
    cached = {name for name, of in vars(Published).items() if isinstance(of, cached_property)}
    assert {name for name in cached if not name.startswith("_")} <= WHOLE


def test_rows_that_differ_in_any_column_differ() -> None:
    city = published()
    whole = Parts.of(city).digest([("figures",)])
    for column in city.figures.columns:
        figures = city.figures.copy()
        figures.loc[3, column] = {"n": 7}.get(column, 0.25 if column in FLOATS else "x")
        assert Parts.of(replace(city, figures=figures)).digest([("figures",)]) != whole


FLOATS = ("nilai", "batas_bawah", "batas_atas")


def test_a_city_without_any_figure_has_parts() -> None:
    city = replace(published(), figures=published().figures.iloc[:0])
    nothing = Parts.of(city).digest([("ikm", OPD, "2025")])
    assert nothing == Parts.of(city).digest([("ikm", "kota", "")])
    assert nothing != Parts.of(published()).digest([("ikm", OPD, "2025")])
