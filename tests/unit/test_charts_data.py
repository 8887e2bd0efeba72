"""What charts show: only published values, gaps that stay gaps, titles true to the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import sqrt
from statistics import NormalDist

import pandas as pd
import pytest
from charts_city import city

from suluh.charts import Chart, city_charts, department_charts, made, year_charts
from suluh.charts.commitments import outcome
from suluh.charts.events import key_events
from suluh.charts.funnel_limits import WARNING, Limits, funnel_limits, standard_deviation
from suluh.charts.ratings import SCALE, ratings
from suluh.charts.scales import ticks, value_axis
from suluh.charts.series import gap_rows, point_rows
from suluh.charts.time_axis import middle, position, span, year_rows
from suluh.figures import Status
from suluh.localisation import value_text
from suluh.periods import Period
from suluh.published import Commitment, Figure, Published, Shown

PUBLISHED = city(8)
OF_ONE = {
    "perjalanan", "ikm-tren", "unsur", "sebaran", "predikat", "jp", "nilai", "pengaduan", "kurva",
    "komitmen",
}  # fmt: skip


def with_value(figure: Figure, value: float | None) -> Figure:
    status = Status.HIDDEN if value is None else Status.PUBLISHED
    limits = (None, None) if value is None else (value - 1, value + 1)
    return replace(figure, nilai=value, batas_bawah=limits[0], batas_atas=limits[1], status=status)


def all_charts() -> Iterator[Chart]:
    for department in PUBLISHED.departments:
        yield from made(department_charts(department.kode_opd), PUBLISHED).values()
        yield from made(year_charts(department.kode_opd, Period(2025)), PUBLISHED).values()
    yield from made(city_charts(), PUBLISHED).values()


def test_a_reporting_department_has_every_chart_and_a_silent_one_none() -> None:
    assert set(made(department_charts("disdukcapil"), PUBLISHED)) >= OF_ONE
    assert made(department_charts("satpolpp"), PUBLISHED) == {}


def test_a_chart_is_kept_under_its_own_id() -> None:
    for id_, chart in made(department_charts("disdukcapil"), PUBLISHED).items():
        assert chart.id == id_


def test_the_city_also_compares_departments() -> None:
    assert {"corong", "dampak"} <= set(made(city_charts(), PUBLISHED))


def test_a_year_shows_its_own_elements_answers_and_ratings() -> None:
    charts = made(year_charts("disdukcapil", Period(2024)), PUBLISHED)
    assert set(charts) == {"unsur", "sebaran", "predikat"}
    assert all(cell.periode == "2024" for chart in charts.values() for row in chart.table.rows
               for cell in row if isinstance(cell, Figure))  # fmt: skip


@pytest.mark.parametrize("id_", ["unsur", "sebaran"])
def test_every_other_year_a_chart_offers_has_that_chart(id_: str) -> None:
    offered = made(department_charts("disdukcapil"), PUBLISHED)[id_]
    assert offered.periods
    assert offered.period not in offered.periods
    for year in offered.periods:
        chart = made(year_charts("disdukcapil", Period.parse(year)), PUBLISHED)[id_]
        assert (chart.period, chart.periods) == (year, ())


def test_every_chart_says_what_it_shows_and_how_to_read_it() -> None:
    for chart in all_charts():
        assert chart.title
        assert chart.reading
        assert chart.description
        assert chart.table.rows
        widths = {len(row) for row in chart.table.rows}
        assert widths == {len(chart.table.head)}, chart.id


def test_how_to_read_a_chart_takes_no_more_than_two_sentences() -> None:
    for chart in all_charts():
        assert chart.reading.endswith("."), chart.id
        assert len(re.findall(r"\.( |$)", chart.reading)) <= 2, (chart.id, chart.reading)
        assert len(chart.reading) <= 270, chart.id


def test_a_hidden_figure_leaves_no_value_in_any_chart() -> None:
    quarters = PUBLISHED.of("perpustakaan").quarters("ikm")
    hidden = {f.periode for f in quarters if f.status is Status.HIDDEN}
    assert hidden
    chart = made(department_charts("perpustakaan"), PUBLISHED)["ikm-tren"]
    drawn = {row["x"] for row in chart.data["satisfaction"]}
    assert not drawn & {middle(Period.parse(p)) for p in hidden}
    assert [row["text"] for row in chart.data["gaps"]] == ["[c]"] * len(hidden)


def test_missing_is_a_gap_and_never_zero() -> None:
    quarters = PUBLISHED.of("disdukcapil").quarters("ikm")
    figures = [with_value(f, v) for f, v in zip(quarters, (80.0, None, 82.0, 83.0), strict=False)]
    rows = point_rows(figures)
    assert [row["nilai"] for row in rows] == [80.0, 82.0, 83.0]
    assert [row["run"] for row in rows] == [0, 1, 1]
    assert [row["text"] for row in gap_rows(figures)] == ["[c]"]


def test_without_limits_a_band_has_no_width() -> None:
    figure = replace(
        PUBLISHED.of("disdukcapil").quarters("ikm")[0], batas_bawah=None, batas_atas=None
    )
    (row,) = point_rows([figure])
    assert row["batas_bawah"] == row["batas_atas"] == row["nilai"]


def test_every_row_drawn_is_whole() -> None:
    for chart in all_charts():
        for name, rows in chart.data.items():
            assert all(None not in row.values() for row in rows), (chart.id, name)


def test_small_samples_are_marked() -> None:
    chart = made(department_charts("perpustakaan"), PUBLISHED)["ikm-tren"]
    assert any(row["small"] for row in chart.data["satisfaction"])
    assert any(note.startswith("[u]") for note in chart.notes)


def test_a_title_claims_a_rise_only_beyond_chance() -> None:
    rising = made(department_charts("disdukcapil"), _published_with_ikm(80.0, 86.0))["ikm-tren"]
    level = made(department_charts("disdukcapil"), _published_with_ikm(80.0, 80.5))["ikm-tren"]
    assert "naik dari 80,00" in rising.title
    assert "menjadi 86,00" in rising.title
    assert "tidak berbeda jelas" in level.title


def _published_with_ikm(before: float, after: float) -> Published:
    """Of the last seven quarters: too few to say what is usual."""
    figures = PUBLISHED.figures
    quarters = figures["periode"].str.len() > len("2025")
    figures = figures[~(quarters & (figures["periode"] < "2025"))].copy()
    ours = (figures["indikator"] == "ikm") & (figures["kode_opd"] == "disdukcapil")
    for period, value in (("2025-T3", before), ("2026-T3", after)):
        row = ours & (figures["periode"] == period)
        figures.loc[row, ["nilai", "batas_bawah", "batas_atas"]] = [value, value - 1, value + 1]
    return replace(PUBLISHED, figures=figures)


@pytest.mark.parametrize("received", [1, 9, 10, 11])
def test_the_settlement_curve_is_told_as_an_estimate_and_not_of_few(received: int) -> None:
    figures = PUBLISHED.figures
    curve = figures["indikator"] == "pengaduan_kurva"
    of_few = replace(PUBLISHED, figures=figures.assign(n=figures["n"].mask(curve, received)))
    title = made(department_charts("disdukcapil"), of_few)["kurva"].title
    assert "kota" not in title
    if received < 10:
        assert title == (
            f"{received} pengaduan tahun 2026 (sampai 30 September 2026): terlalu sedikit "
            "untuk memperkirakan lama penyelesaiannya"
        )
    else:
        assert title.startswith("Diperkirakan ")
        assert title.endswith("yang masih terbuka ikut diperhitungkan")


def test_figures_in_titles_are_the_published_ones() -> None:
    chart = made(department_charts("disdukcapil"), PUBLISHED)["ikm-tren"]
    newest = PUBLISHED.of("disdukcapil").quarters("ikm")[-1]
    assert value_text(newest) in chart.title


def test_no_total_stands_beside_a_hidden_count() -> None:
    chart = ratings(PUBLISHED, "disdukcapil")
    assert chart is not None
    for row, year in zip(chart.data["labels"], ("2023", "2024", "2025"), strict=False):
        cells = PUBLISHED.of("disdukcapil").categories("predikat", year)
        assert any(f.status is Status.HIDDEN for f in cells)
        assert row["text"] == ""
    boxes = [s for s in chart.data["segments"] if s["text"] == "[c]"]
    assert len({round(float(str(b["x2"])) - float(str(b["x"])), 2) for b in boxes}) == 1


def test_ratings_without_any_number_are_not_drawn() -> None:
    assert ratings(PUBLISHED, "disdukcapil", Period(2026)) is None
    assert len(SCALE.ratings) == len(SCALE.categories)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 10, (0, 5, 10)),
        (71.2, 84.9, (70, 75, 80, 85)),
        (2.93, 4.0, (2.5, 3, 3.5, 4)),
        (5, 5, (5, 6)),
        (-3, 8, (-5, 0, 5, 10)),
    ],
)
def test_ticks_are_round_and_hold_the_values(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert ticks(low, high, 4) == expected


def test_axis_labels_are_indonesian() -> None:
    assert [row["text"] for row in value_axis(2.93, 4.0)] == ["2,5", "3,0", "3,5", "4,0"]
    assert value_axis(0, 2100)[-1]["text"] == "3.000"


def test_time_runs_evenly_over_quarters() -> None:
    assert position(date(2024, 1, 1)) == 2024.0
    assert position(date(2024, 7, 1)) == 2024.5
    assert position(date(2024, 12, 31)) < 2025
    assert span(Period(2026, 3)) == (2026.5, 2026.75)


def test_years_in_part_are_named_in_their_own_middle() -> None:
    rows = year_rows([Period(2025, 4), Period(2026, 1), Period(2026, 2)])
    assert [(r["x"], r["middle"], r["text"]) for r in rows] == [
        (2025.75, 2025.875, "2025"), (2026.0, 2026.25, "2026"), (2026.5, 2026.5, ""),
    ]  # fmt: skip


def test_events_are_chosen_by_rule_and_told_in_order() -> None:
    events = key_events(PUBLISHED, "disdukcapil", date(2023, 1, 1), date(2026, 9, 30))
    trainings = [e.text.partition(" (")[0] for e in events if not e.commitment]
    assert trainings == [  # of 2024 and 2025 the one with the most JP
        "Pelatihan Komunikasi Efektif dalam Pelayanan",
        "Pelatihan Pelayanan Prima",
    ]
    assert [e.day.year for e in events if e.commitment] == [2024, 2025]
    assert [e.day for e in events] == sorted(e.day for e in events)
    marks = made(department_charts("disdukcapil"), PUBLISHED)["perjalanan"].marks
    assert marks == tuple(e.text for e in events)


def test_events_of_one_lane_do_not_touch() -> None:
    events = key_events(PUBLISHED, "disdukcapil", date(2023, 1, 1), date(2026, 9, 30))
    for lane in {e.lane for e in events}:
        places = sorted(position(e.day) for e in events if e.lane == lane)
        assert all(b - a > 0.2 for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("status", "done", "due", "said"),
    [
        ("selesai", "2026-03-01", "2026-03-01", "ditepati"),
        ("selesai", "2026-03-02", "2026-03-01", "ditepati, terlambat 1 hari"),
        ("batal", "", "2026-03-01", "batal"),
        ("berjalan", "", "2026-09-30", "berjalan"),
        ("berjalan", "", "2026-09-29", "lewat 1 hari"),
    ],
)
def test_what_became_of_a_commitment(status: str, done: str, due: str, said: str) -> None:
    as_of, due_on = date(2026, 9, 30), date.fromisoformat(due)
    done_on = date.fromisoformat(done) if done else None
    late = status == "berjalan" and due_on < as_of
    made = Commitment("K", "x", date(2026, 1, 1), "", "", due_on, status, done_on, "", "", late)
    assert outcome(made, as_of).text == said


def test_the_funnel_works_the_spread_back_from_the_published_interval() -> None:
    figures = pd.DataFrame(
        [
            (
                "ikm",
                "kota",
                "2025",
                "",
                82.0,
                82.0 - 1.96,
                82.0 + 1.96,
                100,
                "indeks",
                "B",
                "terbit",
            )
        ],
        columns=list(PUBLISHED.figures.columns),
    )
    alone = replace(PUBLISHED, figures=figures)
    figure = alone.city.years("ikm")[0]
    spread = standard_deviation(alone, figure)
    assert spread == pytest.approx(10.0, abs=0.001)
    small = replace(figure, kode_opd="x", nilai=85.0, n=25)
    assert Limits(82.0, spread).score(small) == pytest.approx(1.5, abs=0.001)


def limits_of(values: Sequence[float], n: int = 100) -> Limits:
    """Limits where the city's mean is 80 and a single answer's spread 10."""
    half = WARNING * 10.0 / 20
    row = ("ikm", "kota", "2025", "", 80.0, 80 - half, 80 + half, 400, "indeks", "B", "terbit")
    figures = pd.DataFrame([row], columns=list(PUBLISHED.figures.columns))
    alone = replace(PUBLISHED, figures=figures)
    city = alone.city.years("ikm")[0]
    shown = [replace(city, kode_opd=str(i), nilai=v, n=n) for i, v in enumerate(values)]
    limits = funnel_limits(alone, city, shown)
    assert limits
    return limits


def spread_out(scores: Sequence[float]) -> list[float]:
    """Departments of 100 answers at these many standard errors (1 point) from the mean."""
    return [80.0 + score for score in scores]


def test_departments_that_differ_by_chance_leave_the_funnel_as_it_is() -> None:
    quantiles = [NormalDist().inv_cdf((i + 0.5) / 32) for i in range(32)]
    limits = limits_of(spread_out(quantiles))
    assert limits.between == 0.0
    assert limits.error(100) == pytest.approx(1.0)


def test_departments_that_differ_by_more_than_chance_widen_the_funnel() -> None:
    # All at ±3 standard errors: φ = 9, w = 1, τ² = (32·9 − 31)/(32 − 1).
    limits = limits_of(spread_out([3.0, -3.0] * 16))
    assert limits.between**2 == pytest.approx((32 * 9 - 31) / 31)
    assert limits.error(100) == pytest.approx(sqrt(1 + limits.between**2))


@pytest.mark.parametrize(("phi", "widened"), [(1.499, False), (1.501, True)])
def test_the_funnel_widens_beyond_two_standard_deviations_of_the_dispersion(
    phi: float, widened: bool
) -> None:
    # I = 32: 1 + 2·√(2/32) = 1.5.
    limits = limits_of(spread_out([sqrt(phi), -sqrt(phi)] * 16))
    assert (limits.between > 0) is widened


def test_a_few_that_stand_out_do_not_hide_themselves_by_widening_the_funnel() -> None:
    quantiles = [NormalDist().inv_cdf((i + 0.5) / 30) for i in range(30)]
    limits = limits_of(spread_out([*quantiles, 12.0, -12.0]))
    assert limits.between == 0.0


def test_one_department_has_no_dispersion() -> None:
    assert limits_of(spread_out([9.0])).between == 0.0


def test_departments_without_a_figure_are_absent_from_the_funnel_and_said() -> None:
    chart = made(city_charts(), PUBLISHED)["corong"]
    assert len(chart.data["points"]) == len(PUBLISHED.departments) - 1
    assert any(note.startswith("[x]") for note in chart.notes)


def test_no_chart_carries_a_column_that_was_not_published() -> None:
    restricted = {"id_pegawai", "id_respon", "id_pengaduan"}
    for chart in all_charts():
        for rows in chart.data.values():
            assert not any(restricted & row.keys() for row in rows)


def test_a_title_marks_a_year_under_way() -> None:
    for id_ in ("kurva",):
        title = made(department_charts("disdukcapil"), PUBLISHED)[id_].title
        assert "tahun 2026 (sampai 30 September 2026)" in title
    over = replace(PUBLISHED, as_of=date(2026, 12, 31))
    assert "sampai" not in made(department_charts("disdukcapil"), over)["kurva"].title


@pytest.mark.parametrize(("more", "moves"), [(0.0001, False), (0.02, True)])
def test_the_city_moves_a_department_s_chart_only_where_it_is_seen_to(
    more: float, moves: bool
) -> None:
    whole = replace(PUBLISHED, figures=_city_elements(nilai=3.2034))
    moved = replace(PUBLISHED, figures=_city_elements(nilai=3.2034 + more))
    of = department_charts("disdukcapil")["unsur"]
    assert (repr(of(moved)) != repr(of(whole))) is moves


@pytest.mark.parametrize(
    ("changes", "drawn"),
    [
        ({"status": Status.SMALL_SAMPLE}, True),
        ({"status": Status.HIDDEN, "nilai": None, "n": None}, False),
        ({"status": Status.NOT_REPORTED, "nilai": None, "n": None}, False),
    ],
)
def test_the_city_beside_a_department_keeps_its_state(
    changes: dict[str, object], drawn: bool
) -> None:
    published = replace(PUBLISHED, figures=_city_elements(**changes))
    chart = department_charts("disdukcapil")["unsur"](published)
    assert chart is not None
    states = {row[-1].status for row in chart.table.rows if isinstance(row[-1], Shown)}
    assert states == {changes["status"]}
    assert bool(chart.data["city"]) is drawn


def _city_elements(**changes: object) -> pd.DataFrame:
    """The figures, with these changes of the city's elements."""
    figures = PUBLISHED.figures.copy()
    own = (figures["indikator"] == "nrr") & (figures["kode_opd"] == "kota")
    for column, value in changes.items():
        figures.loc[own, column] = value
    return figures
