"""`check --fix`: what is mended, what is left alone, and that no value ever changes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from intake_folder import CONTRACT, Folder, csv_text, example

from suluh.intake.mending import Mending, left_alone, mend, mendings, review, write_mended

LIBUR = CONTRACT.tables["libur"]
HEADER = "tanggal,nama\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def mended(text: str | bytes, table: str = "libur") -> str:
    """The file's text after mending; as it is where there is nothing to mend."""
    content = text if isinstance(text, bytes) else text.encode()
    mending = mend(content, CONTRACT.tables[table])
    return (mending.new if mending else content).decode()


def peserta(**cells: str) -> str:
    return csv_text([example("peserta", **cells)])


def test_a_file_in_its_one_form_is_not_touched() -> None:
    assert mend((HEADER + "2026-12-25,Natal\n").encode(), LIBUR) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tanggal;nama\n25/12/2026;Natal\n", HEADER + "2026-12-25,Natal\n"),
        ("tanggal\tnama\n2026-12-25\tNatal\n", HEADER + "2026-12-25,Natal\n"),
        ("tanggal,nama\r\n2026-12-25,Natal\r\n", HEADER + "2026-12-25,Natal\n"),
        ("tanggal,nama\r2026-12-25,Natal\r", HEADER + "2026-12-25,Natal\n"),
        (" Tanggal ,NAMA\n1/2/2026,Natal\n", HEADER + "2026-02-01,Natal\n"),
        (HEADER + "2026-12-25, Natal \n", HEADER + "2026-12-25,Natal\n"),
        (HEADER + "2026-12-25,Natal\n,\n,\n", HEADER + "2026-12-25,Natal\n"),
        ("tanggal,nama,,\n2026-12-25,Natal,,\n", HEADER + "2026-12-25,Natal\n"),
        ("tanggal,nama\n2026-12-25,Natal,,\n", HEADER + "2026-12-25,Natal\n"),
        ("Tgl;Hari libur\n2026-12-25;Natal\n", HEADER + "2026-12-25,Natal\n"),
        ("sep=;\ntanggal;nama\n46381;Natal\n", HEADER + "2026-12-25,Natal\n"),
        (HEADER + '2026-12-25," ""Natal"" "\n', HEADER + '2026-12-25,"""Natal"""\n'),
        ("tanggal;nama\n2026-12-25;Natal, 1\n", HEADER + '2026-12-25,"Natal, 1"\n'),
        ('tanggal;nama\n2026-12-25;"a;b"\n', HEADER + '2026-12-25,"a;b"\n'),
        ('tanggal;nama\n2026-12-25;"a\r\nb"\n', HEADER + '2026-12-25,"a\nb"\n'),
    ],
)
def test_what_is_mended(before: str, after: str) -> None:
    assert mended(before) == after
    assert mended(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"nilai_awal": "62,5"}, {"nilai_awal": "62.5"}),
        ({"status": " Tidak  SELESAI"}, {"status": "tidak selesai"}),
        ({"jenis_asn": "pns"}, {"jenis_asn": "PNS"}),
        ({"kepuasan": " 3"}, {"kepuasan": "3"}),
        ({"nilai_awal": "1.234.567,5"}, {"nilai_awal": "1234567.5"}),
        ({"nilai_awal": "1,2340"}, {"nilai_awal": "1.2340"}),
        ({"nilai_awal": "1.234"}, {"nilai_awal": "1.234"}),
        ({"nilai_awal": "1,234"}, {"nilai_awal": "1,234"}),
        ({"kepuasan": "=B2*2"}, {"kepuasan": "=B2*2"}),
        ({"nilai_awal": "   "}, {"nilai_awal": ""}),
    ],
)
def test_cells_take_their_one_form(before: dict[str, str], after: dict[str, str]) -> None:
    assert mended(peserta(**before), "peserta") == peserta(**after)


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "2026-12-25,Hari  raya\n",  # two spaces in a name are part of it
        HEADER + "31/02/2026,Natal\n",  # no date
        HEADER + "1-2-26,Natal\n",  # not certain which
        HEADER + '2026-12-25,"Natal"\n',  # needless quotation marks change nothing
        HEADER + "2026-12-25,Natal",  # no end of line
        HEADER + "2026-12-25,Natal\n\n2026-12-26,Cuti\n",  # lines keep their numbers
        HEADER + '2026-12-25,"Natal\n',  # a quotation that does not close
        "bukan,kepala\n25/12/2026, Natal\n",
        "tanggal,nama,catatan\n2026-12-25,Natal, x \n",  # not a column of ours
        HEADER + "25/12/2026,Natal,lebih\n",  # a row that is not trusted
        "",
    ],
)
def test_what_is_left_to_the_officer(text: str) -> None:
    assert mended(text) == text


