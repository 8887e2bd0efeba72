"""`/banding/` in Chromium: a table put in order and sieved, departments side by side."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import BuiltSite
from opening import go_to
from page_kinds import DESK, NARROW, PHONE
from playwright.sync_api import Browser, Page, Route, expect
from published_figures import figure
from test_pages import TOO_WIDE

from suluh.comparison import Verdict, compare
from suluh.figures import Status
from suluh.pages.side_by_side import COMPARED
from suluh.published import Figure

MEASURES = [(id_, rincian) for id_, categories in COMPARED for rincian in categories]
NAMES = "#tabel-ikm tbody tr:visible th"
SAID = "#berdampingan-hasil [data-putusan]"
NEWS = "#alat-banding [role=status]"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
)
SIGNS = {Verdict.UP: 1, Verdict.DOWN: -1, Verdict.UNCLEAR: 0}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own, which may not say an error."""
    context = browser.new_context(viewport=DESK, locale="id-ID")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert errors == []


def test_the_table_is_put_in_order_and_says_what_order_means(page: Page, address: str) -> None:
    go_to(page, address + "banding/")
    alphabetical = page.locator(NAMES).all_text_contents()
    head = page.locator("#tabel-ikm thead th").nth(1)
    news = page.locator(".tabel-olah [role=status]").nth(1)
    for direction, word in (("ascending", "terendah"), ("descending", "tertinggi")):
        head.get_by_role("button", name="IKM").click()
        assert head.get_attribute("aria-sort") == direction
        values = _values(page)
        assert values == sorted(values, reverse=direction == "descending")
        expect(news).to_contain_text(word)
        expect(news).to_contain_text("dalam batas kebetulan tidak berarti apa-apa")
        expect(page.locator("#tabel-ikm .tabel__urutan")).to_be_hidden()
    page.get_by_role("button", name="Perangkat daerah").click()
    assert page.locator(NAMES).all_text_contents() == alphabetical
    expect(page.locator("#tabel-ikm .tabel__urutan")).to_be_visible()


def test_the_city_stays_first_and_what_has_no_value_comes_last(page: Page, address: str) -> None:
    go_to(page, address + "banding/")
    for _ in ("ascending", "descending"):
        page.get_by_role("button", name="IKM").click()
        _, *others = page.eval_on_selector_all(
            "#tabel-ikm tbody tr", "all => all.map(row => row.querySelector('data')?.value)"
        )
        assert page.locator(NAMES).first.text_content() == "Seluruh Kota Sawahlunto"
        assert others == sorted(others, key=lambda value: not value)
        assert not others[-1], "one of the sample's departments has no value"


def test_the_table_is_sieved_by_name_and_by_kind(page: Page, address: str) -> None:
    go_to(page, address + "banding/")
    news = page.locator(".tabel-olah [role=status]").first
    total = page.locator(NAMES).count() - 1
    page.get_by_label("Jenis").select_option("kecamatan")
    assert all("Kecamatan" in name for name in page.locator(NAMES).all_text_contents()[1:])
    page.get_by_label("Cari nama").fill("  TALAWI ")
    assert page.locator(NAMES).all_text_contents()[1:] == ["Kecamatan Talawi"]
    expect(news).to_have_text(f"Tampak 1 dari {total} perangkat daerah.")
    page.get_by_label("Jenis").select_option("")
    page.get_by_label("Cari nama").fill("disdukcapil")
    assert page.locator(NAMES).count() == 2, "an abbreviation finds its department, too"


def test_a_keyboard_alone_chooses_two_departments_and_reaches_them(
    page: Page, address: str
) -> None:
    go_to(page, address + "banding/")
    page.get_by_label("Cari nama").focus()
    page.keyboard.type("Dinas Ke")
    for _ in range(6):  # kind, the table that scrolls, three heads, the first box
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(NEWS)).to_contain_text("Pilih sekurangnya satu lagi")
    page.keyboard.press("Tab")  # its name
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#berdampingan-hasil")).to_be_visible()
    assert page.locator("#berdampingan-hasil thead th").count() == 4
    page.get_by_role("link", name="Ke perbandingan").press("Enter")
    assert page.locator("#berdampingan").bounding_box()["y"] < DESK["height"]  # type: ignore[index]


