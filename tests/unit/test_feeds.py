"""What a feed tells of and a calendar holds, on which day, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import followed
import pytest
from published_figures import AS_OF, CIVIL_REGISTRY, DEPARTMENTS, published

from suluh.contract import Contract
from suluh.feeds import Address, AddressError, read_address, write_feeds
from suluh.feeds.address import names_of
from suluh.feeds.commitments import commitment_entries
from suluh.feeds.corrections import correction_entries
from suluh.feeds.dates import deadlines, next_to_end
from suluh.feeds.entry import Entry
from suluh.feeds.feed import MOST_ENTRIES
from suluh.feeds.forums import forum_entries
from suluh.feeds.icalendar_text import escaped, folded
from suluh.feeds.new_figures import MOST_PERIODS, figure_entries
from suluh.figures import CITY
from suluh.ground import Ground
from suluh.published import Commitment, Correction, Forum, Published
from suluh.render import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
REGISTRY, LIBRARY = (d.kode_opd for d in DEPARTMENTS)
NOWHERE = Address("", "tag:kota.example,2026:suluh")
SOMEWHERE = Address("https://suluh.example/kota/", NOWHERE.names)
DUE = date(2026, 6, 30)
PROMISE = Commitment(
    "kmt-1", REGISTRY, date(2026, 3, 2), "Antre lama.", "Membuka loket kedua.", DUE, "selesai",
    DUE, "Jadwal loket", "ikm", lewat=False,
)  # fmt: skip
FORUM = Forum(REGISTRY, date(2026, 3, 2), "Waktu tunggu", "Aula", 38, "BA-1", "fkp-1")
CORRECTION = Correction(
    date(2026, 5, 4), "ikm", REGISTRY, "2026-T1", "83,90", "84,31", "Terlambat."
)
HOSTILE = (
    "<b>&amp;</b> & ]]> <![CDATA[x]]> \"'",
    "nol\x00 dengar\x07 hapus\x7f batas\x1f c1\x85 bukan\ufffe",
    "baris\r\nbaru\nEND:VEVENT\r\nBEGIN:VALARM\v\f\u2028",
    "koma, titik koma; garis \\ miring\\n: \\;",
    "{{ 7 * 191 }}{% raw %}<?xml version='1.0'?><!DOCTYPE x>",
    "👩🏽‍🚒“é”" * 60,
    "\u202eterbalik\u202c العربية",
)


def city(**texts: object) -> Published:
    return replace(published(), **texts)  # type: ignore[arg-type]


def written(of: Published, folder: Path, address: Address = NOWHERE) -> dict[str, bytes]:
    write_feeds(of, environment(TEMPLATES), address, Ground(folder), lambda _, make: make(of))
    files = (path for path in folder.rglob("*.*"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


# --- entries


@pytest.mark.parametrize(
    ("cells", "events"),
    [
        ({"tanggal_selesai": DUE - timedelta(days=1)}, {"dibuat": PROMISE.tanggal,
                                                        "selesai": DUE - timedelta(days=1)}),
        ({"tanggal_selesai": DUE}, {"dibuat": PROMISE.tanggal, "selesai": DUE}),
        ({"tanggal_selesai": DUE + timedelta(days=1)}, {"dibuat": PROMISE.tanggal,
                                                        "lewat": DUE + timedelta(days=1),
                                                        "selesai": DUE + timedelta(days=1)}),
        ({"status": "berjalan", "tanggal_selesai": None}, {"dibuat": PROMISE.tanggal}),
        ({"status": "berjalan", "tanggal_selesai": None, "lewat": True},
         {"dibuat": PROMISE.tanggal, "lewat": DUE + timedelta(days=1)}),
        ({"status": "batal", "tanggal_selesai": None}, {"dibuat": PROMISE.tanggal}),
        ({"status": "batal", "tanggal_selesai": DUE + timedelta(days=1)},
         {"dibuat": PROMISE.tanggal, "batal": DUE + timedelta(days=1)}),
    ],
    ids=["before", "on the day", "a day late", "under way", "past due", "dropped", "dropped on"],
)  # fmt: skip
def test_a_commitment_is_told_of_on_the_days_of_its_record(
    cells: dict[str, Any], events: dict[str, date]
) -> None:
    entries = list(commitment_entries(city(commitments=(replace(PROMISE, **cells),)), CITY))
    assert {entry.key[-1]: entry.day for entry in entries} == events
    assert {entry.key[:2] for entry in entries} == {("komitmen", "kmt-1")}


@pytest.mark.parametrize(
    ("done", "words"),
    [(DUE, "selesai tepat waktu,"), (DUE + timedelta(days=1), "selesai terlambat 1 hari,")],
)
def test_a_commitment_kept_is_said_to_be_so_in_time_or_by_how_much_not(
    done: date, words: str
) -> None:
    *_, kept = commitment_entries(
        city(commitments=(replace(PROMISE, tanggal_selesai=done),)), CITY
    )
    assert words in kept.title
    assert kept.summary == "Bukti: Jadwal loket. Nomor komitmen: kmt-1."
    assert kept.path == f"opd/{REGISTRY}/#komitmen-kmt-1"


def test_a_quarter_over_is_dated_its_last_day_and_one_under_way_the_day_of_the_data() -> None:
    days = _days_of_periods(AS_OF)
    assert days["2026-T3"] == date(2026, 9, 30)
    assert days["2026-T2"] == date(2026, 6, 30)
    assert days["2025"] == date(2025, 12, 31)
    assert "2026" not in days
    before = _days_of_periods(AS_OF - timedelta(days=1))
    assert before["2026-T3"] == date(2026, 9, 29)


def test_a_year_is_told_of_from_its_last_day_on() -> None:
    assert "2025" not in _days_of_periods(date(2025, 12, 30))
    assert _days_of_periods(date(2025, 12, 31))["2025"] == date(2025, 12, 31)


def test_a_department_that_is_no_more_keeps_the_entries_of_its_time() -> None:
    entries = list(figure_entries(published(), LIBRARY))
    assert {entry.key[2] for entry in entries} >= {"2025", "2025-T4"}
    assert len(entries) == MOST_PERIODS
    assert max(entry.day for entry in entries) == date(2025, 12, 31)


def test_a_correction_of_the_whole_city_has_a_place_and_two_of_one_day_have_two_names() -> None:
    whole = replace(CORRECTION, kode_opd="")
    entries = list(correction_entries(city(corrections=(CORRECTION, CORRECTION, whole)), CITY))
    assert len({entry.key for entry in entries}) == 3
    assert [entry.kode_opd for entry in entries] == [REGISTRY, REGISTRY, "kota"]
    assert "83,90 menjadi 84,31" in entries[0].title


def test_a_forum_says_where_and_how_many_came() -> None:
    full, bare = forum_entries(
        city(forums=(FORUM, replace(FORUM, tempat="", berita_acara=""))), CITY
    )
    assert full.summary == "Diadakan pada 2 Maret 2026 di Aula, 38 peserta. Berita acara: BA-1."
    assert bare.summary == "Diadakan pada 2 Maret 2026, 38 peserta."


# --- feeds


def test_a_feed_holds_its_newest_entries_in_order(tmp_path: Path) -> None:
    many = tuple(
        replace(PROMISE, id_komitmen=f"kmt-{n:02}", tanggal=date(2026, 1, 1) + timedelta(days=n))
        for n in range(40)
    )
    feed = followed.feed_of(written(city(commitments=many), tmp_path)[f"umpan/{REGISTRY}.xml"])
    entries = feed.findall("a:entry", followed.ATOM)
    updated = followed.texts(feed, "a:entry/a:updated")
    assert len(entries) == MOST_ENTRIES
    assert updated == sorted(updated, reverse=True)
    assert followed.texts(feed, "a:updated") == updated[:1] == ["2026-09-30T00:00:00Z"]


def test_a_department_has_its_own_and_the_city_has_all(tmp_path: Path) -> None:
    files = written(city(forums=(FORUM,), commitments=(PROMISE,)), tmp_path)
    own = followed.texts(followed.feed_of(files[f"umpan/{REGISTRY}.xml"]), "a:entry/a:id")
    others = followed.texts(followed.feed_of(files[f"umpan/{LIBRARY}.xml"]), "a:entry/a:id")
    all_ = followed.texts(followed.feed_of(files["umpan/kota.xml"]), "a:entry/a:id")
    name = f"{NOWHERE.names}/komitmen/kmt-1/selesai"
    assert name in own
    assert name in all_
    assert not any("kmt-1" in other for other in others)


def test_names_stay_when_the_address_changes_and_links_follow_it(tmp_path: Path) -> None:
    of = city(commitments=(PROMISE,))
    here = followed.feed_of(written(of, tmp_path / "a")["umpan/kota.xml"])
    there = followed.feed_of(written(of, tmp_path / "b", SOMEWHERE)["umpan/kota.xml"])
    assert followed.texts(here, ".//a:id") == followed.texts(there, ".//a:id")
    assert [link.replace("../", SOMEWHERE.base, 1) for link in followed.links(here)] == (
        followed.links(there)
    )
    assert "../umpan/kota.xml" in followed.links(here)


def test_sample_records_are_marked_on_every_title(tmp_path: Path) -> None:
    real = city(commitments=(PROMISE,))
    real = replace(real, contract=replace(real.contract, is_sample=False))
    sample = written(city(commitments=(PROMISE,)), tmp_path / "a")
    titles = followed.texts(followed.feed_of(sample["umpan/kota.xml"]), ".//a:title")
    events = followed.events_of(followed.calendar_of(sample["kalender/kota.ics"]))
    titles += [str(event["SUMMARY"]) for event in events]
    assert [title for title in titles if not title.startswith("[CONTOH] ")] == []
    assert not any(b"CONTOH" in content for content in written(real, tmp_path / "b").values())


# --- calendars


@pytest.mark.parametrize(
    ("as_of", "quarter"),
    [
        (date(2026, 9, 29), "2026-T3"),
        (date(2026, 9, 30), "2026-T4"),
        (date(2026, 10, 1), "2026-T4"),
        (date(2026, 12, 30), "2026-T4"),
        (date(2026, 12, 31), "2027-T1"),
    ],
)
def test_the_next_quarter_to_report_on_is_the_first_that_is_not_over(
    as_of: date, quarter: str
) -> None:
    assert str(next_to_end(as_of)) == quarter


def test_a_calendar_holds_every_due_date_and_the_next_publication(tmp_path: Path) -> None:
    later = replace(PROMISE, id_komitmen="kmt-2", tenggat=date(2027, 2, 1), status="batal")
    files = written(city(commitments=(later, PROMISE)), tmp_path)
    for name in ("kota", REGISTRY):
        calendar = followed.calendar_of(files[f"kalender/{name}.ics"])
        assert followed.days_of(calendar) == [DUE, date(2026, 12, 31), date(2027, 2, 1)]
        states = [str(event["STATUS"]) for event in followed.events_of(calendar)]
        assert states == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    empty = followed.calendar_of(files[f"kalender/{LIBRARY}.ics"])
    assert followed.days_of(empty) == [date(2026, 12, 31)]


def test_an_event_is_stamped_with_the_date_of_the_data(tmp_path: Path) -> None:
    calendar = followed.calendar_of(written(published(), tmp_path)["kalender/kota.ics"])
    stamps = {f"{event.decoded('DTSTAMP'):%Y-%m-%d %H:%M %Z}" for event in calendar.walk("VEVENT")}
    assert stamps == {"2026-09-30 00:00 UTC"}


def test_an_event_has_an_address_only_where_the_site_has_one() -> None:
    of = city(commitments=(PROMISE,))
    assert [due.url for due in deadlines(of, CITY, NOWHERE)] == [""]
    (due,) = deadlines(of, CITY, SOMEWHERE)
    assert due.url == "https://suluh.example/kota/opd/disdukcapil/#komitmen-kmt-1"


@pytest.mark.parametrize("octets", [74, 75])
def test_a_line_of_75_octets_stays_whole(octets: int) -> None:
    assert folded("x" * octets) == b"x" * octets


@pytest.mark.parametrize("text", ["x" * 76, "x" * 74 + "é", "x" * 73 + "👩", "é" * 200, "👩" * 90])
def test_a_longer_line_is_broken_between_characters(text: str) -> None:
    lines = folded(text).split(b"\r\n")
    assert len(lines) > 1
    assert max(map(len, lines)) <= 75
    assert all(line.startswith(b" ") for line in lines[1:])
    assert lines[0].decode() + "".join(line.decode()[1:] for line in lines[1:]) == text


def test_signs_that_mean_something_in_a_calendar_are_escaped() -> None:
    assert escaped("a,b;c\\d") == "a\\,b\\;c\\\\d"
    assert escaped("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"
    assert escaped("a\x07b\tc") == "a\N{REPLACEMENT CHARACTER}b\tc"


# --- hostile words


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_field_leave_feeds_and_calendars_valid(
    tmp_path: Path, words: str
) -> None:
    files = written(_hostile(words), tmp_path, SOMEWHERE)
    assert len(files) == 6
    for name, content in files.items():
        if name.endswith(".xml"):
            feed = followed.feed_of(content)
            assert {etree_name.split("}")[1] for etree_name in _tags(feed)} <= ELEMENTS
        else:
            calendar = followed.calendar_of(content)
            assert calendar.walk("VALARM") == []
            assert len(followed.events_of(calendar)) <= 2


@pytest.mark.parametrize("words", [HOSTILE[0], HOSTILE[3], HOSTILE[4], HOSTILE[5], HOSTILE[6]])
def test_words_arrive_as_they_were_written(tmp_path: Path, words: str) -> None:
    files = written(_hostile(words), tmp_path)
    said = f"Warga menyampaikan: “{words}”"
    summaries = followed.texts(followed.feed_of(files["umpan/kota.xml"]), "a:entry/a:summary")
    assert any(said in summary for summary in summaries)
    events = followed.events_of(followed.calendar_of(files["kalender/kota.ics"]))
    assert any(said in str(event["DESCRIPTION"]) for event in events)


ELEMENTS = {"feed", "id", "title", "subtitle", "updated", "author", "name", "link", "generator",
            "entry", "category", "summary"}  # fmt: skip


def _hostile(words: str) -> Published:
    """A city with these words in every field of a text that a feed or a calendar reads."""
    of = published()
    promise = replace(PROMISE, **_spoilt(PROMISE, words, "kode_opd", "status", "indikator_dampak"))
    return replace(
        of,
        contract=replace(of.contract, city=words, package={"name": words, "id": words}),
        departments=(replace(CIVIL_REGISTRY, nama=words, singkatan=words), *DEPARTMENTS[1:]),
        commitments=(promise,),
        forums=(replace(FORUM, **_spoilt(FORUM, words, "kode_opd")),),
        corrections=(replace(CORRECTION, **_spoilt(CORRECTION, words, "kode_opd", "periode")),),
    )


def _spoilt(record: Any, words: str, *kept: str) -> dict[str, Any]:
    texts = (f.name for f in fields(record) if isinstance(getattr(record, f.name), str))
    return {name: words for name in texts if name not in kept}


def _tags(feed: Any) -> set[str]:
    return {str(element.tag) for element in feed.iter()}


# --- the address


@pytest.mark.parametrize(
    ("line", "base"),
    [
        ("", ""),
        ("site_url:\n", ""),
        ('site_url: ""\n', ""),
        ("# site_url: https://lain.example/\n", ""),
        ("site_url: https://suluh.example\n", "https://suluh.example/"),
        ("site_url: https://suluh.example/kota/ # di sini\n", "https://suluh.example/kota/"),
        ("site_url: 'https://suluh.example/kota'\n", "https://suluh.example/kota/"),
    ],
)
def test_the_address_is_the_one_of_mkdocs(tmp_path: Path, line: str, base: str) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"site_name: Suluh\n{line}theme:\n  name: material\n")
    assert read_address(settings, _contract()).base == base


@pytest.mark.parametrize(
    "value", ["suluh.example", "!ENV SITUS", "ftp://suluh.example/", "'https://a"]
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, value: str) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"site_url: {value}\n")
    with pytest.raises(AddressError, match=value.split(maxsplit=1)[0].strip("'")):
        read_address(settings, _contract())


@pytest.mark.parametrize(
    ("package", "names"),
    [
        ({}, "tag:suluh.example,2026:suluh"),
        ({"name": "suluh-kota"}, "tag:suluh.example,2026:suluh-kota"),
        ({"name": "x", "id": "tag:kota.go.id,2026-05:suluh"}, "tag:kota.go.id,2026-05:suluh"),
        ({"name": "x", "id": "doi:10.1/2"}, "tag:suluh.example,2026:x"),
        ({"name": "x", "id": "tag:kota.go.id:suluh"}, "tag:suluh.example,2026:x"),
    ],
)
def test_names_begin_with_the_city_s_own_domain_where_it_gives_one(
    package: dict[str, object], names: str
) -> None:
    assert names_of(_contract(package)) == names


def test_two_promises_never_share_a_name() -> None:
    ids = ("a b", "a_b", "a/b", "a_20_b", "a#b", "á")
    promises = tuple(replace(PROMISE, id_komitmen=id_) for id_ in ids)
    entries = [
        e for e in commitment_entries(city(commitments=promises), CITY) if e.key[-1] == "dibuat"
    ]
    unique: tuple[Callable[[Entry], str], ...] = (lambda e: e.path, lambda e: NOWHERE.tag(*e.key))
    for name in unique:
        assert len({name(entry) for entry in entries}) == len(ids)


def _contract(package: dict[str, object] | None = None) -> Contract:
    return replace(published().contract, package=package or {})


def _days_of_periods(as_of: date) -> dict[str, date]:
    return {e.key[2]: e.day for e in figure_entries(published(as_of=as_of), REGISTRY)}
