"""Whoever follows the site by feed or calendar is told what it says, and is led back to it."""

from __future__ import annotations

import csv
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

import followed
import pytest
from built_site import BuiltSite, indonesian
from data_folder import COMMITTED

ALTERNATE = "//head/link[@rel='alternate feed'][@type='application/atom+xml']/@href"


@pytest.fixture(scope="module")
def codes(site: BuiltSite) -> list[str]:
    return sorted({row["kode_opd"] for row in site.rows})


def test_the_city_and_every_department_can_be_followed_by_feed_and_calendar(
    site: BuiltSite, codes: list[str]
) -> None:
    for folder, suffix in (("umpan", ".xml"), ("kalender", ".ics")):
        names = sorted(path.name.removesuffix(suffix) for path in (site.root / folder).iterdir())
        assert names == codes


def test_every_feed_is_valid_and_leads_to_pages_of_the_site(
    site: BuiltSite, codes: list[str]
) -> None:
    anchors = {page: set(document.xpath("//@id")) for page, document in site.documents()}
    broken, seen = [], 0
    for code in codes:
        path = f"umpan/{code}.xml"
        for link in followed.links(followed.feed_of((site.root / path).read_bytes())):
            seen += 1
            way, anchor = urldefrag(link)
            target = normpath(join(dirname(path), way)).removeprefix(".")
            page = join(target, "index.html") if way.endswith("/") else target
            known = page == path if page == target else page in anchors
            if not known or (anchor and unquote(anchor) not in anchors[page]):
                broken.append((path, link))
    assert broken == []
    assert seen > 300


def test_every_calendar_is_valid_and_the_city_s_has_every_commitment(
    site: BuiltSite, codes: list[str]
) -> None:
    with (COMMITTED / "komitmen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for code in codes:
        calendar = followed.calendar_of((site.root / f"kalender/{code}.ics").read_bytes())
        found = sorted(str(day) for day in followed.days_of(calendar))
        due = [row["tenggat"] for row in rows if code in ("kota", row["kode_opd"])]
        assert found == sorted([*due, "2026-12-31"]), code


def test_a_feed_says_of_a_figure_what_the_page_says(site: BuiltSite) -> None:
    feed = followed.feed_of((site.root / "umpan/disdukcapil.xml").read_bytes())
    newest = followed.texts(feed, "a:entry/a:summary")[0]
    page = site.article("opd/disdukcapil/index.html")
    lead = " ".join(
        p.text_content() for kind in ("lead", "lead-lanjut") for p in page.find_class(kind)
    )
    assert newest in " ".join(lead.split())


def test_every_page_names_the_feed_of_what_it_is_about(site: BuiltSite) -> None:
    wrong = []
    for page, document in site.documents():
        (href,) = document.xpath(ALTERNATE)
        own = indonesian(page)
        code = own.split("/")[1] if own.startswith("opd/") and own != "opd/index.html" else "kota"
        if normpath(join("/", dirname(page), href)) != f"/umpan/{code}.xml":
            wrong.append((page, href))
    assert wrong == []


@pytest.mark.parametrize(
    ("page", "code"),
    [("index.html", "kota"), ("forum/index.html", "kota"), ("opd/rsud/index.html", "rsud")],
)
def test_the_ways_to_follow_are_offered_in_words(site: BuiltSite, page: str, code: str) -> None:
    links = {a.text_content(): a.get("href") for a in site.article(page).iter("a")}
    assert links["Ikuti perubahan (Atom)"].endswith(f"umpan/{code}.xml")
    assert links["Tenggat dalam kalender (.ics)"].endswith(f"kalender/{code}.ics")


def test_what_is_overdue_stands_first_on_the_forum_page(site: BuiltSite) -> None:
    article = site.article("forum/index.html")
    assert article.xpath(".//h2/@id")[0] == "lewat"
    first = article.xpath("(.//ul[contains(@class, 'timbal')])[1]/li")
    assert first
    assert all("lewat tenggat" in item.text_content() for item in first)


def test_every_commitment_stands_in_full_on_the_page_of_its_department(site: BuiltSite) -> None:
    with (COMMITTED / "komitmen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        document = site.document(f"opd/{row['kode_opd']}/index.html")
        (item,) = document.xpath("//*[@id=$id]", id=f"komitmen-{row['id_komitmen']}")
        shown = " ".join(item.text_content().split())
        for words in (row["id_komitmen"], row["masukan"], row["komitmen"], row["bukti"]):
            assert words in shown
