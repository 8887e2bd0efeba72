"""Whatever a record says, feeds and calendars hold it and nothing else comes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import followed
from hypothesis import given
from hypothesis import strategies as st
from published_figures import published

from suluh.feeds import Address
from suluh.feeds.dates import DueDate
from suluh.feeds.feed import feed_of
from suluh.feeds.forums import forum_entries
from suluh.feeds.icalendar_text import LINE_OCTETS, calendar_bytes, event_bytes, folded
from suluh.published import Forum
from suluh.render import environment, render_feed

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NOWHERE = Address("", "tag:kota.example,2026:suluh")
CITY = published()
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")


@given(WORDS)
def test_a_calendar_gives_back_every_text_with_its_lines(words: str) -> None:
    due = DueDate("u-1", "dinas", date(2026, 6, 30), words, words, "Komitmen", "")
    content = calendar_bytes(words, [event_bytes(due, date(2026, 9, 30))])
    (event,) = followed.events_of(followed.calendar_of(content))
    expected = CONTROLS.sub("\N{REPLACEMENT CHARACTER}", LINE_ENDS.sub("\n", words))
    assert str(event["SUMMARY"]) == expected


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    pieces = folded(line).split(b"\r\n")
    assert max(map(len, pieces)) <= LINE_OCTETS
    assert "".join([pieces[0].decode(), *(piece.decode()[1:] for piece in pieces[1:])]) == line


@given(WORDS)
def test_a_feed_is_valid_and_gives_back_what_xml_can_hold(words: str) -> None:
    day = date(2026, 3, 2)
    forum = Forum("disdukcapil", day, words, words, 3, words, words)
    (entry,) = forum_entries(replace(CITY, forums=(forum,)), "kota")
    xml = render_feed(environment(TEMPLATES), feed_of(CITY, "kota", [entry], NOWHERE))
    feed = followed.feed_of(xml.encode())
    titles = followed.texts(feed, "a:entry/a:title")
    held = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", words)
    assert any(title.endswith(re.sub("\r\n?", "\n", held)) for title in titles)
