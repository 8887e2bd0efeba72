"""docs/panduan-hr.md: its pictures, links, commands and quoted messages are real ones.

What the commands answer is compared in tests/site/test_officer_story.py.
"""

from __future__ import annotations

import re
import shlex
import shutil
from contextlib import suppress
from pathlib import Path

import click
import pytest
from data_folder import DataFolder
from officer_story import MISTAKES, NIP, Office

from suluh.cli import main
from suluh.intake import read_records
from suluh.intake.messages import catalogue

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "panduan-hr.md"
TEXT = GUIDE.read_text(encoding="utf-8")
LARGEST_PICTURE_BYTES = 80_000

QUOTED = re.findall(
    r"^\| \[`([a-z-]+)`\]\(masalah\.md#\1\) (.+?) \| .+ \| .+ \|$", TEXT, re.MULTILINE
)
COMMANDS = sorted(set(re.findall(r"python build\.py[^`\n|]*", TEXT)))
WITHOUT_CODE = re.findall(
    r"^\| (.+?) \| [^|]+ \|$", TEXT.partition("Pesan tanpa kode")[2], re.MULTILINE
)[1:]

PLANTED = (
    ("peserta", {"kode_opd": "disdukcapl"}),
    ("peserta", {"status": "lulus"}),
    ("peserta", {"status": ""}),
    ("peserta", {"nilai_akhir": "765"}),
    ("pelatihan", {"tanggal_mulai": "8 Juni"}),
    ("pegawai", {"jumlah": "1,98E+17"}),
    ("evaluasi", {"periode": "2026 TW 3"}),
    ("peserta", {"id_pegawai": NIP}),
    ("skm", {"saran": "Hubungi 0812 3456 7890"}),
    ("peserta", {"id_pegawai": "Siti Aminah"}),
    ("evaluasi", {"periode": "2026", "kode_opd": "arsip"}),
    ("pengaduan", {"tanggal_masuk": "2026-05-04", "tanggal_tanggapan": "2026-05-03"}),
    ("pengaduan", {"status": "selesai", "tanggal_selesai": ""}),
    ("evaluasi", {"hasil_kerja": "di atas ekspektasi", "perilaku_kerja": "sesuai ekspektasi",
                  "predikat": "sangat baik"}),
)  # fmt: skip
"""What is written into a row of a table so that the program says what the guide quotes."""

REFUSED = (
    "--data rusak --out situs",
    "template --out isian.xlsx",
    "pseudonymise peserta-simpeg.csv --key ../kunci",
    "pseudonymise peserta.csv --key {project}/kunci",
    "pseudonymise peserta.csv --key ../kunci --new-key",
    "pseudonymise bernama.csv --key ../kunci",
    "pseudonymise singkat.csv --key ../kunci",
    "diff --against bulan-lalu",
    "check --report laporan.xlsx",
    "chek",
)
"""Commands that are refused without a code, in the order of the guide's table."""


def anchors(text: str) -> set[str]:
    """The anchors of a Markdown file: explicit ones, and those of its headings."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
    return slugs | set(re.findall(r'<a id="([^"]+)"', text))


def said(quotation: str) -> re.Pattern[str]:
    """What the guide quotes; … stands for anything."""
    return re.compile(".*".join(map(re.escape, quotation.split("…"))), re.DOTALL)


def test_every_link_leads_to_a_file_and_a_heading_that_are_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert len(links) > 40
    for link in links:
        file, _, anchor = link.partition("#")
        target = GUIDE.parent / file if file else GUIDE
        assert target.is_file(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_every_picture_is_light_and_described_and_none_is_left_over() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\((img/panduan/[^)]+)\)", TEXT)
    assert {GUIDE.parent / path for _, path in shown} == set(
        (GUIDE.parent / "img" / "panduan").iterdir()
    )
    for words, path in shown:
        assert len(words) > 30, path
        picture = (GUIDE.parent / path).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < LARGEST_PICTURE_BYTES, path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one_that_the_program_takes(command: str) -> None:
    arguments = shlex.split(command.removeprefix("python build.py"))
    with suppress(click.exceptions.Exit):  # --help has been told
        context = main.make_context("build.py", list(arguments))
        if arguments:
            name, sub, rest = main.resolve_command(context, arguments)
            assert sub is not None
            sub.make_context(name, rest, parent=context)


def test_a_command_that_the_program_does_not_take_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        test_every_command_is_one_that_the_program_takes("python build.py check --fixx")


def test_common_refusals_are_quoted_as_the_program_says_them() -> None:
    assert len(QUOTED) > 15
    for code, quotation in QUOTED:
        template = catalogue()[code].words["id"].message
        words = re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))
        assert re.fullmatch(words, quotation), code


@pytest.mark.parametrize(("table", "cells"), PLANTED)
def test_a_refusal_of_a_cell_comes_of_what_the_guide_says(
    data_folder: DataFolder, table: str, cells: dict[str, str]
) -> None:
    data_folder.change(table, lambda number, row: row | cells if number == 2 else row)
    told = {(p.code, p.message("id")) for p in read_records(data_folder.path).problems}
    assert told & set(QUOTED), told


def test_the_mistakes_of_the_story_are_among_the_common_refusals() -> None:
    assert {text for _, _, text in MISTAKES if text != NIP} <= set(
        re.findall(r"\w+", " ".join(quotation for _, quotation in QUOTED))
    )


def test_refusals_without_a_code_are_quoted_as_the_program_says_them(tmp_path: Path) -> None:
    office = Office.opened(tmp_path / "kantor")
    office.form.touch()
    (tmp_path / "kunci").write_text("k" * 64)
    (office.root / "peserta.csv").write_text(f"nip;status\n{NIP};selesai\n")
    (office.root / "bernama.csv").write_text(f"nip;nama\n{NIP};Ani\n")
    (office.root / "singkat.csv").write_text("nip;status\n1,98E+17;selesai\n")
    shutil.copytree(office.root / "data", office.root / "rusak")
    (office.root / "rusak" / "libur.csv").write_text("tanggal,nama\nbesok,Cuti\n")
    project = GUIDE.parents[1]
    assert len(WITHOUT_CODE) == len(REFUSED)
    for quotation, command in zip(WITHOUT_CODE, REFUSED, strict=True):
        arguments = shlex.split(command.format(project=project))
        code, words = office.run(arguments, office.root)
        assert code != 0
        assert said(quotation).search(words), command
