"""The site is written for people: short sentences, and no office language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import mean

from built_site import BuiltSite, indonesian
from lxml.html import HtmlElement

MOST_WORDS = 35
MOST_WORDS_ON_AVERAGE = 20
MOST_WORDS_OF_AN_ANSWER = 30
PROSE = ".//p | .//li[not(.//p)] | .//dd[not(.//p)] | .//summary"
NOT_PROSE = """ancestor-or-self::*[self::table or self::blockquote or contains(@class, 'timbal')
    or contains(@class, 'rumus') or contains(@class, 'eyebrow') or contains(@class, 'kartu')
    or contains(@class, 'ucapan') or contains(@class, 'daftar') or contains(@class, 'kutipan')
    or contains(@class, 'loncat') or contains(@class, 'legenda') or contains(@class, 'unduh')
    or contains(@class, 'pintu') or contains(@class, 'lajur') or contains(@class, 'tanda')]"""
"""Figures, lists of names and what people wrote themselves; formulas."""

SENTENCE_END = re.compile(r"(?<=[.!?])[”)]?\s+(?=[“(]?[A-Z0-9])")
OFFICE_WORDS = (
    "adapun",
    "bahwasanya",
    "berkenaan dengan",
    "berkaitan dengan hal",
    "dalam hal mana",
    "dalam rangka",
    "dengan ini",
    "dimaksud pada",
    "guna meningkatkan",
    "maka dari itu",
    "mengenai hal tersebut",
    "merupakan suatu",
    "sebagaimana dimaksud",
    "sehubungan dengan",
    "senantiasa",
    "tersebut di atas",
    "yang mana",
)


def test_no_sentence_is_too_long_to_follow(site: BuiltSite) -> None:
    long = {
        sentence: page for page, sentence in _sentences(site) if len(sentence.split()) > MOST_WORDS
    }
    assert long == {}


def test_sentences_are_short_on_average_on_every_kind_of_page(site: BuiltSite) -> None:
    lengths: dict[str, list[int]] = {}
    for page, sentence in _sentences(site):
        kind = re.sub(r"^((?:en/)?(?:opd|indikator))/[^/]+/", r"\1/*/", page)
        if sentence.endswith((".", "?", "!")):  # not the items of a list
            lengths.setdefault(kind, []).append(len(sentence.split()))
    averages = {kind: round(mean(counts), 1) for kind, counts in lengths.items()}
    assert len(averages) > 30
    assert {kind: n for kind, n in averages.items() if n > MOST_WORDS_ON_AVERAGE} == {}


def test_the_sentence_a_page_opens_with_is_an_answer(site: BuiltSite) -> None:
    opening = {
        page: lead.text_content().strip()
        for page in site.pages
        if not indonesian(page).startswith("indikator/")  # a list of categories may be the answer
        for lead in site.article(page).find_class("lead")
    }
    assert len(opening) > 100
    long = {p: t for p, t in opening.items() if len(t.split()) > MOST_WORDS_OF_AN_ANSWER}
    assert long == {}
    assert {page: text for page, text in opening.items() if SENTENCE_END.search(text)} == {}


def test_no_office_language(site: BuiltSite) -> None:
    spoken = re.compile(rf"\b({'|'.join(OFFICE_WORDS)})\b", re.IGNORECASE)
    assert spoken.search("Dalam rangka itu")
    assert [(page, s) for page, s in _sentences(site) if spoken.search(s)] == []


@cache
def _sentences(site: BuiltSite) -> Sequence[tuple[str, str]]:
    """Every page with each sentence of our own on it, read once."""
    return tuple(_read_sentences(site))


def _read_sentences(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Tables and quoted words are left out."""
    for page in site.pages:
        for block in site.article(page).xpath(PROSE):
            if not block.xpath(NOT_PROSE):
                for sentence in SENTENCE_END.split(_text(block)):
                    yield page, sentence


def _text(block: HtmlElement) -> str:
    return " ".join(block.text_content().split())
