"""NIP and NIK are found wherever they hide, other numbers are left alone, and all is masked."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_folder import Folder, example

from suluh.intake.personal import holds_personal_number, masked, may_hold_personal_number

NIP = "198503152010012003"
NIK = "1373014503850002"

HIDDEN = [
    NIP,
    NIK,
    "100000000000000000",  # any 18 digits
    f"'{NIP}",
    f"NIP{NIP}",
    f"NIP. {NIP}, atas nama B",
    "19850315 201001 2 003",
    "1985.0315.2010.01.2.003",
    "19850315-201001-2-003",
    "1 9 8 5 0 3 1 5 2 0 1 0 0 1 2 0 0 3",
    "198.503.152.010.012.003",
    "198,503,152,010,012,003",
    "19850315\u00a0201001\u00a02\u00a0003",
    "1. 198503152010012003",
    "19850315\n201001 2 003",
    "137301 450385 0002",
    "1373 0145 0385 0002",
    "13.73.01.450385.0002",
    f"{NIP}/{NIK}",
]
INNOCENT = [
    "",
    "disdukcapil",
    "p-00417",
    "2026-07-31",
    "12-05-2024 13-05-2024",
    "2024-05-12 2024-06-13",
    "12/05/2024 s.d. 13/05/2024",
    "3,3,4,4,3,3,4,4,3",
    "0812 3456 7890",
    "0812 3456 7890, 0813 4567 8901",
    "12345678901234567",
    "1234567890123456789",
    "Rp 1.250.000.000 dari Rp 2.500.000.000",
    "BA-12/2026",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_personal_numbers(text: str) -> None:
    assert holds_personal_number(text)
    assert may_hold_personal_number(text.encode())
    assert not holds_personal_number(masked(text))


@pytest.mark.parametrize("text", INNOCENT)
def test_other_numbers(text: str) -> None:
    assert not holds_personal_number(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"NIP {NIP}", "NIP ••••••••••••••••••"),
        ("hubungi 0812-3456-7890 ya", "hubungi ••••-••••-•••• ya"),
        ("+62 812 3456 7890", "+•• ••• •••• ••••"),
        ("tulis ke siti.a@mail.go.id", "tulis ke •••@•••"),
        ("disdukcapil", "disdukcapil"),
        ("2026-08-14", "2026-08-14"),
        ("85", "85"),
    ],
)
def test_masks(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


@pytest.mark.parametrize("text", HIDDEN)
def test_a_personal_number_in_free_text_is_refused_and_never_repeated(
    folder: Folder, text: str
) -> None:
    folder.put("skm", example("skm"), example("skm", id_respon="r-2", saran=f"Bu {text} baik"))
    (problem,) = folder.problems()
    assert (problem.level, problem.code, problem.cell) == ("error", "personal-number", "R3")
    shown = f"{problem} {problem.message()} {problem.fix()} {problem.message('en')}"
    assert not holds_personal_number(shown)
    assert NIP not in shown


@pytest.mark.parametrize(
    ("file", "content", "cell"),
    [
        ("peserta.csv", None, "B2"),
        ("pegawai.csv", f"tahun,kode_opd,jenis_asn,jumlah\n2026,disdukcapil,PNS,{NIP}\n", "D2"),
        ("libur.csv", f"tanggal,nama,catatan\n2026-08-17,HUT RI,{NIK}\n", "C2"),  # unknown column
        ("libur.csv", f"tanggal,nama\n2026-08-17,HUT RI,{NIK}\n", "C2"),  # beyond the header
        ("libur.csv", f"tanggal,nama\n{NIK}\n", "A2"),  # a row too short
        ("libur.csv", f"tanggal,nama,{NIP}\n2026-08-17,HUT RI,\n", "C1"),  # the header itself
        ("libur.csv", f"tanggal;nama\n2026-08-17;{NIP}\n", "B2"),
        ("libur.csv", f'"tanggal"\t"nama"\n"2026-08-17"\t"{NIP}"\n', "B2"),
    ],
)
def test_a_personal_number_anywhere_in_a_file(
    folder: Folder, file: str, content: str | None, cell: str
) -> None:
    folder.put("pelatihan", example("pelatihan"))
    folder.put("peserta", example("peserta", id_pegawai=NIP))
    if content is not None:
        folder.put("peserta", example("peserta"))
        folder.write(file, content)
    problems = [p for p in folder.problems() if p.code == "personal-number"]
    assert [(p.file, p.cell) for p in problems] == [(file, cell)]
    said = "".join(f"{p}{p.message()}{p.fix()}" for p in folder.problems())
    assert not holds_personal_number(said)


def test_of_a_cell_with_a_personal_number_nothing_else_is_said(folder: Folder) -> None:
    folder.put("pegawai", example("pegawai", kode_opd=NIP))
    assert folder.found() == [("pegawai.csv:B2", "personal-number")]


def test_a_number_that_excel_shortened_is_refused(folder: Folder) -> None:
    folder.put("pelatihan", example("pelatihan"))
    folder.put("peserta", example("peserta", id_pegawai="1,98E+17"))
    assert folder.found() == [("peserta.csv:B2", "scientific-number")]


def test_survey_scores_in_a_row_are_no_personal_number(folder: Folder) -> None:
    row = example("skm", sarana="4")
    profile = ("jenis_kelamin", "kelompok_usia", "pendidikan", "pekerjaan", "saran", "tayang")
    folder.put(
        "skm", *(row | dict.fromkeys(profile, "") | {"id_respon": f"10000{i}"} for i in "12")
    )
    assert folder.problems() == ()
