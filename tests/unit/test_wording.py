from __future__ import annotations

import pytest
from published_figures import figure

from suluh.catalogue import indicators
from suluh.comparison import Change, Position, Standing, Verdict, compare
from suluh.contract import Policy
from suluh.figures import Status
from suluh.published import Figure
from suluh.wording import (
    ELEMENT_WORDS,
    category_text,
    change_text,
    mark,
    movement_text,
    size_text,
    standing_text,
    state_sentence,
    state_text,
)


def ikm(value: float, margin: float, periode: str = "2026-T3") -> Figure:
    limits = {"batas_bawah": value - margin, "batas_atas": value + margin}
    return figure("ikm", periode, nilai=value, **limits)


@pytest.mark.parametrize(
    ("rincian", "words"),
    [
        ("2023", "sejak 2023"),
        ("2023/lebih", "sejak 2023, pelatihan lebih bertambah"),
        ("2023/kurang", "sejak 2023, pelatihan kurang bertambah"),
        ("2023/tingkat awal", "sejak 2023, tingkat awal diperhitungkan"),
    ],
)
def test_an_effect_says_what_it_is_compared_with(rincian: str, words: str) -> None:
    assert category_text(figure("dampak_kemiringan", "2025", rincian)) == words


def counts(indikator: str, new: float, old: float) -> Change:
    return compare(
        figure(indikator, "2026", nilai=new, n=None), figure(indikator, "2025", nilai=old)
    )


def test_a_clear_rise_in_full() -> None:
    change = compare(ikm(84.3125, 0.5), ikm(82.2476, 0.5, "2025-T3"))
    assert change_text(change) == "naik 2,1 poin dari triwulan III 2025, lebih dari kebetulan"


def test_a_clear_fall_in_full() -> None:
    change = compare(ikm(80, 0.5), ikm(82, 0.5, "2025-T3"))
    assert change_text(change) == "turun 2,0 poin dari triwulan III 2025, lebih dari kebetulan"


def test_an_unclear_change_has_no_number_and_no_direction() -> None:
    change = compare(ikm(84, 3), ikm(82, 3, "2025-T3"))
    assert change_text(change) == "tidak ada perbedaan yang jelas dengan triwulan III 2025"


def test_within_one_period_no_period_is_named() -> None:
    assert change_text(compare(ikm(84, 0.5), ikm(82, 0.5))) == (
        "naik 2,0 poin, lebih dari kebetulan"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (counts("pengaduan_masuk", 12, 9), "3 pengaduan lebih banyak daripada tahun 2025"),
        (counts("pengaduan_masuk", 9, 12), "3 pengaduan lebih sedikit daripada tahun 2025"),
        (counts("pengaduan_masuk", 9, 9), "sama dengan tahun 2025"),
        (counts("pengaduan_median_hari", 9, 6), "3 hari lebih lama daripada tahun 2025"),
        (counts("pengaduan_median_hari", 6, 9), "3 hari lebih cepat daripada tahun 2025"),
        (counts("jp_rata", 21.5, 18), "3,5 JP lebih banyak daripada tahun 2025"),
    ],
)
def test_counts_are_compared_without_claim(change: Change, words: str) -> None:
    assert change_text(change) == words


def test_what_cannot_be_compared_says_so() -> None:
    hidden = figure("ikm", "2025-T3", status=Status.HIDDEN)
    assert movement_text(compare(ikm(84, 1), hidden)) == "tidak dapat dibandingkan"


@pytest.mark.parametrize(
    ("difference", "text"),
    [(0.049, "kurang dari 0,1 poin"), (0.05, "0,1 poin"), (0.0, "0,0 poin")],
)
def test_a_small_difference_is_never_written_as_none(difference: float, text: str) -> None:
    change = Change(ikm(80, 1), ikm(80, 1), difference, 0.01, 0.1, Verdict.UP)
    assert size_text(change) == text


def test_a_change_of_shares_is_in_percentage_points() -> None:
    change = compare(*(_share(value) for value in (91.3, 80.0)))
    assert movement_text(change) == "naik 11,3 poin persen"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.PUBLISHED, ("", "")),
        (Status.HIDDEN, ("[c]", "disembunyikan untuk melindungi orang")),
        (Status.SMALL_SAMPLE, ("[u]", "sampel kecil")),
        (Status.NOT_REPORTED, ("[x]", "tidak dilaporkan")),
        (Status.NOT_APPLICABLE, ("[z]", "tidak berlaku")),
    ],
)
def test_every_state_has_a_mark_and_words(status: Status, expected: tuple[str, str]) -> None:
    shown = figure(status=status)
    assert (mark(shown), state_text(shown)) == expected
    assert bool(state_sentence(shown, Policy())) == (status is not Status.PUBLISHED)


def test_the_sentence_of_a_hidden_figure_names_the_citys_own_limit() -> None:
    policy = Policy(smallest_count=7, hidden_responses=12)
    survey = state_sentence(figure("ikm", status=Status.HIDDEN), policy)
    people = state_sentence(figure("predikat", status=Status.HIDDEN), policy)
    assert "yang menjawab kurang dari 12 orang" in survey
    assert "kelompoknya kurang dari 7 orang" in people


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position.ABOVE, "di atas target"),
        (Position.BELOW, "di bawah target"),
        (Position.UNKNOWN, "belum dapat dibandingkan dengan target"),
    ],
)
def test_standing_beside_a_target(position: Position, words: str) -> None:
    assert standing_text(Standing(ikm(84, 1), ikm(80, 0), position)) == words


def test_standing_within_the_limits_of_a_target() -> None:
    figures = ikm(84, 1), ikm(84.5, 0)
    assert standing_text(Standing(*figures, Position.UNCLEAR)) == "tidak berbeda jelas dari target"
    met = Standing(ikm(84, 1), ikm(84, 0), Position.UNCLEAR)
    assert standing_text(met) == "tepat pada target"


@pytest.mark.parametrize(
    ("indikator", "rincian", "words"),
    [
        ("nrr", "waktu", "waktu penyelesaian"),
        ("skm_sebaran", "waktu/3", "waktu penyelesaian, nilai 3"),
        ("skm_profil", "jenis_kelamin/perempuan", "perempuan"),
        ("pelatihan_nilai", "awal", "sebelum"),
        ("pelatihan_kepuasan", "4", "nilai 4"),
        ("pengaduan_kurva", "14", "14 hari"),
        ("predikat", "sangat baik", "sangat baik"),
        ("target", "ikm", "Indeks Kepuasan Masyarakat"),
    ],
)
def test_categories_in_words(indikator: str, rincian: str, words: str) -> None:
    assert category_text(figure(indikator, rincian=rincian)) == words


def test_every_element_has_words() -> None:
    assert tuple(ELEMENT_WORDS) == indicators()["nrr"].rincian


def _share(value: float) -> Figure:
    limits = {"batas_bawah": value - 1, "batas_atas": value + 1}
    return figure("pengaduan_tepat_waktu", nilai=value, **limits)
