"""Whatever bytes a file holds: exit 0 or 1, every problem in the catalogue, never a traceback.

`make test` looks at a few; SULUH_FUZZ_EXAMPLES asks for more (`make fuzz`).
"""

from __future__ import annotations

import io
import json
import os
import tempfile
import zipfile
from contextlib import redirect_stdout
from pathlib import Path

import attacks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from intake_folder import CONTRACT, Folder, csv_text, example

from suluh.cli import run
from suluh.intake import read_records
from suluh.intake.messages import catalogue

EXAMPLES = int(os.environ.get("SULUH_FUZZ_EXAMPLES", "25"))
TABLES = st.sampled_from(list(CONTRACT.tables))
MARKS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"sep=;\n", b"PK\x03\x04"]
)
PARTS = attacks.workbook()

fuzz = settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """Sound bytes with some of them replaced, left out or repeated."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 40)))
        content = content[:start] + draw(st.binary(max_size=12)) + content[end:]
    return content


@fuzz
@given(TABLES, MARKS, st.binary(max_size=400))
def test_any_bytes_as_a_table(table: str, mark: bytes, content: bytes) -> None:
    assert_told({f"{table}.csv": mark + content})


@fuzz
@given(st.data(), TABLES)
def test_a_table_with_bytes_changed(data: st.DataObject, table: str) -> None:
    rows = csv_text([example(table)] * 2, separator=data.draw(st.sampled_from(",;\t")))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-16", "cp1252"]))
    assert_told({f"{table}.csv": data.draw(mutated(rows.encode(encoding, errors="replace")))})


@fuzz
@given(st.binary(max_size=400))
def test_any_bytes_as_a_workbook(content: bytes) -> None:
    assert_told({"libur.xlsx": content, "isian.xlsx": b"PK\x03\x04" + content})


@fuzz
@given(st.data(), st.sampled_from(sorted(PARTS)))
def test_a_workbook_with_bytes_of_a_part_changed(data: st.DataObject, part: str) -> None:
    changed = data.draw(mutated(PARTS[part]))
    assert_told({"libur.xlsx": attacks.zipped(PARTS | {part: changed})})


@fuzz
@given(st.data())
def test_a_workbook_with_bytes_of_the_zip_changed(data: st.DataObject) -> None:
    assert_told({"libur.xlsx": data.draw(mutated(SOUND))})


@fuzz
@given(st.binary(max_size=400))
def test_any_bytes_as_the_contract(content: bytes) -> None:
    assert_told({"datapackage.json": content})


def test_the_command_tells_what_it_finds_and_exits_with_1() -> None:
    files = {"skm.csv": b"\0", "libur.xlsx": b"PK", "forum.csv": b'"', "kisah.csv": b"\xff\xfe\0"}
    with tempfile.TemporaryDirectory() as root:
        folder = folder_with(Path(root) / "data", files)
        out = io.StringIO()
        with redirect_stdout(out):
            assert run(["check", "--data", str(folder.path), "--format", "json"]) == 1
    assert {p["file"] for p in json.loads(out.getvalue())} == set(files)


def _sound() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in PARTS.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


SOUND = _sound()


def folder_with(path: Path, files: dict[str, bytes]) -> Folder:
    folder = Folder.make(path)
    for name, content in files.items():
        folder.write(name, content)
    return folder


def assert_told(files: dict[str, bytes]) -> None:
    """Reading ends, and says in words of both languages what is wrong where it gives nothing."""
    with tempfile.TemporaryDirectory() as root:
        intake = read_records(folder_with(Path(root) / "data", files).path)
    assert (intake.records is None) is any(p.level == "error" for p in intake.problems)
    for problem in intake.problems:
        assert problem.code in catalogue()
        for lang in ("id", "en"):
            assert problem.message(lang)
            assert problem.fix(lang)
