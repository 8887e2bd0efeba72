"""The officer's own page of problems, and the catalogue in the docs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from intake_folder import Folder, csv_text, example
from lxml import html
from openpyxl import Workbook

from suluh.intake import Problem
from suluh.intake.explanations import explanations
from suluh.intake.messages import LANGUAGES, catalogue
from suluh.problem_report import catalogue_pages, report_page

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
NIP = "198501012010011001"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.make(tmp_path / "data")


def page(folder: Folder, lang: str = "id") -> html.HtmlElement:
    return html.document_fromstring(text(folder, lang))


def text(folder: Folder, lang: str = "id") -> str:
    return report_page(folder.path, folder.problems(), lang, TEMPLATES)


def survey(folder: Folder, count: int, changes: dict[int, dict[str, str]]) -> None:
    """A survey whose rows are changed at these lines of the sheet."""
    rows = [example("skm", id_respon=f"r-{line}") for line in range(2, count + 2)]
    folder.put("skm", *(row | changes.get(n, {}) for n, row in enumerate(rows, start=2)))


def test_the_bad_cell_is_marked_and_described_by_its_message(folder: Folder) -> None:
    survey(folder, 9, {5: {"waktu": "9"}})
    document = page(folder)
    (cell,) = document.xpath("//tbody//td[@class='error']")
    assert cell.text_content().split() == ["✕", "9"]
    (message,) = [document.get_element_by_id(i) for i in cell.get("aria-describedby").split()]
    assert "9 di luar batas kolom “waktu”" in message.text_content()
    assert "Periksa angka aslinya" in message.text_content()
    (link,) = document.xpath("//a[.='G5']")
    assert document.get_element_by_id(link.get("href").lstrip("#")) is cell


@pytest.mark.parametrize(("bad", "shown"), [(5, [4, 5, 6]), (2, [2, 3]), (10, [9, 10])])
def test_a_bad_row_is_shown_with_one_row_above_and_below(
    folder: Folder, bad: int, shown: list[int]
) -> None:
    survey(folder, 9, {bad: {"waktu": "9"}})
    rows = page(folder).xpath("//tbody/tr[not(@class='pesan')]/th")
    assert [int(th.text_content().split()[-1]) for th in rows] == shown


def test_only_the_first_cells_of_a_mistake_made_often_are_shown(folder: Folder) -> None:
    survey(folder, 400, {line: {"kode_opd": "disdukcapl"} for line in range(2, 402)})
    document = page(folder)
    assert len(document.xpath("//tbody//td[@class='error']")) == 30
    assert "400 sel" in document.text_content()
    assert len(text(folder)) < 200_000


def test_of_many_contents_some_cells_of_each_are_shown_and_every_link_leads_to_one(
    folder: Folder,
) -> None:
    wrong = {
        n: {"kode_opd": f"entah-{n % 40}" if n > 200 else "disdukcapl"} for n in range(2, 300)
    }
    survey(folder, 298, wrong)
    document = page(folder)
    assert len(document.xpath("//li/p[not(@class)][.//a]")) == 30
    shown = {td.text_content().split()[-1] for td in document.xpath("//td[@class='error']")}
    assert len(shown) == 30
    assert "disdukcapl" in shown
    for link in document.xpath("//a/@href"):
        document.get_element_by_id(link.lstrip("#"))


def test_of_a_very_long_cell_the_report_shows_the_beginning(folder: Folder) -> None:
    folder.put("libur", example("libur", nama="1 a " * 9_000_000))
    assert len(report_page(folder.path, folder.problems(), "id", TEMPLATES)) < 30_000


def test_a_sheet_of_a_workbook_is_shown_as_a_table_of_its_own(folder: Folder) -> None:
    book = Workbook()
    for name, row in {"libur": example("libur", tanggal="besok"), "forum": {"Tema": "x"}}.items():
        sheet = book.create_sheet(name)
        sheet.append(list(row))
        sheet.append(list(row.values()))
    book.save(folder.path / "isian.xlsx")
    shown = page(folder)
    heads = [" ".join(h.text_content().split()) for h in shown.findall(".//section/h2")]
    assert heads == ["isian.xlsx, lembar forum Forum konsultasi publik",
                     "isian.xlsx, lembar libur Hari libur"]  # fmt: skip
    marked = shown.xpath("//section[2]//td[contains(@class, 'error')]")
    assert [cell.text_content().split() for cell in marked] == [["✕", "besok"]]
    assert shown.xpath("//select[@id='berkas']/option/text()") == ["Semua", "isian.xlsx"]


def test_every_file_and_every_kind_can_be_sifted(folder: Folder) -> None:
    survey(folder, 3, {3: {"waktu": "9"}, 4: {"tanggal": "besok"}})
    folder.write("pengadua.csv", "x")
    folder.write("libur.csv", b"\0")
    document = page(folder)
    files = document.xpath("//select[@id='berkas']/option/text()")
    assert files == ["Semua", "libur.csv", "pengadua.csv", "skm.csv"]
    assert document.xpath("//section/@data-berkas") == files[1:]
    kinds = document.xpath("//select[@id='kode']/option/@value")
    assert kinds == ["", "nul-bytes", "unknown-file", "out-of-range", "not-a-date"]
    assert set(document.xpath("//li/@data-kode")) == set(kinds[1:])
    assert document.xpath("//tbody/@data-kode") == ["not-a-date out-of-range"]
    assert document.xpath("//form/@hidden")  # until the script that sifts runs


def test_it_says_first_that_it_is_not_to_be_published(folder: Folder) -> None:
    survey(folder, 1, {2: {"waktu": "9"}})
    first = page(folder).xpath("//body/*")[0]
    assert "Jangan diterbitkan" in first.text_content()
    english = page(folder, "en").xpath("//body/*")[0].text_content()
    assert english.lstrip().startswith("This report holds")
    assert page(folder).xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


def test_personal_numbers_are_masked_everywhere(folder: Folder) -> None:
    survey(folder, 3, {2: {"saran": f"Hubungi {NIP}"}, 3: {"id_respon": NIP, "waktu": "9"}})
    folder.write(f"{NIP}.csv", "x")
    assert NIP not in text(folder)
    assert "•" * 18 in text(folder)


def test_free_text_and_unknown_columns_show_only_where_the_problem_is(folder: Folder) -> None:
    row = example("skm", saran="Bu Ani ramah sekali", waktu="9") | {"nama": "Budi Santoso"}
    folder.write("skm.csv", csv_text([row]))
    assert "Bu Ani" not in text(folder)
    assert "Budi" not in text(folder)
    assert example("skm")["layanan"] in text(folder)


def test_what_the_records_hold_is_never_markup(folder: Folder) -> None:
    hostile = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
    survey(folder, 2, {2: {"layanan": hostile, "waktu": hostile, "kode_opd": hostile}})
    folder.write("<img src=x onerror=alert(1)>.csv", "x")
    document = page(folder)
    assert len(document.xpath("//script")) == 1
    assert document.xpath("//img") == []
    assert document.xpath("//@onerror") == []


def test_it_asks_no_network_and_runs_only_its_own_script_and_style(folder: Folder) -> None:
    survey(folder, 1, {2: {"waktu": "9"}})
    document = page(folder)
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = document.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert document.xpath("//*[@src or @style or self::link]") == []
    assert all(href.startswith("#") for href in document.xpath("//@href"))
    assert re.findall(r"https?:|url\(|@import", text(folder)) == []


def test_a_folder_without_problems_says_so(folder: Folder) -> None:
    folder.put_examples()
    document = page(folder)
    assert "Tidak ada masalah pada data." in document.text_content()
    assert document.xpath("//section | //form") == []


def test_without_a_contract_there_is_still_a_report(folder: Folder) -> None:
    folder.write("datapackage.json", "{")
    assert page(folder).xpath("//section/@data-berkas") == ["datapackage.json"]


# --- the catalogue


@pytest.mark.parametrize("name", ["masalah.md", "problems.md"])
def test_the_catalogue_in_the_docs_is_that_of_the_program(name: str) -> None:
    """After a change: `make catalogue`."""
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == catalogue_pages(TEMPLATES)[name]
    for code in catalogue():
        assert written.count(f'<a id="{code}"></a>') == 1


def test_every_problem_is_explained_and_nothing_else_is() -> None:
    assert list(explanations()) == list(catalogue())


@pytest.mark.parametrize("code", catalogue())
def test_an_explanation_is_whole_in_both_languages(code: str) -> None:
    told = explanations()[code]
    for lang in LANGUAGES:
        assert not told[lang].title.endswith(".")
        assert told[lang].title[0].isupper()
        for sentences in (told[lang].why, told[lang].remedy):
            assert sentences.endswith((".", "CSV UTF-8 di Excel."))
        assert told[lang].wrong != told[lang].right
    for part in ("title", "why", "remedy"):
        assert getattr(told["id"], part) != getattr(told["en"], part)


def test_titles_tell_problems_apart() -> None:
    for lang in LANGUAGES:
        titles = [told[lang].title for told in explanations().values()]
        assert len(set(titles)) == len(titles)


def test_a_problem_is_what_its_page_calls_it(folder: Folder) -> None:
    folder.put("libur", example("libur", tanggal="besok"))
    (problem,) = folder.problems()
    assert isinstance(problem, Problem)
    assert explanations()[problem.code]["id"].title == "Bukan tanggal"
