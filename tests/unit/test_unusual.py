"""What is unusual: just below, at and above each limit, and quiet once somebody confirmed it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from data_folder import DataFolder, Row
from small_records import CONTRACT, DINAS, Rows, records, table_of

from suluh.catalogue import ELEMENTS
from suluh.cli import run
from suluh.figures import FIGURE_COLUMNS, Figures
from suluh.indicators import compute
from suluh.intake.messages import catalogue
from suluh.records import Records
from suluh.unusual import CODES, unusual_changes
from suluh.unusual.dates import HANDFUL, dates_far_ahead, long_trainings
from suluh.unusual.figures import unusual_figures
from suluh.unusual.headcount import is_jump
from suluh.unusual.history import FAR, Least, is_far

AS_OF = date(2026, 9, 30)
QUARTERS = [f"{year}-T{quarter}" for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4)]
STEADY = np.array([80.0, 81.0, 79.0, 80.0])


def series(
    *values: float, indikator: str = "ikm", error: float | None = 0.1, n: int = 50
) -> Figures:
    """One department's quarters from the first of 2024 on."""
    half = None if error is None else 1.96 * error
    rows = [
        (indikator, "dinas", QUARTERS[i], "", value, half and value - half, half and value + half,
         n, "indeks", "", "terbit")
        for i, value in enumerate(values)
    ]  # fmt: skip
    return Figures(pd.DataFrame(rows, columns=list(FIGURE_COLUMNS)).astype({"n": "Int64"}))


def found(figures: Figures, as_of: date = AS_OF) -> list[tuple[str, ...]]:
    return [tuple(finding.key) for finding in unusual_figures(figures, as_of)]


def test_every_code_has_words_is_a_warning_and_is_a_choice_of_the_contract() -> None:
    assert {catalogue()[code].level for code in CODES} == {"warning"}
    assert CONTRACT.tables["konfirmasi"].column("kode_masalah").enum == CODES


# --- a value and its history


@pytest.mark.parametrize(("spreads", "far"), [(FAR - 0.01, False), (FAR, True), (FAR + 1, True)])
@pytest.mark.parametrize("side", [1, -1])
def test_a_value_is_far_from_so_many_spreads_on(spreads: float, side: int, far: bool) -> None:
    assert is_far(80 + side * spreads * 5.0, STEADY, 0.0, Least(5.0)) == far


@pytest.mark.parametrize(
    ("least", "error", "spread"),
    [
        (Least(0.1), 0.0, 0.5 * 1.4826),  # its own median absolute deviation
        (Least(3.0), 0.0, 3.0),
        (Least(1.0), 5.0, 5.0),
        (Least(1.0, share=0.1), 0.0, 8.0),
        (Least(1.0, is_count=True), 0.0, 80**0.5),
    ],
)
def test_the_spread_is_the_largest_of_what_may_be_usual(
    least: Least, error: float, spread: float
) -> None:
    assert is_far(80 + FAR * spread + 1e-9, STEADY, error, least)
    assert not is_far(80 + FAR * spread - 1e-6, STEADY, error, least)


def test_one_odd_value_of_the_past_does_not_hide_the_next() -> None:
    assert is_far(30.0, np.array([80.0, 81.0, 20.0, 79.0, 80.0]), 0.0, Least(1.0))


@pytest.mark.parametrize(("earlier", "told"), [(3, False), (4, True)])
def test_four_earlier_values_are_needed(earlier: int, told: bool) -> None:
    assert bool(found(series(*[80.0] * earlier, 60.0))) == told


def test_a_quarter_without_a_value_is_none_of_the_four() -> None:
    figures = series(80.0, 80.0, 80.0, 80.0, 60.0)
    figures.table.loc[1, ["nilai", "batas_bawah", "batas_atas", "status"]] = [
        None, None, None, "tidak_dilaporkan"]  # fmt: skip
    assert found(figures) == []


def test_a_far_value_names_its_indicator() -> None:
    assert found(series(80, 80, 80, 80, 60)) == [("unusual-value", "dinas", "2025-T1", "ikm")]


