"""Charts explored in Chromium under a strict policy, and their pictures saved."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import BuiltSite
from page_kinds import DESK, KINDS, PHONE
from playwright.sync_api import Browser, Locator, Page, expect
from serving import served
from test_pages import TOO_WIDE

DEPARTMENT = KINDS["department"]
POLICY = {"Content-Security-Policy": "script-src 'self'; style-src 'self'"}
CHARTS = {
    DEPARTMENT: (
        "perjalanan", "ikm-tren", "unsur", "sebaran", "pengaduan", "kurva", "jp", "nilai",
        "predikat", "komitmen",
    ),
    KINDS["comparison"]: ("corong",),
    KINDS["effect"]: ("dampak",),
}  # fmt: skip
MARKS = ".jelajah__gambar svg [aria-label][tabindex]"
WATCH = """() => { window.refused = [];
    addEventListener('securitypolicyviolation', e => refused.push(
        [e.effectiveDirective, e.sourceFile, e.sample])); }"""
PLACES = """mark => { const [, x, y] = mark.getAttribute('transform').match(/\\((.*),(.*)\\)/);
    return [Number(x), Number(y)]; }"""
DRAWN = """async address => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const colours = {};
    for (let i = 0; i < data.length; i += 4) {
        const colour = [...data.slice(i, i + 4)].join();
        colours[colour] = (colours[colour] || 0) + 1;
    }
    return { width: image.width, height: image.height, colours };
}"""


@pytest.fixture(scope="module")
def strict(site: BuiltSite) -> Iterator[str]:
    """The site under a policy that lets no inline script or style run."""
    with served(site.root, POLICY) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK, locale="id-ID", reduced_motion="reduce")
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize("path", CHARTS)
def test_charts_are_explored_under_a_strict_policy(page: Page, strict: str, path: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(f"({WATCH})()")
    page.goto(strict + path)
    for id_ in CHARTS[path]:
        chart = _explored(page, id_)
        told = chart.locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
        assert len(set(told)) == len(told), id_
        assert chart.locator(".jelajah__gambar svg [aria-roledescription]").count() == 0, id_
    refused = page.evaluate("refused")
    assert [r for r in refused if re.search(r"/assets/(grafik|jelajah)", r[1])] == []
    # The theme's own inline scripts, and what needs them: the policy is at work.
    assert refused
    assert [error for error in errors if "__md" not in error] == []
    assert page.evaluate("'view' in window || 'VEGA_DEBUG' in window") is False


def test_nothing_of_the_explorer_is_fetched_before_it_is_asked_for(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + DEPARTMENT, wait_until="networkidle")
    assert not [url for url in asked if "jelajah" in url or "/grafik/" in url]
    _explored(page, "unsur")
    assert [url for url in asked if url.endswith("assets/grafik/vega.js")]
    assert all(url.startswith((address, "data:")) for url in asked)


@pytest.mark.parametrize("id_", ["ikm-tren", "unsur", "nilai"])
def test_what_is_explored_lies_where_the_picture_has_it_and_is_told_as_published(
    page: Page, address: str, site: BuiltSite, id_: str
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, id_)
    rows = _published_rows(chart, site)
    places = chart.locator(f"{MARKS}[transform]").evaluate_all(f"nodes => nodes.map({PLACES})")
    circles = "nodes => nodes.map(n => ['cx', 'cy'].map(at => Number(n.getAttribute(at))))"
    picture = chart.locator(".grafik__gambar").last.locator("svg circle").evaluate_all(circles)
    missing = [p for p in places if min(_distance(p, c) for c in picture) > 1]  # whole pixels
    assert places
    assert missing == []
    told = chart.locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    for words in told:
        assert any(all(shown in words for shown in row) for row in rows), words


def test_a_hidden_figure_stays_hidden_in_the_explored_chart(
    page: Page, address: str, site: BuiltSite
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "predikat")
    hidden = {
        (r["periode"], r["rincian"])
        for r in site.rows
        if r["kode_opd"] == "disdukcapil"
        and r["indikator"] == "predikat"
        and r["status"] == "disembunyikan"
    }
    told = chart.locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert hidden
    for year, category in hidden:
        own = [words for words in told if words.startswith(f"{year}. {category}: ")]
        assert len(own) == 1
        assert own[0].startswith(f"{year}. {category}: disembunyikan")


def test_arrow_keys_lead_through_the_marks_and_escape_closes_what_is_told(
    page: Page, address: str
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "ikm-tren")
    marks, bubble = chart.locator(MARKS), chart.locator(".jelajah__isi")
    chart.locator("select").last.focus()
    page.keyboard.press("Tab")
    expect(marks.first).to_be_focused()
    expect(bubble).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    (row,) = chart.locator("tr.tabel__terpilih").all()
    assert bubble.inner_text().splitlines()[0] == (row.locator("th").text_content() or "").strip()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    assert chart.locator("tr.tabel__terpilih").count() == 0
    page.keyboard.press("Tab")
    assert chart.locator(".jelajah__gambar :focus").count() == 0  # the marks are one stop


def test_a_tap_near_a_mark_tells_of_it_until_another_place_is_tapped(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "unsur")
    mark, bubble = chart.locator(MARKS).nth(2), chart.locator(".jelajah__isi")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] + 12, box["y"] + 4)  # a finger beside the dot
    expect(bubble).to_be_visible()
    told = bubble.inner_text().splitlines()
    assert told[0] == (mark.get_attribute("aria-label") or "").split(". ")[0]
    page.touchscreen.tap(box["x"] + box["width"] + 90, box["y"] + 4)
    expect(bubble).to_be_hidden()
    context.close()


def test_a_period_is_cut_out_of_a_chart_along_time(page: Page, address: str) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "ikm-tren")
    start, end = chart.locator("select").all()
    whole = chart.locator(MARKS).count()
    start.select_option(label="2025")
    expect(chart.locator(MARKS)).to_have_count(whole - 8)
    end.select_option(label="2025")
    expect(chart.locator(MARKS)).to_have_count(4)
    told = _drawn(chart).locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert [words.split(".")[0] for words in told] == [f"T{q} 2025" for q in (1, 2, 3, 4)]
    end.select_option(label="2023")  # before the start, which follows
    assert start.evaluate("select => select.selectedOptions[0].text") == "2023"
    expect(chart.locator(MARKS)).to_have_count(4)


def test_of_years_chosen_while_a_slow_network_still_draws_the_last_stay(
    page: Page, address: str
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "nilai")
    page.route("**/assets/grafik/nilai*.json", lambda _: None)
    first, last = chart.locator(".jelajah__masa select").all()
    first.select_option(label="2024")
    last.select_option(label="2025")
    first.select_option(label="2025")
    page.unroute("**/assets/grafik/nilai*.json")  # which answers what was asked until now
    told = _drawn(chart).locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert {one[:4] for one in told} == {"2025"}
    assert chart.locator(".jelajah__gambar svg").count() == 1


def test_the_picture_comes_back(page: Page, address: str) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "unsur")
    expect(chart.locator(".grafik__gambar")).to_be_hidden()
    chart.locator(".grafik__jelajah").click()
    expect(chart.locator(".grafik__gambar")).to_be_visible()
    assert chart.locator(".jelajah").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_explored_chart(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport=PHONE, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "ikm-tren")
    chart.locator(MARKS).first.focus()
    found = Axe().run(page, context="#grafik-ikm-tren").response["violations"]
    assert [rule["id"] for rule in found] == []
    assert page.evaluate(TOO_WIDE) == []
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    ("path", "id_"),
    [(DEPARTMENT, "unsur"), (DEPARTMENT, "sebaran"), ("suara/", "unsur"), ("suara/", "sebaran")],
)
def test_a_chart_is_shown_of_another_year_as_that_year_s_page_has_it(
    page: Page, address: str, language: str, path: str, id_: str
) -> None:
    page.goto(f"{address}{language}{path}2024/")
    theirs = _said(page.locator(f"#grafik-{id_}"))
    page.goto(address + language + path)
    chart = page.locator(f"#grafik-{id_}")
    ours = _said(chart)
    assert ours != theirs
    _choose(chart, "2024/")
    assert _said(chart) == theirs
    link = chart.locator("[href$='.svg']").get_attribute("href")
    assert link == f"2024/grafik/{id_}.svg"
    assert page.request.get(page.url + link).ok
    _choose(chart, "")
    assert _said(chart) == ours


def test_what_is_explored_follows_the_year_chosen(
    page: Page, address: str, site: BuiltSite
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, "unsur")
    _choose(chart, "2024/")
    expect(chart.locator(MARKS).first).to_have_attribute("aria-label", re.compile("979"))
    told = chart.locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    for row in _published_rows(chart, site):
        assert any(all(text in one for text in row) for one in told), row


def test_a_year_that_cannot_be_fetched_changes_nothing(page: Page, address: str) -> None:
    page.goto(address + DEPARTMENT)
    page.route("**/2024/", lambda route: route.abort())
    chart = page.locator("#grafik-unsur")
    ours = _said(chart)
    select = chart.locator(".grafik__masa select")
    select.select_option("2024/")
    expect(select).to_have_value("")
    assert _said(chart) == ours


@pytest.mark.parametrize("id_", ["predikat", "nilai"])
def test_a_chart_with_a_row_a_year_is_cut_to_some_of_them(
    page: Page, address: str, id_: str
) -> None:
    page.goto(address + DEPARTMENT)
    chart = _explored(page, id_)
    first, last = chart.locator(".jelajah__masa select").all()
    assert first.locator("option").all_inner_texts() == ["2023", "2024", "2025", "2026"]
    first.select_option(label="2025")
    last.select_option(label="2025")
    told = _drawn(chart).locator(MARKS).evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert {one[:4] for one in told} == {"2025"}
    assert chart.locator("tbody tr").count() == 4  # the table stays whole


@pytest.mark.parametrize("id_", ["ikm-tren", "unsur"])
def test_a_chart_is_saved_as_png_at_twice_its_size(
    page: Page, address: str, tmp_path: Path, id_: str
) -> None:
    page.goto(address + DEPARTMENT)
    figure = page.locator(f"#grafik-{id_}")
    size = figure.locator(".grafik__gambar svg").last.evaluate("svg => svg.viewBox.baseVal.width")
    with page.expect_download() as saved:
        figure.locator(".grafik__png button").click()
    assert saved.value.suggested_filename == f"{id_}.png"
    saved.value.save_as(tmp_path / "saved.png")
    content = (tmp_path / "saved.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    drawn = page.evaluate(DRAWN, _address_of(content))
    assert drawn["width"] == (size + 32) * 2
    assert drawn["height"] > 300
    assert drawn["colours"]["11,95,102,255"] > 100  # --c-data: what is drawn, in light colours
    assert drawn["colours"]["29,35,39,255"] > 100  # --c-ink: its words
    assert max(drawn["colours"], key=drawn["colours"].get) == "255,255,255,255"


def test_without_javascript_a_chart_offers_its_table_csv_and_svg_alone(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + DEPARTMENT)
    figure = page.locator("#grafik-ikm-tren")
    for script_only in (".grafik__jelajah", ".grafik__png"):
        assert not figure.locator(script_only).is_visible()
    for kept in ("a[href$='.svg']", "a[href$='.csv']", "a[href$='indikator/ikm/']", "summary"):
        assert figure.locator(kept).first.is_visible()
    context.close()


def _explored(page: Page, id_: str) -> Locator:
    """The figure of a chart, once it can be explored."""
    chart = page.locator(f"#grafik-{id_}")
    chart.locator(".grafik__jelajah").click()
    chart.locator(MARKS).last.wait_for(state="attached")
    return _drawn(chart)


def _drawn(chart: Locator) -> Locator:
    """The same, once what was asked of it last is drawn."""
    expect(chart.locator(".jelajah__gambar")).not_to_have_attribute("aria-busy", "true")
    return chart


def _choose(chart: Locator, folder: str) -> None:
    """Choose a year, and wait until it is shown."""
    chart.locator(".grafik__masa select").select_option(folder)
    expect(chart).to_have_attribute("data-folder", folder)


def _said(chart: Locator) -> dict[str, object]:
    """All that a chart says, and how it is drawn."""
    parts = (".grafik__judul", ".grafik__baca", ".grafik__catatan", "summary", "table")
    said = {part: chart.locator(part).first.text_content() for part in parts}
    drawn = chart.locator(".grafik__gambar--sempit svg").inner_html()
    return {**said, "drawn": drawn}


def _published_rows(chart: Locator, site: BuiltSite) -> list[list[str]]:
    """What each row of the chart's table says of the figures of `angka.csv`, as texts."""
    rows = []
    for row in chart.locator("tbody tr").all():
        shown = [(row.locator("th").text_content() or "").strip()]
        for figure in row.locator("data.angka").all():
            shown += _texts(site.figures[_key(figure)], (figure.text_content() or "").strip())
        rows.append(shown)
    return rows


def _key(figure: Locator) -> tuple[str, str, str, str]:
    keys = ("indikator", "opd", "periode", "rincian")
    indikator, opd, periode, rincian = (figure.get_attribute(f"data-{k}") or "" for k in keys)
    return indikator, opd, periode, rincian


def _texts(published: Mapping[str, str], shown: str) -> list[str]:
    """A figure as it is shown, which is its published value, rounded."""
    decimals = len(shown.partition(",")[2])
    value = float(shown.replace(".", "").replace(",", "."))
    assert abs(value - float(published["nilai"])) <= 0.5 * 10**-decimals + 1e-9
    return [shown]


def _distance(one: list[float], other: list[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _address_of(content: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(content).decode()
