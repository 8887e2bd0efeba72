"""One mistake is told once, however often it was made; programs still get every cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from intake_folder import Folder, example

from suluh.intake import Problem, problems_as
from suluh.intake.groups import groups

MANY = 4000


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


@pytest.fixture
def often(folder: Folder) -> tuple[Problem, ...]:
    """The same misspelt code in 4,000 rows, and one other problem."""
    rows = [example("skm", id_respon=f"r-{i}", kode_opd="disdukcapl") for i in range(MANY)]
    folder.put("skm", *rows[:-1], rows[-1] | {"waktu": "9"})
    return folder.problems()


def test_a_mistake_made_4000_times_is_one_message_with_count_and_first_cells(
    often: tuple[Problem, ...],
) -> None:
    text = problems_as("text", often)
    assert text.count("“disdukcapl”") == 1
    assert "skm.csv, 4.000 sel (kolom kode_opd)" in text
    assert "4.000 sel: C2, C3, C4, C5, C6, …" in text
    assert text.count("Maksud Anda “disdukcapil”?") == 1
    assert "4.001 kesalahan, 0 peringatan." in text
    assert "4,000 cells (column kode_opd)" in problems_as("text", often, "en")


def test_programs_get_one_object_for_each_cell(often: tuple[Problem, ...]) -> None:
    entries = json.loads(problems_as("json", often))
    assert len(entries) == MANY + 1
    assert entries[-2]["cell"] == f"C{MANY + 1}"


def test_annotations_are_of_the_first_cells_and_the_first_says_how_many(
    often: tuple[Problem, ...],
) -> None:
    lines = problems_as("github", often).splitlines()
    assert [line.split("::")[2].partition(":")[0] for line in lines] == [
        "C2", f"G{MANY + 1}", "C3", "C4",
    ]  # fmt: skip
    assert "4.000 tempat: C2, C3, C4, C5, C6, …" in lines[0]
    assert "4.000" not in lines[2]
    issues = json.loads(problems_as("gitlab", often))
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [2, 3, 4, MANY + 1]
    assert "4.000 tempat" in issues[0]["description"]


@pytest.mark.parametrize(("count", "noted"), [(1, False), (3, False), (4, True)])
def test_a_note_of_other_places_only_where_some_are_not_annotated(
    folder: Folder, count: int, noted: bool
) -> None:
    rows = [example("skm", id_respon=f"r-{i}", waktu="9") for i in range(count)]
    folder.put("skm", *rows)
    lines = problems_as("github", folder.problems()).splitlines()
    assert len(lines) == min(count, 3)
    assert ("tempat" in lines[0]) == noted


def test_different_contents_of_one_column_are_told_together_the_most_frequent_first(
    folder: Folder,
) -> None:
    values = ["besok", "kemarin", "besok", *(f"hari {i}" for i in range(6))]
    folder.put("skm", *(example("skm", id_respon=f"r-{i}", tanggal=v)
                        for i, v in enumerate(values)))  # fmt: skip
    (group,) = groups(folder.problems())
    assert [v.first.value for v in group.variants[:2]] == ["besok", "kemarin"]
    text = problems_as("text", folder.problems())
    assert "9 sel (kolom tanggal): Bukan tanggal." in text
    assert text.index("“besok”") < text.index("“kemarin”") < text.index("“hari 0”")
    assert "2 sel: B2, B4" in text
    assert "“hari 3”" not in text  # the sixth
    assert "… dan 3 lagi yang serupa" in text
    assert text.count("Perbaikan:") == 1


def test_each_content_has_its_own_remedy_where_these_differ(folder: Folder) -> None:
    codes = ["disdukcapl", "dinas-lam", "disdukcapl"]
    folder.put("pegawai", *(example("pegawai", tahun=str(2020 + i), kode_opd=code)
                            for i, code in enumerate(codes)))  # fmt: skip
    text = problems_as("text", folder.problems())
    order = ["“disdukcapl” tidak", "2 sel: B2, B4", "Maksud Anda “disdukcapil”?",
             "“dinas-lam” tidak", "1 sel: B3", "Maksud Anda “dinas-lama”?"]  # fmt: skip
    assert sorted(order, key=text.index) == order
    assert text.count("Perbaikan:") == 2


def test_each_file_column_and_kind_stays_by_itself(folder: Folder) -> None:
    folder.put("skm", example("skm", waktu="9", biaya="9"), example("skm", id_respon="", waktu=""))
    found = [(g.first.code, g.first.column, g.size) for g in groups(folder.problems())]
    assert found == [
        ("out-of-range", "waktu", 1),
        ("out-of-range", "biaya", 1),
        ("blank", "id_respon", 1),
        ("blank", "waktu", 1),
    ]


def test_a_header_of_many_unknown_columns_is_one_group(folder: Folder) -> None:
    extra = [f"tambahan{i}" for i in range(30)]
    folder.write("libur.csv", ",".join(["tanggal", "nama", *extra]) + "\n2026-12-25,Natal\n")
    (group,) = [g for g in groups(folder.problems()) if g.first.code == "column-unknown"]
    assert group.size == 30


def test_no_value_steers_the_terminal(folder: Folder) -> None:
    folder.put("pegawai", example("pegawai", jumlah="\x1b[2J4\u202e2"))
    text = problems_as("text", folder.problems())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\ufffd[2J4\ufffd2" in text
