"""Feeds and calendars as a reader of them sees them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from icalendar import Calendar, Event
from lxml import etree

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def feed_of(content: bytes) -> etree._Element:
    """The feed, valid: by the grammar, and by what RFC 4287 asks beyond it."""
    feed = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    GRAMMAR.assertValid(feed)
    for element in (feed, *feed.findall("a:entry", ATOM)):
        alternates = element.findall("a:link[@rel='alternate']", ATOM)
        assert len(alternates) == 1, etree.tostring(element)
    ids = texts(feed, "a:entry/a:id")
    assert len(ids) == len(set(ids))
    return feed


def texts(element: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path, ATOM)]


def links(feed: etree._Element) -> list[str]:
    return [str(found.get("href")) for found in feed.findall(".//a:link", ATOM)]


def calendar_of(content: bytes) -> Calendar:
    """The calendar, valid: what the library reads, and the form of lines it is lenient about."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\r" in line or b"\n" in line] == []
    assert [line for line in lines if not line.decode().strip()] == []
    (calendar,) = Calendar.from_ical(content, multiple=True)
    assert calendar.errors == []
    assert [(event, event.errors) for event in events_of(calendar) if event.errors] == []
    assert events_of(calendar)
    uids = [str(event["UID"]) for event in events_of(calendar)]
    assert len(uids) == len(set(uids))
    return calendar


def events_of(calendar: Calendar) -> list[Event]:
    return calendar.walk("VEVENT")


def days_of(calendar: Calendar) -> list[date]:
    return [event.decoded("DTSTART") for event in events_of(calendar)]
