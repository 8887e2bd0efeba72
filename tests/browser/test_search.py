"""The search in Chromium: word forms, misspellings, keyboard, and without a script or an index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built_site import ROOT, BuiltSite
from opening import opened
from page_kinds import DESK, KINDS, PHONE
from playwright.sync_api import Browser, Page, expect
from snowballstemmer import stemmer

DEPARTMENT = KINDS["department"]
RESULTS = "#cari .cari__hasil a"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A department's page, whose search is opened anew for each test."""
    with opened(browser, address + DEPARTMENT, PHONE) as (page, _):
        yield page


@pytest.fixture
def search(page: Page) -> Iterator[Page]:
    page.keyboard.press("/")
    expect(page.locator("#cari-kata")).to_be_focused()
    yield page
    page.keyboard.press("Escape")
    page.wait_for_function("!document.activeElement.closest('#cari')")


def test_the_page_and_snowball_in_python_find_the_same_stems(
    page: Page, address: str, site: BuiltSite
) -> None:
    texts = [(ROOT / "data" / name).read_text("utf-8") for name in ("komitmen.csv", "layanan.csv")]
    texts += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("suluh/**/*.toml"))]
    words = sorted(set(re.findall(r"[a-z]{2,}", " ".join(texts).lower())))
    stem = stemmer("indonesian").stemWord
    script = "async ([from, words]) => words.map((await import(from)).stemmer)"
    found = page.evaluate(script, [f"{address}assets/snowball-id.js", words])
    assert len(words) > 1500
    differ = [(w, own, stem(w)) for w, own in zip(words, found, strict=True) if own != stem(w)]
    assert differ == []
    assert site.root.exists()


@pytest.mark.parametrize(
    "forms",
    [
        "urus mengurus pengurusan diurus urusan",
        "latih melatih pelatihan latihan dilatih",
        "adu mengadu pengaduan aduan mengadukan",
        "tulis menulis ditulis tulisan penulisan",
        "terbit menerbitkan penerbitan diterbitkan",
        "kirim mengirim pengiriman dikirim kiriman",
        "makam pemakaman dimakamkan",
        "rumah perumahan",
        "nikah menikah pernikahan",
        "periksa memeriksa pemeriksaan diperiksa",
    ],
)
def test_the_forms_of_a_word_are_known_by_one(page: Page, address: str, forms: str) -> None:
    script = "async ([from, words]) => words.map((await import(from)).keysOf)"
    keys = page.evaluate(script, [f"{address}assets/cari-indeks.js", forms.split()])
    shared = set(keys[0]).intersection(*keys)
    assert shared, keys


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Saya mau mengurus KTP", "Penerbitan KTP elektronik"),
        ("KTP hilang", "Penerbitan KTP elektronik"),
        ("menikah", "Pengurusan dispensasi nikah"),
        ("berlatih", "Pelatihan balai latihan kerja"),
        ("pel", "Pelayanan farmasi"),
        ("disdukcpil", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("kepuasn", "Indeks Kepuasan Masyarakat"),
        ("dinsos", "Dinas Sosial"),
        ("asn", "ASN"),
        ("kelengkapan", "Kelengkapan"),
        ("ikm", "IKM"),
        ("papan alur KTP", "Memasang papan alur penerbitan KTP elektronik"),
    ],
)
def test_what_one_means_is_among_the_first(search: Page, asked: str, found: str) -> None:
    assert any(found in title for title in _found(search, asked)[:6])


def test_where_nothing_fits_the_reader_is_told_and_led_on(search: Page) -> None:
    assert _found(search, "xyzzy") == []
    expect(search.locator("#cari [role=status]")).to_contain_text("Tidak ada yang cocok")
    expect(search.locator("#cari .cari__kaki a")).to_be_visible()


def test_how_much_was_found_is_announced(search: Page) -> None:
    _found(search, "KTP hilang")
    expect(search.locator("#cari [role=status]")).to_have_text("1 hasil untuk “KTP hilang”.")


def test_arrows_go_through_what_was_found_and_escape_goes_back(page: Page) -> None:
    opener = page.locator("header [data-cari]")
    opener.focus()
    page.keyboard.press("Enter")
    _found(page, "KTP")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).nth(1)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.locator("#cari-kata")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#cari")).to_be_hidden()
    expect(opener).to_be_focused()