def test_a_value_of_few_responses_may_lie_far() -> None:
    figures = series(80, 80, 80, 80, 60)
    few = figures.table["periode"] == "2025-T1"
    figures.table.loc[few, ["batas_bawah", "batas_atas"]] = [51.2, 68.8]
    assert found(figures)
    figures.table.loc[few, ["batas_bawah", "batas_atas"]] = [50.9, 69.1]
    assert found(figures) == []
    figures.table.loc[few, ["batas_bawah", "batas_atas"]] = [None, None]
    assert found(figures) == []  # one response has no interval


def test_what_comes_later_does_not_change_what_was_said() -> None:
    before = found(series(80, 80, 80, 80, 60))
    assert found(series(80, 80, 80, 80, 60, 60, 60, 60, 60))[:1] == before


# --- counts


def responses(*counts: int) -> Figures:
    figures = series(*[80.0] * len(counts))
    figures.table["n"] = pd.array(counts, dtype="Int64")
    return figures


def complaints(*counts: int) -> Figures:
    return series(*counts, indikator="pengaduan_masuk", error=None)


@pytest.mark.parametrize(("now", "told"), [(165, False), (166, True), (34, True), (35, False)])
def test_responses_far_from_usual(now: int, told: bool) -> None:
    """100 a quarter: the spread is 15, 15 % of it, so 66 more or fewer are far."""
    key = ("unusual-response-count", "dinas", "2025-T1", "")
    assert found(responses(100, 100, 100, 100, now)) == [key] * told


@pytest.mark.parametrize(("now", "told"), [(10, False), (11, True)])
def test_few_responses_more_are_no_news(now: int, told: bool) -> None:
    assert bool(found(responses(1, 1, 1, 1, now))) == told


@pytest.mark.parametrize(("as_of", "told"), [("2025-03-30", False), ("2025-03-31", True)])
def test_a_quarter_that_is_not_over_may_still_have_few_responses(as_of: str, told: bool) -> None:
    assert bool(found(responses(100, 100, 100, 100, 5), date.fromisoformat(as_of))) == told


@pytest.mark.parametrize(("now", "told"), [(18, False), (19, True), (0, False)])
def test_many_complaints_are_unusual_and_few_are_not(now: int, told: bool) -> None:
    """Four a quarter: the spread is √4 = 2, so from 8.8 more on they are far, and from 10."""
    key = ("unusual-complaint-count", "dinas", "2025-T1", "")
    usual = 9
    expected = now - usual >= max(10, FAR * 3)
    assert found(complaints(9, 9, 9, 9, now)) == [key] * (told and expected)


# --- headcount


@pytest.mark.parametrize(
    ("before", "after", "jump"),
    [
        (40, 49, False),  # nine people
        (40, 50, True),  # ten, a quarter
        (41, 51, False),  # ten, less than a quarter
        (40, 31, False),
        (40, 30, True),
        (100, 124, False),
        (100, 125, True),
        (0, 9, False),
        (0, 10, True),
    ],
)
def test_a_headcount_jumps(before: int, after: int, jump: bool) -> None:
    assert is_jump(before, after) == jump


def test_a_jump_is_told_with_both_years_and_its_line() -> None:
    staff = [{"tahun": y, "kode_opd": "dinas", "jenis_asn": k, "jumlah": n}
             for y, k, n in ((2024, "PNS", 30), (2024, "PPPK", 10), (2025, "PNS", 60),
                             (2025, "PPPK", 10))]  # fmt: skip
    (problem,) = told(records(AS_OF, pegawai=staff))
    assert (problem.code, problem.file, problem.line) == ("headcount-jump", "pegawai.csv", 4)
    assert "berubah dari 40 pada 2024 menjadi 70 pada 2025" in problem.message()


def told(known: Records) -> tuple:  # type: ignore[type-arg]
    return unusual_changes(compute(known), known)


# --- dates


SCORES = dict.fromkeys(ELEMENTS, 3)


def surveyed(*days: str, opd: str = "dinas") -> list[dict[str, object]]:
    return [
        {"id_respon": f"r{n}", "tanggal": date.fromisoformat(day), "kode_opd": opd, **SCORES}
        for n, day in enumerate(days)
    ]


