"""A table without a problem is kept, and taken from there as if it had just been read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from intake_folder import PACKAGE, Folder, csv_text, example

from suluh import store
from suluh.intake import Intake, kept, table_file

RULE_BREAKERS = {
    "skm": {"kode_opd": "entah"},
    "peserta": {"id_pelatihan": "plt-x"},
    "forum": {"kode_opd": "dinas-lama"},
    "evaluasi": {"predikat": "sangat baik"},
    "pengaduan": {"tanggal_selesai": "2026-05-03"},
    "komitmen": {"status": "belum"},
    "target": {"indikator": "IKM"},
    "pegawai": {"jumlah": "0"},
}
"""Rows without a fault of their own that break a rule between cells, rows or tables."""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder.make(tmp_path / "data")
    folder.put_examples()
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def files_read(folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The files that a read with this cache reads anew."""
    read: set[str] = set()
    with monkeypatch.context() as patch:
        reader = table_file.read_afresh
        patch.setattr(
            table_file, "read_afresh", lambda s, table: read.add(s.origin.file) or reader(s, table)
        )
        folder.read(cache=cache)
    return read


def assert_same(intake: Intake, expected: Intake) -> None:
    assert intake.problems == expected.problems
    if expected.records is None:
        assert intake.records is None
        return
    assert intake.records is not None
    assert intake.records.as_of == expected.records.as_of
    assert list(intake.records.tables) == list(expected.records.tables)
    for name, frame in expected.records.tables.items():
        pd.testing.assert_frame_equal(intake.records.tables[name], frame)