def test_enter_leads_to_the_first_that_was_found(browser: Browser, address: str) -> None:
    with opened(browser, address + DEPARTMENT, DESK) as (page, heard):
        assert not [url for url in heard.requests if "cari-indeks" in url or ".json" in url]
        page.keyboard.press("/")
        page.keyboard.type("gratifikasi")
        page.keyboard.press("Enter")
        page.wait_for_url("**/opd/inspektorat/#siapa")
        assert heard.failed == []


def test_the_key_can_be_turned_off_and_stays_so(browser: Browser, address: str) -> None:
    with opened(browser, address, DESK) as (page, _):
        page.keyboard.press("/")
        page.locator("#cari-pintas").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        expect(page.locator("#cari")).to_be_hidden()
        page.goto(address + DEPARTMENT)
        page.keyboard.press("/")
        expect(page.locator("#cari")).to_be_hidden()


def test_a_slash_is_a_letter_where_somebody_writes(browser: Browser, address: str) -> None:
    with opened(browser, address + "cari/", PHONE) as (page, _):
        page.locator("#cari-q").press_sequentially("a/b")
        expect(page.locator("#cari")).to_be_hidden()
        expect(page.locator("#cari-q")).to_have_value("a/b")


def test_words_of_a_query_are_words_and_no_markup(search: Page) -> None:
    _found(search, "<img src=x onerror=alert(1)>")
    expect(search.locator("#cari [role=status]")).to_contain_text("<img")
    assert search.locator("#cari img").count() == 0


def test_home_asks_what_one_needs_and_the_answer_is_a_page(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        page.locator("#keperluan-kata").fill("ktp hilang")
        page.locator("#keperluan-kata").press("Enter")
        page.wait_for_url("**/cari/?q=ktp+hilang")
        first = page.locator("#cari-halaman .cari__hasil a").first
        expect(first).to_contain_text("Penerbitan KTP elektronik")
        first.click()
        page.wait_for_url("**/opd/disdukcapil/#siapa")


def test_without_a_script_the_search_is_a_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + DEPARTMENT)
    page.locator("header [data-cari]").click()
    page.wait_for_url("**/cari/")
    page.locator(".cari-az a", has_text="Penerbitan KTP elektronik").click()
    page.wait_for_url("**/opd/disdukcapil/#siapa")
    context.close()


def test_without_its_index_the_search_says_so(browser: Browser, address: str) -> None:
    with opened(browser, address, PHONE) as (page, _):
        page.route("**/cari/*.json", lambda route: route.abort())
        page.keyboard.press("/")
        page.keyboard.type("ktp")
        expect(page.locator("#cari [role=status]")).to_contain_text("tidak dapat dimuat")
        page.unroute("**/cari/*.json")
        page.keyboard.type(" ")
        expect(page.locator(RESULTS).first).to_be_visible()


def test_every_address_that_can_be_found_is_there(site: BuiltSite) -> None:
    index = json.loads((site.root / "cari" / "id.json").read_text(encoding="utf-8"))
    addresses = {
        _address(row, kind["alamat"], index["opd"])
        for kind in index["isi"].values()
        for row in kind["entri"]
    }
    assert len(addresses) > 400
    assert [address for address in sorted(addresses) if not _is_there(site, address)] == []


def _address(row: list[Any], pattern: str, departments: list[list[str]]) -> str:
    _, at, id_, *_ = [*row, *[-1, ""][len(row) - 1 :]]
    return pattern.format(opd=departments[at][0] if at >= 0 else "", id=id_)


def _is_there(site: BuiltSite, address: str) -> bool:
    path, _, anchor = address.partition("#")
    page = Path(path, "index.html").as_posix()
    if page not in site.pages:
        return False
    return not anchor or bool(site.document(page).xpath("//*[@id=$id]", id=anchor))


def _found(page: Page, text: str) -> list[str]:
    """Ask for something and give the titles of what is found, once the page has told of it."""
    told = "document.querySelector('#cari [role=status]').textContent"
    page.locator("#cari-kata").fill("")
    page.wait_for_function(f"!{told}")
    page.locator("#cari-kata").fill(text)
    page.wait_for_function(told)
    return page.locator("#cari .cari__hasil .cari__nama").all_inner_texts()