USUAL = ("2026-01-05", "2026-02-05", "2026-03-05")


@pytest.mark.parametrize(
    ("far", "lines"),
    [
        (("2027-03-06",), []),  # 366 days after the last
        (("2027-03-07",), [5]),
        (("2036-03-05",), [5]),
        (("2036-03-05", "2038-03-05"), [5, 6]),
        (("2027-03-06", "2028-03-06"), []),
        (("2036-03-05", "2036-04-05", "2036-05-05"), []),  # no fewer than the others
    ],
)
def test_a_date_is_far_ahead_of_all_others(far: tuple[str, ...], lines: list[int]) -> None:
    known = records(AS_OF, skm=surveyed(*USUAL, *far))
    assert [f.place.line for f in dates_far_ahead(known)] == lines


@pytest.mark.parametrize(("many", "told"), [(HANDFUL, HANDFUL), (HANDFUL + 1, 0)])
def test_more_than_a_handful_far_ahead_is_no_slip(many: int, told: int) -> None:
    days = (*["2026-01-05"] * 20, *["2036-01-05"] * many)
    assert len(list(dates_far_ahead(records(AS_OF, skm=surveyed(*days))))) == told


def test_a_date_far_ahead_names_its_place_the_others_and_what_it_does() -> None:
    known = records(AS_OF, skm=surveyed(*USUAL, "2036-08-20"))
    (problem,) = [p for p in told(known) if p.code == "date-far-ahead"]
    assert (problem.file, problem.line, problem.column) == ("skm.csv", 5, "tanggal")
    assert "2036-08-20" in problem.message()
    assert "2026-03-05" in problem.message()
    assert "tanggal data seluruh situs" in problem.message()
    assert problem.details["row"] == (
        "kode_masalah date-far-ahead, kode_opd dinas, periode 2036-T3, rincian skm"
    )


@pytest.mark.parametrize(("last", "long"), [("2026-01-03", False), ("2026-01-04", True)])
def test_a_training_of_more_than_two_years_is_asked_about(last: str, long: bool) -> None:
    first, after = date(2024, 1, 2), date.fromisoformat(last)
    held = [{"id_pelatihan": "t1", "tanggal_mulai": first, "tanggal_selesai": after, "jp": 1.0}]
    keys = [tuple(f.key) for f in long_trainings(records(AS_OF, pelatihan=held))]
    assert keys == [("training-long", "", "2026", "t1")] * long


@pytest.mark.parametrize(("hours", "asked"), [(48.0, False), (48.5, True), (800.0, True)])
def test_a_training_of_more_hours_than_its_days_hold_is_asked_about(
    hours: float, asked: bool
) -> None:
    first, last = date(2025, 3, 4), date(2025, 3, 6)
    held = [{"id_pelatihan": "t1", "tanggal_mulai": first, "tanggal_selesai": last, "jp": hours}]
    found = [p for p in told(records(AS_OF, pelatihan=held)) if p.code == "training-hours"]
    assert [(p.file, p.line, p.column) for p in found] == [("pelatihan.csv", 2, "jp")] * asked
    for problem in found:
        assert f"{str(hours).removesuffix('.0').replace('.', ',')} JP" in problem.message()
        assert "konfirmasi.csv dengan kode_masalah training-hours, periode 2025, rincian t1" in (
            problem.fix()
        )


@pytest.mark.parametrize(
    ("before", "after", "year", "asked"),
    [
        (1900, 19000, 2025, True),
        (1900, 15199, 2025, False),
        (1900, 15200, 2025, True),
        (19000, 1900, 2025, True),
        (19000, 1900, 2026, False),  # not over: the rest may still come
        (1900, 19000, 2026, True),
        (9, 99, 2025, False),  # few
        (0, 100, 2025, True),
    ],
)
def test_a_service_with_eight_times_the_users_or_an_eighth_is_asked_about(
    before: int, after: int, year: int, asked: bool
) -> None:
    used = [
        {"kode_opd": "dinas", "layanan": "KTP", "tahun": when, "jumlah_pengguna": users}
        for when, users in ((year - 1, before), (year, after))
    ]
    found = [p for p in told(records(AS_OF, layanan=used)) if p.code == "users-jump"]
    assert [(p.file, p.line, p.column) for p in found] == [
        ("layanan.csv", 3, "jumlah_pengguna")
    ] * asked


