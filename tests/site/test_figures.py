"""Every figure on every page is a row of `unduh/angka.csv`, and that file is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest
from built_site import BuiltSite, indonesian, is_english
from figure_keys import FigureKey, figure_key
from lxml.html import HtmlElement

from suluh.catalogue import indicators

COLUMNS = (
    "indikator,kode_opd,periode,rincian,nilai,batas_bawah,batas_atas,n,satuan,kategori,status"
)
STATUSES = {"terbit", "disembunyikan", "sampel_kecil", "tidak_dilaporkan", "tidak_berlaku"}
VALUES = ("nilai", "batas_bawah", "batas_atas", "n")
WITH_VALUE = {"terbit", "sampel_kecil"}
CATEGORY_ONLY = {"predikat_opd"}


def test_every_figure_on_a_page_equals_angka_csv(site: BuiltSite) -> None:
    wrong, seen = [], 0
    for page, element in _elements(site, "angka"):
        row = site.figures.get(figure_key(element))
        seen += 1
        if row is None or element.get("value", "") != row["nilai"]:
            wrong.append((page, dict(element.attrib), row and row["nilai"]))
    assert wrong == []
    assert seen > len(site.pages)


def test_every_figure_that_is_shown_beside_another_is_angka_csv_rounded(site: BuiltSite) -> None:
    wrong, seen = [], 0
    for page, element in _elements(site, "angka-tampil"):
        row, shown = site.figures[figure_key(element)], Decimal(element.get("value", ""))
        seen += 1
        half = Decimal(1).scaleb(shown.as_tuple().exponent) / 2
        near = abs(shown - Decimal(row["nilai"])) <= half + Decimal(
            "0.00005"
        )  # it is rounded, too
        if not near or not _says_value(page, element):
            wrong.append((page, dict(element.attrib), row["nilai"]))
    assert wrong == []
    assert seen > 0


@pytest.mark.parametrize("kind", ["angka-n", "batas"])
def test_every_n_and_limit_on_a_page_equals_angka_csv(site: BuiltSite, kind: str) -> None:
    wrong, seen = [], 0
    for page, element in _elements(site, kind):
        row = site.figures.get(figure_key(element), {})
        column = f"batas_{element.get('data-batas')}" if kind == "batas" else "n"
        seen += 1
        if element.get("value") != row.get(column) or not _says_value(page, element):
            wrong.append((page, dict(element.attrib), row.get(column)))
    assert wrong == []
    assert seen > 0


def test_every_figure_on_a_page_can_be_tapped_and_is_explained(site: BuiltSite) -> None:
    """What `assets/periksa.js` shows of a figure hangs on the page's own link to its meaning."""
    wrong, seen = [], 0
    for page in site.pages:
        document = site.document(page)
        shown = set(document.xpath("//article//data/@data-indikator"))
        links = document.xpath("//details[contains(@class, 'asal-angka')]//li/a[1]/@href")
        scripts = document.xpath("//article//script[contains(@src, 'assets/periksa.js')]")
        seen += len(shown)
        if shown - {link.split("/")[-2] for link in links} or bool(shown) != bool(scripts):
            wrong.append(page)
    assert wrong == []
    assert seen > len(site.pages)


def test_every_part_of_few_is_the_share_of_its_n(site: BuiltSite) -> None:
    wrong, seen = [], 0
    for page, element in _elements(site, "angka-bagian"):
        row = site.figures[figure_key(element)]
        counted = Decimal(row["nilai"]) * int(row["n"]) / 100
        seen += 1
        if abs(Decimal(element.get("value", "")) - counted) > Decimal("0.01") or not _says_value(
            page, element
        ):
            wrong.append((page, dict(element.attrib), counted))
    assert wrong == []
    assert seen > 0


def test_every_figure_is_written_as_its_value_rounded(site: BuiltSite) -> None:
    wrong = [
        (page, element.text_content(), element.get("value"))
        for page, element in _elements(site, "angka")
        if element.get("value") and not _says_value(page, element)
    ]
    assert wrong == []