def test_the_address_keeps_the_choice_and_back_takes_it_back(page: Page, address: str) -> None:
    go_to(page, address + "banding/?opd=dpmptsp,disdukcapil&tahun=2024")
    assert _heads(page) == ["Disdukcapil", "DPMPTSP"]
    expect(page.locator("#berdampingan-hasil caption")).to_contain_text("tahun 2024")
    page.locator("#tahun").select_option("2025")
    expect(page).to_have_url(re.compile(r"banding/\?opd=disdukcapil,dpmptsp#berdampingan$"))
    page.get_by_label("Bandingkan Sekretariat Daerah").check()
    expect(page.locator("#berdampingan-hasil thead")).to_contain_text("Setda")
    page.go_back()
    expect(page.locator("#berdampingan-hasil thead")).not_to_contain_text("Setda")
    assert not page.get_by_label("Bandingkan Sekretariat Daerah").is_checked()
    page.go_back()
    expect(page.locator("#tahun")).to_have_value("2024")
    page.get_by_role("button", name="Kosongkan pilihan").click()
    expect(page.locator("#berdampingan-hasil")).to_be_hidden()
    expect(page).to_have_url(re.compile("banding/$"))


@pytest.mark.parametrize(
    ("query", "news"),
    [
        ("?opd=disdukcapil", "Pilih sekurangnya satu lagi"),
        ("?opd=disdukcapil,xyz,dpmptsp", "Kode “xyz” di alamat halaman ini tidak dikenal"),
        ("?opd=disdukcapil,dpmptsp,setda,rsud,dinkes", "Paling banyak empat"),
        ("?opd=disdukcapil,dpmptsp&tahun=1999", "Dipilih: Disdukcapil, DPMPTSP."),
        ("?opd=%3Cimg%20src=x%20onerror=alert(1)%3E", "tidak dikenal"),
    ],
)
def test_an_address_that_asks_too_little_too_much_or_nonsense_is_told(
    page: Page, address: str, query: str, news: str
) -> None:
    go_to(page, address + "banding/" + query)
    expect(page.locator(NEWS)).to_contain_text(news)
    assert page.locator(f"{NEWS} img").count() == 0


def test_a_fifth_department_is_refused(page: Page, address: str) -> None:
    go_to(page, address + "banding/?opd=disdukcapil,dpmptsp,setda,rsud")
    page.get_by_label("Bandingkan Dinas Kesehatan").click()
    expect(page.locator(NEWS)).to_contain_text("Paling banyak empat")
    assert not page.get_by_label("Bandingkan Dinas Kesehatan").is_checked()
    assert len(_heads(page)) == 4


def test_each_pair_that_cannot_be_compared_is_refused_with_its_reason(
    page: Page, address: str
) -> None:
    page.route("**/unduh/opd/setda.csv", _in_every_state)
    go_to(page, address + "banding/?opd=disdukcapil,setda&tahun=2025")
    refused = {
        ("ikm", ""): "disembunyikan untuk melindungi orang",
        ("nrr", "persyaratan"): "yang menjawab kurang dari 30 orang",
        ("nrr", "waktu"): "terbit tanpa selang",
        ("jp_terpenuhi", ""): "tidak dilaporkan, bukan nol; angka tahun 2024 ada, tetapi periode "
        "yang berbeda tidak dibandingkan",
        ("pengaduan_tepat_waktu", ""): "tidak ada yang dapat dihitung",
        ("komitmen_ditepati", ""): "belum atau tidak ada lagi pada tahun itu",
    }
    page.wait_for_selector(SAID)
    for (indikator, rincian), reason in refused.items():
        row = page.locator(f"tr[data-indikator='{indikator}'][data-rincian='{rincian}']")
        expect(row.locator("li")).to_have_count(1)
        expect(row.locator("li")).to_contain_text("Tidak dapat dibandingkan: Setda (")
        expect(row.locator("li")).to_contain_text(reason)


