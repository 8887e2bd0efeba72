"""What was printed is given back as long as its page reads the same, and made anew after that."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cached_property, partial
from pathlib import Path

import pytest
from published_figures import published

from suluh import store
from suluh.archive import Archive, Keys
from suluh.edition import Edition, PrintedPage
from suluh.footprint import WHOLE, Part, Parts, Watched, WatchedFigures
from suluh.pages.page import Page
from suluh.published import DepartmentFigures, Published
from suluh.sentences import NOTHING

READ_BY_OTHERS = {"city", "years", "quarters"}
"""What `Published` makes of its own parts."""

MADE: list[str] = []


def ikm_page(city: Published, *, kode_opd: str = "disdukcapil") -> Page:
    MADE.append(kode_opd)
    figure = city.of(kode_opd).get("ikm", "2025")
    return Page(f"opd/{kode_opd}/", "x.html", str(figure), NOTHING)


def printed(page: Page, _: Keys | None = None) -> tuple[Edition, ...]:
    """Editions in two languages, with bodies of many bytes a letter."""
    return tuple(
        Edition(PrintedPage(page.path, page.title, ""), f"{word} «{page.title}»", {"a.svg": word})
        for word in ("satu", "one")
    )


def words(editions: tuple[Edition, ...]) -> list[str]:
    """The bodies as they lie in the archive."""
    return [edition.body.read().decode() for edition in editions]  # type: ignore[union-attr]


@pytest.fixture(autouse=True)
def nothing_made() -> None:
    MADE.clear()


def archive(folder: Path, city: Published, program: str = "p") -> Archive:
    return Archive(folder, program, Parts.of(city))


def with_ikm(city: Published, kode_opd: str, value: float) -> Published:
    figures = city.figures.copy()
    where = (figures["indikator"] == "ikm") & (figures["kode_opd"] == kode_opd)
    figures.loc[where, "nilai"] = value
    return replace(city, figures=figures)


def test_a_page_that_would_read_the_same_is_not_even_made(tmp_path: Path) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printed)
    again = archive(tmp_path, published()).page(ikm_page, printed)
    assert again == first
    assert words(again) == [edition.body for edition in printed(ikm_page(published()))]
    assert [edition.files for edition in again] == [{"a.svg": "satu"}, {"a.svg": "one"}]
    assert MADE == ["disdukcapil"] * 2  # the second by this test


def test_what_others_read_makes_no_difference(tmp_path: Path) -> None:
    archive(tmp_path, published()).page(ikm_page, printed)
    archive(tmp_path, with_ikm(published(), "kota", 12.0)).page(ikm_page, printed)
    assert MADE == ["disdukcapil"]


def test_a_page_that_reads_another_figure_is_made_anew(tmp_path: Path) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printed)
    other = archive(tmp_path, with_ikm(published(), "disdukcapil", 12.0)).page(ikm_page, printed)
    assert other != first
    assert "12.0" in words(other)[0]


def test_a_page_made_anew_that_is_as_before_is_not_printed(tmp_path: Path) -> None:
    def same(city: Published) -> Page:
        city.of("disdukcapil").get("ikm", "2025")
        return Page("a/", "x.html", "a", NOTHING)

    prints: list[Page] = []
    for city in (published(), with_ikm(published(), "disdukcapil", 12.0)):
        archive(tmp_path, city).page(same, lambda page, _: prints.append(page) or printed(page))
    assert len(prints) == 1


def test_each_page_of_a_kind_is_known_by_what_it_is_of(tmp_path: Path) -> None:
    kept = archive(tmp_path, published())
    other = partial(ikm_page, kode_opd="kota")
    assert kept.page(other, printed) != kept.page(ikm_page, printed)
    assert {edition.head.path for edition in kept.page(other, printed)} == {"opd/kota/"}
    assert MADE == ["kota", "disdukcapil"]


def test_another_program_prints_all_anew(tmp_path: Path) -> None:
    archive(tmp_path, published()).page(ikm_page, printed)
    archive(tmp_path, published(), "q").page(ikm_page, printed)
    assert MADE == ["disdukcapil"] * 2


@pytest.mark.parametrize("kind", ["pages", "footprints"])
def test_what_was_damaged_is_made_anew(tmp_path: Path, kind: str) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printed)
    for file in (tmp_path / kind).rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert archive(tmp_path, published()).page(ikm_page, printed) == first
    assert MADE == ["disdukcapil"] * 2


@pytest.mark.parametrize("kind", ["pages", "footprints"])
def test_what_was_pruned_is_made_anew(tmp_path: Path, kind: str) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printed)
    for file in (tmp_path / kind).rglob("*"):
        if file.is_file():
            file.unlink()
    assert archive(tmp_path, published()).page(ikm_page, printed) == first
    assert MADE == ["disdukcapil"] * 2


def test_bodies_stay_where_they_are_when_another_process_keeps_the_same_page(
    tmp_path: Path,
) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printed)
    before = words(first)
    for file in (tmp_path / "footprints").rglob("*"):
        if file.is_file():
            file.unlink()
    (kept,) = (file for file in (tmp_path / "pages").rglob("*") if file.is_file())
    kept.unlink()

    def with_longer_heads(page: Page, _: Keys) -> tuple[Edition, ...]:
        return tuple(replace(edition, files={"a.svg": "x" * 500}) for edition in printed(page))

    archive(tmp_path, published()).page(ikm_page, with_longer_heads)
    assert words(first) == before


def test_a_cache_that_moved_is_still_good(tmp_path: Path) -> None:
    archive(tmp_path / "a", published()).page(ikm_page, printed)
    (tmp_path / "a").rename(tmp_path / "b")
    found = archive(tmp_path / "b", published()).page(ikm_page, printed)
    assert MADE == ["disdukcapil"]
    assert words(found)[0].startswith("satu «")


def test_nothing_of_what_is_published_is_read_unseen() -> None:
    """A new way to read it has to leave a mark as well."""
    public = {name for name in dir(Published) if not name.startswith("_")}
    public |= {field.name for field in fields(Published)}
    watched = {name for name in vars(Watched) if inspect.isfunction(vars(Watched)[name])}
    assert public <= watched | WHOLE | READ_BY_OTHERS
    of_one = {name for name in dir(DepartmentFigures) if not name.startswith("_")}
    assert of_one | {"by_key"} <= vars(WatchedFigures).keys()


OPD = "disdukcapil"
READERS: dict[str, tuple[Callable[[Published], object], tuple[Part, ...]]] = {
    "get": (lambda city: city.of(OPD).get("ikm", "2025"), (("ikm", OPD, "2025"),)),
    "years": (lambda city: city.of(OPD).years("ikm"), (("ikm", OPD, ""),)),
    "quarters": (lambda city: city.of(OPD).quarters("ikm"), (("ikm", OPD, ""),)),
    "categories": (lambda city: city.of(OPD).categories("nrr", "2025"), (("nrr", OPD, "2025"),)),
    "by_key": (lambda city: city.of(OPD).by_key, (("", OPD, ""),)),
    "figure": (lambda city: city.figure(OPD, "ikm", "2025"), (("ikm", OPD, "2025"),)),
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
    assert watched.figure("disdukcapil", "ikm", "2025") == city.figure(
        "disdukcapil", "ikm", "2025"
    )
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


def test_a_city_without_any_figure_has_parts(tmp_path: Path) -> None:
    city = replace(published(), figures=published().figures.iloc[:0])
    assert "None" in words(archive(tmp_path, city).page(ikm_page, printed))[0]
    assert store.digest(b"") == Parts.of(city).digest([("ikm", "disdukcapil", "2025")])