# --- a person in two departments

BADAN = {**DINAS, "kode_opd": "badan"}


def evaluated(kode_opd: str, periode: str) -> dict[str, object]:
    return {"id_pegawai": "p-1", "kode_opd": kode_opd, "periode": periode,
            "hasil_kerja": "sesuai ekspektasi", "perilaku_kerja": "sesuai ekspektasi"}  # fmt: skip


def people(evaluations: Rows = (), trained: tuple[tuple[str, str, str], ...] = ()) -> Records:
    """Evaluations, and trainings of one person as (department, first day, last day)."""
    held = [{"id_pelatihan": f"t{i}", "tanggal_mulai": date.fromisoformat(first),
             "tanggal_selesai": date.fromisoformat(last), "jp": 1.0}
            for i, (_, first, last) in enumerate(trained)]  # fmt: skip
    took_part = [{"id_pelatihan": f"t{i}", "id_pegawai": "p-1", "kode_opd": kode_opd,
                  "status": "selesai"} for i, (kode_opd, _, _) in enumerate(trained)]  # fmt: skip
    opd = (DINAS, BADAN)
    return records(AS_OF, opd=opd, evaluasi=evaluations, pelatihan=held, peserta=took_part)


@pytest.mark.parametrize(
    ("known", "periods"),
    [
        # evaluated in both for periods that overlap
        (people([evaluated("dinas", "2026-T1"), evaluated("badan", "2026-T2")]), []),
        (people([evaluated("dinas", "2026"), evaluated("badan", "2026-T2")]), ["2026-T2"]),
        (people([evaluated("dinas", "2025"), evaluated("badan", "2026-T1")]), []),
        # in trainings of both on the same day
        (people(trained=(("dinas", "2026-03-01", "2026-03-04"),
                         ("badan", "2026-03-05", "2026-03-06"))), []),
        (people(trained=(("dinas", "2026-03-01", "2026-03-05"),
                         ("badan", "2026-03-05", "2026-03-06"))), ["2026-T1"]),
        (people(trained=(("dinas", "2026-03-01", "2026-03-05"),
                         ("dinas", "2026-03-05", "2026-03-06"))), []),
        # evaluated in one for the quarter in which the other sent them to a training
        (people([evaluated("dinas", "2026-T2")], (("badan", "2026-06-30", "2026-07-02"),)),
         ["2026-T2"]),
        (people([evaluated("dinas", "2026-T2")], (("badan", "2026-07-01", "2026-07-02"),)), []),
        # a year is long enough to move in
        (people([evaluated("dinas", "2026")], (("badan", "2026-06-30", "2026-07-02"),)), []),
    ],
)  # fmt: skip
def test_a_person_in_two_departments_at_once(known: Records, periods: list[str]) -> None:
    found = [p for p in told(known) if p.code == "person-in-two-departments"]
    assert [p.details["row"] for p in found] == [
        f"kode_masalah person-in-two-departments, kode_opd badan, periode {p}, rincian p-1"
        for p in periods
    ]


# --- confirmations


def confirmed(known: Records, **cells: str) -> Records:
    row = {"kode_masalah": "unusual-value", "kode_opd": "dinas", "periode": "2026-T1",
           "rincian": "ikm", "tanggal": date(2026, 4, 1), **cells}  # fmt: skip
    table = table_of(CONTRACT.tables["konfirmasi"], [row])
    return replace(known, tables={**known.tables, "konfirmasi": table})


def test_what_was_confirmed_is_quiet_and_what_was_not_is_told() -> None:
    known = records(AS_OF)
    figures = series(80, 80, 80, 80, 80, 80, 80, 80, 60)
    assert [p.code for p in unusual_changes(figures, known)] == ["unusual-value"]
    assert unusual_changes(figures, confirmed(known)) == ()