def test_figures_that_cannot_be_fetched_are_told(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/unduh/opd/*.csv", lambda route: route.abort())
    go_to(page, address + "banding/?opd=disdukcapil,setda")
    expect(page.locator(NEWS)).to_contain_text("tidak dapat diambil")
    assert page.locator("#berdampingan-hasil").is_hidden()
    context.close()


def test_every_number_side_by_side_equals_angka_csv(
    page: Page, address: str, site: BuiltSite
) -> None:
    go_to(page, address + "banding/?opd=disdukcapil,kesbangpol,setda,bpbd")
    page.wait_for_selector(SAID)
    shown = page.eval_on_selector_all(
        "#berdampingan-hasil data", "all => all.map(e => [e.value, e.className, {...e.dataset}])"
    )
    for value, kind, key in shown:
        row = site.figures[key["indikator"], key["opd"], key["periode"], key["rincian"]]
        column = {"angka": "nilai", "angka-n": "n"}.get(kind) or f"batas_{key['batas']}"
        assert value == row[column]
    assert {kind for _, kind, _ in shown} == {"angka", "angka-n", "batas"}


def test_script_and_python_say_the_same_of_random_pairs_of_departments(
    page: Page, address: str, site: BuiltSite
) -> None:
    """What the page says of a pair is what suluh.comparison says of the rows of angka.csv."""
    chance = random.Random(20260930)  # noqa: S311 the same pairs every time
    codes = sorted({opd for _, opd, year, _ in site.figures if year == "2025"} - {"kota"})
    said: set[str] = set()
    for _ in range(8):
        four = chance.sample(codes, 4)
        go_to(page, f"{address}banding/?opd={','.join(four)}")
        page.wait_for_selector(SAID)
        told = page.eval_on_selector_all(
            SAID, "all => all.map(e => ({...e.closest('tr').dataset, ...e.dataset}))"
        )
        expected = _expected(site, four)
        assert {_pair(item) for item in told} == expected
        said |= {verdict for *_, verdict in expected}
    assert said == {"beda", "tidak_jelas", "tolak"}


def test_script_and_python_draw_the_line_at_the_same_place(page: Page, address: str) -> None:
    """Intervals of all widths, among them those that just touch zero, and just do not."""
    chance = random.Random(1927)  # noqa: S311
    pairs = [(_random_figure(chance), _random_figure(chance)) for _ in range(3000)]
    edge = figure(nilai=85.0, batas_bawah=82.0, batas_atas=86.0)
    pairs += [
        (edge, figure(nilai=80.0, batas_bawah=79.0, batas_atas=upper))
        for upper in (83.9999, 84.0, 84.0001)
    ]
    go_to(page, address + "banding/")
    signs = page.evaluate(
        "([module, pairs]) => import(module).then(m => pairs.map(([a, b]) => m.difference(a, b)))",
        [address + "assets/angka.js", [[_cells(a), _cells(b)] for a, b in pairs]],
    )
    assert signs == [SIGNS[compare(a, b).verdict] for a, b in pairs]
    assert signs[-3:] == [1, 0, 0]
    assert set(signs) == {-1, 0, 1}


def test_the_comparison_is_downloaded_with_its_caveats(page: Page, address: str) -> None:
    go_to(page, address + "banding/?opd=disdukcapil,kesbangpol")
    page.wait_for_selector(SAID)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Unduh perbandingan ini").click()
    download = downloading.value
    assert download.suggested_filename == "perbandingan-2025-kesbangpol-disdukcapil.csv"
    text = download.path().read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert len(rows) == 2 * len(MEASURES)
    ikm = next(r for r in rows if (r["indikator"], r["kode_opd"]) == ("ikm", "kesbangpol"))
    assert ikm["nilai"].replace(",", "", 1).isdigit()
    assert ikm["status"] == "sampel_kecil"
    assert "Kesbangpol (yang menjawab kurang dari 30 orang" in ikm["perbandingan"]
    for caveat in ("hanya karena kebetulan", "DATA CONTOH", "Data per", "Layanan gratis"):
        assert all(caveat in r["catatan"] for r in rows if r["indikator"] == "ikm")
    assert all(r["catatan"] for r in rows)


def test_an_english_page_downloads_what_a_spreadsheet_in_english_reads(
    page: Page, address: str
) -> None:
    go_to(page, address + "en/banding/?opd=disdukcapil,kesbangpol")
    page.wait_for_selector(SAID)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download this comparison").click()
    text = downloading.value.path().read_text(encoding="utf-8").removeprefix("\ufeff")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 2 * len(MEASURES)
    ikm = next(r for r in rows if (r["indikator"], r["kode_opd"]) == ("ikm", "kesbangpol"))
    assert 25 < float(ikm["nilai"]) < 100
    assert "less than 30" in ikm["perbandingan"] or "fewer than 30" in ikm["perbandingan"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_comparison(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    go_to(page, address + "banding/?opd=disdukcapil,kesbangpol,setda")
    page.wait_for_selector(SAID)
    page.get_by_role("button", name="IKM").click()
    found = Axe().run(page).response["violations"]
    serious = [r["id"] for r in found if r["impact"] in ("serious", "critical")]
    context.close()
    assert serious == []


def test_four_departments_need_no_sideways_scroll_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    go_to(page, address + "banding/?opd=disdukcapil,kesbangpol,setda,koperindag")
    page.wait_for_selector(SAID)
    assert page.evaluate(TOO_WIDE) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate(TOO_WIDE) == []


def test_without_javascript_the_table_is_whole_and_no_control_shows(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(address + "banding/?opd=disdukcapil,dpmptsp")
    assert page.locator(NAMES).count() > 30
    assert (
        page.locator("article :is(button:not([popovertarget]), input, select):visible").count()
        == 0
    )
    expect(page.locator("#tanpa-skrip")).to_be_visible()
    context.close()


def test_the_comparison_runs_under_a_strict_policy(page: Page, address: str) -> None:
    """Our scripts alone: material's inline ones need hashes."""
    foreign = re.compile(r'<script(?! src="../assets/[\w-]+\.js")[^>]*>.*?</script>', re.DOTALL)

    def strictly(route: Route) -> None:
        answer = route.fetch()
        body = foreign.sub("", answer.text())
        route.fulfill(body=body, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/banding/?opd=*", strictly)
    go_to(page, address + "banding/?opd=disdukcapil,dpmptsp")
    page.wait_for_selector(SAID)
    page.get_by_role("button", name="IKM").click()
    with page.expect_download():
        page.get_by_role("button", name="Unduh perbandingan ini").click()


def _values(page: Page) -> list[float]:
    """The values in the order shown, the city and what has none left out."""
    cells = page.eval_on_selector_all(
        "#tabel-ikm tbody tr[data-opd] data.angka", "all => all.map(e => e.value)"
    )
    return [float(value) for value in cells if value]


def _heads(page: Page) -> list[str]:
    page.wait_for_selector(SAID)
    return page.locator("#berdampingan-hasil thead th").all_text_contents()[1:-1]


def _in_every_state(route: Route) -> None:
    """A department whose figures of 2025 are each in another state; commitments it has none."""
    rows = (
        "indikator,kode_opd,periode,rincian,nilai,batas_bawah,batas_atas,n,satuan,kategori,status",
        "ikm,setda,2025,,,,,,indeks,,disembunyikan",
        "jp_terpenuhi,setda,2024,,50.0000,40.0000,60.0000,90,persen,,terbit",
        "jp_terpenuhi,setda,2025,,,,,,persen,,tidak_dilaporkan",
        'layanan_pengguna,setda,2025,"Surat, ""kilat""",5.0000,,,5,orang,,terbit',
        "nrr,setda,2025,persyaratan,3.0000,2.5000,3.5000,20,skor,,sampel_kecil",
        "nrr,setda,2025,waktu,3.0000,,,20,skor,,terbit",
        "pengaduan_tepat_waktu,setda,2025,,,,,,persen,,tidak_berlaku",
    )
    route.fulfill(body="\n".join(rows) + "\n", content_type="text/csv")


def _expected(site: BuiltSite, codes: list[str]) -> set[tuple[str, ...]]:
    """What may be said: indicator, category, the two departments (the higher first), verdict."""
    said = set()
    for measure in MEASURES:
        figures = {code: _figure(site, measure, code) for code in codes}
        able = {code: f for code, f in figures.items() if f and f.status is Status.PUBLISHED}
        said |= {(*measure, code, "", "tolak") for code in figures.keys() - able.keys()}
        for (a, of_a), (b, of_b) in combinations(sorted(able.items()), 2):
            verdict = compare(of_a, of_b).verdict
            kind = "tidak_jelas" if verdict is Verdict.UNCLEAR else "beda"
            high, low = (b, a) if verdict is Verdict.DOWN else (a, b)
            said.add((*measure, high, low, kind))
    return said


def _pair(item: dict[str, str]) -> tuple[str, ...]:
    a, b = item["a"], item["b"]
    if item["putusan"] == "tidak_jelas":
        a, b = sorted((a, b))
    return item["indikator"], item["rincian"], a, b, item["putusan"]


def _figure(site: BuiltSite, measure: tuple[str, str], code: str) -> Figure | None:
    indikator, rincian = measure
    row = site.figures.get((indikator, code, "2025", rincian))
    if row is None:
        return None
    numbers = {
        c: float(row[c]) if row[c] else None for c in ("nilai", "batas_bawah", "batas_atas")
    }
    rest = {"satuan": row["satuan"], "n": int(row["n"]) if row["n"] else None}
    return figure(indikator, "2025", rincian, status=Status(row["status"]), **rest, **numbers)


def _random_figure(chance: random.Random) -> Figure:
    value = round(chance.uniform(70, 90), 4)
    below, above = (round(chance.uniform(0, 8), 4) for _ in range(2))
    return figure(
        nilai=value, batas_bawah=round(value - below, 4), batas_atas=round(value + above, 4)
    )


def _cells(f: Figure) -> dict[str, Any]:
    return {name: str(getattr(f, name)) for name in ("nilai", "batas_bawah", "batas_atas")}
