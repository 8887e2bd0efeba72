"""What was printed is given back as long as it would be printed the same, and made anew after."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from published_figures import published

from suluh.archive import Archive
from suluh.charts import Chart, ChartOf
from suluh.edition import Edition, PageFrame
from suluh.footprint import Parts
from suluh.pages.page import Page
from suluh.printed_chart import PrintedChart, PrintedCharts
from suluh.published import Published
from suluh.sentences import NOTHING
from suluh.text import LANGUAGES

OPD = "disdukcapil"
CHART = ChartOf("ikm-tren", OPD)
MADE: list[str] = []


def ikm_page(city: Published, *, kode_opd: str = OPD) -> Page:
    MADE.append(kode_opd)
    figure = city.of(kode_opd).get("ikm", "2025")
    return Page(f"opd/{kode_opd}/", "x.html", str(figure), NOTHING)


def page_with_charts(city: Published) -> Page:
    """One that reads the hours of training, with a chart of satisfaction and one of nothing."""
    MADE.append("page")
    charts = {"ikm-tren": CHART, "unsur": ChartOf("unsur", "satpolpp")}
    return Page("a/b/", "x.html", str(city.of(OPD).get("jp_rata", "2025")), NOTHING, charts=charts)


class Printing:
    """Prints bodies of many bytes a letter, and notes what it was asked for."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def print_frame(self, page: Page, charts: Collection[str]) -> PageFrame:
        self.done.append(f"frame for {', '.join(charts)}")
        return PageFrame.of(page, {of: f"{of.code} «{page.title}»" for of in LANGUAGES})

    def print_chart(self, chart: Chart, root: str) -> PrintedCharts:
        self.done.append(chart.id)
        return {of: PrintedChart(f"{root}{of.code} {chart.data}", "", "") for of in LANGUAGES}

    def bind(self, frame: PageFrame, charts: Mapping[str, PrintedCharts]) -> tuple[Edition, ...]:
        self.done.append("bound")
        return tuple(
            Edition(
                head, "".join([frame.bodies[of], *(c[of].figure for c in charts.values())]), {}
            )
            for of, head in frame.heads.items()
        )


def words(editions: tuple[Edition, ...]) -> list[str]:
    """The bodies as they lie in the archive."""
    return [edition.body.read().decode() for edition in editions]  # type: ignore[union-attr]


def files(folder: Path, kind: str) -> list[Path]:
    return [file for file in (folder / kind).rglob("*") if file.is_file()]


@pytest.fixture(autouse=True)
def nothing_made() -> None:
    MADE.clear()


@pytest.fixture
def printing() -> Printing:
    return Printing()


def archive(folder: Path, city: Published, program: str = "p") -> Archive:
    return Archive(folder, program, Parts.of(city))


def with_value(city: Published, indikator: str, value: float, kode_opd: str = OPD) -> Published:
    figures = city.figures.copy()
    where = (figures["indikator"] == indikator) & (figures["kode_opd"] == kode_opd)
    figures.loc[where, "nilai"] = value
    return replace(city, figures=figures)


def test_a_page_that_would_read_the_same_is_not_even_made(
    tmp_path: Path, printing: Printing
) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printing)
    again = archive(tmp_path, published()).page(ikm_page, printing)
    assert again == first
    assert MADE == [OPD]
    assert printing.done == ["frame for ", "bound"]
    title = ikm_page(published()).title
    assert words(again) == [f"{of.code} «{title}»" for of in LANGUAGES]


def test_what_others_read_makes_no_difference(tmp_path: Path, printing: Printing) -> None:
    archive(tmp_path, published()).page(ikm_page, printing)
    other = with_value(published(), "ikm", 12.0, "kota")
    archive(tmp_path, other).page(ikm_page, printing)
    assert MADE == [OPD]


def test_a_page_that_reads_another_figure_is_made_anew(tmp_path: Path, printing: Printing) -> None:
    first = archive(tmp_path, published()).page(ikm_page, printing)
    other = archive(tmp_path, with_value(published(), "ikm", 12.0)).page(ikm_page, printing)
    assert other != first
    assert "12.0" in words(other)[0]


def test_a_page_made_anew_that_is_as_before_is_not_printed(
    tmp_path: Path, printing: Printing
) -> None:
    def same(city: Published) -> Page:
        city.of(OPD).get("ikm", "2025")
        return Page("a/", "x.html", "a", NOTHING)

    for city in (published(), with_value(published(), "ikm", 12.0)):
        archive(tmp_path, city).page(same, printing)
    assert printing.done == ["frame for ", "bound"]


def test_a_chart_that_reads_another_figure_is_drawn_into_the_page_as_it_was(
    tmp_path: Path, printing: Printing
) -> None:
    first = archive(tmp_path, published()).page(page_with_charts, printing)
    assert printing.done == ["frame for ikm-tren", "ikm-tren", "bound"]
    other = with_value(published(), "ikm", 12.0)
    changed = archive(tmp_path, other).page(page_with_charts, printing)
    assert MADE == ["page"]
    assert printing.done[3:] == ["ikm-tren", "bound"]
    (before, _), (after, _) = words(first), words(changed)
    assert before != after
    assert after.partition("../../id")[0] == before.partition("../../id")[0]
    assert "12.0" in after


