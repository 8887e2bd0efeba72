from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from figure_keys import figure_key
from lxml.html import fromstring
from published_figures import DEPARTMENTS, Cell, figure, published
from rendered import TEMPLATES, html_of

from suluh.comparison import Verdict, compare
from suluh.figures import Status
from suluh.localisation import value_text
from suluh.opendata import csv_number
from suluh.pages.cards import Card, department_cards, spark, year_cards
from suluh.pages.changes import changes
from suluh.pages.department import SECTIONS, department_page
from suluh.pages.department_year import department_year_page, theme_tables
from suluh.pages.direction import direction
from suluh.pages.replies import commitment_state, effect, promises, replies, suggestions
from suluh.periods import Period
from suluh.published import Commitment, Figure, Published, Story, Voice
from suluh.render import environment, render_text

SCRIPTS = [f'<script src="../../assets/{name}.js" defer>' for name in ("periksa", "grafik")]
REGISTRY, LIBRARY = (d.kode_opd for d in DEPARTMENTS)

PROMISE = Commitment(
    id_komitmen="k-1",
    kode_opd=REGISTRY,
    tanggal=date(2025, 2, 10),
    masukan="Antre terlalu lama.",
    komitmen="Membuka loket kedua.",
    tenggat=date(2025, 3, 31),
    status="selesai",
    tanggal_selesai=date(2025, 3, 31),
    bukti="Jadwal loket",
    indikator_dampak="nrr/waktu",
    lewat=False,
)


def figures_in(html: str) -> list[tuple[str, ...]]:
    """Value, key and text of every figure shown."""
    shown = fromstring(html).find_class("angka")
    return [(d.get("value", ""), *figure_key(d), d.text_content()) for d in shown]


def not_reported(*_: str) -> Cell:
    return Cell(Status.NOT_REPORTED)


# --- the whole page


@pytest.mark.parametrize("kode_opd", [REGISTRY, LIBRARY])
def test_every_figure_on_the_pages_is_a_published_one_as_it_is_in_the_download(
    kode_opd: str,
) -> None:
    city = published()
    pages = [department_page(city, kode_opd=kode_opd)]
    pages += [department_year_page(city, kode_opd=kode_opd, year=year) for year in (2024, 2025)]
    shown = [row for page in pages for row in figures_in(html_of(page, city))]
    assert len(shown) > 100
    for value, indikator, opd, periode, rincian, text in shown:
        known = city.of(opd).get(indikator, periode, rincian)
        assert known is not None
        assert value == csv_number(known.nilai)
        if known.has_value:
            assert text == value_text(known)


def test_every_section_of_the_contents_is_on_the_page() -> None:
    html = html_of(department_page(published(), kode_opd=REGISTRY), published())
    assert [s.id for s in SECTIONS if f'<h2 id="{s.id}">' not in html] == []


def test_no_id_is_used_twice() -> None:
    city = replace(published(), commitments=(PROMISE,))
    for page in (
        department_page(city, kode_opd=REGISTRY),
        department_year_page(city, kode_opd=REGISTRY, year=2025),
    ):
        ids = re.findall(r' id="([^"]+)"', html_of(page, city))
        assert sorted(ids) == sorted(set(ids))


def test_a_department_without_records_says_so_in_every_section() -> None:
    city = published(not_reported)
    html = html_of(department_page(city, kode_opd=REGISTRY), city)
    for words in (
        "Daftar layanan dan penggunanya tidak dilaporkan.",
        "Survei kepuasan masyarakat tidak dilaporkan.",
        "Belum ada masukan warga yang dijawab",
        "Tidak ada pelatihan yang dapat disebut",
        "Tidak ada komitmen kepada warga yang dilaporkan.",
    ):
        assert words in html
    assert not [row for row in figures_in(html) if row[0]]


def test_a_merged_department_names_its_heir_with_a_link() -> None:
    html = html_of(department_page(published(), kode_opd=LIBRARY), published())
    assert 'href="../../opd/disdukcapil/"' in html
    assert "ada sampai 31 Desember 2025" in html


def test_words_of_people_are_escaped() -> None:
    hostile = '<script>alert("x")</script>'
    voice = Voice(REGISTRY, "2026-T3", "pengaduan", "", hostile, "dilaksanakan", hostile)
    story = Story(REGISTRY, date(2026, 8, 1), hostile, hostile, hostile)
    city = replace(published(), voices=(voice,), stories=(story,))
    html = html_of(department_page(city, kode_opd=REGISTRY), city)
    assert re.findall(r"<script[^>]*>", html) == SCRIPTS


