"""Problems in words and forms: complete in both languages, exact for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest
from intake_folder import Folder, example

import suluh.intake as intake_package
from suluh.intake import Problem, has_errors, problems_as
from suluh.intake.messages import LANGUAGES, catalogue

KEYS = ["level", "code", "file", "line", "column", "cell", "value", "message", "fix"]
SOURCES = sorted(Path(intake_package.__file__).parent.parent.rglob("*.py"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


@pytest.fixture
def problems(folder: Folder) -> tuple[Problem, ...]:
    folder.put("pegawai", example("pegawai", jumlah="4a", kode_opd="disdukcapl"))
    folder.write("libur.csv", "tanggal,nama,catatan\n2026-08-17\n")
    folder.write("skm.csv", b"\0")
    return folder.problems()


def test_a_problem_reads_as_a_person_would_say_it(problems: tuple[Problem, ...]) -> None:
    assert problems_as("text", problems) == (
        "PERINGATAN [column-unknown] libur.csv, sel C1 (kolom catatan): Kolom “catatan” tidak "
        "dikenal dan tidak dipakai.\n"
        "    Perbaikan: Betulkan namanya bila salah tulis, atau hapus kolomnya.\n"
        "\n"
        "KESALAHAN [row-short] libur.csv, sel B2: Baris ini hanya berisi 1 sel, seharusnya 3.\n"
        "    Perbaikan: Lengkapi baris ini; sel yang memang kosong tetap memerlukan pemisah "
        "kolomnya.\n"
        "\n"
        "KESALAHAN [unknown-reference] pegawai.csv, sel B2 (kolom kode_opd): “disdukcapl” tidak "
        "ada di kolom kode_opd pada opd.csv.\n"
        "    Perbaikan: Maksud Anda “disdukcapil”? Pakai kode yang ada di opd.csv, atau tambahkan "
        "barisnya di sana.\n"
        "\n"
        "KESALAHAN [not-an-integer] pegawai.csv, sel D2 (kolom jumlah): “4a” bukan bilangan "
        "bulat.\n"
        "    Perbaikan: Tulis angka saja tanpa titik, koma atau spasi, misalnya 42.\n"
        "\n"
        "KESALAHAN [nul-bytes] skm.csv: skm.csv berisi bita kosong (NUL), jadi bukan berkas teks "
        "yang utuh.\n"
        "    Perbaikan: Buka berkas aslinya dan simpan lagi sebagai “CSV UTF-8”.\n"
        "\n"
        "4 kesalahan, 1 peringatan.\n"
        "Arti setiap kode dalam [ ], dengan contoh: docs/masalah.md"
    )


def test_english(problems: tuple[Problem, ...]) -> None:
    text = problems_as("text", problems, "en")
    assert "pegawai.csv, cell D2 (column jumlah): “4a” is not a whole number." in text
    assert "Did you mean “disdukcapil”?" in text
    assert "4 error(s), 1 warning(s)." in text
    assert text.endswith("docs/problems.md")


def test_json_has_exactly_the_promised_keys(problems: tuple[Problem, ...]) -> None:
    entries = json.loads(problems_as("json", problems))
    assert [list(entry) for entry in entries] == [KEYS] * 5
    assert entries[3] == {
        "level": "error",
        "code": "not-an-integer",
        "file": "pegawai.csv",
        "line": 2,
        "column": "jumlah",
        "cell": "D2",
        "value": "4a",
        "message": "“4a” bukan bilangan bulat.",
        "fix": "Tulis angka saja tanpa titik, koma atau spasi, misalnya 42.",
    }
    assert entries[4]["line"] is None
    assert entries[4]["cell"] == ""


def test_github_annotations_point_at_file_line_and_column(problems: tuple[Problem, ...]) -> None:
    lines = problems_as("github", problems, folder="data").splitlines()
    assert len(lines) == 5
    assert lines[0].startswith(
        "::warning file=data/libur.csv,line=1,col=3,"
        "title=Kolom tidak dikenal [column-unknown]::C1: Kolom"
    )
    assert lines[3] == (
        "::error file=data/pegawai.csv,line=2,col=4,title=Bukan bilangan bulat [not-an-integer]"
        "::D2: “4a” bukan bilangan bulat. "
        "Tulis angka saja tanpa titik, koma atau spasi, misalnya 42."
    )
    assert lines[4].startswith("::error file=data/skm.csv,title=Bukan berkas teks [nul-bytes]::")


def test_github_commands_cannot_be_broken_out_of(folder: Folder) -> None:
    folder.put("pegawai", example("pegawai", jumlah="3%\n::error::palsu"))
    (line,) = problems_as("github", folder.problems()).splitlines()
    assert line.count("\n") == 0
    assert "3%25" in line


def test_gitlab_issues(problems: tuple[Problem, ...]) -> None:
    issues = json.loads(problems_as("gitlab", problems, folder="data/"))
    assert issues[3]["location"] == {"path": "data/pegawai.csv", "lines": {"begin": 2}}
    assert issues[3]["check_name"] == "not-an-integer"
    assert {issue["severity"] for issue in issues} == {"minor", "critical"}
    assert len({issue["fingerprint"] for issue in issues}) == 5
    assert issues[4]["location"]["lines"] == {"begin": 1}


def test_no_problem_is_no_text_and_empty_lists() -> None:
    assert problems_as("text", ()) == ""
    assert problems_as("github", ()) == ""
    assert json.loads(problems_as("json", ())) == json.loads(problems_as("gitlab", ())) == []
    assert not has_errors(())


def test_a_long_value_is_shortened_in_the_message_and_whole_in_the_json(folder: Folder) -> None:
    folder.put("pegawai", example("pegawai", jenis_asn="honorer " * 50))
    (problem,) = folder.problems()
    assert len(problem.message()) < 200
    assert problem.value == ("honorer " * 50).strip()


@pytest.mark.parametrize(
    ("table", "column", "value", "said", "said_in_english"),
    [
        ("pegawai", "jumlah", "-1", "yaitu 0 atau lebih", "0 or more"),
        ("peserta", "kepuasan", "5", "yaitu 1 sampai 4", "1 to 4"),
    ],
)
def test_limits_are_said_in_words(
    folder: Folder, table: str, column: str, value: str, said: str, said_in_english: str
) -> None:
    folder.put("pelatihan", example("pelatihan"))
    folder.put(table, example(table, **{column: value}))
    (problem,) = folder.problems()
    assert said in problem.message()
    assert said_in_english in problem.message("en")


# --- the catalogue


@pytest.mark.parametrize("code", catalogue())
def test_every_problem_has_words_in_both_languages(code: str) -> None:
    words = catalogue()[code].words
    for lang in LANGUAGES:
        for text in (words[lang].message, words[lang].fix):
            assert text.endswith((".", "”."))
            assert text[0] in "“{" or text[0].isupper() or text.startswith("tanggal_selesai")
    assert words["id"].message != words["en"].message


@pytest.mark.parametrize("code", catalogue())
def test_both_languages_say_the_same_things(code: str) -> None:
    words = catalogue()[code].words
    named = {
        lang: {
            (field or "").removesuffix("_en")
            for text in (words[lang].message, words[lang].fix)
            for _, field, _, _ in Formatter().parse(text)
        }
        for lang in LANGUAGES
    }
    assert named["id"] == named["en"]


def test_the_catalogue_has_no_words_without_a_problem() -> None:
    named = {name for path in SOURCES for name in re.findall(r'"([a-z-]+)"', path.read_text())}
    assert set(catalogue()) <= named
