"""What is drawn stands in the table beside it: every figure, with its interval and its n."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from charts_city import city

from suluh.charts import Chart, city_charts, department_charts, is_explorable, made, year_charts
from suluh.charts.series import key_of
from suluh.charts.words import count_text, interval_text
from suluh.periods import Period
from suluh.published import Figure
from suluh.studio import Row

PUBLISHED = city(8)
CODES = [department.kode_opd for department in PUBLISHED.departments]
CHARTS = {
    **{
        f"{code}-{id_}": chart
        for code in CODES
        for id_, chart in made(department_charts(code), PUBLISHED).items()
    },
    **{
        f"{code}-2025-{id_}": chart
        for code in CODES
        for id_, chart in made(year_charts(code, Period(2025)), PUBLISHED).items()
    },
    **{f"kota-{id_}": chart for id_, chart in made(city_charts(), PUBLISHED).items()},
}

charts = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


@charts
def test_every_chart_can_be_explored(chart: Chart) -> None:
    assert is_explorable(chart)


@charts
def test_each_drawn_figure_stands_in_the_table(chart: Chart) -> None:
    known = {key_of(f) for row in chart.table.rows for f in row if isinstance(f, Figure)}
    known |= {f"#{place}" for place in range(len(chart.table.rows))}
    assert [row["kunci"] for row in drawn_rows(chart) if row["kunci"] not in known] == []


@charts
def test_a_drawn_interval_stands_behind_its_figure_in_the_table_and_then_its_n(
    chart: Chart,
) -> None:
    for row in drawn_rows(chart):
        if row.get("batas_bawah", row.get("nilai")) == row.get("nilai"):
            continue
        place, cells = next(
            (place, cells)
            for cells in chart.table.rows
            for place, cell in enumerate(cells)
            if isinstance(cell, Figure) and key_of(cell) == row["kunci"]
        )
        figure = cells[place]
        assert isinstance(figure, Figure)
        behind = [cell for cell in cells[place + 1 :] if isinstance(cell, str)]
        assert interval_text(figure) in behind
        assert interval_text(figure)
        assert count_text(figure) in behind
        assert count_text(figure)


@charts
def test_a_figure_s_column_of_the_table_does_not_depend_on_its_row(chart: Chart) -> None:
    for cells in chart.table.rows:
        assert len(cells) == len(chart.table.head)


def test_a_key_names_the_figure_and_holds_no_value() -> None:
    figure = next(f for row in CHARTS["kota-corong"].table.rows for f in row if is_figure(f))
    assert isinstance(figure, Figure)
    texts = {f.name: str(getattr(figure, f.name)) for f in fields(figure)}
    assert key_of(figure) == f"ikm {texts['kode_opd']} {texts['periode']} "


def is_figure(cell: object) -> bool:
    return isinstance(cell, Figure)


def drawn_rows(chart: Chart) -> Iterator[Row]:
    """The rows of figures."""
    for rows in chart.data.values():
        yield from (row for row in rows if "kunci" in row)


@charts
def test_a_chart_says_of_a_year_that_is_not_over_how_far_it_goes(chart: Chart) -> None:
    figures = [cell for row in chart.table.rows for cell in row if isinstance(cell, Figure)]
    note = "Tahun 2026 belum selesai: angkanya sampai 30 September 2026."
    assert (note in chart.notes) == any(figure.periode == "2026" for figure in figures)


def test_nothing_is_said_of_a_year_on_its_last_day() -> None:
    whole = replace(PUBLISHED, as_of=date(2026, 12, 31))
    told = [note for chart in made(city_charts(), whole).values() for note in chart.notes]
    assert not [note for note in told if "belum selesai" in note]
    assert [note for note in told if "n = " in note]
