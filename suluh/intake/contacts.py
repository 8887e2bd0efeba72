"""Mobile numbers and e-mail addresses, in the many ways in which people write them.

A mobile number begins with 08, +62 8 or 62 8, then one of 1 2 3 5 7 8 9, and has 10 to 13 digits
with its 0 (Indonesian numbering plan). Numbers of offices, (0754) 61234, and of services, 112 and
119, are no one person's and are left alone; so are days, hours and sums of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.intake.searchable import searchable
from suluh.intake.spoken_digits import with_digits

Span = tuple[int, int]

_GAP = r"[\s.\-()]{0,3}"
_MOBILE = re.compile(
    r"(?<!\d)(?<!\d[.,])"
    rf"(?:\+{_GAP}62{_GAP}(?:0{_GAP})?|(?:00)?62{_GAP}|0{_GAP}|(?<![A-Za-z])[oO]{_GAP})"
    rf"8{_GAP}[1235789](?:{_GAP}\d){{7,10}}"
    rf"(?:(?!{_GAP}\d)(?![A-Za-z])|(?=[\s.\-]+(?:0|\+?62){_GAP}8))"
)
_WITHOUT_ZERO = re.compile(
    r"(?<![\w.,/\-])(?<!rp )(?<!rp\. )"
    r"(?:8[1235789]\d{8,10}|8[1235789]\d-\d{3,4}-\d{3,5})(?![\w/])(?![.,\-]\d)",
    re.IGNORECASE,
)
"""Excel takes the 0 from 0812…; not a sum of money, nor a part of a longer number."""

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|0\.\d+")
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:(?:19|20)\d\d|\d\d)"
_DAY_OR_HOUR = re.compile(
    rf"(?<![\d.\-])(?:{_DAY}([.\-/]){_MONTH}\1{_YEAR}|(?:19|20)\d\d-{_MONTH}-{_DAY}"
    r"|(?:[01]?\d|2[0-4])[.:][0-5]\d)(?![\d.:\-]?\d)"
)

_NAME, _HOST, _ENDING = r"[\w.+\-]+", r"[\w\-]+", r"(?:com|co|net|org|id|go|ac|sch|my)\b"
_EMAILS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_NAME}@{_HOST}(?:\.{_HOST})*\.[a-z]{{2,}}",
        rf"{_NAME}(?:@\s*|\s+@\s+){_HOST}\s?\.\s?{_ENDING}",
        rf"{_NAME}\s*[\[({{]\s*at\s*[\])}}]\s*{_HOST}(?:\s*[.\[({{]\s*(?:dot|titik)?\W*\w+)+",
        rf"{_NAME}\s+at\s+{_HOST}(?:\s*\.\s*|\s+(?:dot|titik)\s+){_ENDING}",
    )
)

_DROP = b" \t\r\n.-()" + bytes(range(0x80, 0x100))
_MOBILE_DIGITS = re.compile(rb"(?:[0oO]|62)0?8[1235789]\d{7}|8[1235789]\d{8}")
_EMAIL_SIGNS = re.compile(rb"@|[\s(\[{]at[\s)\]}]", re.IGNORECASE)


def may_hold_mobile_number(joined: bytes) -> bool:
    """Tell cheaply whether cells joined by | need a closer look: false only if none has one."""
    return _MOBILE_DIGITS.search(joined.translate(None, delete=_DROP)) is not None


def may_hold_email(joined: bytes) -> bool:
    """Tell cheaply whether any of these cells needs a closer look."""
    return _EMAIL_SIGNS.search(joined) is not None


def holds_mobile_number(text: str) -> bool:
    """Whether a cell holds somebody's mobile number, in digits or dictated."""
    return any(True for _ in mobile_spans(with_digits(searchable(text))))


def holds_email(text: str) -> bool:
    """Whether a cell holds an e-mail address, also one written to be read by people alone."""
    return any(form.search(searchable(text)) for form in _EMAILS)


def mobile_spans(text: str) -> Iterator[Span]:
    """Where the mobile numbers stand in a text of digits."""
    plain = text.translate(_DASHES)
    plain = _DAY_OR_HOUR.sub(lambda found: "|" * len(found.group()), plain)
    for found in _MOBILE.finditer(plain):
        if not _THOUSANDS.fullmatch(found.group()):
            yield found.span()
    yield from (found.span() for found in _WITHOUT_ZERO.finditer(plain))


def without_emails(text: str) -> str:
    """The text with its e-mail addresses made unreadable."""
    for form in _EMAILS:
        text = form.sub("•••@•••", text)
    return text


_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u202f\u200b", "------   ")
"""What Word and Excel make of hyphens and spaces."""
