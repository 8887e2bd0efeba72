"""The parts of the downloads: numbers, lines, words, addresses and badges."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from published_figures import Cell, figure, published

from suluh import opendata
from suluh.catalogue import indicators
from suluh.contract import Policy
from suluh.figures import FIGURE_COLUMNS, Status
from suluh.ground import Ground
from suluh.opendata import CSV_DECIMALS, csv_number, write_downloads
from suluh.opendata import addresses as at
from suluh.opendata.badge import badge
from suluh.opendata.figure_texts import cells_of, csv_lines, json_lines
from suluh.opendata.imprint import imprint
from suluh.opendata.tables import HEADER
from suluh.opendata.vocabulary import (
    caveats,
    column_words,
    status_words,
    theme_words,
    unit_words,
)
from suluh.palette import DATA, GOLD, INK, MUTED, PAPER, without_variables

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (84.3125, "84.3125"), (0.0, "0.0000"), (-0.00001, "0.0000"), (-0.5, "-0.5000"),
     (3.26875, "3.2688"), (2 / 3, "0.6667"), (1234567.0, "1234567.0000")],
)  # fmt: skip
def test_a_number_has_four_decimals_and_no_negative_zero(value: float | None, text: str) -> None:
    assert csv_number(value) == text


def test_pages_and_file_round_alike() -> None:
    values = np.arange(1, 30_000) / 160
    whole = [f"{x:.{CSV_DECIMALS}f}" for x in np.round(values, CSV_DECIMALS)]
    assert [csv_number(float(x)) for x in values] == whole


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("api/v1/index.json", "api/v1/opd.json", "opd.json"),
        ("api/v1/opd.json", "api/v1/opd/rsud.json", "opd/rsud.json"),
        ("api/v1/opd/rsud.json", "api/v1/index.json", "../index.json"),
        ("api/v1/opd/rsud.json", "opd/rsud/", "../../../opd/rsud/"),
        ("unduh/dcat.jsonld", "", "../"),
        ("unduh/dcat.jsonld", "unduh/angka.csv", "angka.csv"),
    ],
)
def test_the_way_from_one_file_to_another(source: str, target: str, way: str) -> None:
    assert at.way(source, target) == way


def test_no_negative_zero_in_a_file_either() -> None:
    figures = published().figures.head(1).assign(nilai=-0.00001, batas_bawah=-0.5)
    cells = cells_of(figures)
    assert (cells["nilai"], cells["batas_bawah"]) == (["0.0000"], ["-0.5000"])


@pytest.mark.parametrize(
    "service",
    ['KTP "kilat", \\ baru\n<b>', "a\nb", "a\rb", "a\r\nb", "\n", "a,b", '"', "'", "a;b", " a ",
     "=1+1", "a\tb", "\u2028", "\ue014", "é", ""],
)  # fmt: skip
def test_words_of_the_records_stay_words_in_csv_and_json(service: str) -> None:
    figures = published().figures.head(1).assign(rincian=service)
    cells = cells_of(figures)
    (read,) = csv.DictReader(io.StringIO("".join([HEADER, *csv_lines(cells)]), newline=""))
    assert read["rincian"] == service
    (line,) = json_lines(cells)
    assert "\n" not in line
    assert json.loads(line)["rincian"] == (service or None)


@pytest.mark.parametrize("service", ["a\nb", "a\rb", "a,b", 'a"b', " a", "'", "", "a"])
def test_a_line_is_what_a_csv_writer_writes(service: str) -> None:
    cells = cells_of(published().figures.head(3).assign(rincian=service))
    for line, row in zip(csv_lines(cells), zip(*cells.values(), strict=True), strict=True):
        written = io.StringIO(newline="")
        csv.writer(written, lineterminator="\r\n").writerow(row)
        assert line == written.getvalue().removesuffix("\r\n") + "\n"


def test_an_empty_cell_is_null_in_json() -> None:
    figures = published(lambda *_: Cell(Status.HIDDEN)).figures
    total = figures[figures["rincian"] == ""].head(1)
    figure = json.loads(json_lines(cells_of(total))[0])
    empty = {name for name, value in figure.items() if value is None}
    assert empty == {"rincian", "nilai", "batas_bawah", "batas_atas", "n", "kategori"}


def test_the_schema_knows_the_columns_and_states_of_angka_csv() -> None:
    schema = json.loads((Path(opendata.__file__).with_name("schema.json")).read_text("utf-8"))
    known = schema["$defs"]
    assert tuple(known["angka"]["required"]) == FIGURE_COLUMNS
    assert set(known["status"]["enum"]) == set(Status)
    assert known["meta"]["properties"]["versi"]["const"] == at.API_VERSION


def test_every_column_state_unit_and_theme_has_words_in_both_languages() -> None:
    words = [w for c in column_words() for w in (c.title, c.description)]
    states = status_words(Policy(smallest_count=4, hidden_responses=12, small_sample=40))
    words += states.values()
    for indicator in indicators().values():
        words += filter(None, (theme_words(indicator.tema), unit_words(indicator)))
    assert set(states) == set(Status)
    assert [w for w in words if not (w.id and w.en) or "{" in w.id + w.en] == []
    assert "12 sampai 39 jawaban" in states[Status.SMALL_SAMPLE].id
    assert "fewer than 4 people" in states[Status.HIDDEN].en


def test_official_data_are_not_called_a_sample() -> None:
    sample = published()
    official = replace(sample, contract=replace(sample.contract, is_sample=False))
    for city, said in ((sample, True), (official, False)):
        assert ("CONTOH" in imprint(city).description.id) is said
        assert ("SAMPLE" in imprint(city).description.en) is said
        assert any("CONTOH" in c.id for c in caveats(is_sample=city.contract.is_sample)) is said
        assert ("CONTOH" in badge(city, figure(nilai=84.3125, n=68, kategori="B"))) is said


@pytest.mark.parametrize(
    ("cells", "said", "colour"),
    [
        ({"nilai": 84.3125, "batas_bawah": 82.9011, "batas_atas": 85.7239, "n": 68,
          "kategori": "B"}, "84,31 (82,90–85,72) · n 68 · T3 2026", DATA),
        ({"nilai": 84.3125, "n": 29, "kategori": "B", "status": Status.SMALL_SAMPLE},
         "84,31 · n 29 · sampel kecil · T3 2026", GOLD),
        ({"status": Status.HIDDEN}, "disembunyikan · T3 2026", MUTED),
        ({"status": Status.NOT_REPORTED}, "tidak dilaporkan · T3 2026", MUTED),
        ({"status": Status.NOT_REPORTED, "periode": "2026"}, "tidak dilaporkan · 2026", MUTED),
    ],
)  # fmt: skip
def test_a_badge_says_the_value_or_why_there_is_none(
    cells: dict[str, Any], said: str, colour: str
) -> None:
    drawn = ET.fromstring(badge(published(), figure(**cells)))  # noqa: S314 drawn by us
    assert [text.text for text in drawn.findall(f"{SVG}text")] == [
        "CONTOH · IKM Disdukcapil", said,
        "Data per 30 September 2026 · bukan untuk memeringkat"]  # fmt: skip
    grounds = [box.attrib["fill"] for box in drawn.findall(f"{SVG}rect")]
    assert grounds == [without_variables(each) for each in (INK, colour, PAPER)]
    title, description = drawn.findtext(f"{SVG}title"), drawn.findtext(f"{SVG}desc")
    assert "Dinas Kependudukan dan Pencatatan Sipil" in (title or "")
    assert "2026, data per 30 September 2026" in (description or "")
    assert "bukan untuk memeringkat" in (description or "")


@pytest.mark.parametrize("ground", [INK, DATA, GOLD, MUTED])
def test_the_letters_of_a_badge_stand_out_from_their_ground(ground: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    lights = sorted(_luminance(without_variables(colour)) for colour in (PAPER, ground))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


@pytest.mark.parametrize("cells", [{"nilai": 84.3125}, {"status": Status.HIDDEN}])
def test_a_badge_is_as_wide_as_its_boxes_and_no_box_narrower_than_its_text(
    cells: dict[str, Any],
) -> None:
    drawn = ET.fromstring(badge(published(), figure(**cells)))  # noqa: S314 drawn by us
    boxes, texts = drawn.findall(f"{SVG}rect"), drawn.findall(f"{SVG}text")
    left, right, below = (int(box.attrib["width"]) for box in boxes)
    assert left + right == below == int(drawn.attrib["width"])
    for box, text in zip(boxes, texts, strict=True):
        assert int(text.attrib["textLength"]) < int(box.attrib["width"])
    assert drawn.attrib["viewBox"] == f"0 0 {drawn.attrib['width']} 40"


def test_an_indicator_without_figures_has_its_files(tmp_path: Path) -> None:
    city = published()
    without = replace(city, figures=city.figures.query("indikator != 'target'"))
    write_downloads(without, Ground(tmp_path), tmp_path / "cache")
    assert (tmp_path / "unduh/indikator/target.csv").read_text() == HEADER
    target = json.loads((tmp_path / "api/v1/indikator/target.json").read_text("utf-8"))
    assert target["angka"] == []


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2 of `#rrggbb`."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * x for w, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
