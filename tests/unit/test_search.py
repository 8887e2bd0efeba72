"""What can be found, and what the file of it weighs."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from published_figures import CIVIL_REGISTRY, LIBRARY, published

from suluh.edition import PrintedPage
from suluh.pages.findable import LONGEST_TITLE, MOST_COMMITMENTS, Entry, Kind, entries
from suluh.pages.search import letters, search_page
from suluh.published import Commitment, Service
from suluh.search import NeedsError, read_needs
from suluh.search.writing import index_text, page_entries
from suluh.text import ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ROOT / "templates" / "theme" / "assets"
REGISTRY = CIVIL_REGISTRY.kode_opd
MOST_BYTES = 100_000
PROMISE = Commitment(
    "kmt-1", REGISTRY, date(2026, 1, 5), "", "Membuka loket pada hari Sabtu.", date(2026, 6, 1),
    "belum", None, "", "ikm", lewat=True,
)  # fmt: skip


def test_departments_services_indicators_terms_and_promises_are_found() -> None:
    city = replace(
        published(),
        services=(Service(REGISTRY, 2026, "KTP elektronik", gratis=True),),
        commitments=(PROMISE,),
    )
    found = {(entry.kind, entry.title): entry.address for entry in entries(city)}
    assert found[Kind.DEPARTMENT, CIVIL_REGISTRY.nama] == "opd/disdukcapil/"
    assert found[Kind.SERVICE, "KTP elektronik"] == "opd/disdukcapil/#siapa"
    assert found[Kind.INDICATOR, "Indeks Kepuasan Masyarakat"] == "indikator/ikm/"
    assert found[Kind.TERM, "ASN"] == "tentang/istilah/#asn"
    assert found[Kind.COMMITMENT, PROMISE.komitmen] == "opd/disdukcapil/#komitmen-kmt-1"


def test_services_are_those_of_the_newest_year_of_each_department() -> None:
    services = (
        Service(REGISTRY, 2025, "Layanan lama", gratis=True),
        Service(REGISTRY, 2026, "Layanan baru", gratis=True),
        Service(LIBRARY.kode_opd, 2025, "Ruang baca", gratis=True),
    )
    found = entries(replace(published(), services=services))
    assert [e.title for e in found if e.kind == Kind.SERVICE] == ["Layanan baru", "Ruang baca"]


def test_what_citizens_say_leads_to_the_service() -> None:
    city = replace(published(), services=(Service(REGISTRY, 2026, "KTP Elektronik", gratis=True),))
    (service,) = (
        e for e in entries(city, {"ktp elektronik": "KTP hilang"}) if e.kind == Kind.SERVICE
    )
    assert service.also == "KTP hilang"


def test_english_names_come_first_in_english_and_the_others_still_lead_there() -> None:
    found = entries(published(), language=ENGLISH)
    (ikm,) = (e for e in found if (e.kind, e.id) == (Kind.INDICATOR, "ikm"))
    assert ikm.title == "Citizen satisfaction index (IKM)"
    assert ikm.also == "Indeks Kepuasan Masyarakat"


def test_a_long_promise_is_cut_between_words() -> None:
    long = replace(PROMISE, komitmen="kata " * 40)
    (found,) = (
        e for e in entries(replace(published(), commitments=(long,))) if e.kind == Kind.COMMITMENT
    )
    assert LONGEST_TITLE - 5 <= len(found.title) <= LONGEST_TITLE
    assert found.title.endswith("kata …")


@pytest.mark.parametrize("made", [MOST_COMMITMENTS - 1, MOST_COMMITMENTS, MOST_COMMITMENTS + 1])
def test_the_newest_promises_are_found_and_no_more_than_a_phone_can_fetch(made: int) -> None:
    day = timedelta(days=1)
    promises = tuple(
        replace(PROMISE, id_komitmen=f"k{at}", tanggal=PROMISE.tanggal + at * day)
        for at in range(made)
    )
    found = entries(replace(published(), commitments=promises))
    listed = {e.id for e in found if e.kind == Kind.COMMITMENT}
    assert len(listed) == min(made, MOST_COMMITMENTS)
    assert f"k{made - 1}" in listed
    assert ("k0" in listed) == (made <= MOST_COMMITMENTS)


def test_pages_are_found_unless_they_are_entries_of_their_own() -> None:
    own = ("opd/disdukcapil/", "opd/disdukcapil/2025/", "indikator/ikm/")
    paths = ("", "opd/", "indikator/", *own)
    found = page_entries(PrintedPage(path, path, "") for path in paths)
    assert [entry.address for entry in found] == ["", "opd/", "indikator/"]


def test_the_index_says_as_much_as_the_entries_and_leaves_out_what_is_empty() -> None:
    found = [
        Entry(Kind.DEPARTMENT, "Dinas", REGISTRY, also="dinas"),
        Entry(Kind.PAGE, "Beranda"),
        Entry(Kind.TERM, "ASN", id="asn"),
    ]
    index = json.loads(index_text(published(), found))
    rows = {kind: told["entri"] for kind, told in index["isi"].items() if told["entri"]}
    (position,) = (at for at, (code, _) in enumerate(index["opd"]) if code == REGISTRY)
    assert index["opd"][position] == [REGISTRY, "Disdukcapil"]
    assert rows == {
        "opd": [["Dinas", position, "", "dinas"]],
        "halaman": [["Beranda"]],
        "istilah": [["ASN", -1, "asn"]],
    }


def test_400_departments_are_searched_within_100_kb() -> None:
    """Of invented promises: no text of people is as little alike, so none packs worse."""
    chance = random.Random(400)  # noqa: S311 the same every time
    words = _words()
    departments = tuple(
        replace(
            CIVIL_REGISTRY, kode_opd=f"opd-{at}", singkatan=f"D{at}",
            nama=f"Dinas {' '.join(chance.choices(words, k=3)).title()}",
        )
        for at in range(400)
    )  # fmt: skip
    services = tuple(
        Service(d.kode_opd, 2026, " ".join(chance.choices(words, k=2)), gratis=True)
        for d in departments
        for _ in range(4)
    )
    promises = tuple(
        replace(
            PROMISE, id_komitmen=f"kmt-{2023 + at % 4}-{at:04}",
            kode_opd=chance.choice(departments).kode_opd,
            komitmen=" ".join(chance.choices(words, k=8)).capitalize(),
        )
        for at in range(3300)
    )  # fmt: skip
    city = replace(published(), departments=departments, services=services, commitments=promises)
    found = entries(city, read_needs(ROOT / "content"))
    kinds = Counter(entry.kind for entry in found)
    assert (kinds[Kind.DEPARTMENT], kinds[Kind.COMMITMENT]) == (400, MOST_COMMITMENTS)
    assert kinds[Kind.SERVICE] > 1500
    scripts = [(ASSETS / name).read_bytes() for name in _SCRIPTS]
    sent = [index_text(city, found).encode(), *scripts]
    assert sum(len(gzip.compress(content, mtime=0)) for content in sent) < MOST_BYTES


_SCRIPTS = ("cari.js", "cari-indeks.js", "snowball-id.js")


def _words() -> list[str]:
    """The words of the sample's promises."""
    text = (ROOT / "data" / "komitmen.csv").read_text(encoding="utf-8").lower()
    return sorted({word for word in text.replace(",", " ").split() if word.isalpha()})