def test_no_style_and_no_script_but_a_file_of_ours() -> None:
    html = html_of(department_page(published(), kode_opd=REGISTRY), published())
    assert re.search(r"<style|\sstyle=|\son[a-z]+=", html) is None
    whole = [f"{script}</script>" for script in SCRIPTS]
    assert re.findall(r"<script.*?</script>", html, re.DOTALL) == whole


# --- states


@pytest.mark.parametrize(
    ("status", "words", "mark"),
    [
        (Status.HIDDEN, "disembunyikan untuk melindungi orang", "[c]"),
        (Status.SMALL_SAMPLE, "sampel kecil", "[u]"),
        (Status.NOT_REPORTED, "tidak dilaporkan", "[x]"),
        (Status.NOT_APPLICABLE, "tidak berlaku", "[z]"),
    ],
)
@pytest.mark.parametrize("short", [False, True], ids=["in text", "in a table"])
def test_each_state_is_shown_by_its_mark_and_said_in_words(
    status: Status, words: str, mark: str, short: bool
) -> None:
    value = 80.0 if status is Status.SMALL_SAMPLE else None
    text = '{% import "macros.html" as m %}{{ m.angka(f, s) }}'
    shown = figure(nilai=value, status=status)
    html = render_text(environment(TEMPLATES), text, {"f": shown, "s": short})
    assert words in html
    assert mark in html


def test_zero_is_a_number_and_not_a_state() -> None:
    text = '{% import "macros.html" as m %}{{ m.angka(f) }}'
    zero = figure("pengaduan_masuk", nilai=0.0)
    html = render_text(environment(TEMPLATES), text, {"f": zero})
    assert html.endswith(">0</data>")
    assert 'value="0.0000"' in html


# --- cards


def test_four_cards_carry_the_story_and_each_says_its_period_and_n() -> None:
    cards = department_cards(published(), REGISTRY)
    assert [c.figure.indikator for c in cards] == [
        "ikm", "pengaduan_tepat_waktu", "jp_terpenuhi", "evaluasi_baik",
    ]  # fmt: skip
    assert [c.period for c in cards] == [
        "Triwulan III 2026", "Triwulan III 2026", "Tahun 2025", "Tahun 2025",
    ]  # fmt: skip
    assert all(c.basis and c.figure.n == 50 for c in cards)


def test_a_card_falls_back_to_the_newest_quarter_with_a_value() -> None:
    def hidden_lately(_indikator: str, _opd: str, periode: str, _rincian: str) -> Cell:
        return Cell(Status.HIDDEN if periode >= "2026" else Status.PUBLISHED)

    assert _ikm(department_cards(published(hidden_lately), REGISTRY)).period == "Triwulan IV 2025"


def test_a_card_without_any_value_says_why() -> None:
    card = _ikm(department_cards(published(not_reported), REGISTRY))
    assert card.figure.status is Status.NOT_REPORTED
    assert (card.change, card.standing, card.spark) == (None, None, None)


def test_the_cards_of_a_year_are_of_that_year() -> None:
    cards = year_cards(published(), REGISTRY, "2024")
    assert {c.figure.periode for c in cards} == {"2024"}


def test_a_spark_is_broken_where_a_value_is_missing() -> None:
    line = spark(series(1.0, 2.0, None, 4.0, 5.0))
    assert line is not None
    assert len(line.lines) == 2
    assert line.lines[0].split()[0] == "0.0,22.0"
    assert line.lines[1].split()[-1] == "100.0,2.0"
    assert line.end == "100.0 2.0"


@pytest.mark.parametrize("values", [(), (1.0,), (None, None), (1.0, None, 2.0)])
def test_no_spark_without_two_neighbours(values: tuple[float | None, ...]) -> None:
    assert spark(series(*values)) is None


def test_a_level_spark_runs_in_the_middle() -> None:
    line = spark(series(3.0, 3.0))
    assert line is not None
    assert line.lines == ("0.0,12.0 100.0,12.0",)


# --- changes


def test_what_changed_sets_the_same_season_beside_it() -> None:
    rows = {row.new.indikator: row for row in changes(published(), REGISTRY)}
    ikm = rows["ikm"]
    assert ikm.old is not None
    assert (ikm.new.periode, ikm.old.periode) == ("2026-T3", "2025-T3")
    assert rows["jp_rata"].new.periode == "2025"


