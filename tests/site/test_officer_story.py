"""From the form to what was published, as docs/panduan-hr.md tells it, with the real command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_site import BuiltSite
from officer_story import STORY, Office, Told, told

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "panduan-hr.md").read_text(
    encoding="utf-8"
)
BLOCKS = re.findall(r"^( *)```console\n(.+?)^ *```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.opened(tmp_path_factory.mktemp("cerita") / "kantor")


@pytest.fixture(scope="module")
def quarter(office: Office) -> list[Told]:
    return [
        Told(one.command, one.code, one.said.replace("\N{NO-BREAK SPACE}", " "))
        for one in told(office)
    ]


def quoted(text: str) -> re.Pattern[str]:
    """What the guide quotes: … on a line of its own stands for lines, within one for a part."""
    lines = text.rstrip().splitlines()
    return re.compile(
        "".join(_any_lines if line.strip() == "…" else _line(line) for line in lines)
    )


_any_lines = r"(?:.*\n)*?"


def _line(line: str) -> str:
    return ".*".join(map(re.escape, line.split("…"))) + r"\n"


def test_every_answer_in_the_guide_is_what_the_program_says(quarter: list[Told]) -> None:
    assert len(BLOCKS) >= 10
    for indent, block in BLOCKS:
        command, _, answer = re.sub(f"^{indent}", "", block, flags=re.MULTILINE).partition("\n")
        answers = [one.said for one in quarter if f"$ {one.command}" == command]
        assert any(quoted(answer).search(said) for said in answers), command


def test_the_comment_on_a_proposal_is_quoted_as_it_is_written(quarter: list[Told]) -> None:
    (said,) = [one.said for one in quarter if one.command.endswith("markdown")]
    comment = re.findall(r"^> ?(.*)$", GUIDE, re.MULTILINE)
    assert len(comment) > 8
    assert quoted("\n".join(comment).replace("- …", "…")).match(said)


def test_from_the_form_to_what_was_published(office: Office, quarter: list[Told]) -> None:
    """Form, filled in, saved, refused, corrected, approved, confirmed, published."""
    codes = [(one.command.removeprefix("python build.py").strip(), one.code) for one in quarter]
    assert [command for command, code in codes if code] == ["check", "check --report laporan.html"]
    site = BuiltSite(office.root / "site")
    assert STORY["kutipan"] in site.article("opd/disdukcapil/index.html").text_content()
    figures = site.figures
    assert figures["pegawai_jumlah", "disdukcapil", "2026", ""]["nilai"] == "32.0000"
    assert figures["jp_rata", "disdukcapil", "2026", ""]["nilai"] == "16.1250"


def test_what_was_corrected_is_told_with_both_figures(quarter: list[Told]) -> None:
    *_, changes, checked = quarter
    assert (
        "Rata-rata jam pelajaran, tahun 2026: turun dari 16,1 JP menjadi 14,6 JP" in changes.said
    )
    assert checked == Told("python build.py check", 0, "Tidak ada masalah pada data.\n")
