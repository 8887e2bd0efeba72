"""iCalendar as text, by RFC 5545: a few properties, escaped, folded, and stamped without a clock.

The library `icalendar` takes 0.1 s to load and as long again for these events; the tests read
with it what is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from suluh.feeds.dates import DueDate

LINE_OCTETS = 75
"""Longest line without its end (3.1)."""
_CONTINUES = 0x80
"""Upper bits of an octet in the middle of a character of UTF-8."""
_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_bytes(title: str, events: Iterable[bytes]) -> bytes:
    """A calendar of events, each as `event_bytes` gives it."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Suluh//Suluh//ID",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(title)}",
        f"X-WR-CALNAME:{escaped(title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    return b"".join((_lines(head), *events, _lines(["END:VCALENDAR"])))


def event_bytes(event: DueDate, as_of: date) -> bytes:
    """An event, stamped with the date of the data: DTSTAMP has to be there."""
    return _lines(_properties(event, as_of))


def _properties(event: DueDate, as_of: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield f"CATEGORIES:{escaped(event.category)}"
    if event.url:
        yield f"URL:{event.url}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Text as a value (3.3.11); control characters that it cannot hold are shown as �."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _ENDS.sub("\n", text)).translate(_ESCAPES)


def folded(line: str) -> bytes:
    """The line in UTF-8, broken where it is too long, never within a character (3.1)."""
    octets = line.encode()
    pieces, start, room = [], 0, LINE_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == _CONTINUES:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LINE_OCTETS - 1  # the space that marks a continuation counts
    return b"\r\n ".join((*pieces, octets[start:]))


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(folded(line) + b"\r\n" for line in lines)