@pytest.mark.parametrize(
    "other",
    [{"kode_masalah": "headcount-jump"}, {"kode_opd": "badan"}, {"periode": "2026-T2"},
     {"rincian": ""}],
)  # fmt: skip
def test_a_confirmation_of_something_else_confirms_nothing(other: dict[str, str]) -> None:
    known = confirmed(records(AS_OF), **other)
    problems = unusual_changes(series(80, 80, 80, 80, 80, 80, 80, 80, 60), known)
    assert {p.code for p in problems} == {"unusual-value", "confirmation-unmatched"}
    (unmatched,) = [p for p in problems if p.code == "confirmation-unmatched"]
    assert (unmatched.file, unmatched.line, unmatched.level) == ("konfirmasi.csv", 2, "warning")


# --- the commands


@pytest.fixture
def unconfirmed(data_folder: DataFolder) -> DataFolder:
    """The small records without the confirmation of a quarter that is unusual indeed."""
    data_folder.write("konfirmasi", data_folder.read("konfirmasi")[1:])
    return data_folder


def check(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    assert run(["check", "--data", str(folder.path), "--format", "json"]) == 0
    return (p["code"] for p in json.loads(capsys.readouterr().out))


def test_check_warns_of_what_is_unusual_until_it_is_confirmed(
    unconfirmed: DataFolder, data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(check(unconfirmed, capsys)) == ["unusual-value"]
    rows = data_folder.read("konfirmasi")
    data_folder.write("konfirmasi", [rows[0] | {"periode": "2026-T1"}, *rows])
    assert list(check(data_folder, capsys)) == []


def test_one_mistyped_year_is_told_until_it_is_confirmed(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    first = data_folder.read("koreksi")[0]
    data_folder.write("koreksi", [first | {"tanggal": "2036-08-20", "kode_opd": ""}])
    assert "date-far-ahead" in list(check(data_folder, capsys))
    row = {"kode_masalah": "date-far-ahead", "periode": "2036-T3", "rincian": "koreksi",
           "alasan": "Benar.", "dikonfirmasi_oleh": "Kabid", "tanggal": "2026-02-01"}  # fmt: skip
    data_folder.write("konfirmasi", [*data_folder.read("konfirmasi"), row])
    assert "date-far-ahead" not in list(check(data_folder, capsys))


def test_diff_lists_last_what_has_to_be_confirmed_and_exits_1_until_it_is(
    data_folder: DataFolder,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    old = DataFolder.small(tmp_path_factory.mktemp("old") / "data")
    data_folder.change("pegawai", _ten_times_as_many_staff)
    command = ["diff", "--data", str(data_folder.path), "--against", str(old.path)]
    assert run(command) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-2] == "Perlu dikonfirmasi (1)"
    assert run([*command, "--format", "markdown"]) == 1
    assert "### Perlu dikonfirmasi (1)" in capsys.readouterr().out
    assert run([*command, "--format", "json"]) == 1
    (unusual,) = json.loads(capsys.readouterr().out)["unconfirmed"]
    assert unusual["code"] == "headcount-jump"
    assert f"{unusual['text']} {unusual['fix']}" in said[-1]
    row = {
        "kode_masalah": "headcount-jump",
        "kode_opd": "disdukcapil",
        "periode": "2026",
        "alasan": "Pindahan.",
        "dikonfirmasi_oleh": "Kabid",
        "tanggal": "2026-02-01",
    }
    data_folder.write("konfirmasi", [*data_folder.read("konfirmasi"), row])
    assert run(command) == 0
    assert "dikonfirmasi" not in capsys.readouterr().out


def test_diff_is_silent_of_what_was_unusual_before(
    unconfirmed: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "--data", str(unconfirmed.path), "--against", str(unconfirmed.path)]) == 0
    assert "dikonfirmasi" not in capsys.readouterr().out


def _ten_times_as_many_staff(_: int, row: Row) -> Row:
    mistyped = (row["tahun"], row["kode_opd"]) == ("2026", "disdukcapil")
    return row | {"jumlah": f"{row['jumlah']}0"} if mistyped else row
