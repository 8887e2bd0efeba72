"""Hand-written pages: what they may call, and what a writer is told of a mistake."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from published_figures import CIVIL_REGISTRY, Cell, published

from suluh.bodies import Bodies
from suluh.edition import PrintedPage
from suluh.figures import Status
from suluh.ground import Ground
from suluh.pages.content import ContentError, content_pages, read_source
from suluh.pages.quotation import UnknownNameError, quoted_chart, quoted_figure
from suluh.press import Press
from suluh.published import Published

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
HEAD = "---\ntitle: Tentang\ndescription: Apa ini\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "content"


def write(folder: Path, text: str, name: str = "tentang/index.md", head: str = HEAD) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + text, encoding="utf-8")
    return file


def press(tmp_path: Path, city: Published | None = None) -> Press:
    bodies, files = Bodies(tmp_path / "bodies"), Ground(tmp_path / "files")
    bodies.root.mkdir(exist_ok=True)
    return Press(city or published(), TEMPLATES, bodies, files, tmp_path / "cache")


def printed(folder: Path, city: Published | None = None) -> PrintedPage:
    ((page,),) = [printing(press(folder.parent, city)) for _, printing in content_pages(folder)]
    return page


def test_a_page_keeps_its_markdown_and_has_the_path_of_its_file(folder: Path) -> None:
    write(folder, "Halo *dunia* <b>&</b>\n")
    page = printed(folder)
    assert (page.path, page.title, page.description) == ("tentang/", "Tentang", "Apa ini")
    assert page.markdown == "Halo *dunia* <b>&</b>"


@pytest.mark.parametrize(
    ("name", "path"),
    [("tentang/metodologi.md", "tentang/metodologi/"), ("data/kamus.md", "data/kamus/")],
)
def test_a_file_that_is_no_index_becomes_a_folder(folder: Path, name: str, path: str) -> None:
    assert read_source(write(folder, "", name), folder).path == path


def test_a_figure_is_called_by_name_and_can_be_checked(folder: Path) -> None:
    write(folder, 'IKM {{ angka("ikm", "disdukcapil", "2026-T3") }} pada triwulan III.\n')
    figure = published().of("disdukcapil").get("ikm", "2026-T3")
    assert figure is not None
    text = printed(folder).markdown or ""
    assert f'value="{figure.nilai:.4f}"' in text
    assert ">85,00</data>" in text
    assert "\n" not in text.strip()


def test_without_a_period_the_newest_figure_with_a_value_is_meant() -> None:
    silent = published(lambda _, __, p, ___: Cell(_status(p != "2026-T3")))
    assert quoted_figure(silent, "ikm").periode == "2026-T2"
    assert quoted_figure(silent, "jp_rata").periode == "2026"
    nothing = published(lambda *_: Cell(Status.NOT_REPORTED))
    assert quoted_figure(nothing, "ikm").status is Status.NOT_REPORTED


def test_a_chart_leaves_a_slot_and_its_body_and_picture(folder: Path, tmp_path: Path) -> None:
    write(folder, '{{ grafik("ikm-tren", "disdukcapil") }}\n')
    page = printed(folder)
    assert page.markdown == "<!--sisip:tentang/grafik/disdukcapil-ikm-tren-->"
    body = page.charts["tentang/grafik/disdukcapil-ikm-tren"].read()
    assert b'id="grafik-disdukcapil-ikm-tren"' in body
    assert (tmp_path / "files" / "tentang" / "grafik" / "disdukcapil-ikm-tren.svg").is_file()


def test_the_limits_in_force_can_be_quoted(folder: Path) -> None:
    write(folder, "{{ kota }}: {{ aturan.smallest_count }} orang\n")
    assert printed(folder).markdown == "Kota Sawahlunto: 5 orang"


def test_values_from_data_are_escaped_in_a_text(folder: Path) -> None:
    city = published()
    hostile = replace(city, contract=replace(city.contract, city="<script>&"))
    write(folder, "{{ kota }}\n")
    assert printed(folder, hostile).markdown == "&lt;script&gt;&amp;"


@pytest.mark.parametrize(
    ("call", "near"),
    [
        ('angka("ikmm")', '"ikm"'),
        ('angka("ikm", "disdukcapill")', '"disdukcapil"'),
        ('angka("ikm", "disdukcapil", "2026-T9")', '"2026-T3"'),
        ('angka("nrr", rincian="waktuu")', '"waktu"'),
        ('angka("nrr")', '"waktu"'),
        ('grafik("ikm-trend")', '"ikm-tren"'),
        ('grafik("ikm-tren", "disdukcapill")', '"disdukcapil"'),
        ("angkaa('ikm')", "angka"),
        ("angka(", ""),
        ("angka('ikm', bulan='Mei')", ""),
        ("aturan.tidak_ada", ""),
    ],
)
def test_a_mistake_is_told_with_file_line_and_nearest_names(
    folder: Path, call: str, near: str
) -> None:
    write(folder, "satu\n\ntiga {{ " + call + " }}\n")
    with pytest.raises(ContentError) as error:
        printed(folder)
    assert str(error.value).startswith("content/tentang/index.md, baris 7: ")
    assert near in str(error.value).partition(": ")[2]
    assert error.value.__suppress_context__


@pytest.mark.parametrize(
    "head",
    [
        "",
        "---\ntitle: x\n",
        "---\ntitle: x\n---\n",
        "---\ntitle:\ndescription: y\n---\n",
        "---\njudul: x\ndescription: y\n---\n",
    ],
)
def test_a_page_without_title_or_description_is_refused(folder: Path, head: str) -> None:
    write(folder, "teks\n", head=head)
    with pytest.raises(ContentError, match=r"^content/tentang/index\.md, baris 1: "):
        printed(folder)


def test_quotes_and_colons_in_a_title_are_kept_as_a_writer_means_them(folder: Path) -> None:
    head = '---\ntitle: "Suluh: apa ini?"\ndescription: Satu\n---\n'
    assert read_source(write(folder, "", head=head), folder).meta["title"] == "Suluh: apa ini?"


@pytest.mark.parametrize(
    "name", ["index.md", "opd/index.md", "opd/x.md", "data/index.md", "data.md"]
)
def test_a_hand_written_page_may_not_stand_in_the_place_of_a_made_one(
    folder: Path, name: str
) -> None:
    write(folder, "", name)
    with pytest.raises(ContentError, match="dibuat otomatis"):
        printed(folder)


def test_a_department_that_has_no_figures_cannot_be_quoted() -> None:
    later = replace(CIVIL_REGISTRY, kode_opd="baru", berlaku_mulai=published().as_of.replace(2030))
    city = replace(published(), departments=(*published().departments, later))
    with pytest.raises(UnknownNameError):
        quoted_figure(city, "ikm", "baru")
    with pytest.raises(UnknownNameError):
        quoted_chart(city, "ikm-tren", "baru")


def _status(reported: bool) -> Status:
    return Status.PUBLISHED if reported else Status.NOT_REPORTED


def test_a_mistake_found_by_another_process_arrives_whole() -> None:
    mistake = pickle.loads(pickle.dumps(ContentError.at("content/x.md", 3, "salah")))  # noqa: S301
    assert str(mistake) == "content/x.md, baris 3: salah"