def test_a_figure_without_value_says_why(site: BuiltSite) -> None:
    indonesian = {"disembunyikan": "disembunyikan", "tidak_dilaporkan": "tidak dilaporkan",
                  "tidak_berlaku": "tidak berlaku"}  # fmt: skip
    english = {"disembunyikan": "hidden", "tidak_dilaporkan": "not reported",
               "tidak_berlaku": "not applicable"}  # fmt: skip
    wrong = []
    for page, element in _elements(site, "angka"):
        words = english if is_english(page) else indonesian
        row = site.figures[figure_key(element)]
        said = element.text_content().lower()
        if row["status"] in words and words[row["status"]] not in said and not row["kategori"]:
            wrong.append((page, figure_key(element), said.strip()))
    assert wrong == []


def test_every_change_is_the_difference_of_two_published_figures(site: BuiltSite) -> None:
    wrong, seen = [], 0
    for page, element in _elements(site, "selisih"):
        seen += 1
        before, after = (site.figures.get(key) for key in _keys_of_change(element))
        if before is None or after is None or not _is_difference(element, before, after):
            wrong.append((page, dict(element.attrib)))
    assert wrong == []
    assert seen > 0


def test_every_effect_says_its_row_and_no_more_than_its_interval_bears_out(
    site: BuiltSite,
) -> None:
    seen = 0
    for page, element in _elements(site, "dampak"):
        row, said = site.figures[figure_key(element)], element.text_content()
        seen += 1
        assert element.get("value", "") == row["nilai"], page
        up = bool(row["batas_bawah"]) and float(row["batas_bawah"]) > 0
        down = bool(row["batas_atas"]) and float(row["batas_atas"]) < 0
        assert bool(re.search(r"\bnaik\b|lebih baik|\brose\b|better", said)) == up, (page, said)
        assert bool(re.search(r"\bturun\b|lebih buruk|\bfell\b|worse", said)) == down, (page, said)
        if up or down:
            size = abs(Decimal(row["nilai"])).quantize(Decimal("0.1"), ROUND_HALF_UP)
            shown = str(size) if is_english(page) else str(size).replace(".", ",")
            assert shown in said, (page, said)
    assert seen > 10


def test_every_page_leads_from_its_figures_to_their_meaning_and_their_rows(
    site: BuiltSite,
) -> None:
    missing = []
    for page in site.pages:
        article = site.article(page) if not page.startswith("404") else None
        shown = set(article.xpath(".//@data-indikator")) if article is not None else set()
        links = {
            part
            for href in (article.xpath(".//a/@href") if shown else ())
            for part in re.findall(r"indikator/([a-z_]+)(?:/|\.csv)", href)
        }
        own = re.match(r"indikator/([a-z_]+)/", indonesian(page))
        missing += [(page, i) for i in shown - links - ({own[1]} if own else set())]
    assert missing == []


def test_a_card_shows_the_start_of_its_figures_row(site: BuiltSite) -> None:
    lines = (site.root / "unduh" / "angka.csv").read_text(encoding="utf-8")
    cards = [
        card for page in site.pages for card in site.document(page).find_class("kartu__periksa")
    ]
    assert len(cards) > 100
    for card in cards:
        *_, start = card.xpath("string(.//a[@download]/@title)").split()
        assert f"\n{start}," in lines


def test_angka_csv_has_the_published_columns_and_form(site: BuiltSite) -> None:
    text = (site.root / "unduh" / "angka.csv").read_bytes().decode("utf-8")
    assert text.splitlines()[0] == COLUMNS
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "nan" not in text.lower().split(",")
    numbers = {r[name] for r in site.rows for name in VALUES[:3]}
    odd = {number for number in numbers if number and not re.fullmatch(r"-?\d+\.\d{4}", number)}
    assert odd == set()
    assert {r["n"] for r in site.rows if r["n"] and not re.fullmatch(r"\d+", r["n"])} == set()