def test_of_a_very_long_cell_the_diff_shows_the_beginning() -> None:
    content = f'Tgl,nama\n25/12/2026,"{"a" * 9_000_000}"\n'.encode()
    mending = mend(content, LIBUR)
    assert mending is not None
    assert mending.new == content.replace(b"Tgl", b"tanggal").replace(b"25/12/2026", b"2026-12-25")
    assert max(map(len, review(mending, "id").diff)) < 2_000


def test_points_between_thousands_go() -> None:
    before = csv_text([example("pegawai", jumlah="12.345"), example("pegawai", jumlah="1.000")])
    assert mended(before, "pegawai") == before.replace("12.345", "12345")


def test_rows_that_excel_cut_short_are_completed() -> None:
    cut = "tanggal;nama\n" + "2026-12-25;Natal\n" * 15 + "2026-12-26\n" * 16
    whole = HEADER + "2026-12-25,Natal\n" * 15 + "2026-12-26,\n" * 16
    assert mended(cut) == whole
    one_missing = HEADER + "2026-12-25,Natal\n" * 15 + "2026-12-26\n2026-12-27,Cuti\n"
    assert mended(one_missing) == one_missing


def test_workbooks_and_large_files_are_the_officer_s_own_to_mend(folder: Folder) -> None:
    folder.write("isian.xlsx", b"PK")
    folder.write("~$isian.xlsx", b"PK")
    (folder.path / "skm.csv").write_bytes(b"tanggal\r\n" + b"\r\n" * 10_000_000)
    assert left_alone(folder.path) == ["isian.xlsx", "skm.csv"]
    assert list(mendings(folder.path)) == []


def test_what_is_not_a_choice_stays_as_it_is_written() -> None:
    text = peserta(status="entah")
    assert mended(text, "peserta") == text


def test_old_encodings_become_utf8_with_the_mark_that_excel_needs() -> None:
    text = HEADER + "2026-12-25,Café\n"
    for encoding in ("cp1252", "utf-16"):
        assert mended(text.encode(encoding)) == "\ufeff" + text
    assert mended(("\ufeff" + text).encode()) == "\ufeff" + text


@pytest.mark.parametrize("content", [b"\0", b"\x81abc", b"\xff\xfe\x00"])
def test_what_is_no_text_is_not_touched(content: bytes) -> None:
    assert mend(content, LIBUR) is None


def test_the_rest_of_a_file_with_errors_is_mended(folder: Folder) -> None:
    folder.put("skm", example("skm", tanggal="14/08/2026", waktu="9"),
               example("skm", id_respon="r-2", tanggal="besok", tayang="YA"))  # fmt: skip
    before = folder.found()
    for mending in mendings(folder.path):
        write_mended(folder.path, mending)
    text = (folder.path / "skm.csv").read_text(encoding="utf-8")
    assert "2026-08-14" in text
    assert "besok" in text
    assert (
        folder.found() == before == [("skm.csv:G2", "out-of-range"), ("skm.csv:B3", "not-a-date")]
    )


