"""Drawing: the compiled and filled drawing is Vega's own, told, light, cached and whole."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vl_convert
from charts_city import city

from suluh.charts import Chart, city_charts, department_charts, draw, made, standalone
from suluh.charts.drawing import content_key
from suluh.charts.svg import finish
from suluh.studio import Rows, engine
from suluh.studio.compiling import KINDS, compiled, is_compiled, uncompiled
from suluh.studio.drawing import filled
from suluh.studio.specs import SPECS
from suluh.studio.specs.theme import NARROW, WIDE

PUBLISHED = city(8)
CHARTS: Mapping[str, Chart] = {
    **made(department_charts("disdukcapil"), PUBLISHED),
    **{f"kota-{id_}": chart for id_, chart in made(city_charts(), PUBLISHED).items()},
    "ikm-tren-pendek": made(department_charts("perpustakaan"), PUBLISHED)["ikm-tren"],
}
BY_KIND = {chart.kind: chart for chart in CHARTS.values()}
DRAWN = [(kind, wide) for kind, chart in BY_KIND.items() for wide in {False, chart.wide}]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 drawn by us


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_every_kind_is_drawn_by_these_tests() -> None:
    assert set(BY_KIND) == set(SPECS)


@pytest.mark.parametrize(("kind", "wide"), DRAWN)
def test_swapped_data_give_the_drawing_of_inlined_data(kind: str, wide: bool, cache: Path) -> None:
    chart = BY_KIND[kind]
    spec: dict[str, Any] = SPECS[kind](WIDE if wide else NARROW)
    spec["datasets"] = {key: list(rows) for key, rows in chart.data.items()}
    compiled_by_us = filled(compiled(kind, wide, cache), chart.data)
    spec["height"] = compiled_by_us["height"]
    texts = ("x", chart.title, chart.description)
    ours = finish(vl_convert.vega_to_svg(compiled_by_us), *texts)
    theirs = finish(vl_convert.vegalite_to_svg(spec), *texts)
    assert ours == theirs


@pytest.mark.parametrize(("kind", "wide"), DRAWN)
def test_vega_is_left_nothing_to_find_out_about_the_rows(
    kind: str, wide: bool, cache: Path
) -> None:
    chart = BY_KIND[kind]
    vega = filled(compiled(kind, wide, cache), chart.data)
    assert "isValid" not in json.dumps(vega["marks"])
    assert all(isinstance(scale["domain"], list) for scale in vega["scales"])


def test_a_scale_without_rows_is_left_to_vega(cache: Path) -> None:
    chart = CHARTS["nilai"]
    none: dict[str, Rows] = dict.fromkeys(chart.data, ())
    across = filled(compiled("nilai", wide=False, folder=cache), none)["scales"][0]
    assert across["domain"]["fields"]


@pytest.fixture(scope="module")
def drawings(cache: Path) -> dict[str, str]:
    drawn = {name: draw(chart, cache) for name, chart in CHARTS.items()}
    narrow = {name: drawing.narrow for name, drawing in drawn.items()}
    return narrow | {f"{name}-wide": d.wide for name, d in drawn.items() if d.wide}


def test_a_drawing_has_role_title_and_description_and_no_style(drawings: dict[str, str]) -> None:
    for svg in drawings.values():
        root = parsed(svg)
        title, description = root[0], root[1]
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text
        assert " style=" not in svg
        assert "aria-roledescription" not in svg


def test_lines_that_differ_in_place_alone_are_one_path_and_texts_say_something() -> None:
    vega = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>'
        '<g class="mark-rule role-mark">'
        '<line transform="translate(1,2)" x2="0" y2="5" stroke="red"/>'
        '<line transform="translate(3,2)" x2="4" y2="0" stroke="red"/>'
        '<line transform="translate(5,2)" x2="1" y2="1" stroke="red"/></g>'
        '<g class="mark-rule role-mark"><line x2="1" y2="1" stroke="red"/>'
        '<line x2="1" y2="1" stroke="blue"/></g>'
        '<g class="mark-text role-mark"><text font-size="11px" font-family="A">a</text>'
        '<text font-size="11px" font-family="A"/></g>'
        '<g class="mark-text role-mark"><text font-size="11px" font-family="A"/></g></g></svg>'
    )
    path, apart, texts = list(parsed(finish(vega, "x", "Judul", "Uraian")))[2:]
    assert path.attrib == {"stroke": "red", "d": "M1,2V7M3,2H7M5,2L6,3"}
    assert [line.attrib["stroke"] for line in apart] == ["red", "blue"]
    assert [text.text for text in texts] == ["a"]


def test_narrow_and_wide_share_no_id(drawings: dict[str, str]) -> None:
    ids = [
        i
        for name in ("perjalanan", "perjalanan-wide")
        for i in re.findall(r' id="(.*?)"', drawings[name])
    ]
    assert len(ids) == len(set(ids)) == 4


def test_nothing_undefined_is_drawn(drawings: dict[str, str]) -> None:
    for svg in drawings.values():
        assert not re.search(r"NaN|undefined|null|Infinity", svg)


def test_every_text_lies_within_the_frame(drawings: dict[str, str]) -> None:
    for name, svg in drawings.items():
        root = parsed(svg)
        _, _, width, height = (float(n) for n in root.attrib["viewBox"].split())
        for text in root.iter("{http://www.w3.org/2000/svg}text"):
            x, y = float(text.attrib["x"]), float(text.attrib["y"])
            assert 0 <= x <= width, (name, text.text)
            assert 6 <= y <= height, (name, text.text)


def test_colours_are_variables_with_a_fallback(drawings: dict[str, str]) -> None:
    for svg in drawings.values():
        assert re.findall(r"var\(--c-", svg)
        assert not re.findall(r"var\(--[\w-]+\)", svg)


def test_a_file_of_its_own_needs_no_page(drawings: dict[str, str]) -> None:
    alone = standalone(drawings["ikm-tren"])
    assert "var(" not in alone
    assert 'width="300"' in alone
    parsed(alone)


def test_a_department_page_stays_light(drawings: dict[str, str]) -> None:
    own = [svg for name, svg in drawings.items() if not name.startswith("kota-")]
    assert sum(map(len, own)) < 150_000


def test_words_of_the_records_are_escaped(cache: Path) -> None:
    hostile = replace(CHARTS["nilai"], title="<script>alert(1)</script>", description="</desc>&")
    svg = draw(hostile, cache).narrow
    assert "<script" not in svg
    assert parsed(svg)[1].text == "</desc>&"


def test_the_key_follows_data_and_texts_but_not_the_notes() -> None:
    chart = CHARTS["nilai"]
    assert content_key(replace(chart, notes=("lain",))) == content_key(chart)
    assert content_key(replace(chart, title="lain")) != content_key(chart)
    assert content_key(replace(chart, data={**chart.data, "rows": ()})) != content_key(chart)


def test_unknown_or_missing_data_sets_are_refused(cache: Path) -> None:
    chart = CHARTS["nilai"]
    unknown = {**chart.data, "lain": ()}
    missing = {k: v for k, v in chart.data.items() if k != "axis"}
    for wrong, name in ((unknown, "lain"), (missing, "axis")):
        with pytest.raises(ValueError, match=name):
            filled(compiled("nilai", wide=False, folder=cache), wrong)


def test_drawing_is_the_same_in_an_empty_cache(cache: Path, tmp_path: Path) -> None:
    for name in ("nilai", "kurva"):
        assert draw(CHARTS[name], cache) == draw(CHARTS[name], tmp_path)


def test_a_damaged_entry_is_drawn_again(tmp_path: Path) -> None:
    some = CHARTS["nilai"]
    whole = draw(some, tmp_path)
    (entry,) = (tmp_path / "drawings").rglob(content_key(some))
    entry.write_bytes(entry.read_bytes()[:-20])
    assert draw(some, tmp_path) == whole
    entry.write_bytes(b"\xff\xfe")
    assert draw(some, tmp_path) == whole


def test_a_warm_cache_needs_neither_altair_nor_vega(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from charts_city import city\n"
        "from suluh.charts import department_charts, draw, made\n"
        "charts = made(department_charts('disdukcapil'), city())\n"
        "draw(charts['nilai'], Path(sys.argv[2]))\n"
        "print(*sorted({'altair', 'vl_convert'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parents[1]), str(tmp_path)]
    cold, warm = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        for _ in range(2)
    )
    assert cold == "altair vl_convert"
    assert warm == ""


def test_drawing_after_a_fork_is_refused_rather_than_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_started_by", {-1})
    with pytest.raises(RuntimeError, match="forked"):
        draw(CHARTS["nilai"], tmp_path)


def test_content_is_json() -> None:
    for chart in CHARTS.values():
        assert json.loads(json.dumps(chart.data)) is not None


def test_every_kind_is_compiled_before_the_pages_in_the_widths_its_charts_have(
    tmp_path: Path,
) -> None:
    assert KINDS.keys() == SPECS.keys()
    drawn = {(chart.kind, wide) for chart in CHARTS.values() for wide in {False, chart.wide}}
    assert set(uncompiled(tmp_path)) == drawn


def test_what_is_compiled_is_not_compiled_again(tmp_path: Path) -> None:
    compiled("nilai", wide=False, folder=tmp_path)
    assert is_compiled(("nilai", False), tmp_path)
    assert ("nilai", False) not in uncompiled(tmp_path)
    for kept in (tmp_path / "vega").glob("*-nilai-*"):
        kept.rename(tmp_path / "away")
        assert not is_compiled(("nilai", False), tmp_path)
        (tmp_path / "away").rename(kept)