def test_what_changed_has_no_old_figure_where_the_year_before_is_not_published() -> None:
    rows = changes(published(as_of=date(2024, 9, 30)), REGISTRY)
    assert rows
    assert all(row.old is None and row.change is None for row in rows)


def test_a_rise_in_open_complaints_is_bad_and_in_satisfaction_good() -> None:
    def rise(indikator: str) -> str:
        new = figure(indikator, nilai=90.0, batas_bawah=89.0, batas_atas=91.0)
        old = figure(indikator, "2025-T3", nilai=80.0, batas_bawah=79.0, batas_atas=81.0)
        return direction(compare(new, old)).tone

    assert rise("ikm") == "baik"
    assert rise("pengaduan_tepat_waktu") == "baik"
    assert rise("evaluasi_baik") == "netral"


def test_an_unclear_change_has_a_mark_but_no_tone() -> None:
    new = figure(nilai=81.0, batas_bawah=79.0, batas_atas=83.0)
    change = compare(new, replace(new, periode="2025-T3", nilai=80.0))
    assert change.verdict is Verdict.UNCLEAR
    assert (direction(change).arrow, direction(change).tone) == ("●", "netral")


# --- said, done, result


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({"tanggal_selesai": date(2025, 3, 31)}, "selesai tepat waktu"),
        ({"tanggal_selesai": date(2025, 4, 1)}, "selesai, terlambat"),
        ({"status": "berjalan", "tanggal_selesai": None}, "sedang dikerjakan"),
        ({"status": "belum", "tanggal_selesai": None}, "belum dimulai"),
        ({"status": "berjalan", "tanggal_selesai": None, "lewat": True}, "lewat tenggat"),
        ({"status": "batal", "tanggal_selesai": None}, "dibatalkan"),
    ],
)
def test_the_state_of_a_commitment(cells: dict[str, object], word: str) -> None:
    state = commitment_state(replace(PROMISE, **cells))  # type: ignore[arg-type]
    assert state.word == word
    assert state.mark


def test_the_effect_is_measured_between_the_same_quarters_around_the_promise() -> None:
    change = effect(published().of(REGISTRY), PROMISE)
    assert change is not None
    assert (change.old.periode, change.new.periode) == ("2024-T2", "2025-T2")
    assert change.new.rincian == "waktu"


def test_the_elements_named_without_one_of_them_are_measured_by_their_mean_the_ikm() -> None:
    change = effect(published().of(REGISTRY), replace(PROMISE, indikator_dampak="nrr"))
    assert change is not None
    assert change.new.indikator == "ikm"


@pytest.mark.parametrize("named", ["", "predikat", "tidak_ada"])
def test_no_effect_is_claimed_where_no_single_figure_is_named(named: str) -> None:
    assert effect(published().of(REGISTRY), replace(PROMISE, indikator_dampak=named)) is None


@pytest.mark.parametrize(
    ("kept", "measured"),
    [(date(2026, 6, 30), True), (date(2026, 7, 1), False), (None, False)],
    ids=["kept before the newest quarter", "kept within it", "not kept"],
)
def test_an_effect_is_claimed_only_from_a_whole_period_after_the_promise_was_kept(
    kept: date | None, measured: bool
) -> None:
    change = effect(published().of(REGISTRY), replace(PROMISE, tanggal_selesai=kept))
    assert (change is not None) is measured


def test_complaints_do_not_crowd_out_commitments() -> None:
    voices = tuple(
        Voice(REGISTRY, "2026-T3", "pengaduan", "", f"Kata {day}", "direncanakan", "")
        for day in range(28, 0, -1)
    )
    listed = replies(_with(voices=voices, commitments=(PROMISE,)), REGISTRY, 4)
    assert len(listed) == 5
    assert listed[-1].said == PROMISE.masukan
    assert listed[0].period == Period(2026, 3)


def test_a_voice_without_decision_is_a_suggestion() -> None:
    voice = Voice(REGISTRY, "2026-T3", "survei", "KTP", "Ramah.", "", "")
    city = _with(voices=(voice,))
    assert suggestions(city, REGISTRY) == (voice,)
    assert replies(city, REGISTRY, 4) == ()


