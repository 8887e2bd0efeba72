"""What an explanation says: the value, the sums, the interval, and what may not be passed on."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import pytest
from data_folder import ROOT
from explained import Explaining, printed_result
from small_records import records

from suluh.catalogue import ELEMENTS
from suluh.explain import Words

AS_OF = date(2026, 9, 30)
WARNING = "JANGAN MENERBITKAN"


def survey(responses: int, users: int | None = None) -> Explaining:
    """Half of the responses are all 3, half all 4."""
    rows = [{"kode_opd": "dinas", "tanggal": AS_OF, **dict.fromkeys(ELEMENTS, 3 + i % 2)}
            for i in range(responses)]  # fmt: skip
    more: dict[str, Any] = {}
    if users is not None:
        service = {"tahun": 2026, "kode_opd": "dinas", "jumlah_pengguna": users}
        more = {"layanan": [service]}
    return Explaining(records(AS_OF, skm=rows, **more))


@pytest.mark.parametrize(
    ("responses", "hidden", "words"),
    [(9, True, "respondennya kurang dari 10."), (10, False, "sampel kecil"),
     (29, False, "sampel kecil"), (30, False, "Diterbitkan apa adanya.")],
)  # fmt: skip
def test_what_the_wall_does_is_said_with_its_limit(
    responses: int, hidden: bool, words: str
) -> None:
    lines = survey(responses).text("ikm", "dinas", "2026")
    said = "\n".join(lines)
    assert words in lines[-1] or words in "\n".join(lines[-5:])
    assert (WARNING in said) == hidden
    assert ("tidak boleh diterbitkan: " in said) == hidden
    assert ("Nilai: " in said) != hidden
    assert any(line.startswith(("PERHATIAN", "Catatan terbatas")) for line in lines)


def test_a_hidden_figure_is_said_not_to_be_passed_on_before_and_after_its_numbers() -> None:
    lines = survey(9).text("ikm", "dinas", "2026")
    first = next(i for i, line in enumerate(lines) if WARNING in line)
    last = next(i for i, line in enumerate(lines) if line.startswith("Sekali lagi"))
    numbers = [
        i for i, line in enumerate(lines) if "nilai sebelum" in line.lower() or "poin =" in line
    ]
    assert len(numbers) == 2
    assert all(first < i < last for i in numbers)
    english = survey(9).text("ikm", "dinas", "2026", lang="en")
    assert any("DO NOT PUBLISH" in line for line in english)


def test_english_says_units_and_categories_in_english() -> None:
    lines = survey(30, 900).text("nrr", "dinas", "2026", "persyaratan", lang="en")
    assert "Category: requirements (persyaratan)" in lines
    assert any(re.fullmatch(r"Value: [\d.]+ score", line) for line in lines)
    assert "Rincian: persyaratan" in survey(30, 900).text("nrr", "dinas", "2026", "persyaratan")


@pytest.mark.parametrize(
    ("value", "satuan", "english", "indonesian"),
    [
        (1, "pengaduan", "1 complaint", "1 pengaduan"),
        (2, "pengaduan", "2 complaints", "2 pengaduan"),
        (0, "orang", "0 people", "0 orang"),
        (1, "orang", "1 person", "1 orang"),
        (1.5, "hari", "1.5000 days", "1,5000 hari"),
        (1, "persen", "1 per cent", "1 persen"),
        (82.5, "indeks", "82.5000 index", "82,5000 indeks"),
        (3, "", "3", "3"),
    ],
)
def test_one_of_a_kind_is_said_so(
    value: float, satuan: str, english: str, indonesian: str
) -> None:
    assert Words("en").amount(value, satuan) == english
    assert Words("id").amount(value, satuan) == indonesian


def test_no_sum_repeats_the_words_that_lead_to_it() -> None:
    leading = ("di antaranya", "of those")
    sums = tomllib.loads((ROOT / "suluh/explain/words.toml").read_text("utf-8"))["arti_jumlah"]
    assert not [words for pair in sums.values() for words in pair if words.startswith(leading)]


def test_a_hidden_figures_row_of_the_download_shows_no_value() -> None:
    lines = survey(9).text("ikm", "dinas", "2026")
    assert "Baris di unduh/angka.csv: ikm,dinas,2026,,,,,,indeks,,disembunyikan" in lines


def test_the_calculation_is_printed_in_names_and_in_numbers() -> None:
    lines = survey(30).text("ikm", "dinas", "2026")
    assert "25 × poin ÷ (9 × responden)" in lines
    numbers = next(line for line in lines if line.startswith("= 25 ×"))
    assert numbers == "= 25 × 945 ÷ (9 × 30)"
    assert printed_result(numbers) == 87.5
    assert "= 87,5000" in lines
    assert "responden = 30 (jawaban survei)" in lines
    assert "poin_kuadrat = 30.375 (jumlah kuadrat skor tiap jawaban)" in lines


@pytest.mark.parametrize(
    ("period", "users", "words"),
    [("2026", 900, "koreksi populasi terhingga, N = 900"), ("2026", 31, "N = 31"),
     ("2026", 30, "Semua pengguna menjawab (n = 30, N = 30)"),
     ("2026", None, "Tanpa koreksi populasi terhingga"),
     ("2026-T3", 900, "hanya untuk setahun penuh")],
)  # fmt: skip
def test_the_finite_population_correction_is_said_or_why_there_is_none(
    period: str, users: int | None, words: str
) -> None:
    said = "\n".join(survey(30, users).text("ikm", "dinas", period))
    assert words in said
    assert "t Student dengan 29 derajat kebebasan: t = 2,045230" in said


def test_a_curve_is_told_day_by_day_up_to_the_median() -> None:
    received = date(2026, 1, 1)
    days = [date(2026, 1, 3), date(2026, 1, 3), date(2026, 1, 6), None]
    rows = [{"kode_opd": "dinas", "tanggal_masuk": received, "jenis": "pengaduan",
             "klasifikasi": "informasi", "tanggal_selesai": day} for day in days]  # fmt: skip
    lines = Explaining(records(AS_OF, pengaduan=rows)).text(
        "pengaduan_median_hari", "dinas", "2026"
    )
    told = [line for line in lines if line.startswith("Hari ")]
    assert told == ["Hari 2: 4 masih diikuti, 2 selesai, peluang belum selesai 0,500000"]
    assert any(line.endswith("0,5 atau kurang: 2") for line in lines)


@pytest.mark.parametrize(
    ("lines", "text"),
    [([], ""), ([2], "2"), ([2, 3], "2–3"), ([2, 4, 5, 6, 9], "2, 4–6, 9")],
)
def test_lines_are_told_as_ranges(lines: list[int], text: str) -> None:
    assert Words("id").lines(lines) == text


@pytest.mark.parametrize(("ranges", "more"), [(11, False), (12, False), (13, True)])
def test_many_ranges_are_cut_unless_all_are_asked_for(ranges: int, more: bool) -> None:
    lines = [2 * i for i in range(1, ranges + 1)]
    assert ("1 baris lagi" in Words("id").lines(lines)) == more
    assert Words("id", all_lines=True).lines(lines).endswith(f", {2 * ranges}")


def test_every_reason_and_sum_is_told_in_both_languages() -> None:
    indonesian = survey(30, 900).text("ikm", "dinas", "2026")
    english = survey(30, 900).text("ikm", "dinas", "2026", lang="en")
    assert len(indonesian) == len(english)
    assert "Period: year 2026, 2026-01-01 to 2026-12-31" in english


def test_the_interval_of_a_curve_is_worked_out_from_what_is_said() -> None:
    """S = 0.5, V = 2 ÷ (4 × 2): 100 × (1 − 0.5^exp(± 1.96 × 0.5 ÷ 0.6931))."""
    day = date(2026, 3, 2)
    rows = [
        {"kode_opd": "dinas", "tanggal_masuk": day, "tanggal_selesai": settled,
         "jenis": "pengaduan", "klasifikasi": "informasi"}
        for settled in (date(2026, 3, 3), date(2026, 3, 3), None, None)
    ]  # fmt: skip
    explaining = Explaining(records(AS_OF, pengaduan=rows))
    lines = explaining.text("pengaduan_kurva", "dinas", "2026", "14")
    assert any("S = 0,500000, V = " in x and "= 0,250000, z = 1,959964" in x for x in lines)
    assert "= Selang kepercayaan 95%: 15,5139 sampai 94,2153" in lines
