from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from suluh.catalogue import (
    COMPLAINT_KINDS,
    ELEMENTS,
    PREDICATES,
    Indicator,
    Protection,
    RuleVersion,
    indicators,
)
from suluh.owners import owners

PROSE = ("konsep", "definisi", "klasifikasi", "ukuran", "rumus", "batasan", "siasat")
"""What Perpres 39/2019 asks of an indicator, with our formula, limits and guards."""

DESIGNED = [
    "ikm",
    "nrr",
    "skm_responden",
    "skm_sampel_minimum",
    "jp_rata",
    "jp_terpenuhi",
    "pelatihan_cakupan",
    "pelatihan_kelulusan",
    "pelatihan_peningkatan",
    "pelatihan_kepuasan",
    "pelatihan_penerapan",
    "evaluasi_cakupan",
    "predikat",
    "predikat_opd",
    "tindak_lanjut",
    "pengaduan_masuk",
    "pengaduan_terbuka",
    "pengaduan_tepat_waktu",
    "pengaduan_tanggapan_tepat",
    "pengaduan_median_hari",
    "komitmen_ditepati",
    "komitmen_terbuka",
    "komitmen_lewat",
]
"""The figures promised in the first version: they keep their ids and their meaning."""

every_indicator = pytest.mark.parametrize("indicator", indicators().values(), ids=indicators())


def test_promised_indicators_are_there() -> None:
    assert set(indicators()) >= set(DESIGNED)


@every_indicator
@pytest.mark.parametrize("field", PROSE)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_prose_is_written_in_whole_sentences(indicator: Indicator, field: str, lang: str) -> None:
    text = getattr(indicator if lang == "id" else indicator.en, field)
    assert text[0].isupper() or text[0].isdigit(), text
    assert text.endswith("."), text
    assert "  " not in text
    assert "\n" not in text


@every_indicator
def test_limits_say_more_than_a_word(indicator: Indicator) -> None:
    assert len(indicator.batasan.split()) >= 10


@every_indicator
@pytest.mark.parametrize("field", PROSE)
def test_the_two_languages_are_two_texts_with_the_same_numbers(
    indicator: Indicator, field: str
) -> None:
    """Numbers of articles and laws may be left out of a translation, others not."""
    own, english = getattr(indicator, field), getattr(indicator.en, field)
    assert own != english
    assert _numbers(english) <= _numbers(own) | {"1", "100"}


def _numbers(text: str) -> set[str]:
    return {n.rstrip(",.").replace(",", ".") for n in re.findall(r"\d[\d.,]*", text)}


@every_indicator
def test_gaming_is_told_with_what_guards_against_it(indicator: Indicator) -> None:
    derived = indicator.perlindungan is Protection.DERIVED
    assert "Penjaganya: " in indicator.siasat or derived
    assert re.search(r"Guards?: ", indicator.en.siasat) or derived


@every_indicator
def test_somebody_answers_for_it_and_reviews_it_soon(indicator: Indicator) -> None:
    assert indicator.pemilik.nama
    assert indicator.pemilik.nama_en
    assert date(2026, 1, 1) < indicator.tinjau < date(2028, 1, 1)


def test_no_owner_is_called_confirmed_before_the_city_confirmed_one() -> None:
    """A change here wants the city's letter beside it."""
    assert not any(owner.ditetapkan for owner in owners().values())


@every_indicator
def test_a_version_after_the_first_says_what_changed(indicator: Indicator) -> None:
    for version in indicator.versi[1:]:
        assert version.perubahan
        assert version.perubahan_en


@every_indicator
def test_names_are_in_both_languages(indicator: Indicator) -> None:
    assert indicator.nama
    assert indicator.nama_en
    assert indicator.nama != indicator.nama_en


@every_indicator
def test_every_rule_names_its_ground_and_they_follow_one_another(indicator: Indicator) -> None:
    starts = [version.mulai for version in indicator.versi]
    assert all(version.dasar for version in indicator.versi)
    assert starts == sorted(set(starts))


@every_indicator
def test_it_has_figures_of_some_period_and_kind(indicator: Indicator) -> None:
    assert indicator.triwulan or indicator.tahun
    assert indicator.total or indicator.rincian or indicator.open_ended


@pytest.mark.parametrize("indikator", ["predikat", "evaluasi_baik"])
def test_shares_of_ratings_are_said_to_be_no_ground_for_ranking(indikator: str) -> None:
    assert "Bukan dasar peringkat" in indicators()[indikator].batasan


def test_categories_are_the_domains() -> None:
    assert indicators()["nrr"].rincian == ELEMENTS
    assert indicators()["predikat"].rincian == PREDICATES
    assert indicators()["pengaduan_masuk"].rincian == COMPLAINT_KINDS
    assert len(indicators()["skm_sebaran"].rincian) == len(ELEMENTS) * 4


def test_bands_are_written_as_computed() -> None:
    limits = re.findall(r"\d+,\d\d", indicators()["ikm"].klasifikasi)
    assert limits == ["88,31", "76,61", "88,30", "65,00", "76,60", "25,00", "64,99"]


@pytest.mark.parametrize(("year", "version"), [(2010, "1"), (2025, "1"), (2026, "2"), (2030, "2")])
def test_a_rule_holds_from_its_year_on(year: int, version: str) -> None:
    two = (RuleVersion("1", 2018, "lama"), RuleVersion("2", 2026, "baru"))
    assert replace(indicators()["ikm"], versi=two).version_in(year).versi == version