@pytest.mark.parametrize(
    ("decision", "result", "refused", "note"),
    [
        ("tidak dapat dipenuhi", "Tidak ada anggaran.", True, ""),
        ("tidak dapat dipenuhi", "", True, "Tidak dicatat."),
        ("direncanakan", "", False, "Belum dicatat."),
        ("dilaksanakan", "Loket dibuka.", False, ""),
    ],
)
def test_what_cannot_be_done_is_answered_with_the_reason(
    decision: str, result: str, refused: bool, note: str
) -> None:
    voice = Voice(REGISTRY, "2026-T3", "pengaduan", "", "Mohon parkir.", decision, result)
    (reply,) = replies(_with(voices=(voice,)), REGISTRY, 4)
    assert (reply.refused, reply.result, reply.note) == (refused, result, note)
    assert reply.number == ""  # the code of a complaint is confidential
    html = html_of(
        department_page(_with(voices=(voice,)), kode_opd=REGISTRY), _with(voices=(voice,))
    )
    assert ("Alasannya</p>" in html) is refused


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ({}, ""),
        ({"indikator_dampak": ""}, "Tidak ada indikator"),
        ({"tanggal_selesai": date(2026, 9, 1)}, "Belum dapat dinilai"),
        ({"status": "berjalan", "tanggal_selesai": None}, "Dapat dinilai sesudah selesai."),
        ({"status": "batal", "tanggal_selesai": None}, ""),
        ({"status": "batal", "tanggal_selesai": None, "bukti": ""}, "Tidak dicatat."),
    ],
)
def test_why_no_effect_of_a_promise_is_shown(cells: dict[str, Any], note: str) -> None:
    (reply,) = promises(published(), (replace(PROMISE, **cells),))
    assert reply.note.startswith(note)
    assert bool(reply.note) == bool(note)
    assert (reply.effect is not None) == (cells == {})


def test_a_promise_shows_its_number_owner_due_date_evidence_and_effect() -> None:
    html = html_of(
        department_page(_with(commitments=(PROMISE,)), kode_opd=REGISTRY),
        _with(commitments=(PROMISE,)),
    )
    (item,) = fromstring(html).xpath("//li[@id='komitmen-k-1']")
    shown = " ".join(item.text_content().split())
    for words in ("k-1", "Disdukcapil", "tenggat 31 Maret 2025", "selesai tepat waktu",
                  "Bukti: Jadwal loket", "pada triwulan II 2024", "pada triwulan II 2025",
                  "tidak ada perbedaan yang jelas"):  # fmt: skip
        assert words in shown


def test_every_promise_stands_in_full_exactly_once() -> None:
    many = tuple(replace(PROMISE, id_komitmen=f"k {n}/{n}") for n in range(12))
    page = fromstring(
        html_of(
            department_page(_with(commitments=many), kode_opd=REGISTRY), _with(commitments=many)
        )
    )
    ids = page.xpath("//li[starts-with(@id, 'komitmen-')]/@id")
    assert len(ids) == len(set(ids)) == 12
    assert {href[1:] for href in page.xpath("//a[starts-with(@href, '#komitmen-')]/@href")} == set(
        ids
    )


@pytest.mark.parametrize(("late", "days"), [(False, 0), (True, 1)])
def test_a_late_promise_says_by_how_many_days(late: bool, days: int) -> None:
    due = replace(PROMISE, status="berjalan", tanggal_selesai=None, tenggat=date(2026, 9, 29))
    (reply,) = promises(published(), (replace(due, lewat=late),))
    assert reply.days_late == days


# --- the year page


def test_the_year_page_leaves_no_figure_out() -> None:
    city = published()
    tables = theme_tables(city.of(REGISTRY), Period(2025))
    shown = [f for table in tables for group in table.groups for f in group.figures]
    of_year = [f for f in city.of(REGISTRY).by_key.values() if f.periode.startswith("2025")]
    assert sorted(map(str, shown)) == sorted(map(str, of_year))


def test_the_year_page_links_only_to_years_that_exist() -> None:
    assert 'href="../2026/"' not in html_of(
        department_year_page(published(), kode_opd=LIBRARY, year=2025), published()
    )
    middle = html_of(department_year_page(published(), kode_opd=REGISTRY, year=2025), published())
    assert 'href="../2024/"' in middle
    assert 'href="../2026/"' in middle


def series(*values: float | None) -> list[Figure]:
    return [figure(nilai=value) for value in values]


def _ikm(cards: tuple[Card, ...]) -> Card:
    return next(card for card in cards if card.figure.indikator == "ikm")


def _with(**texts: object) -> Published:
    return replace(published(), **texts)  # type: ignore[arg-type]