def test_angka_csv_is_sorted_by_its_keys_and_they_are_unique(site: BuiltSite) -> None:
    keys = [(r["indikator"], r["kode_opd"], r["periode"], r["rincian"]) for r in site.rows]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_a_status_says_truly_whether_there_is_a_value(site: BuiltSite) -> None:
    assert {r["status"] for r in site.rows} <= STATUSES
    wrong = [
        r
        for r in site.rows
        if bool(r["nilai"]) != (r["status"] in WITH_VALUE) and r["indikator"] not in CATEGORY_ONLY
    ]
    assert wrong == []
    hidden = [r for r in site.rows if r["status"] == "disembunyikan"]
    assert hidden
    assert {r[name] for r in hidden for name in VALUES} == {""}


def test_limits_enclose_their_value(site: BuiltSite) -> None:
    wrong = [
        r
        for r in site.rows
        if r["batas_bawah"]
        and not float(r["batas_bawah"]) <= float(r["nilai"]) <= float(r["batas_atas"])
    ]
    assert wrong == []


def test_no_indicator_is_left_out_for_any_department_and_period(site: BuiltSite) -> None:
    valid = {(r["kode_opd"], r["periode"]) for r in site.rows}
    missing = [
        (indicator.id, kode_opd, periode, rincian)
        for indicator in indicators().values()
        for kode_opd, periode in sorted(valid)
        if (indicator.tahun if len(periode) == 4 else indicator.triwulan)
        for rincian in [*([""] if indicator.total else []), *indicator.rincian]
        if (indicator.id, kode_opd, periode, rincian) not in site.figures
    ]
    assert missing == []


def test_a_year_has_its_quarters_and_every_department_the_same_periods_while_it_lasts(
    site: BuiltSite,
) -> None:
    periods = {r["periode"] for r in site.rows}
    assert {p[:4] for p in periods} <= periods
    city = {r["periode"] for r in site.rows if r["kode_opd"] == "kota"}
    assert city == periods


@pytest.mark.parametrize(("folder", "column"), [("opd", "kode_opd"), ("indikator", "indikator")])
def test_the_smaller_downloads_are_parts_of_angka_csv(
    site: BuiltSite, folder: str, column: str
) -> None:
    header, *lines = (site.root / "unduh" / "angka.csv").read_text(encoding="utf-8").splitlines()
    parts: dict[str, list[str]] = {}
    for row, line in zip(site.rows, lines, strict=True):
        parts.setdefault(row[column], [header]).append(line)
    files = {
        path.stem: path.read_text(encoding="utf-8").splitlines()
        for path in (site.root / "unduh" / folder).glob("*.csv")
    }
    assert files == parts


def _elements(site: BuiltSite, kind: str) -> Iterator[tuple[str, HtmlElement]]:
    for page, document in site.documents():
        for element in document.xpath("//data[contains(concat(' ', @class, ' '), $kind)]",
                                      kind=f" {kind} "):  # fmt: skip
            yield page, element


def _keys_of_change(element: HtmlElement) -> tuple[FigureKey, FigureKey]:
    indikator, opd, after, rincian = figure_key(element)
    before = element.get("data-dari", "")
    return (indikator, opd, before, rincian), (indikator, opd, after, rincian)


def _is_difference(element: HtmlElement, before: dict[str, str], after: dict[str, str]) -> bool:
    if not (before["nilai"] and after["nilai"]):
        return not element.get("value")
    difference = Decimal(after["nilai"]) - Decimal(before["nilai"])
    return abs(Decimal(element.get("value", "")) - difference) <= Decimal("0.0001")


def _says_value(page: str, element: HtmlElement) -> bool:
    """Whether the element shows its value, rounded to the decimals it shows.

    As `84,31` or `1.234` on an Indonesian page, `84.31` or `1,234` on an English one.
    """
    value, text = element.get("value", ""), element.text_content()
    if is_english(page):
        text = text.translate(str.maketrans(",.", ".,"))
    found = re.search(r"[-−]?\d[\d.]*(,\d+)?", text)
    if found is None:
        return False
    shown = Decimal(found[0].replace("−", "-").replace(".", "").replace(",", "."))
    exponent = Decimal(1).scaleb(shown.as_tuple().exponent)
    # angka.csv holds four decimals, the page rounds the full value: one unit at the limit.
    near = abs(shown - Decimal(value)) <= exponent / 2 + Decimal("0.00005")
    return near or shown == Decimal(value).quantize(exponent, ROUND_HALF_UP)