def test_the_list_has_everything_but_promises_by_letter() -> None:
    listed = [
        Entry(Kind.SERVICE, "air bersih", REGISTRY),
        Entry(Kind.TERM, "ASN", id="asn"),
        Entry(Kind.SERVICE, "24 jam", REGISTRY),
    ]
    assert [(one.letter, len(one.entries)) for one in letters(listed)] == [("#", 1), ("A", 2)]
    page = search_page(replace(published(), commitments=(PROMISE,)))
    for language in LANGUAGES:
        by_letter = page.content["letters"][language]  # type: ignore[index]
        shown = [entry for letter in by_letter for entry in letter.entries]
        assert CIVIL_REGISTRY.nama in {entry.title for entry in shown}
        assert Kind.COMMITMENT not in {entry.kind for entry in shown}


def test_needs_are_read_and_a_folder_without_them_is_no_mistake(tmp_path: Path) -> None:
    assert read_needs(tmp_path) == {}
    _write(tmp_path, '[[kebutuhan]]\nlayanan = "KTP"\nkata = ["hilang", "rusak"]\n')
    assert read_needs(tmp_path) == {"ktp": "hilang rusak"}
    assert read_needs(tmp_path, ENGLISH) == {"ktp": "hilang rusak"}


def test_english_pages_know_what_is_said_in_english_as_well(tmp_path: Path) -> None:
    _write(tmp_path, '[[kebutuhan]]\nlayanan = "KTP"\nkata = ["hilang"]\ninggris = ["lost"]\n')
    assert read_needs(tmp_path) == {"ktp": "hilang"}
    assert read_needs(tmp_path, ENGLISH) == {"ktp": "hilang lost"}


def test_every_need_is_said_in_english_as_well() -> None:
    ours, english = (read_needs(ROOT / "content", language) for language in LANGUAGES)
    assert ours.keys() == english.keys()
    assert {service for service in ours if english[service] == ours[service]} == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[kebutuhan]\n", "bukan TOML"),
        ("[kebutuhan]\n", "dua kurung siku"),
        ('[[kebutuhan]]\nlayanan = "KTP"\n', "[[kebutuhan]] ke-1"),
        ('[[kebutuhan]]\nlayanan = "KTP"\nkata = "hilang"\n', "[[kebutuhan]] ke-1"),
        ('[[kebutuhan]]\nlayanan = "KTP"\nkata = [1]\n', "[[kebutuhan]] ke-1"),
        ('[[kebutuhan]]\nlayanan = "KTP"\nkata = []\ninggris = "a"\n', "[[kebutuhan]] ke-1"),
        ('[[kebutuhan]]\nlayanan = "KTP"\nkata = []\ninggris = [1]\n', "[[kebutuhan]] ke-1"),
    ],
)
def test_a_mistake_in_the_needs_is_named(tmp_path: Path, text: str, said: str) -> None:
    _write(tmp_path, text)
    with pytest.raises(NeedsError) as raised:
        read_needs(tmp_path)
    assert "kebutuhan.toml" in str(raised.value)
    assert said in str(raised.value)


def _write(folder: Path, text: str) -> None:
    (folder / "kebutuhan.toml").write_text(text, encoding="utf-8")
