"""A page rendered once is read in both languages."""

from __future__ import annotations

import pytest
from built_site import ROOT
from published_figures import figure

from suluh.localisation import number_in_english, number_text, period_text
from suluh.render import environment, render_text
from suluh.sentences.phrases import amount
from suluh.sentences.sentence import say as sentence
from suluh.text import ENGLISH, INDONESIAN, LANGUAGES, say

TEMPLATES = ROOT / "templates"


def both(text: str, /, **names: object) -> tuple[str, ...]:
    env = environment(TEMPLATES)
    return tuple(render_text(env, text, names, language) for language in LANGUAGES)


def test_texts_numbers_and_periods_come_out_in_each_language() -> None:
    said = both(
        "{{ a }} {{ b }} {{ c }} {{ a }}",
        a=say("sampel kecil"),
        b=number_text(1234.5, 1),
        c=period_text("2026-T3"),
    )
    assert said == (
        "sampel kecil 1.234,5 triwulan III 2026 sampel kecil",
        "small sample 1,234.5 Q3 2026 small sample",
    )


def test_messages_of_templates_are_filled_in_each_language() -> None:
    text = "{% trans day=day %}data per {{ day }}{% endtrans %}: {{ _('selang 95%%') }}"
    assert both(text, day=say("sebelum")) == ("data per sebelum: selang 95%",
                                              "data as of before: 95% interval")  # fmt: skip


@pytest.mark.parametrize(("count", "english"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_templates_count_as_english_does(count: int, english: str) -> None:
    text = "{% trans n=n, days=n %}{{ days }} hari{% pluralize n %}{{ days }} hari{% endtrans %}"
    assert both(text, n=count) == (f"{count} hari", english)


def test_words_of_a_record_are_escaped_and_marked_on_an_english_page_only() -> None:
    indonesian, english = both("{{ name | kata }}", name="Dinas <b>")
    assert indonesian == "Dinas &lt;b&gt;"
    assert english == '<span lang="id">Dinas &lt;b&gt;</span>'
    assert both("{{ year | kata }}", year="2025") == ("2025", "2025")


def test_what_is_filled_into_a_message_is_escaped() -> None:
    text = "{% trans name=name %}Lencana kepuasan masyarakat (IKM) {{ name }}{% endtrans %}"
    for said in both(text, name='<script>"'):
        assert "<script>" not in said
        assert '"' not in said


def test_a_sentence_shows_its_figures_in_the_order_of_each_language() -> None:
    text = '{% import "macros.html" as m %}{{ m.kalimat(s) }}'
    shown = sentence(
        "{name}: {amount}.", name="Dinas Sosial", amount=amount(figure("ikm", nilai=84.31))
    )
    indonesian, english = both(text, s=shown)
    assert indonesian.startswith('Dinas Sosial: <data class="angka" value="84.3100"')
    assert indonesian.endswith(">84,31</data> dari 100.")
    assert english.startswith('<span lang="id">Dinas Sosial</span>: <data')
    assert english.endswith(">84.31</data> out of 100.")


def test_a_record_that_holds_what_looks_like_a_mark_breaks_nothing() -> None:
    names = {"name": "\ue0100\ue011\ue012x", "text": say("sampel kecil")}
    for said in both("{{ text }}{{ name }}", **names):
        assert said.endswith("\ufffd0\ufffd\ufffdx")


def test_nor_within_a_message_or_a_sentence() -> None:
    record = "\ue0100\ue011x"
    names = {
        "text": say("sampel kecil"),
        "record": record,
        "told": sentence("{name}.", name=record),
    }
    messages = "{{ text }}{% trans name=record %}{{ name }}{% endtrans %}"
    sentences = "{% import 'macros.html' as m %}{{ text }}{{ m.kalimat(told) }}"
    for text in (messages, sentences):
        for said in both(text, **names):
            assert "\ufffd0\ufffdx" in said


@pytest.mark.parametrize(("value", "decimals"), [(0, 0), (1234567.891, 2), (-1234.5, 1), (0.5, 1)])
def test_a_number_changes_its_signs(value: float, decimals: int) -> None:
    text = number_text(value, decimals)
    assert number_in_english(str(text)) == ENGLISH.say(text)
    assert INDONESIAN.say(text) == text
