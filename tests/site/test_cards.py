"""Cards to embed: small, without script, and true to `angka.csv`."""

from __future__ import annotations

import re

from built_site import BuiltSite, is_english
from lxml import html

VALUES = {"angka": "nilai", "angka-n": "n"}
LIMITS = {"bawah": "batas_bawah", "atas": "batas_atas"}
MOST_BYTES = 10 * 1024
SAID = (
    ("data per 30 September 2026", "DATA CONTOH, bukan data resmi", "bukan untuk memeringkat"),
    ("data as of 30 September 2026", "SAMPLE DATA, not official", "not for ranking"),
)
"""By language: when, what kind of data, and what a card is no good for."""


def test_the_city_and_every_department_have_a_card(site: BuiltSite) -> None:
    pages = {page.split("/")[1] for page in site.pages if re.fullmatch(r"opd/[^/]+/.*", page)}
    for folder in ("kartu/", "en/kartu/"):
        own = [card for card in site.cards if card.startswith(folder)]
        codes = {card.removeprefix(folder).removesuffix(".html") for card in own}
        assert codes == (pages - {"index.html"}) | {"kota"}


def test_every_number_of_a_card_equals_angka_csv(site: BuiltSite) -> None:
    shown = 0
    for card in site.cards:
        for found in site.document(card).iter("data"):
            row = site.figures[_key(found)]
            kind = found.get("class").split()[0]
            column = LIMITS[found.get("data-batas")] if kind == "batas" else VALUES[kind]
            assert found.get("value") == row[column], card
            shown += 1
    assert shown > 2 * len(site.cards)


def test_a_card_shows_the_newest_satisfaction_with_interval_n_period_and_date(
    site: BuiltSite,
) -> None:
    for card in site.cards:
        document = site.document(card)
        (value,) = document.xpath("//p[contains(@class, 'nilai')]/data")
        row = site.figures[_key(value)]
        own = [r for r in site.rows if (r["indikator"], r["kode_opd"]) == ("ikm", row["kode_opd"])]
        known = [r["periode"] for r in own if r["nilai"] and "-T" in r["periode"]]
        said = document.text_content()
        assert not known or row["periode"] == max(known), card
        assert [words for words in SAID[is_english(card)] if words not in said] == [], card
        if row["nilai"]:
            assert document.xpath("count(//data[@data-batas])") == 2, card
            assert document.xpath("count(//data[@class='angka-n'])") == 1, card


def test_a_hidden_or_small_sample_is_said_on_its_card(site: BuiltSite) -> None:
    states = set()
    for card in site.cards:
        document = site.document(card)
        (value,) = document.xpath("//p[contains(@class, 'nilai')]/data")
        status = site.figures[_key(value)]["status"]
        said = document.xpath("string(//p[@class='keadaan-kata'])")
        assert bool(said) is (status != "terbit"), card
        states.add(status)
    assert states - {"terbit"}  # the committed records have such departments


def test_a_card_is_small_and_has_no_script_style_or_address_of_another(site: BuiltSite) -> None:
    style = (site.root / "assets/kartu.css").read_bytes()
    for card in site.cards:
        content = (site.root / card).read_bytes()
        assert len(content) + len(style) <= MOST_BYTES, card
        assert re.findall(rb"<script|<style|\sstyle=|\son[a-z]+=|https?://", content) == []
    assert b"http" not in style
    assert b"@import" not in style


def test_a_card_leads_out_of_its_frame_to_the_page_of_its_department(site: BuiltSite) -> None:
    for card in site.cards:
        (link,) = site.document(card).iter("a")
        assert link.get("target") == "_top"
        page = (site.root / card).parent / link.get("href") / "index.html"
        assert page.resolve().is_file(), card


def test_the_code_to_embed_a_card_stands_on_the_page_of_its_department(site: BuiltSite) -> None:
    for card in site.cards:
        if card.endswith("kota.html"):
            continue
        page = card.replace("kartu/", "opd/").replace(".html", "/index.html")
        snippets = site.document(page).xpath("//code/text()")
        (frame,) = [html.fromstring(s) for s in snippets if s.startswith("<iframe")]
        assert frame.get("src") == f"https://alamat-situs-ini/{card}"
        assert frame.get("title")


def _key(found: html.HtmlElement) -> tuple[str, str, str, str]:
    keys = ("indikator", "opd", "periode", "rincian")
    indikator, opd, periode, rincian = (str(found.get(f"data-{key}")) for key in keys)
    return indikator, opd, periode, rincian
