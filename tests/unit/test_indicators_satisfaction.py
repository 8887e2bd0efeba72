"""IKM, NRR and their bands on worked cases (PermenPANRB 14/2017)."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest
from scipy import stats
from small_records import Rows, figure, records

from suluh.catalogue import ELEMENTS
from suluh.indicators.satisfaction import band, ikm

DAY = date(2026, 7, 1)


def response(*scores: int, day: date = DAY, opd: str = "dinas", **cells: Any) -> dict[str, Any]:
    """One response; a single score is given to every element."""
    nine = scores * 9 if len(scores) == 1 else scores
    return {"tanggal": day, "kode_opd": opd, **dict(zip(ELEMENTS, nine, strict=True)), **cells}


def responses_of(n: int, points: int) -> Rows:
    """n responses with this sum of scores: 3 everywhere, and 4 where needed."""
    fours = points - 27 * n
    scores = [4] * fours + [3] * (9 * n - fours)
    return [response(*scores[9 * i : 9 * i + 9]) for i in range(n)]


def test_29_responses_and_955_points_are_an_a() -> None:
    row = figure(records(DAY, skm=responses_of(29, 955)), "ikm", "2026-T3")
    assert round(row["nilai"], 3) == 91.475
    assert (row["kategori"], row["n"], row["satuan"]) == ("A", 29, "indeks")


def test_weights_of_0_11_would_give_another_index() -> None:
    """The trap: reports that weigh each element 0.11 or 0.111 publish these instead."""
    element_means = 955 / 29
    assert round(25 * 0.11 * element_means, 2) == 90.56
    assert round(25 * 0.111 * element_means, 2) == 91.38
    assert ikm(955, 29) == pytest.approx(25 / 9 * element_means)


@pytest.mark.parametrize(
    ("points", "responses", "value", "kategori"),
    [
        (9, 1, 25.0, "D"),
        (6499 * 9, 2500, 64.99, "D"),
        (64994 * 9, 25000, 64.994, "D"),
        (64995 * 9, 25000, 64.995, "C"),  # 65.00 when rounded
        (6500 * 9, 2500, 65.0, "C"),
        (7660 * 9, 2500, 76.60, "C"),
        (76604 * 9, 25000, 76.604, "C"),
        (76605 * 9, 25000, 76.605, "B"),  # between the printed limits 76.60 and 76.61
        (7661 * 9, 2500, 76.61, "B"),
        (8830 * 9, 2500, 88.30, "B"),
        (88304 * 9, 25000, 88.304, "B"),
        (88305 * 9, 25000, 88.305, "A"),
        (8831 * 9, 2500, 88.31, "A"),
        (36, 1, 100.0, "A"),
    ],
)
def test_bands_below_at_and_above_each_limit(
    points: int, responses: int, value: float, kategori: str
) -> None:
    assert ikm(points, responses) == pytest.approx(value, abs=1e-9)
    assert band(points, responses) == kategori


@pytest.mark.parametrize("hundredths", range(64_95, 65_06))
def test_band_does_not_depend_on_how_large_the_sample_is(hundredths: int) -> None:
    bands = {str(band(hundredths * 9 * k, 2500 * k)) for k in (1, 7, 1000)}
    assert bands == {"D" if hundredths < 65_00 else "C"}


def test_no_responses_have_no_band() -> None:
    assert band([0, 36], [0, 1]).tolist() == ["", "A"]


def test_elements_are_read_by_name_not_by_position() -> None:
    rows = [response(3, sarana=1), response(3, pengaduan=4)]
    city = records(DAY, skm=rows)
    table = city.tables["skm"]
    city.tables["skm"] = table[list(reversed(table.columns))]  # type: ignore[index]
    assert figure(city, "nrr", "2026-T3", "sarana")["nilai"] == 2
    assert figure(city, "nrr", "2026-T3", "pengaduan")["nilai"] == 3.5
    assert figure(city, "nrr", "2026-T3", "waktu")["nilai"] == 3


def test_ikm_interval_is_students_over_the_responses_own_scores() -> None:
    rows = [response(4), response(3), response(3), response(2)]
    row = figure(records(DAY, skm=rows), "ikm", "2026-T3")
    scores = [100, 75, 75, 50]
    expected = stats.t.interval(0.95, 3, 75, stats.sem(scores))
    assert (row["batas_bawah"], row["batas_atas"]) == pytest.approx(expected)


@pytest.mark.parametrize(("users", "factor"), [(3, 0), (4, 0), (5, 1 / 2), (None, 1)])
def test_a_year_is_corrected_for_a_finite_population(users: int | None, factor: float) -> None:
    rows = [response(4), response(3), response(3), response(2)]
    services = [] if users is None else [service("dinas", users)]
    city = records(DAY, skm=rows, layanan=services)
    half = stats.t.ppf(0.975, 3) * stats.sem([100, 75, 75, 50])
    year, quarter = figure(city, "ikm", "2026"), figure(city, "ikm", "2026-T3")
    assert year["batas_atas"] - 75 == pytest.approx(half * factor)
    assert quarter["batas_atas"] - 75 == pytest.approx(half)
    assert figure(city, "ikm", "2026", opd="kota")["batas_atas"] == year["batas_atas"]


def test_the_citys_population_is_known_only_when_all_who_asked_report_it() -> None:
    rows = [response(4), response(2), response(3, opd="badan"), response(4, opd="badan")]
    both = [service("dinas", 5), service("badan", 5)]
    opd = [{"kode_opd": k, "berlaku_mulai": date(2000, 1, 1)} for k in ("dinas", "badan", "lain")]
    widths = [
        figure(records(DAY, opd=opd, skm=rows, layanan=services), "ikm", "2026", opd="kota")
        for services in (both, both[:1], [*both, service("lain", 10**9)])
    ]
    corrected, plain, large = (row["batas_atas"] - row["nilai"] for row in widths)
    assert corrected == pytest.approx(plain * math.sqrt(6 / 9))
    assert large == pytest.approx(plain)


def service(opd: str, users: int, name: str = "izin") -> dict[str, Any]:
    return {"tahun": 2026, "kode_opd": opd, "layanan": name, "jumlah_pengguna": users}


def test_one_response_has_no_interval() -> None:
    row = figure(records(DAY, skm=[response(3)]), "ikm", "2026-T3")
    assert row["nilai"] == 75
    assert row["batas_bawah"] is None


def test_a_quarter_without_responses_was_not_reported() -> None:
    city = records(DAY, skm=[response(3, day=date(2026, 2, 1))])
    for indikator, rincian in (("ikm", ""), ("nrr", "waktu")):
        assert figure(city, indikator, "2026-T3", rincian)["status"] == "tidak_dilaporkan"
        assert figure(city, indikator, "2026-T1", rincian)["status"] == "terbit"


def test_minimum_sample_is_of_all_users() -> None:
    city = records(DAY, layanan=[service("dinas", 600), service("dinas", 400, "surat")])
    row = figure(city, "skm_sampel_minimum", "2026")
    assert (row["nilai"], row["n"], row["status"]) == (278, 1000, "terbit")
    assert figure(city, "layanan_pengguna", "2026", "surat")["nilai"] == 400


def test_users_not_reported_and_no_users_differ() -> None:
    absent, none = records(DAY), records(DAY, layanan=[service("dinas", 0)])
    assert figure(absent, "skm_sampel_minimum", "2026")["status"] == "tidak_dilaporkan"
    assert figure(none, "skm_sampel_minimum", "2026")["status"] == "tidak_berlaku"
    assert figure(none, "layanan_pengguna", "2026")["nilai"] == 0


def test_profile_counts_those_who_answered_the_question() -> None:
    rows = [response(3, jenis_kelamin="perempuan"), response(3, jenis_kelamin="laki-laki"),
            response(3, pekerjaan="ASN/TNI")]  # fmt: skip
    city = records(DAY, skm=rows)
    women = figure(city, "skm_profil", "2026", "jenis_kelamin/perempuan")
    assert (women["nilai"], women["n"]) == (1, 2)
    assert figure(city, "skm_profil", "2026", "pekerjaan/ASN/TNI")["n"] == 1


def test_distribution_of_an_elements_scores() -> None:
    rows = [response(3), response(3), response(4), response(1)]
    city = records(DAY, skm=rows)
    shares = [figure(city, "skm_sebaran", "2026", f"waktu/{s}") for s in range(1, 5)]
    assert [row["nilai"] for row in shares] == [25, 0, 50, 25]
    assert {row["n"] for row in shares} == {4}


def test_two_decimals_of_a_large_survey_are_exact() -> None:
    """No float stands between the records and the band: 88.305 in every size of survey."""
    table = pd.Series([int(str(band(88305 * 9 * k, 25000 * k)) == "A") for k in range(1, 300)])
    assert table.all()
