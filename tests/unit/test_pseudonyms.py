"""Pseudonyms: lasting, keyed, and nothing else in the file that names a person."""

from __future__ import annotations

import csv
import io
import stat
from pathlib import Path

import pytest

from suluh.cli import ROOT, run
from suluh.intake.personal import holds_personal_number, is_nip
from suluh.pseudonyms import SHORTEST_KEY, new_key, pseudonym, pseudonymise, read_key
from suluh.usage import UserError

KEY = b"k" * SHORTEST_KEY
ANI, BUDI = "198001012005012001", "199002022021211002"  # BUDI: PPPK


def replaced(text: str, column: str | None = None) -> str:
    return pseudonymise(text.encode(), KEY, column).content.decode()


def refusal(text: str, column: str | None = None) -> str:
    with pytest.raises(UserError) as error:
        pseudonymise(text.encode(), KEY, column)
    assert error.value.exit_code == 2
    return error.value.text("id")


def test_hmac_sha_256_as_the_standard_library_s_openssl_computes_it() -> None:
    # printf 198001012005012001 | openssl dgst -sha256 -mac HMAC -macopt key:kkkk…k, in base 32.
    assert pseudonym(ANI, KEY) == "p-gx5awpz6gyyo"


def test_the_same_person_has_the_same_code_in_every_file_however_the_nip_is_written() -> None:
    code = pseudonym(ANI, KEY)
    assert replaced(f"nip;skor\n{ANI};1\n") == f"id_pegawai,skor\r\n{code},1\r\n"
    assert code in replaced("NIP,skor\n'19800101 200501 2 001,2\n")
    assert code in replaced("skor,id_pegawai\n3,19800101.200501.2.001\n")


def test_another_key_gives_other_codes() -> None:
    assert pseudonym(ANI, KEY) != pseudonym(ANI, b"x" * SHORTEST_KEY)


def test_codes_are_no_personal_numbers_and_are_not_replaced_again() -> None:
    once = replaced(f"nip\n{ANI}\n{BUDI}\n\n")
    assert not holds_personal_number(once)
    assert replaced(once) == once


def test_ten_thousand_people_have_ten_thousand_codes() -> None:
    nips = [f"19800101200501{1 + i % 2}{i % 1000:03}" for i in range(2000)]
    nips += [f"1981{1 + i // 28 % 12:02}{1 + i % 28:02}2005011{i // 336:03}" for i in range(9000)]
    assert len({pseudonym(nip, KEY) for nip in nips}) == len(set(nips)) == 10_000


@pytest.mark.parametrize("cell", ["1,98E+17", "19800101200501200", "198013012005012001", "Ani"])
def test_what_is_no_nip_is_refused_with_its_cell_and_without_its_digits(cell: str) -> None:
    said = refusal(f'skor,nip\n1,{ANI}\n2,"{cell}"\n')
    assert "B3" in said
    assert not any(digit in said.split("B3")[1].split(")")[0] for digit in "0123456789")


def test_blank_rows_keep_the_count_of_lines() -> None:
    assert "A5" in refusal(f"nip\n{ANI}\n\n\nsalah\n")


def test_many_mistakes_are_one_message() -> None:
    said = refusal("nip\n" + "x\n" * 4000)
    assert said.startswith("4000 sel")
    assert "dan 3990 lagi" in said
    assert len(said) < 600


def test_a_number_left_elsewhere_is_refused() -> None:
    assert "B2" in refusal(f"nip,catatan\n{ANI},lihat {BUDI}\n")


@pytest.mark.parametrize("cell", ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", " a "])
def test_every_other_cell_stays_as_it_is(cell: str) -> None:
    quoted = cell.replace('"', '""')
    written = replaced(f'nip,catatan\n{ANI},"{quoted}"\n')
    assert list(csv.reader(io.StringIO(written, newline="")))[1][1] == cell


def test_a_column_of_names_is_refused() -> None:
    assert "Nama" in refusal(f"nip,Nama\n{ANI},Ani\n")


def test_the_column_can_be_named_and_a_wrong_name_is_told() -> None:
    assert replaced(f"Nomor Pegawai\n{ANI}\n", "nomor pegawai").startswith("id_pegawai\r\n")
    assert "a, b" in refusal("a,b\n1,2\n")
    assert "tidak ada" in refusal("nip\n\n", "nomor")


@pytest.mark.parametrize("content", [b"", b'nip\n"open\n', b"nip\n\x00\n"])
def test_what_is_no_csv_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UserError):
        pseudonymise(content, KEY)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_as_excel_saves_them(encoding: str) -> None:
    text = f"nip;catatan\r\n{ANI};kafé\r\n"
    assert "kafé" in pseudonymise(text.encode(encoding), KEY).content.decode()


def test_a_pppk_s_number_is_a_nip_and_a_thirteenth_month_is_not() -> None:
    assert is_nip(BUDI)
    assert not is_nip("199013022021211002")
    assert holds_personal_number(f"{BUDI[:8]} {BUDI[8:14]} {BUDI[14]} {BUDI[15:]}")


def test_a_new_key_is_long_secret_and_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "kunci"
    new_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(read_key(file, ROOT)) >= SHORTEST_KEY
    with pytest.raises(UserError):
        new_key(file)


def test_a_key_in_the_project_or_too_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="luar folder"):
        read_key(ROOT / "data" / "kunci", ROOT)
    short = tmp_path / "kunci"
    short.write_bytes(b"k" * (SHORTEST_KEY - 1))
    with pytest.raises(UserError, match="pendek"):
        read_key(short, ROOT)
    short.write_bytes(b"k" * SHORTEST_KEY + b"\n")
    assert read_key(short, ROOT) == KEY


def test_the_command_writes_beside_and_never_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, key = tmp_path / "peserta.csv", tmp_path / "kunci"
    file.write_text(f"nip,skor\n{ANI},1\n{ANI},2\n")
    command = ["pseudonymise", str(file), "--key", str(key)]
    assert run(command) == 2
    assert "--new-key" in capsys.readouterr().err
    assert run([*command, "--new-key"]) == 0
    said = capsys.readouterr().out
    assert "2 NIP milik 1 orang" in said
    assert key.read_text().strip() not in said
    assert ANI not in (tmp_path / "peserta-samaran.csv").read_text()
    assert run(command) == 2
    assert "sudah ada" in capsys.readouterr().err