def test_kept_tables_are_the_records_that_a_fresh_read_finds(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("libur.csv", "")
    folder.write("kisah.csv", ",".join(example("kisah")) + "\n")
    fresh = folder.read()
    assert fresh.records is not None
    assert_same(folder.read(cache=cache), fresh)
    assert files_read(folder, cache, monkeypatch) == set()
    assert_same(folder.read(cache=cache), fresh)


def test_only_what_was_edited_is_read(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.read(cache=cache)
    folder.put("skm", example("skm", waktu="1"))
    assert files_read(folder, cache, monkeypatch) == {"skm.csv"}
    assert_same(folder.read(cache=cache), folder.read())


def test_pandera_is_not_loaded_when_nothing_was_edited(folder: Folder, cache: Path) -> None:
    folder.read(cache=cache)
    program = (
        "import sys; from pathlib import Path; from suluh.intake import read_records; "
        "read_records(Path(sys.argv[1]), None, Path(sys.argv[2])); print('pandera' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(folder.path), str(cache)]
    root = Path(__file__).parents[2]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_what_another_build_keeps_meanwhile_is_not_taken_for_ours(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between a look at how an entry begins and the reading of it."""
    folder.read(cache=cache)
    folder.put("libur", example("libur", nama="Hari lain"))
    fresh = folder.read()
    monkeypatch.setattr(store, "begins", lambda *_: True)
    assert_same(folder.read(cache=cache), fresh)


@pytest.mark.parametrize(
    ("content", "level"),
    [
        ("tanggal,nama\n2026-08-17,HUT RI\n2026-02-30,Entah\n", "error"),
        ("tanggal,nama,catatan\n2026-08-17,HUT RI,x\n", "warning"),
        ("tanggal,nama\n2026-08-17,Café\n".encode("cp1252"), "warning"),
        (b"\0", "error"),
    ],
)
def test_a_table_with_a_problem_is_never_kept(
    folder: Folder,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: str | bytes,
    level: str,
) -> None:
    folder.write("libur.csv", content)
    first = folder.read(cache=cache)
    assert {p.level for p in first.problems} == {level}
    assert files_read(folder, cache, monkeypatch) == {"libur.csv"}
    assert_same(folder.read(cache=cache), first)


def test_an_empty_required_table_is_never_kept(folder: Folder, cache: Path) -> None:
    folder.write("opd.csv", "")
    for _ in range(2):
        assert "table-empty" in {p.code for p in folder.read(cache=cache).problems}


@pytest.mark.parametrize("damage", ["flipped", "cut", "emptied", "text"])
def test_a_damaged_entry_is_as_none(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    fresh = folder.read(cache=cache)
    entry = cache / "skm.csv.kept"
    whole = entry.read_bytes()
    entry.write_bytes(
        {
            "flipped": whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
            "cut": whole[: len(whole) // 2],
            "emptied": b"",
            "text": b"bukan tabel\nsama sekali",
        }[damage]
    )
    assert_same(folder.read(cache=cache), fresh)
    assert files_read(folder, cache, monkeypatch) == set()


def test_a_contract_that_no_longer_allows_a_word_is_noticed(folder: Folder, cache: Path) -> None:
    assert folder.read(cache=cache).problems == ()
    package = json.loads(PACKAGE.read_text())
    pegawai = next(r for r in package["resources"] if r["name"] == "pegawai")
    kind = next(f for f in pegawai["schema"]["fields"] if f["name"] == "jenis_asn")
    kind["constraints"]["enum"].remove(example("pegawai")["jenis_asn"])
    folder.write("datapackage.json", json.dumps(package))
    (problem,) = folder.read(cache=cache).problems
    assert (problem.file, problem.cell, problem.code) == ("pegawai.csv", "C2", "not-in-list")


def test_what_another_version_of_the_program_kept_is_read_anew(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.read(cache=cache)
    monkeypatch.setattr(kept, "edition", lambda: "another")
    assert len(files_read(folder, cache, monkeypatch)) == len(list(folder.path.glob("*.csv")))


@pytest.mark.parametrize("table", RULE_BREAKERS)
def test_problems_between_tables_are_worded_from_kept_tables_as_from_fresh_ones(
    folder: Folder, cache: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    folder.put(table, example(table, **RULE_BREAKERS[table]))
    fresh = folder.read()
    assert {p.file for p in fresh.problems} == {f"{table}.csv"}
    folder.read(cache=cache)
    assert files_read(folder, cache, monkeypatch) == set()
    assert_same(folder.read(cache=cache), fresh)


def test_a_problem_of_a_kept_table_quotes_its_cell_as_it_is_written(
    folder: Folder, cache: Path
) -> None:
    text = csv_text([example("skm"), example("skm", id_respon="r-2", kode_opd=" disdukcapil ")])
    header, first, second = text.replace(",", ";").splitlines()
    folder.write("skm.csv", f"\ufeff{header}\n{first}\n;;;\n\n{second}\n")
    assert folder.read(cache=cache).problems == ()
    folder.put("opd", example("opd", kode_opd="disdukcapil-2", berlaku_sampai="", penerus=""))
    found = folder.read(cache=cache)
    assert_same(found, folder.read())
    unknown = [p for p in found.problems if (p.file, p.code) == ("skm.csv", "unknown-reference")]
    assert [(p.line, p.cell, p.value) for p in unknown] == [
        (2, "C2", "disdukcapil"),
        (5, "C5", "disdukcapil"),
    ]
    assert "“disdukcapil-2”" in unknown[0].fix()


def test_a_kept_table_that_lacks_an_optional_column_lacks_it_still(
    folder: Folder, cache: Path
) -> None:
    package = json.loads(PACKAGE.read_text())
    resources = {r["name"]: r for r in package["resources"]}
    key = next(f for f in resources["forum"]["schema"]["fields"] if f["name"] == "id_forum")
    key["constraints"].pop("required")
    resources["forum"]["schema"].pop("primaryKey")
    folder.write("datapackage.json", json.dumps(package))
    folder.put("forum", {k: v for k, v in example("forum").items() if k != "id_forum"})
    for _ in range(2):
        assert folder.read(cache=cache).problems == ()
