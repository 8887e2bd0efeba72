"""Texts that can be said in two languages: numbers, days, periods, counts, words of records."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from published_figures import figure

from suluh.comparison import compare
from suluh.localisation import (
    date_text,
    number_text,
    period_code,
    period_text,
    short_period_text,
    value_text,
)
from suluh.record_words import record_word
from suluh.sentences import enumeration, paragraph, parts_in, plain
from suluh.sentences.phrases import amount
from suluh.sentences.sentence import NOTHING, answer, elaboration
from suluh.sentences.sentence import say as sentence
from suluh.text import (
    ENGLISH,
    FOREIGN,
    INDONESIAN,
    Language,
    capitalised,
    has_words,
    joined,
    lowered,
    pair,
    say,
)
from suluh.wording import change_text, unit_text

MARKING = Language("en", marks=True)


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        (number_text(1234.5, 1), "1.234,5", "1,234.5"),
        (number_text(84.3125, 2), "84,31", "84.31"),
        (number_text(-0.04, 1), "0,0", "0.0"),
        (date_text(date(2026, 9, 30)), "30 September 2026", "30 September 2026"),
        (date_text(date(2026, 5, 1)), "1 Mei 2026", "1 May 2026"),
        (period_text("2026-T3"), "triwulan III 2026", "Q3 2026"),
        (period_text("2026"), "tahun 2026", "2026"),
        (period_code("2026-T3"), "2026-T3", "Q3 2026"),
        (period_code("2026"), "2026", "2026"),
        (short_period_text("2026-T3"), "T3 2026", "Q3 2026"),
        (pair("Nama", "Name"), "Nama", "Name"),
        (capitalised(say("sampel kecil")), "Sampel kecil", "Small sample"),
        (lowered(say("Pelatihan")), "pelatihan", "training"),
        (joined(", ", (number_text(1.5, 1), say("sebelum"))), "1,5, sebelum", "1.5, before"),
        (record_word("kecamatan"), "kecamatan", "district"),
        (record_word("Batu Bara Kecil"), "Batu Bara Kecil", "Batu Bara Kecil"),
    ],
)
def test_a_text_is_indonesian_and_can_be_said_in_english(
    text: str, indonesian: str, english: str
) -> None:
    assert text == indonesian
    assert INDONESIAN.say(text) == indonesian
    assert ENGLISH.say(text) == english


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(0, "0 pengaduan", "0 complaints"), (1, "1 pengaduan", "1 complaint"),
     (2, "2 pengaduan", "2 complaints"), (1001, "1.001 pengaduan", "1,001 complaints")],
)  # fmt: skip
def test_english_has_a_form_for_one_and_another_for_many(
    value: int, indonesian: str, english: str
) -> None:
    said = amount(figure("pengaduan_masuk", nilai=float(value)))
    assert plain(said) == indonesian
    assert plain(said, ENGLISH) == english


def test_a_value_has_the_form_of_its_number_in_a_table_too() -> None:
    one, two = (figure("pengaduan_median_hari", nilai=n) for n in (1.0, 2.0))
    assert [ENGLISH.say(value_text(f)) + ENGLISH.say(unit_text(f)) for f in (one, two)] == [
        "1\N{NO-BREAK SPACE}day",
        "2\N{NO-BREAK SPACE}days",
    ]


def test_a_change_in_english() -> None:
    new = figure("ikm", "2026-T3", nilai=84.3125, batas_bawah=84.0, batas_atas=84.6)
    old = figure("ikm", "2025-T3", nilai=82.2476, batas_bawah=82.0, batas_atas=82.5)
    assert ENGLISH.say(change_text(compare(new, old))) == (
        "up 2.1 points from Q3 2025, more than chance"
    )
    assert ENGLISH.say(change_text(compare(old, new))) == (
        "down 2.1 points from Q3 2026, more than chance"
    )


def test_counts_that_differ_by_one_differ_by_one_thing() -> None:
    more = compare(
        figure("pengaduan_masuk", "2026", nilai=3.0), figure("pengaduan_masuk", "2025", nilai=2.0)
    )
    assert ENGLISH.say(change_text(more)) == "1 complaint more than in 2025"


def test_words_of_a_record_are_marked_where_the_page_is_in_another_language() -> None:
    text = say("{department}, tahun {year}", department="Dinas Sosial", year="2025")
    assert text == "Dinas Sosial, tahun 2025"
    assert ENGLISH.say(text) == "Dinas Sosial, 2025"
    assert MARKING.say(text).count(FOREIGN) == 1
    assert "2025" not in MARKING.say(text).partition(FOREIGN)[0]


@pytest.mark.parametrize(
    ("text", "is_word"),
    [
        ("dan", True),
        ("A", False),
        ("[c]", False),
        ("2026-T3", False),
        ("82,1", False),
        ("×", False),
    ],
)
def test_numbers_and_marks_are_no_words(text: str, is_word: bool) -> None:
    assert has_words(text) == is_word


def test_braces_of_a_record_are_left_alone() -> None:
    text = say("Unsur {element}", element="{0} {x}")
    assert text == "Unsur {0} {x}"
    assert ENGLISH.say(text) == "Element: {0} {x}"


def test_texts_and_sentences_travel_to_other_processes() -> None:
    text = say("{department}, tahun {year}", department="Dinas Sosial", year="2025")
    said = paragraph(
        sentence("Tidak ada komitmen yang lewat tenggat."),
        sentence("{name}: {amount}.", name="A", amount="1"),
    )
    for original in (text, said):
        copy = pickle.loads(pickle.dumps(original))  # noqa: S301 our own
        assert copy == original
        assert repr(copy) == repr(original)
        assert type(copy) is type(original)


def test_what_says_different_english_has_a_different_name() -> None:
    assert say("nilai {score}", score="1") == pair("nilai 1", "value 1")
    assert repr(say("nilai {score}", score="1")) != repr(pair("nilai 1", "value 1"))


def test_sentences_in_english_keep_their_figures() -> None:
    value = figure("ikm", nilai=84.31)
    said = sentence("{name}: {amount}.", name="Dinas Sosial", amount=amount(value))
    assert value in parts_in(ENGLISH, said)
    assert plain(said, ENGLISH) == "Dinas Sosial: 84.31 out of 100."


def test_enumerations_have_their_own_joints_in_each_language() -> None:
    items = [sentence("{figure}", figure=name) for name in ("a", "b", "c")]
    assert plain(enumeration(items[:2])) == "a dan b"
    assert plain(enumeration(items)) == "a, b, dan c"
    assert plain(enumeration(items), ENGLISH) == "a, b and c"
    assert plain(enumeration(items[:1]), ENGLISH) == "a"


def test_a_paragraph_is_taken_apart_by_sentences_whatever_names_hold() -> None:
    first, rest = (
        sentence("{name}: {amount}.", name="dr. A. B", amount="1"),
        sentence("Tidak ada komitmen yang lewat tenggat."),
    )
    whole = paragraph(first, NOTHING, rest)
    assert answer(whole) == first
    assert elaboration(whole) == rest
    assert elaboration(first) == NOTHING == ()
    assert plain(answer(whole), ENGLISH) == "dr. A. B: 1."
