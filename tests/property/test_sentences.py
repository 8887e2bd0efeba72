"""Every sentence, over cities of random figures, is held against those figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_figures import DEPARTMENTS, Cell, published

from suluh import sentences
from suluh.catalogue import ELEMENTS, indicators
from suluh.comparison import Change, Verdict, compare
from suluh.effect import Effect, effect_text
from suluh.figures import CITY, Status
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences import Part, Sentence, Tally, complaints, parts_in, plain
from suluh.sentences.few import FEW
from suluh.sentences.survey import lowest_element
from suluh.text import ENGLISH, LANGUAGES, Language
from suluh.wording import change_text

SUMMARIES = (sentences.survey_summary, sentences.voices_summary)
YEAR_SUMMARIES = (
    sentences.training_summary,
    sentences.evaluation_summary,
    sentences.commitments_summary,
)
CITY_LEADS = (
    sentences.home_lead,
    sentences.departments_lead,
    sentences.training_lead,
    sentences.evaluation_lead,
    sentences.voices_lead,
    sentences.forum_lead,
    sentences.comparison_lead,
    sentences.impact_lead,
    sentences.api_lead,
    sentences.data_lead,
    sentences.completeness_lead,
    sentences.corrections_lead,
    sentences.indicators_lead,
)
MOST_WORDS_OF_AN_ANSWER = 30
FIXED_NUMBERS = {"4", "20", "45", "1", "11", "2017", "30"}
"""Numbers of rules that sentences explain: 1 JP = 45 minutes, 20 JP, PP 11/2017 …"""

CLEAR = (Verdict.UP, Verdict.DOWN)
INDONESIAN_WORDS = re.compile(
    r"\b(yang|dan|tidak|dengan|belum|untuk|dari|pada|adalah|atau|sudah|sampai|tahun|triwulan|"
    r"orang|pegawai|warga|selesai|naik|turun|baik|kurang|angka|kota|di|ke|oleh|jam|hari)\b"
)

cells = st.builds(
    Cell,
    status=st.sampled_from(Status),
    share=st.floats(0, 1),
    width=st.none() | st.floats(0, 0.2),
    n=st.integers(0, 3000),
)


@st.composite
def cities(draw: st.DrawFn) -> Published:
    """A city whose figures are dealt from a small deck of cells, so that they shrink well."""
    deck = draw(st.lists(cells, min_size=1, max_size=9))
    stride = draw(st.integers(1, 50))
    days = st.sampled_from([date(2026, 9, 30), date(2026, 8, 12), date(2025, 12, 31)])
    position = iter(range(0, 10**9, stride))
    return published(lambda *_: deck[next(position) % len(deck)], draw(days))


def spoken(city: Published) -> Iterator[Sentence]:
    """Every sentence the site says of a city."""
    for lead in CITY_LEADS:
        yield lead(city)
    for indikator in indicators():
        yield sentences.indicator_lead(city, indikator)
    for kode_opd in (CITY, *(d.kode_opd for d in DEPARTMENTS)):
        for period in city.periods:
            yield from (say(city, kode_opd, period) for say in SUMMARIES)
        for year in city.years:
            yield from (say(city, kode_opd, year) for say in YEAR_SUMMARIES)
            yield sentences.year_lead(city, kode_opd, year)
        if kode_opd != CITY:
            yield sentences.department_lead(city, kode_opd)


languages = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
few = settings(max_examples=15)


@few
@given(cities())
@languages
def test_sentences_read_as_sentences(language: Language, city: Published) -> None:
    for sentence in filter(None, spoken(city)):
        text = plain(sentence, language)
        assert text[0].isupper() or text[0].isdigit(), text
        assert text.endswith("."), text
        assert not re.search(
            r"None(?! of the)|\bnan\b|  | [.,;:)%]|\( |[,;:]\.|\.\.|[,;]{2}|—", text
        ), text
        assert text.count("(") == text.count(")"), text


@few
@given(cities())
def test_a_lead_is_an_answer_and_what_follows_it(city: Published) -> None:
    for sentence in filter(None, spoken(city)):
        parts = sentences.answer(sentence), sentences.elaboration(sentence)
        for language in LANGUAGES:
            first, rest = (plain(part, language) for part in parts)
            assert first.endswith("."), first
            assert not re.search(r"\. [A-Z0-9]", first), first
            assert " ".join(filter(None, (first, rest))) == plain(sentence, language)


@few
@given(cities())
@languages
def test_the_answer_a_page_opens_with_is_short(language: Language, city: Published) -> None:
    leads = [lead(city) for lead in CITY_LEADS]
    for department in DEPARTMENTS:
        leads.append(sentences.department_lead(city, department.kode_opd))
        leads += [sentences.year_lead(city, department.kode_opd, year) for year in city.years]
    answers = [plain(sentences.answer(lead), language) for lead in leads]
    assert [said for said in answers if len(said.split()) > MOST_WORDS_OF_AN_ANSWER] == []


@few
@given(cities())
@languages
def test_numbers_quoted_are_the_figures_own(language: Language, city: Published) -> None:
    counted = {_number(n, language) for n in city.figures["n"].dropna().unique()}
    ours = range(max(len(city.figures), 100) + 1)
    known = counted | FIXED_NUMBERS | {_number(n, language) for n in ours if n < 100}
    known |= {_number(len(city.figures), language), "2024", "2025", "2026", "100"}
    for sentence in spoken(city):
        for part in parts_in(language, sentence):
            if isinstance(part, Figure):
                assert part.nilai is not None
                assert part == city.of(part.kode_opd).get(
                    part.indikator, part.periode, part.rincian
                )
            elif isinstance(part, Effect):
                own = part.figure
                assert own == city.of(own.kode_opd).get(own.indikator, own.periode, own.rincian)
            elif isinstance(part, Tally):
                own = part.figure
                assert own == city.of(own.kode_opd).get(own.indikator, own.periode, own.rincian)
                assert own.n is not None
                assert part.count == (_done(own) if part.done else own.n)
            elif isinstance(part, str):
                quoted = set(re.findall(r"\d[\d.,]*\d|\d", part))
                assert quoted <= known, (quoted - known, part)


@few
@given(cities())
def test_direction_is_said_only_by_changes_the_interval_bears_out(city: Published) -> None:
    for sentence in spoken(city):
        for part in sentence:
            if isinstance(part, str):
                assert not re.search(r"(?<!-)\b(naik|turun|kebetulan\.)\b(?!-)", part), part
            if isinstance(part, Effect):
                _bears_out(part)
            if isinstance(part, Change):
                assert part.verdict is not Verdict.UNKNOWN
                assert part == compare(part.new, part.old)
                few = any(f.satuan == "persen" and (f.n or 0) < 10 for f in (part.new, part.old))
                up = part.lower is not None and part.lower > 0 and not few
                down = part.upper is not None and part.upper < 0 and not few
                assert ("naik" in change_text(part)) == up
                assert ("turun" in change_text(part)) == down


def _bears_out(effect: Effect) -> None:
    """An effect says which way only where its interval leaves zero out, and its size truly."""
    said, own = effect_text(effect), effect.figure
    up = own.batas_bawah is not None and own.batas_bawah > 0
    down = own.batas_atas is not None and own.batas_atas < 0
    assert bool(re.search(r"\bnaik\b|lebih baik", said)) == up
    assert bool(re.search(r"\bturun\b|lebih buruk", said)) == down
    assert ("lebih dari kebetulan" in said) == (up or down)
    if up or down:
        assert number_text(abs(own.nilai or 0), 1) in said


@few
@given(cities())
def test_the_impact_page_claims_what_the_difference_of_its_groups_bears_out(
    city: Published,
) -> None:
    text, (first, last) = plain(sentences.impact_lead(city)), sentences.compared_years(city)
    groups = city.city.get("dampak_selisih", str(last), str(first))
    season = city.city.get("dampak_musim", str(last), str(first))
    known = first != last and all(f and f.batas_bawah is not None for f in (groups, season))
    for words, borne_out in (
        ("sejalan dengan janji", known and groups.batas_bawah > 0),
        ("berlawanan dengan janji", known and groups.batas_atas < 0),
        ("belum ada bukti", known and groups.batas_bawah <= 0 <= groups.batas_atas),
    ):
        assert (words in text) == borne_out, text


@few
@given(cities())
def test_english_says_up_and_down_only_where_indonesian_does(city: Published) -> None:
    for sentence in spoken(city):
        for part in parts_in(ENGLISH, sentence):
            if isinstance(part, str):
                assert not re.search(r"(?<!-)\b(up(?! to)|down|rose|fell)\b", part), part
            if isinstance(part, Change):
                said = ENGLISH.say(change_text(part))
                assert said.startswith("up ") == (part.verdict is Verdict.UP)
                assert said.startswith("down ") == (part.verdict is Verdict.DOWN)
                assert ("more than chance" in said) == (part.verdict in CLEAR)
                assert ("no clear difference" in said) == (part.verdict is Verdict.UNCLEAR)


@few
@given(cities())
def test_a_sentence_speaks_of_the_same_figures_in_both_languages(city: Published) -> None:
    for sentence in spoken(city):
        assert _figures(parts_in(ENGLISH, sentence)) == _figures(sentence)


@few
@given(cities())
def test_no_indonesian_word_is_left_in_an_english_sentence(city: Published) -> None:
    names = [city.contract.city, *(d.nama for d in city.departments)]
    for sentence in spoken(city):
        text = plain(sentence, ENGLISH)
        for name in names:
            text = text.replace(name, "")
        assert INDONESIAN_WORDS.findall(text) == [], text


@few
@given(cities())
@languages
def test_a_share_of_few_is_counted_and_one_of_many_is_in_per_cent(
    language: Language, city: Published
) -> None:
    for indikator, told, period in (
        ("pengaduan_tepat_waktu", complaints.on_time, city.quarters[-1]),
        ("komitmen_ditepati", sentences.commitments_summary, city.years[-1]),
    ):
        figure = city.city.get(indikator, str(period))
        sentence = told(city, CITY, period)
        if figure and figure.has_value:
            assert (figure in sentence) == (not 0 < (figure.n or 0) < FEW)
            counted = Tally(figure, done=True) in sentence
            assert counted == (figure not in sentence and 0 < _done(figure) < (figure.n or 0))
        assert ("%" in plain(sentence, language)) == (figure in sentence)


@pytest.mark.parametrize(
    ("share", "n", "indonesian", "english"),
    [
        (1.0, 1, "Satu-satunya pengaduan yang jatuh tempo", "The only complaint due"),
        (0.0, 1, "tidak selesai tepat waktu", "was not settled on time"),
        (1.0, 9, "Semua 9 pengaduan", "All 9 complaints due"),
        (0.0, 9, "Tidak satu pun dari 9 pengaduan", "None of the 9 complaints due"),
        (2 / 3, 3, "2 dari 3 pengaduan", "2 of the 3 complaints due"),
        (0.5, 2, "1 dari 2 pengaduan", "1 of the 2 complaints due"),
        (18 / 19, FEW - 1, "18 dari 19 pengaduan", "18 of the 19 complaints due"),
        (0.95, FEW, "Dari 20 pengaduan", "Of 20 complaints due"),
    ],
)
def test_few_complaints_are_told_as_a_citizen_would(
    share: float, n: int, indonesian: str, english: str
) -> None:
    city = published(lambda *_: Cell(share=share, n=n))
    said = sentences.voices_summary(city, CITY, Period(2026, 3))
    assert indonesian in plain(said)
    assert english in plain(said, ENGLISH)


@few
@given(cities())
def test_the_lowest_element_is_the_lowest(city: Published) -> None:
    for period in city.quarters:
        said = [p for p in lowest_element(city, CITY, period) if isinstance(p, Figure)]
        scores = [city.city.get("nrr", str(period), element) for element in ELEMENTS]
        values = sorted(f.nilai for f in scores if f and f.nilai is not None)
        told = len(values) == len(ELEMENTS) and values[0] < values[1]
        assert [f.nilai for f in said] == (values[:1] if told else [])


@few
@given(cities())
def test_a_small_sample_is_called_small(city: Published) -> None:
    for quarter in city.quarters:
        figure = city.city.get("ikm", str(quarter))
        text = plain(sentences.survey_summary(city, CITY, quarter))
        assert ("Sampelnya kecil" in text) == (figure.status is Status.SMALL_SAMPLE)


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.NOT_REPORTED, Status.NOT_APPLICABLE])
def test_no_number_is_said_of_figures_that_have_none(status: Status) -> None:
    city = published(lambda *_: Cell(status))
    speakers: list[Callable[[], Sentence]] = [
        lambda: sentences.department_lead(city, "disdukcapil"),
        lambda: sentences.survey_summary(city, "disdukcapil", Period(2026, 3)),
        lambda: sentences.training_summary(city, "disdukcapil", Period(2025)),
        lambda: sentences.evaluation_summary(city, "disdukcapil", Period(2025)),
        lambda: sentences.commitments_summary(city, "disdukcapil", Period(2025)),
    ]
    for say in speakers:
        said = say()
        assert all(isinstance(part, str) for part in said)
        assert set(re.findall(r"\d+", plain(said))) <= {"2025", "2026"}


def test_what_was_not_reported_is_said() -> None:
    city = published(lambda *_: Cell(Status.NOT_REPORTED))
    assert plain(sentences.survey_summary(city, "disdukcapil", Period(2025))) == (
        "Dinas Kependudukan dan Pencatatan Sipil tidak melaporkan survei kepuasan pada tahun 2025."
    )


def test_a_hidden_newest_quarter_is_said_before_the_one_that_is_known() -> None:
    def cell(_indikator: str, _kode: str, periode: str, _rincian: str) -> Cell:
        return Cell(Status.HIDDEN) if periode == "2026-T3" else Cell()

    text = plain(sentences.department_lead(published(cell), "disdukcapil"))
    assert text.startswith(
        "Angka survei kepuasan Dinas Kependudukan dan Pencatatan Sipil pada triwulan III 2026 "
        "disembunyikan untuk melindungi orang. Pada triwulan II 2026, warga yang menjawab"
    )


def test_a_survey_too_small_for_quarters_is_told_by_the_year() -> None:
    def cell(indikator: str, _kode: str, periode: str, _rincian: str) -> Cell:
        hidden = indikator in ("ikm", "nrr") and "-" in periode
        return Cell(Status.HIDDEN) if hidden else Cell()

    text = plain(sentences.department_lead(published(cell), "disdukcapil"))
    assert "Pada tahun 2026 (sampai 30 September 2026), warga yang menjawab survei" in text


def test_the_lead_of_a_department_reads_as_an_answer() -> None:
    def cell(_indikator: str, _kode: str, _periode: str, rincian: str) -> Cell:
        return Cell(share=0.6) if rincian == "waktu" else Cell()

    assert plain(sentences.department_lead(published(cell), "disdukcapil")) == (
        "Pada triwulan III 2026, warga yang menjawab survei menilai layanan "
        "Dinas Kependudukan dan Pencatatan Sipil baik: 85,00 dari 100. "
        "Indeks Kepuasan Masyarakat (IKM) ini berasal dari 50 responden; tidak ada perbedaan "
        "yang jelas dengan triwulan III 2025. Unsur dengan nilai terendah adalah waktu "
        "penyelesaian (2,80 dari 4). Dari 50 pengaduan yang jatuh tempo pada triwulan "
        "III 2026, 80,0% selesai tepat waktu; tidak ada perbedaan yang jelas dengan "
        "triwulan III 2025."
    )


def test_elements_of_equal_score_are_not_called_lowest() -> None:
    assert lowest_element(published(), CITY, Period(2026, 3)) == ()


def test_a_department_that_ended_says_so_and_names_its_heir() -> None:
    text = plain(sentences.department_lead(published(), "perpustakaan"))
    assert text.startswith(
        "Dinas Perpustakaan tidak ada lagi sejak 1 Januari 2026; tugasnya diteruskan oleh "
        "Dinas Kependudukan dan Pencatatan Sipil."
    )


def _done(share: Figure) -> int:
    """Of how many the share in per cent is true."""
    return round((share.nilai or 0) * (share.n or 0) / 100)


def _number(value: float, language: Language) -> str:
    return language.say(number_text(value))


def _figures(parts: Iterable[Part]) -> list[str]:
    """What numbers it speaks of, in whatever order a language has them."""
    return sorted(repr(part) for part in parts if not isinstance(part, str))