def test_only_files_with_something_to_mend_are_written(folder: Folder) -> None:
    folder.put_examples()
    assert list(mendings(folder.path)) == []
    folder.write("libur.csv", "tanggal;nama\n2026-12-25;Natal\n")
    assert [m.file for m in mendings(folder.path)] == ["libur.csv"]


def test_without_a_contract_there_is_nothing_to_mend(folder: Folder) -> None:
    folder.write("libur.csv", "tanggal;nama\n")
    folder.write("datapackage.json", "{")
    assert list(mendings(folder.path)) == []


def test_a_file_is_replaced_whole_with_its_rights_and_through_its_link(
    folder: Folder, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "libur-kota.csv"
    elsewhere.write_text("tanggal;nama\n2026-12-25;Natal\n")
    elsewhere.chmod(0o640)
    (folder.path / "libur.csv").symlink_to(elsewhere)
    (mending,) = mendings(folder.path)
    write_mended(folder.path, mending)
    assert elsewhere.read_text() == HEADER + "2026-12-25,Natal\n"
    assert (folder.path / "libur.csv").is_symlink()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    assert {p.name for p in tmp_path.iterdir()} == {"data", "libur-kota.csv"}


# --- the review


def shown(text: str, table: str = "libur") -> Mending:
    mending = mend(text.encode(), CONTRACT.tables[table])
    assert mending is not None
    return mending


def test_the_diff_is_unified_with_three_rows_around() -> None:
    rows = [f"2026-12-{day:02},Cuti" for day in range(1, 21)]
    rows[9] = "10/12/2026,Cuti"
    told = review(shown(HEADER + "\n".join(rows) + "\n\n"), "id")
    assert told.diff == (
        "--- libur.csv", "+++ libur.csv", "@@ -8,7 +8,7 @@",
        " 2026-12-07,Cuti", " 2026-12-08,Cuti", " 2026-12-09,Cuti",
        "-10/12/2026,Cuti", "+2026-12-10,Cuti",
        " 2026-12-11,Cuti", " 2026-12-12,Cuti", " 2026-12-13,Cuti",
        "@@ -19,4 +19,3 @@",
        " 2026-12-18,Cuti", " 2026-12-19,Cuti", " 2026-12-20,Cuti", "-",
    )  # fmt: skip
    assert told.words == (
        "libur.csv: 1 tanggal di tanggal ditulis tahun-bulan-hari; 1 baris kosong di akhir dibuang"
    )


def test_what_is_of_the_whole_file_is_said_in_words_and_not_in_every_line() -> None:
    told = review(shown("tanggal;nama\r\n2026-12-25;Natal\r\n"), "en")
    assert told.diff == ()
    assert told.words == "libur.csv: line ends made the same; separator → comma"


def test_a_row_of_several_lines_counts_as_several() -> None:
    told = review(shown(HEADER + '2026-12-24,"a\nb"\n25/12/2026,c\n'), "id")
    assert told.diff[2:] == (
        "@@ -1,4 +1,4 @@", " tanggal,nama", ' 2026-12-24,"a', ' b"', "-25/12/2026,c",
        "+2026-12-25,c",
    )  # fmt: skip


def test_dates_side_by_side_are_shown_and_a_number_within_one_cell_is_not() -> None:
    rows = "08/06/2026,10/06/2026,24\n", '08/06/2026,"NIP 19850101,201001,1 001",24\n'
    for row, hidden in zip(rows, (False, True), strict=True):
        told = review(shown("tanggal,nama,jp\n" + row), "id")
        assert told.diff[-1].startswith("+2026-06-08,")
        assert ("•" in told.diff[-1]) is hidden
        assert "1985" not in told.diff[-1]


def test_personal_numbers_are_masked_and_nothing_steers_the_terminal() -> None:
    told = review(shown(HEADER + "25/12/2026,Hubungi 198501012010011001 \x1b[2J\n"), "id")
    assert "1985" not in "".join(told.diff)
    assert "\x1b" not in "".join(told.diff)
