"""Pages that differ only in name, title and contents share one frame."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suluh.edition import PrintedPage
from suluh.pages.page import Section
from suluh.site.mould import DESCRIPTION, SECTION, TITLE, Frame, Mould, mould_of

SECTIONS = (Section("siapa", "Siapa mereka"), Section("apa", "Apa & mengapa"))
DINAS = PrintedPage("opd/dinas/", "Dinas <A>", "Kata & angka", SECTIONS, "dinas")
BADAN = PrintedPage("opd/badan/", "Badan", "Lain", SECTIONS[:1], "badan")
YEAR = PrintedPage("opd/dinas/2025/", "2025", "Setahun", SECTIONS, "dinas")
OTHERS = {
    "a page without sections": replace(BADAN, sections=()),
    "a page of another feed": replace(BADAN, feed="kota"),
    "a page of another kind": replace(BADAN, path="indikator/badan/"),
    "a page in English": replace(BADAN, path="en/opd/badan/"),
    "a page one folder deeper": YEAR,
}


def test_pages_of_two_departments_have_one_mould() -> None:
    assert mould_of(DINAS, ()) == mould_of(BADAN, ())


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_has_another_frame_has_another_mould_elsewhere(other: PrintedPage) -> None:
    assert mould_of(other, ()).path != mould_of(DINAS, ()).path


def test_a_page_with_a_twin_has_another_mould_which_leads_to_the_twins() -> None:
    both = {DINAS.path, f"en/{DINAS.path}"}
    ours = mould_of(DINAS, both)
    theirs = mould_of(replace(DINAS, path=f"en/{DINAS.path}"), both)
    assert (ours.twin, theirs.twin) == (theirs.path, ours.path)
    assert ours.path != mould_of(DINAS, {DINAS.path}).path
    assert mould_of(DINAS, {DINAS.path}).twin == ""


def test_a_page_of_the_first_level_keeps_its_name() -> None:
    home, list_of_all = (PrintedPage(path, "T", "D") for path in ("", "opd/"))
    assert mould_of(home, {"", "en/"}) == Mould("", "kota", "en/", has_sections=False)
    assert mould_of(list_of_all, {}).path == "opd/"


@pytest.mark.parametrize("page", [DINAS, BADAN, YEAR], ids=lambda page: page.path)
def test_a_frame_takes_the_page_s_own_names_and_words(page: PrintedPage) -> None:
    mould = mould_of(page, ())
    entry = f'<li class="x">\n<a href="#{SECTION}">{SECTION}</a></li>\n'
    before = (
        f'<title>{TITLE}</title><meta content="{DESCRIPTION}"><a href="{mould.path}">'
        f'<link href="umpan/{mould.feed}.xml"><a href="#{SECTION}">isi</a>'
        f"<ul><li>lain</li>{entry}</ul>"
    )
    framed = Frame.of(mould, before, f"<ol>{entry}</ol>").around(b"<p>isi</p>", page).decode()
    words = {"Dinas <A>": "Dinas &lt;A&gt;", "Kata & angka": "Kata &amp; angka"}
    title, description = (words.get(text, text) for text in (page.title, page.description))
    listed = "".join(
        f'<li class="x">\n<a href="#{s.id}">{s.title.replace("&", "&amp;")}</a></li>\n'
        for s in page.sections
    )
    assert framed == (
        f'<title>{title}</title><meta content="{description}"><a href="{page.path}">'
        f'<link href="umpan/{page.feed}.xml"><a href="#siapa">isi</a>'
        f"<ul><li>lain</li>{listed}</ul><p>isi</p><ol>{listed}</ol>"
    )


def test_every_page_of_a_frame_has_its_own_sections() -> None:
    entry = f'<li><a href="#{SECTION}">{SECTION}</a></li>'
    frame = Frame.of(mould_of(DINAS, ()), "", f"<ul>{entry}</ul>")
    listed = [frame.around(b"", page).count(b"<li>") for page in (DINAS, BADAN, DINAS)]
    assert listed == [2, 1, 2]


def test_words_of_a_page_are_not_taken_for_names_of_the_mould() -> None:
    page = replace(DINAS, title="suluh-nama-0 suluh-judul", sections=())
    framed = Frame.of(mould_of(page, ()), TITLE, "").around(b"suluh-judul", page)
    assert framed == b"suluh-nama-0 suluh-judulsuluh-judul"