def test_a_page_that_reads_another_figure_keeps_its_charts(
    tmp_path: Path, printing: Printing
) -> None:
    archive(tmp_path, published()).page(page_with_charts, printing)
    other = with_value(published(), "jp_rata", 12.0)
    archive(tmp_path, other).page(page_with_charts, printing)
    assert MADE == ["page"] * 2
    assert printing.done[3:] == ["frame for ikm-tren", "bound"]


def test_a_chart_with_nothing_to_draw_any_more_is_gone_from_the_frame(
    tmp_path: Path, printing: Printing
) -> None:
    """Also where the page reads the same as before: what stands around a chart goes with it."""
    archive(tmp_path, published()).page(page_with_charts, printing)
    whole = published()
    without = whole.figures[whole.figures["indikator"] != "ikm"].reset_index(drop=True)
    archive(tmp_path, replace(whole, figures=without)).page(page_with_charts, printing)
    assert printing.done[3:] == ["frame for ", "bound"]
    again = archive(tmp_path, whole).page(page_with_charts, printing)
    assert len(printing.done) == 5
    assert "../../id" in words(again)[0]


def test_a_chart_on_two_pages_is_drawn_once_where_its_links_are_the_same(
    tmp_path: Path, printing: Printing
) -> None:
    def at(city: Published, *, path: str) -> Page:
        return replace(page_with_charts(city), path=path)

    kept = archive(tmp_path, published())
    for path in ("a/b/", "c/d/", "a/"):
        kept.page(partial(at, path=path), printing)
    assert printing.done.count("ikm-tren") == 2


def test_each_page_of_a_kind_is_known_by_what_it_is_of(tmp_path: Path, printing: Printing) -> None:
    kept = archive(tmp_path, published())
    other = partial(ikm_page, kode_opd="kota")
    assert kept.page(other, printing) != kept.page(ikm_page, printing)
    assert {edition.head.path for edition in kept.page(other, printing)} == {
        "opd/kota/",
        "en/opd/kota/",
    }
    assert MADE == ["kota", OPD]


def test_another_program_prints_all_anew(tmp_path: Path, printing: Printing) -> None:
    archive(tmp_path, published()).page(page_with_charts, printing)
    archive(tmp_path, published(), "q").page(page_with_charts, printing)
    assert MADE == ["page"] * 2
    assert printing.done[3:] == printing.done[:3]


KINDS = ("pages", "frames", "charts", "footprints")


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_damaged_is_made_anew(tmp_path: Path, printing: Printing, kind: str) -> None:
    first = archive(tmp_path, published()).page(page_with_charts, printing)
    for file in {*files(tmp_path, kind), *files(tmp_path, "pages")}:
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert archive(tmp_path, published()).page(page_with_charts, printing) == first
    assert words(first)[0].startswith("id «")


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_pruned_is_made_anew(tmp_path: Path, printing: Printing, kind: str) -> None:
    first = archive(tmp_path, published()).page(page_with_charts, printing)
    before = words(first)
    for file in {*files(tmp_path, kind), *files(tmp_path, "pages")}:
        file.unlink()
    assert archive(tmp_path, published()).page(page_with_charts, printing) == first
    assert words(first) == before


def test_bodies_stay_where_they_are_when_another_process_keeps_the_same_page(
    tmp_path: Path,
) -> None:
    class LongerHeads(Printing):
        def bind(
            self, frame: PageFrame, charts: Mapping[str, PrintedCharts]
        ) -> tuple[Edition, ...]:
            bound = super().bind(frame, charts)
            return tuple(replace(edition, files={"a.svg": "x" * 500}) for edition in bound)

    first = archive(tmp_path, published()).page(ikm_page, Printing())
    before = words(first)
    for file in (*files(tmp_path, "footprints"), *files(tmp_path, "pages")):
        file.unlink()
    archive(tmp_path, published()).page(ikm_page, LongerHeads())
    assert words(first) == before


def test_a_cache_that_moved_is_still_good(tmp_path: Path, printing: Printing) -> None:
    archive(tmp_path / "a", published()).page(ikm_page, printing)
    (tmp_path / "a").rename(tmp_path / "b")
    found = archive(tmp_path / "b", published()).page(ikm_page, printing)
    assert MADE == [OPD]
    assert words(found)[0].startswith("id «")


def test_a_page_without_any_figure_is_kept(tmp_path: Path, printing: Printing) -> None:
    city = replace(published(), figures=published().figures.iloc[:0])
    for _ in range(2):
        assert "None" in words(archive(tmp_path, city).page(ikm_page, printing))[0]
    assert MADE == [OPD]


def test_whatever_is_made_is_kept_until_what_it_read_has_changed(tmp_path: Path) -> None:
    def hours(city: Published) -> str:
        MADE.append("hours")
        return str(city.of(OPD).get("jp_rata", "2025"))

    first = archive(tmp_path, published()).made("a", hours)
    assert archive(tmp_path, with_value(published(), "ikm", 12.0)).made("a", hours) == first
    assert MADE == ["hours"]
    assert "12.0" in archive(tmp_path, with_value(published(), "jp_rata", 12.0)).made("a", hours)
    assert MADE == ["hours"] * 2
    archive(tmp_path, published()).made("b", hours)
    archive(tmp_path, published(), "another").made("a", hours)
    assert MADE == ["hours"] * 4
