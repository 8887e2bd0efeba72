"""The IKM trend as a control chart: when it is one, what it marks, and that all texts agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import nan
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from charts_city import QUARTERS, city

from suluh.charts import Chart, department_charts, draw, made
from suluh.charts.key import DIAMOND, SQUARE
from suluh.charts.time_axis import middle
from suluh.charts.usual_range import FALL, RISE, key_of
from suluh.localisation import number_text
from suluh.palette import PAPER
from suluh.periods import Period
from suluh.process_limits import stages
from suluh.published import Published
from suluh.sentences import department_lead, plain

PUBLISHED = city()
STEADY = [81.0 + (-1) ** i for i in range(len(QUARTERS))]
BAD = 10
"""Which quarter goes wrong: the third of 2025."""

CASES: Mapping[str, Sequence[float | None]] = {
    "steady": STEADY,
    "one below": [*STEADY[:BAD], 72.0, *STEADY[BAD + 1 :]],
    "last above": [*STEADY[:-1], 92.0],
    "shift up": [value + 6 * (i >= 7) for i, value in enumerate(STEADY)],
    "shift down": [value - 6 * (i >= 7) for i, value in enumerate(STEADY)],
    "early run": [value + 6 * (i >= 8) for i, value in enumerate(STEADY)],
    "gaps": [*STEADY[:2], None, *STEADY[3:12], None, *STEADY[13:]],
}


def told(values: Sequence[float | None], **statuses: str) -> Published:
    """The city with this IKM of one department; `T3_2025="sampel_kecil"` gives a status."""
    figures = PUBLISHED.figures.copy()
    for period, value in zip(QUARTERS, values, strict=True):
        ours = (figures["indikator"] == "ikm") & (figures["kode_opd"] == "disdukcapil")
        row = ours & (figures["periode"] == period)
        number = nan if value is None else value
        figures.loc[row, ["nilai", "batas_bawah", "batas_atas"]] = (
            number,
            number - 1.5,
            number + 1.5,
        )
        year, quarter = period.split("-")
        status = "tidak_dilaporkan" if value is None else "terbit"
        figures.loc[row, "status"] = statuses.get(f"{quarter}_{year}", status)
    return replace(PUBLISHED, figures=figures)


def trend(values: Sequence[float | None], **statuses: str) -> Chart:
    return made(department_charts("disdukcapil"), told(values, **statuses))["ikm-tren"]


def shapes(chart: Chart) -> dict[object, object]:
    return {row["x"]: row["shape"] for row in chart.data["signals"]}


def place(position: int) -> float:
    return middle(Period.parse(QUARTERS[position]))


@pytest.mark.parametrize(("known", "kind"), [(7, "ikm-tren"), (8, "ikm-kendali")])
def test_eight_successive_quarters_make_a_control_chart(known: int, kind: str) -> None:
    chart = trend([*[None] * (15 - known), *STEADY[:known]])
    assert chart.kind == kind
    assert bool(chart.marks) is (kind == "ikm-kendali")
    assert ("batas biasa" in chart.title) is (kind == "ikm-kendali")


def test_a_steady_series_has_one_lane_and_no_signal() -> None:
    chart = trend(CASES["steady"])
    (lane,) = chart.data["levels"]
    assert (lane["x"], lane["x2"]) == (2023.0, 2026.75)
    assert [row["nilai"] for row in chart.data["limits"]] == [lane["low"], lane["high"]]
    assert chart.data["signals"] == ()
    assert chart.title.endswith("pada triwulan III 2026, di dalam batas biasa")
    assert {row[-1] for row in chart.table.rows} == {""}


def test_a_point_outside_is_marked_and_told_in_title_table_and_notes() -> None:
    chart = trend(CASES["one below"])
    assert shapes(chart) == {place(BAD): DIAMOND}
    assert chart.title.endswith("di dalam batas biasa")  # of the newest quarter that is true
    assert chart.table.rows[BAD][-1] == "di bawah batas biasa"
    assert "Di bawah batas biasa: triwulan III 2025." in chart.notes
    assert "Di bawah batas biasa: triwulan III 2025." in chart.description
    newest = trend(CASES["last above"])
    assert newest.title.endswith("triwulan III 2026, di atas batas biasa")


@pytest.mark.parametrize(
    ("case", "word", "side", "shape"),
    [("shift up", "naik", "di atas", RISE), ("shift down", "turun", "di bawah", FALL)],
)
def test_a_shift_begins_a_lane_and_is_told(case: str, word: str, side: str, shape: str) -> None:
    chart = trend(CASES[case])
    assert shapes(chart) == {place(7): shape}
    assert [row["x"] for row in chart.data["levels"]] == [2024.75]  # seven before are too few
    assert chart.title.endswith(f"; sejak triwulan IV 2024 bergeser {word}")
    assert chart.table.rows[7][-1] == f"mulai bergeser {word}"
    assert any(
        note.startswith(
            f"Sejak triwulan IV 2024 IKM bergeser {word}: 8 triwulan berturut-turut {side}"
        )
        for note in chart.notes
    )
    assert any(note.endswith("tanpa batas.") for note in chart.notes)


def test_a_run_that_nothing_came_before_is_marked_whole() -> None:
    chart = trend(CASES["early run"])
    assert shapes(chart) == {place(i): SQUARE for i in range(8)}
    assert chart.title.endswith(
        "; triwulan I 2023 sampai triwulan IV 2024 terus di bawah rata-rata"
    )
    assert [row[-1] for row in chart.table.rows] == ["lama di bawah rata-rata"] * 8 + [""] * 7


def test_a_gap_stays_a_gap() -> None:
    chart = trend(CASES["gaps"])
    assert chart.kind == "ikm-kendali"
    assert [row["x"] for row in chart.data["gaps"]] == [place(2), place(12)]
    assert len(chart.data["levels"]) == 1


def test_a_small_sample_is_in_the_limits_said_and_marked_hollow() -> None:
    chart = trend(CASES["one below"], T3_2025="sampel_kecil")
    (signal,) = chart.data["signals"]
    assert signal["fill"] == PAPER
    assert chart.data["levels"] == trend(CASES["one below"]).data["levels"]
    assert any("sampel kecil ikut dihitung" in note for note in chart.notes)
    assert not any("ikut dihitung" in note for note in trend(CASES["one below"]).notes)


def test_a_limit_beyond_the_scale_is_not_drawn() -> None:
    chart = trend([97.0 + 2 * (-1) ** i for i in range(15)])
    (lane,) = chart.data["levels"]
    assert lane["high"] == 100.0
    assert [row["nilai"] for row in chart.data["limits"]] == [lane["low"]]
    assert max(float(str(row["nilai"])) for row in chart.data["axis"]) == 100.0


def test_the_axis_holds_the_limits() -> None:
    for values in CASES.values():
        chart = trend(values)
        axis = [float(str(row["nilai"])) for row in chart.data["axis"]]
        assert all(axis[0] <= float(str(r["nilai"])) <= axis[-1] for r in chart.data["limits"])


def test_events_are_marked_and_explained_and_called_no_proof() -> None:
    chart = trend(CASES["steady"])
    assert [row["number"] for row in chart.data["events"]] == ["1", "2", "3", "4"]
    assert len(chart.marks) == 4
    assert "Urutan waktu bukan bukti sebab-akibat." in chart.notes
    without = replace(told(CASES["steady"]), trainings=(), commitments=())
    bare = made(department_charts("disdukcapil"), without)["ikm-tren"]
    assert bare.data["events"] == bare.marks == ()
    assert "nomor" not in bare.reading
    assert not any("Ditandai" in note for note in bare.notes)


def test_no_limit_is_printed_as_it_is_in_no_file(tmp_path: Path) -> None:
    for values in CASES.values():
        chart = trend(values)
        drawn = ET.fromstring(draw(chart, tmp_path).narrow)  # noqa: S314 drawn by us
        said = " ".join((*drawn.itertext(), chart.title, chart.reading, *chart.notes))
        for stage in stages(told(values).of("disdukcapil").quarters("ikm")):
            if stage.limits and stage.limits.mean not in values:
                limits = (stage.limits.mean, stage.limits.lower, stage.limits.upper)
                assert not any(number_text(limit, 2) in said for limit in limits)


@pytest.mark.parametrize("case", CASES)
def test_the_page_s_sentence_says_what_the_chart_says(case: str) -> None:
    published = told(CASES[case])
    title, lead = trend(CASES[case]).title, plain(department_lead(published, "disdukcapil"))
    signature = made(department_charts("disdukcapil"), published)["perjalanan"].title
    assert signature == title
    for side in ("di atas", "di bawah"):
        assert (f"{side} batas biasa" in title) is (f"{side} batas naik-turun" in lead)
    for way in ("naik", "turun"):
        assert (f"triwulan IV 2024 bergeser {way}" in title) is (f"bergeser {way}." in lead)


def test_a_clear_change_within_the_limits_is_told_as_both() -> None:
    rising = [*STEADY[:-5], 80.0, 82.0, 80.0, 82.0, 83.9]  # a year before: 80.0
    lead = plain(department_lead(told(rising), "disdukcapil"))
    assert "naik 3,9 poin dari triwulan III 2025, lebih dari kebetulan" in lead
    assert "Angka itu masih di dalam batas naik-turun yang biasa." in lead
    assert "batas naik-turun" not in plain(department_lead(told(STEADY), "disdukcapil"))


@pytest.mark.parametrize("count", range(5))
def test_the_key_has_two_lines_at_most_whatever_signals_there_are(count: int) -> None:
    """The marks of events begin below its second line."""
    for shapes in combinations((DIAMOND, RISE, FALL, SQUARE), count):
        rows = key_of(shapes)
        assert len({row["y"] for row in rows}) <= 2, shapes
        assert len(rows) == 2 + count
