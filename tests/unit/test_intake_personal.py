"""NIP and NIK are found wherever they hide, other numbers are left alone, and all is masked."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_folder import Folder, example

from suluh.intake.contacts import (
    holds_email,
    holds_mobile_number,
    may_hold_email,
    may_hold_mobile_number,
)
from suluh.intake.names import masked_name, reads_like_a_name
from suluh.intake.personal import holds_personal_number, masked, may_hold_personal_number
from suluh.intake.searchable import searchable
from suluh.intake.spoken_digits import may_dictate

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


DICTATED_NIP = (
    "nip satu sembilan delapan lima nol tiga satu lima dua nol satu nol nol satu dua nol nol tiga"
)
TOLD = [
    DICTATED_NIP,
    DICTATED_NIP.replace(" ", ", ").replace("nip,", "NIP:"),
    DICTATED_NIP.removeprefix("nip ").title(),
    "NIP 19850315",  # a part of one tells enough beside its name
    "nip. 1985 0315",
    "NIK: 1373 0145",
    "NIP lama 130 123 456".replace(" lama", ""),
    "nip satu sembilan delapan lima kosong tiga satu lima",
]
MOBILE = [
    "081234567890",
    "0812345678",  # the shortest, ten digits
    "0812345678901",  # the longest, thirteen
    "Hubungi 0812 3456 7890.",
    "hp.0812.3456.7890",
    "0812-3456-7890",
    "0812\u20133456\u20137890",  # a dash as Word makes it
    "08 12 34 56 78 90",
    "0 8 1 2 3 4 5 6 7 8 9 0",
    "(0812) 3456-7890",
    "+62 812 3456 7890",
    "+6281234567890",
    "+62 (0) 812-3456-7890",
    "62812 3456 7890",
    "0062 812 3456 7890",
    "https://wa.me/6281234567890",
    "WA081234567890",
    "o812 3456 7890",
    "81234567890",  # Excel took the 0
    " 81234567890 ",
    "hubungi 81234567890 ya",
    "812-3456-7890",
    "O812 3456 789O",
    "kantor atau 0812 3456 789o",
    "\uff10\uff18\uff11\uff12 3456 7890",
    "0812 3456 7890 0813 4567 8901",
    "tanggal 12-05-2024 hubungi 0852.1234.5678",
    "nol delapan satu dua tiga empat lima enam tujuh delapan",
    "Nol delapan dua belas, tiga empat lima enam, tujuh delapan sembilan nol",
    "nol 8 satu dua 345678",
    "kosong delapan lima dua, satu satu dua dua tiga tiga",
]
NO_MOBILE = [
    *INNOCENT[:8],
    "081234567",  # nine digits
    "08123456789012",  # fourteen
    "112",
    "119 ext 8",
    "14022",
    "(0754) 61234",
    "0754-61234",
    "(0754) 61 234, (0754) 61 235",
    "021-5210001",
    "+62 754 61234",
    "08.00-15.30",
    "Senin-Kamis 08.15-12.30, Jumat 08.15-11.30",
    "jadwal 08.15 12.30 16.00",
    "08.00 - 15.30 WIB",
    "08-12-2026 s.d. 13-12-2026",
    "08-12-2026 13-12-2026",
    "08.12.2026 13.12.2026",
    "08-12-26 13-12-26",
    "08/12/2026 08/12/2027",
    "2026-08-12 2026-08-13",
    "2026-T3",
    "20 JP",
    "adu-2026-00812",
    "r-2026-081234",
    "fkp-2023-0001",
    "BA-0812/FKP/DISDUKCAPIL/2026",
    "800/0812/BKPSDM/2026",
    "Rp 62.812.345.678",
    "Rp 81234567890",
    "Rp81234567890",
    "r-81234567890",
    "812345678901/2026",
    "812.345.678.901",
    "812-34-5678",
    "8123456789012",  # thirteen without a 0
    "CO2 dan O2 8 persen",
    "Rp 0,8123456789",
    "0.8123456789",
    "75.0812345678",
    "p-081234567k",
    "https://contoh.go.id/berita/2026/08/12/loket-baru",
    "https://contoh.go.id/a/08123456789f",
    "satu dua tiga empat lima enam",
    "dari nol sampai delapan, satu dua kali seminggu",
    "satu, dua, 08-12-2026, 13-12-2026",
]
EMAIL = [
    "siti.aminah@gmail.com",
    "Tulis ke siti@mail.go.id.",
    "<siti@contoh.id>",
    "siti @ gmail.com",
    "siti@ gmail.com",
    "siti(at)gmail.com",
    "siti [at] gmail [dot] com",
    "siti at gmail dot com",
    "siti at gmail titik com",
    "budi\uff20contoh.go.id",
    "SITI@GMAIL.COM",
]
NO_EMAIL = [
    "",
    "Instagram @disdukcapil.sawahlunto",
    "IG: @sawahlunto.go.id",
    "3 kg @ 5.000",
    "3 kg@5.000",
    "harga @Rp5.000",
    "titik kumpul di loket",
    "https://contoh.go.id/forum",
    "datang pukul 08.00",
]
NAMES = [
    "Siti Aminah",
    "SITI AMINAH",
    "siti aminah",
    "Siti Aminah, S.E., M.M.",
    "Aminah, S.Pd",
    "dr. Siti",
    "Drs. H. Ahmad",
    "H. Ahmad",
    "Muhammad Al-Farisi",
    "Nur'aini Putri",
    "Budi",
    "Sukarno",
    "budi_santoso",
    "Budi-Santoso",
    "budi",
    "SITI",
    "wahyuningsih",
]
PSEUDONYMS = [
    "p-00417",
    "p-8c1700",
    "p-abcdefghijkl",
    "P.00417",
    "pegawai 12",
    "P 00417",
    "ab-cd",
    "x",
    "",
    "pegawai",
    "PEGAWAI",
    "AbcDef",
    "p-fabuni",
    "QXZT",
    "anonim",
    "NIHIL",
]


@pytest.mark.parametrize("text", HIDDEN + TOLD)
def test_personal_numbers_however_they_are_written(text: str) -> None:
    assert holds_personal_number(text)
    assert not holds_personal_number(masked(text))


@pytest.mark.parametrize("text", MOBILE)
def test_mobile_numbers(text: str) -> None:
    assert holds_mobile_number(text)
    cell = f"a | {searchable(text)} | b".encode()
    assert may_hold_mobile_number(cell) or may_dictate(cell)
    assert not holds_mobile_number(masked(text))


@pytest.mark.parametrize("text", NO_MOBILE)
def test_other_numbers_are_no_mobile_numbers(text: str) -> None:
    assert not holds_mobile_number(text)
    assert masked(text) == text


@pytest.mark.parametrize("text", EMAIL)
def test_email_addresses(text: str) -> None:
    assert holds_email(text)
    assert may_hold_email(searchable(text).encode())
    assert not holds_email(masked(text))


@pytest.mark.parametrize("text", NO_EMAIL)
def test_other_signs_are_no_email_addresses(text: str) -> None:
    assert not holds_email(text)
    assert masked(text) == text


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert reads_like_a_name(text)
    longest = max(text.replace(",", " ").split(), key=len)
    assert longest not in masked_name(text)


@pytest.mark.parametrize("text", PSEUDONYMS)
def test_pseudonyms_are_no_names(text: str) -> None:
    assert not reads_like_a_name(text)


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


FREE_TEXTS = [
    ("skm", "saran"),
    ("pengaduan", "ringkasan"),
    ("pengaduan", "hasil"),
    ("kisah", "kutipan"),
    ("komitmen", "masukan"),
    ("komitmen", "komitmen"),
    ("komitmen", "bukti"),
    ("penghargaan", "alasan"),
    ("koreksi", "alasan"),
    ("konfirmasi", "alasan"),
    ("forum", "tempat"),
    ("libur", "nama"),
]


def put_everywhere(folder: Folder, text: str) -> None:
    """Write every table with the contract's example row, its free texts replaced."""
    folder.put_examples()
    for name in dict(FREE_TEXTS):
        own = (column for table, column in FREE_TEXTS if table == name)
        folder.put(name, example(name, **dict.fromkeys(own, text)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hubungi Bu Ani di 0812-3456-7890 ya", "personal-phone"),
        ("nol delapan satu dua tiga empat lima enam tujuh delapan", "personal-phone"),
        ("tulis ke ani.s@mail.com", "personal-email"),
        (DICTATED_NIP, "personal-number"),
    ],
)
def test_personal_data_in_any_column_are_refused_and_never_repeated(
    folder: Folder, text: str, code: str
) -> None:
    put_everywhere(folder, text)
    found = [p for p in folder.problems() if p.code.startswith("personal-")]
    assert {(p.level, p.code) for p in found} == {("error", code)}
    told = [(p.file.removesuffix(".csv"), p.column) for p in found]
    assert sorted(told) == sorted(FREE_TEXTS)
    said = " ".join(f"{p} {p.message()} {p.fix()} {p.message('en')}" for p in found)
    for secret in ("3456", "ani.s", "tiga empat", "satu sembilan"):
        assert secret not in said


