"""The site in English: every page of it, to the last word, and leading to its other half."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from built_site import BuiltSite, indonesian, is_english
from data_folder import COMMITTED
from figure_keys import figure_key
from lxml.html import HtmlElement

WORDS = re.compile(
    r"\b(yang|dan|tidak|dengan|belum|untuk|dari|pada|adalah|atau|ini|itu|oleh|sudah|dalam|lebih|"
    r"karena|juga|bila|jadi|tiap|setiap|menurut|antara|sampai|sejak|akan|dapat|hanya|masih|telah|"
    r"tanpa|seluruh|semua|tahun|triwulan|hari|warga|perangkat|pelatihan|pengaduan|komitmen|"
    r"layanan|kepuasan|selesai|bagian|berpredikat|jawaban|selang|unduh|halaman)\b"
)
"""Words Indonesian cannot do without, none of which is English."""

SAID_IN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-label", "data-naik",
                      "data-turun", "data-abjad", "data-nilai")  # fmt: skip
NOT_SAID = ("script", "style", "code")
FILLED_IN = re.compile(r"{\w+}|lebih (?=\(more\))")
ADDRESSES = re.compile(r"\b[a-z_/]+\.(csv|json|html|svg)\b|\ben/[a-z/0-9-]*")
ALTERNATE = "//head/link[@hreflang][not(contains(@rel, 'feed'))]"


def test_every_page_has_its_english_one_and_no_other(site: BuiltSite) -> None:
    ours = {page for page in site.pages if not is_english(page) and page != "404.html"}
    assert {indonesian(page) for page in site.pages if is_english(page)} == ours
    assert len(ours) > 200


def test_each_page_says_which_language_it_is_in(site: BuiltSite) -> None:
    wrong = {
        (page, document.get("lang"))
        for page, document in site.documents()
        if document.get("lang") != ("en" if is_english(page) else "id")
    }
    assert wrong == set()


def test_the_switch_leads_to_the_same_page_in_the_other_language(site: BuiltSite) -> None:
    for page in _twins(site):
        (switch,) = site.document(page).find_class("alih-bahasa__tautan")
        other = indonesian(page) if is_english(page) else f"en/{page}"
        assert _file(page, switch.get("href")) == other
        assert switch.get("hreflang") == switch.get("lang") == ("id" if is_english(page) else "en")


def test_each_page_names_both_languages_to_search_engines(site: BuiltSite) -> None:
    for page in _twins(site):
        named = {
            link.get("hreflang"): _file(page, link.get("href"))
            for link in site.document(page).xpath(ALTERNATE)
        }
        own = indonesian(page)
        assert named == {"id": own, "en": f"en/{own}", "x-default": own}


def test_no_indonesian_is_left_but_what_records_say_and_that_is_marked(site: BuiltSite) -> None:
    names = _names()
    left = {
        (page, text)
        for page, document in site.documents()
        if is_english(page)
        for text in _said(document, "en")
        if WORDS.search(_without(names, text).lower())
    }
    assert left == set()


def test_english_pages_have_the_sections_and_charts_of_the_indonesian_ones(
    site: BuiltSite,
) -> None:
    for page in _twins(site):
        if is_english(page) and "aksesibilitas" not in page and "cari/" not in page:
            ids = [e.get("id") for e in site.article(page).xpath(".//*[@id]")]
            ours = [e.get("id") for e in site.article(indonesian(page)).xpath(".//*[@id]")]
            assert [i for i in ids if i != "bahasa"] == ours, page


def test_english_pages_show_the_figures_of_the_indonesian_ones(site: BuiltSite) -> None:
    for page in _twins(site):
        if is_english(page):
            assert _figures(site.article(page)) == _figures(site.article(indonesian(page))), page


def test_every_chart_of_an_english_page_can_be_downloaded_in_english(site: BuiltSite) -> None:
    pictures = sorted((site.root / "en").rglob("grafik/*.svg"))
    assert len(pictures) > 100
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        title = re.search(r"<title[^>]*>([^<]*)<", text)
        assert title is not None
        assert not WORDS.search(_without(_names(), title[1]).lower()), picture


def test_english_pages_lead_to_english_pages(site: BuiltSite) -> None:
    away = {
        (page, link.get("href"))
        for page, document in site.documents()
        if is_english(page)
        for link in document.xpath("//body//a[@href]")
        if link.get("hreflang") is None
        and (target := _file(page, link.get("href"))).endswith(".html")
        and not is_english(target)
        and target != "tentang/aksesibilitas/index.html"  # the statement names the other one
    }
    assert away == set()


def test_the_downloads_exist_once_and_serve_both_languages(site: BuiltSite) -> None:
    assert not (site.root / "en" / "unduh").exists()
    assert not (site.root / "en" / "api").exists()
    links = site.article("en/opd/disdukcapil/index.html").xpath(".//a/@href")
    assert "../../../unduh/opd/disdukcapil.csv" in links
    assert (site.root / "unduh" / "opd" / "disdukcapil.csv").is_file()


def test_each_language_has_its_own_entries_in_the_search(site: BuiltSite) -> None:
    ours, english = (_entries(site, language) for language in ("id", "en"))
    assert ours["halaman"]["opd/"] == "Perangkat daerah"
    assert english["halaman"]["opd/"] == "Departments"
    assert ours["indikator"]["ikm"] == "Indeks Kepuasan Masyarakat"
    assert english["indikator"]["ikm"] == "Citizen satisfaction index (IKM)"
    for kind, entries in ours.items():
        assert len(entries) == len(english[kind])


def test_a_page_looks_into_the_index_of_its_language(site: BuiltSite) -> None:
    for page in _twins(site):
        language = "en" if is_english(page) else "id"
        (dialog,) = site.document(page).xpath("//dialog[@id='cari']")
        assert dialog.get("data-bahasa") == language
        assert normpath(join("/", dirname(page), dialog.get("data-indeks"))) == (
            f"/cari/{language}.json"
        )
        root = "/en" if is_english(page) else "/"
        assert normpath(join("/", dirname(page), dialog.get("data-akar"))) == root


def _entries(site: BuiltSite, language: str) -> dict[str, dict[str, str]]:
    """What each kind of thing is called in the search, by its id or its title."""
    text = (site.root / "cari" / f"{language}.json").read_text(encoding="utf-8")
    return {
        kind: {(entry[2] if entry[2:] else entry[0]): entry[0] for entry in known["entri"]}
        for kind, known in json.loads(text)["isi"].items()
    }


def _twins(site: BuiltSite) -> Iterator[str]:
    return (page for page in site.pages if page != "404.html")


def _file(page: str, href: str) -> str:
    """The file a link of a page leads to; an anchor and a foreign address lead nowhere else."""
    address = href.partition("#")[0].partition("?")[0]
    if "//" in address or not address:
        return ""
    path = normpath(join("/", dirname(page), address)).lstrip("/")
    return path if "." in path.rpartition("/")[2] else f"{path}/index.html".lstrip("/")


def _said(element: HtmlElement, language: str) -> Iterator[str]:
    """Every text and name within an element that is not marked as Indonesian."""
    language = element.get("lang", language)
    if language != "en" or element.tag in NOT_SAID:
        return
    texts = [element.text, *(child.tail for child in element)]
    texts += [element.get(name) for name in SAID_IN_ATTRIBUTES]
    yield from (text for text in texts if text and text.strip())
    for child in element:
        if isinstance(child.tag, str):
            yield from _said(child, language)


def _names() -> list[str]:
    """Names of departments, which attributes and titles cannot mark; the longest first."""
    with (COMMITTED / "opd.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return sorted(
        {r[c] for r in rows for c in ("nama", "singkatan") if r[c]}, key=len, reverse=True
    )


def _without(names: list[str], text: str) -> str:
    for name in names:
        text = text.replace(name, "")
    return ADDRESSES.sub("", FILLED_IN.sub("", text))


def _figures(article: HtmlElement) -> list[tuple[str, ...]]:
    """Key and value of every figure, in any order: sentences may turn them round."""
    return sorted(
        (d.get("class", ""), d.get("value", ""), *figure_key(d)) for d in article.iter("data")
    )
