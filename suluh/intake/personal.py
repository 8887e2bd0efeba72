"""Personal numbers: finding NIP and NIK wherever they hide, and masking what is personal.

NIP: 18 digits, yyyymmdd yyyymm sex serial; for PPPK the month is 2 and a count. NIK: 16 digits,
area, ddmmyy (dd + 40 for women), serial. Written in one piece any 16 or 18 digits are refused;
written in groups only where the digits have the structure of one, so that two dates in a
sentence are not taken for it. After the word NIP or NIK eight digits are enough: nobody writes a
part of one for another reason. Dictated digits count as digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from suluh.intake.contacts import mobile_spans, without_emails
from suluh.intake.limits import SHOWN_CHARACTERS
from suluh.intake.searchable import searchable
from suluh.intake.spoken_digits import with_digits

NIP_DIGITS, NIK_DIGITS = 18, 16

_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_NIP = re.compile(rf"{_YEAR}{_MONTH}{_DAY}{_YEAR}(?:{_MONTH}|2[1-9])[12]\d{{3}}")
_NIK = re.compile(rf"[1-9]\d{{5}}(?:{_DAY}|[4-6]\d|7[01]){_MONTH}\d{{6}}")

_SEPARATORS = r"\s.,\-_/'’\u200b"
_RUN = re.compile(rf"\d(?:[{_SEPARATORS}]*\d){{15,}}")
_NAMED = re.compile(
    rf"\bni[pk]\b\W{{0,3}}(?P<digits>\d(?:[{_SEPARATORS}]*\d){{7,}})", re.IGNORECASE
)
_NAMING = re.compile(rb"\bni[pk]\b", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)")

_CUT = 100
"""Characters more than any personal number in groups: half of one must not show at the end."""

_ANY_DIGIT = bytes.maketrans(b"0123456789", b"0" * 10)
_DROP = b" \t\n\r\v\f.,-_/'" + bytes(range(0x80, 0x100))


def may_hold_personal_number(content: bytes) -> bool:
    """Tell cheaply whether a file's bytes need a closer look: false only if it has none."""
    return b"0" * NIK_DIGITS in content.translate(_ANY_DIGIT, delete=_DROP)


def names_a_number(content: bytes) -> bool:
    """Whether the word NIP or NIK stands somewhere."""
    return _NAMING.search(content) is not None


def holds_personal_number(text: str) -> bool:
    """Whether a cell holds a NIP or NIK: in one piece, in groups, or dictated."""
    return any(True for _ in _personal_spans(with_digits(searchable(text))))


def is_nip(digits: str) -> bool:
    """Whether 18 digits have the structure of a NIP."""
    return digits.isascii() and _NIP.fullmatch(digits) is not None


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """Text with NIP, NIK, mobile numbers and e-mail addresses made unreadable."""
    plain = searchable(text)
    hidden = without_emails(_without_numbers(plain))
    return text if hidden == plain else hidden


def masked_head(text: str) -> str:
    """A cell's text, masked; of a very long one its beginning."""
    head = masked(text[:SHOWN_CHARACTERS])
    return f"{head[:-_CUT]} …" if len(text) > SHOWN_CHARACTERS else head


def _without_numbers(text: str) -> str:
    digits = with_digits(text)
    spans = [*_personal_spans(digits), *mobile_spans(digits)]
    for start, end in spans:
        hidden = re.sub(r"\d", "•", digits[start:end])
        digits = digits[:start] + hidden + digits[end:]
    return digits if spans else text


def _personal_spans(text: str) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        groups = list(re.finditer(r"\d+", run.group()))
        if any(len(g.group()) in (NIK_DIGITS, NIP_DIGITS) for g in groups) or (
            _grouped_number(_DATE.sub("", run.group()))
        ):
            yield run.span()
    yield from (named.span("digits") for named in _NAMED.finditer(text))


def _grouped_number(run: str) -> bool:
    """Whether neighbouring groups of digits together have the structure of a NIP or NIK."""
    groups = re.findall(r"\d+", run)
    for first in range(len(groups)):
        digits = ""
        for group in groups[first:]:
            digits += group
            if _NIP.fullmatch(digits) or _NIK.fullmatch(digits):
                return True
            if len(digits) >= NIP_DIGITS:
                break
    return False