@pytest.mark.parametrize(
    "text",
    [
        "Layanan darurat 112, ambulans 119, kantor (0754) 61234 dan 0754-61235",
        "Senin-Jumat 08.15-12.30; lihat https://contoh.go.id/2026/08/12/jadwal",
        "Nomor adu-2026-00812, BA-0812/FKP/2026, 20 JP, triwulan 2026-T3",
        "Dari satu sampai lima loket, dua tiga kali lebih cepat; IG @sawahlunto.go.id",
    ],
)
def test_what_tells_of_nobody_is_left_alone(folder: Folder, text: str) -> None:
    put_everywhere(folder, text)
    assert [p for p in folder.problems() if p.code.startswith("personal-")] == []


@pytest.mark.parametrize("table", ["peserta", "evaluasi"])
def test_a_name_in_place_of_a_pseudonym_is_refused_with_its_initials(
    folder: Folder, table: str
) -> None:
    folder.put_examples()
    folder.put(table, *[example(table, id_pegawai="Siti Aminah, S.E.")] * 2)
    problems = folder.problems()
    assert {(p.code, p.cell) for p in problems} >= {
        ("personal-name", "B2"),
        ("personal-name", "B3"),
    }
    said = "".join(f"{p} {p.message()} {p.message('en')} {p.fix()}" for p in problems)
    assert "S••• A•••••" in said
    assert "Siti" not in said
    assert "Aminah" not in said


def test_a_team_or_a_person_who_agreed_may_be_named_as_recipient(folder: Folder) -> None:
    folder.put_examples()
    folder.put("penghargaan", example("penghargaan", penerima="Siti Aminah, S.E."))
    assert folder.problems() == ()


def test_the_example_of_every_column_tells_of_nobody(folder: Folder) -> None:
    folder.put_examples()
    assert folder.problems() == ()
