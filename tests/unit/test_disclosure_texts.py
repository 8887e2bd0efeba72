"""Which texts pass the wall: only approved ones, and only as known on the date of the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from suluh.contract import read_contract
from suluh.disclosure import texts
from suluh.records import Records
from suluh.review.waiting import waiting_texts

CONTRACT = read_contract(Path(__file__).parents[2] / "data" / "datapackage.json")


def records(*, approved: bool = True, **tables: dict[str, list[object]]) -> Records:
    """Records in which somebody has approved all words, unless not `approved`."""
    frames = {name: pd.DataFrame(columns) for name, columns in tables.items()}
    for frame in frames.values():
        for column in frame.columns:
            if column.startswith(("tanggal", "tenggat", "berlaku")):
                frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
            elif frame[column].isna().all():
                frame[column] = frame[column].astype("str")
    if approved:
        known = Records(frames, date(2026, 9, 30), CONTRACT)
        frames["persetujuan"] = pd.DataFrame({"jejak": [t.jejak for t in waiting_texts(known)]})
    return Records(frames, date(2026, 9, 30), CONTRACT)


def participants(*counts: tuple[str, str, int]) -> dict[str, list[object]]:
    rows = [(training, opd) for training, opd, count in counts for _ in range(count)]
    return {
        "id_pelatihan": [training for training, _ in rows],
        "kode_opd": [opd for _, opd in rows],
        "status": ["selesai"] * len(rows),
    }


TRAINING: dict[str, list[object]] = {
    "id_pelatihan": ["p1"],
    "judul": ["Manajemen Waktu"],
    "tema": ["manajemen waktu"],
    "bentuk": ["klasikal"],
    "tanggal_selesai": ["2025-03-04"],
    "jp": [12.0],
}


@pytest.mark.parametrize(
    ("people", "listed"), [(4, []), (5, ["kota", "dinas"]), (6, ["kota", "dinas"])]
)
def test_a_training_is_listed_from_the_smallest_count_on(people: int, listed: list[str]) -> None:
    known = records(pelatihan=TRAINING, peserta=participants(("p1", "dinas", people)))
    assert {t.kode_opd for t in texts.trainings(known, 5)} == set(listed)


def test_the_city_lists_a_training_that_no_department_may() -> None:
    people = participants(("p1", "satu", 3), ("p1", "dua", 3))
    known = records(pelatihan=TRAINING, peserta=people)
    assert [t.kode_opd for t in texts.trainings(known, 5)] == ["kota"]


def survey(tayang: list[object]) -> dict[str, list[object]]:
    size = len(tayang)
    return {
        "kode_opd": ["dinas"] * size,
        "tanggal": ["2026-08-01"] * size,
        "layanan": ["KTP"] * size,
        "saran": [f"saran {i}" for i in range(size)],
        "tayang": tayang,
    }


def test_words_are_published_with_their_quarter_not_their_day() -> None:
    (voice,) = texts.voices(records(skm=survey(["ya"])))
    assert voice.periode == "2026-T3"


def test_a_service_is_named_only_where_it_is_a_published_one() -> None:
    offered: dict[str, list[object]] = {
        "kode_opd": ["dinas"],
        "tahun": [2026],
        "layanan": ["KTP"],
        "gratis": ["ya"],
    }
    (named,) = texts.voices(records(skm=survey(["ya"]), layanan=offered))
    (unnamed,) = texts.voices(records(skm=survey(["ya"])))
    assert (named.layanan, unnamed.layanan) == ("KTP", "")


def test_only_suggestions_marked_ya_are_shown() -> None:
    known = records(skm=survey(["ya", "tidak", float("nan"), "ya"]))
    assert [v.kata for v in texts.voices(known)] == ["saran 0", "saran 3"]


def test_words_later_than_the_date_of_the_data_are_not_known_yet() -> None:
    late = survey(["ya"]) | {"tanggal": ["2026-10-01"]}
    assert texts.voices(records(skm=late)) == ()


@pytest.mark.parametrize(
    ("status", "done", "due", "shown", "late"),
    [
        ("selesai", "2026-09-30", "2026-09-01", "selesai", False),
        ("selesai", "2026-10-01", "2026-09-01", "berjalan", True),
        ("berjalan", None, "2026-09-29", "berjalan", True),
        ("berjalan", None, "2026-09-30", "berjalan", False),
        ("batal", None, "2026-01-01", "batal", False),
    ],
)
def test_a_commitment_is_late_when_due_before_the_date_of_the_data(
    status: str, done: str | None, due: str, *, shown: str, late: bool
) -> None:
    row: dict[str, list[object]] = {
        "id_komitmen": ["k1"],
        "kode_opd": ["dinas"],
        "tanggal": ["2026-01-01"],
        "masukan": ["antre"],
        "komitmen": ["loket"],
        "tenggat": [due],
        "status": [status],
        "tanggal_selesai": [done],
        "bukti": [float("nan")],
        "indikator_dampak": [float("nan")],
    }
    (commitment,) = texts.commitments(records(komitmen=row))
    assert (commitment.status, commitment.lewat, commitment.bukti) == (shown, late, "")


STORY: dict[str, list[object]] = {
    "kode_opd": ["dinas", "dinas"],
    "tanggal": ["2026-01-01", "2026-01-02"],
    "peran": ["petugas loket", "petugas loket"],
    "kutipan": ["boleh", "jangan"],
    "id_pelatihan": [float("nan"), float("nan")],
    "izin_tayang": ["ya", "tidak"],
}
AWARD: dict[str, list[object]] = {
    "kode_opd": ["dinas", "dinas"],
    "periode": ["2026", "2026"],
    "jenis": ["tim", "tim"],
    "penerima": ["boleh", "jangan"],
    "alasan": ["a", "b"],
    "izin_tayang": ["ya", "tidak"],
}


def test_nobody_is_quoted_or_named_without_consent() -> None:
    known = records(kisah=STORY, penghargaan=AWARD)
    assert [s.kutipan for s in texts.stories(known)] == ["boleh"]
    assert [a.penerima for a in texts.awards(known)] == ["boleh"]


@pytest.mark.parametrize(
    ("periode", "named"),
    [("2026-T3", True), ("2026", True), ("2026-T4", False), ("2027", False)],
)
def test_an_award_of_a_period_after_the_date_of_the_data_is_left_out(
    periode: str, named: bool
) -> None:
    known = records(penghargaan=AWARD | {"periode": [periode] * 2})
    assert bool(texts.awards(known)) == named


@pytest.mark.parametrize(("day", "shown"), [("2026-09-30", True), ("2026-10-01", False)])
def test_a_correction_after_the_date_of_the_data_is_left_out(day: str, shown: bool) -> None:
    made: dict[str, list[object]] = {
        "tanggal": [day], "indikator": ["ikm"], "kode_opd": ["dinas"], "periode": ["2026-T2"],
        "sebelum": ["83,9"], "sesudah": ["84,3"], "alasan": ["Terlambat."],
    }  # fmt: skip
    assert bool(texts.corrections(records(koreksi=made))) == shown


def test_without_the_table_of_approvals_no_free_text_is_shown() -> None:
    known = records(approved=False, skm=survey(["ya"]), kisah=STORY, penghargaan=AWARD)
    assert texts.voices(known) == texts.stories(known) == texts.awards(known) == ()


def test_a_text_that_was_changed_or_moved_to_another_department_is_not_approved() -> None:
    known = records(skm=survey(["ya", "ya", "ya"]))
    skm = known.tables["skm"]
    skm.loc[0, "saran"] = "saran O"
    skm.loc[1, "kode_opd"] = "badan"
    assert [v.kata for v in texts.voices(known)] == ["saran 2"]


def test_an_answer_that_is_not_approved_is_left_out_and_the_summary_stays() -> None:
    complaint: dict[str, list[object]] = {
        "kode_opd": ["dinas"],
        "tanggal_masuk": ["2026-01-01"],
        "jenis": ["pengaduan"],
        "ringkasan": ["Antre lama."],
        "keputusan": ["dilaksanakan"],
        "hasil": ["Loket ditambah."],
        "tayang": ["ya"],
    }
    known = records(pengaduan=complaint)
    known.tables["pengaduan"].loc[0, "hasil"] = "Loket ditambah!"
    assert [(v.kata, v.keputusan, v.hasil) for v in texts.voices(known)] == [
        ("Antre lama.", "dilaksanakan", "")
    ]


@pytest.mark.parametrize("column", ["jenis", "penerima"])
def test_an_award_is_shown_only_with_every_word_it_needs(column: str) -> None:
    known = records(penghargaan=AWARD)
    assert [a.penerima for a in texts.awards(known)] == ["boleh"]
    known.tables["penghargaan"].loc[0, column] = "lain"
    assert texts.awards(known) == ()


def test_an_award_whose_reason_is_not_approved_is_shown_without_it() -> None:
    known = records(penghargaan=AWARD)
    known.tables["penghargaan"].loc[0, "alasan"] = "lain"
    assert [(a.penerima, a.alasan) for a in texts.awards(known)] == [("boleh", "")]


def test_absent_tables_give_no_texts() -> None:
    nothing = records()
    assert texts.trainings(nothing, 5) == ()
    assert texts.voices(nothing) == ()
    assert texts.commitments(nothing) == ()
