"""A chart in English: the same drawing with other words, which find room where the others were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import zip_longest

import pytest
from charts_city import city

from suluh.charts import Chart, Drawing, city_charts, department_charts, in_language, made
from suluh.charts.translated import words_in
from suluh.text import ENGLISH, INDONESIAN, say

PUBLISHED = city(8)
CHARTS = {
    **made(department_charts("disdukcapil"), PUBLISHED),
    **{f"kota-{id_}": chart for id_, chart in made(city_charts(), PUBLISHED).items()},
}
SIGN, LETTER, NEXT_SIGN = 11, 5.5, 5
"""Pixels from a sign to its words, of a letter at 11 px, and left of the next sign's middle."""

WIDTH = 300
LABEL_LETTER, VALUE_LETTER = 5.9, 6.8
"""Pixels of a letter in a row's label and in the bold value at its end."""

charts = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


@charts
def test_no_text_has_two_meanings_in_one_chart(chart: Chart) -> None:
    said = {}
    for text in _texts(chart):
        assert said.setdefault(str(text), ENGLISH.say(text)) == ENGLISH.say(text)


@charts
def test_english_legends_find_room_where_the_indonesian_ones_are(chart: Chart) -> None:
    signs = [(float(str(r["x"])), r["y"], r["text"]) for r in chart.data.get("key", ())]
    for (x, y, text), after in zip_longest(signs, signs[1:]):
        end = x + SIGN + LETTER * len(ENGLISH.say(text))
        limit = after[0] - NEXT_SIGN if after and after[1] == y else WIDTH
        assert end <= limit, (text, ENGLISH.say(text))


@charts
def test_english_labels_do_not_run_into_the_values_beside_them(chart: Chart) -> None:
    for row in chart.data.get("labels", ()):
        label, value = (ENGLISH.say(row[name]) for name in ("label", "text"))
        assert LABEL_LETTER * len(label) + VALUE_LETTER * len(value) < WIDTH, (label, value)


@charts
def test_every_word_of_a_chart_is_english_or_of_a_record(chart: Chart) -> None:
    words = words_in(chart, ENGLISH)
    told = [*words.values(), *map(ENGLISH.say, (*chart.notes, chart.reading, *chart.table.head))]
    left = re.compile(r"\b(yang|dan|tidak|dari|tiap|garis|titik|selang|pegawai|tahun|triwulan)\b")
    assert [text for text in told if left.search(text.lower())] == []


def test_texts_are_exchanged_numbers_and_markup_too() -> None:
    chart = replace(
        CHARTS["nilai"],
        title=say("Nilai sebelum dan sesudah pelatihan"),
        description="Dinas & Badan",
        data={
            "labels": ({"text": say("selang 95%")}, {"text": "Dinas & Badan"}, {"text": "2025"})
        },
    )
    drawn = Drawing(
        "<svg><title>Nilai sebelum dan sesudah pelatihan</title><desc>Dinas &amp; Badan</desc>"
        '<text x="1">selang 95%</text><text x="2">Dinas &amp; Badan</text><text>2025</text></svg>',
        None,
    )
    said = in_language(chart, drawn, ENGLISH)
    assert said.narrow == (
        "<svg><title>Scores before and after training</title><desc>Dinas &amp; Badan</desc>"
        '<text x="1">95% interval</text><text x="2" lang="id">Dinas &amp; Badan</text>'
        "<text>2025</text></svg>"
    )
    assert said.wide is None
    assert in_language(chart, drawn, INDONESIAN) == drawn
    assert "Dinas & Badan" in unescape(said.narrow)


def _texts(chart: Chart) -> Iterator[str]:
    for rows in chart.data.values():
        for row in rows:
            yield from (value for value in row.values() if isinstance(value, str))
