"""Personal numbers: finding NIP and NIK wherever they hide, and masking what is shown.

NIP: 18 digits, yyyymmdd yyyymm sex serial; for PPPK the month is 2 and a count. NIK: 16 digits,
area, ddmmyy (dd + 40 for women), serial. Written in one piece any 16 or 18 digits are refused;
written in groups only where the digits have the structure of one, so that two dates in a
sentence are not taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

NIP_DIGITS, NIK_DIGITS = 18, 16

_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_NIP = re.compile(rf"{_YEAR}{_MONTH}{_DAY}{_YEAR}(?:{_MONTH}|2[1-9])[12]\d{{3}}")
_NIK = re.compile(rf"[1-9]\d{{5}}(?:{_DAY}|[4-6]\d|7[01]){_MONTH}\d{{6}}")

_SEPARATORS = r"\s.,\-_/'’\u200b"
_RUN = re.compile(rf"\d(?:[{_SEPARATORS}]*\d){{15,}}")
_DATE = re.compile(r"(?<!\d)\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)")

_ANY_DIGIT = bytes.maketrans(b"0123456789", b"0" * 10)
_DROP = b" \t\n\r\v\f.,-_/'" + bytes(range(0x80, 0x100))

_PHONE = re.compile(r"(?:\+?62|\b0)[\s.\-]?8\d(?:[\s.\-]?\d){6,11}")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")


def may_hold_personal_number(content: bytes) -> bool:
    """Tell cheaply whether a file's bytes need a closer look: false only if it has none."""
    return b"0" * NIK_DIGITS in content.translate(_ANY_DIGIT, delete=_DROP)


def holds_personal_number(text: str) -> bool:
    """Whether a cell holds a NIP or NIK, in one piece or in groups."""
    return any(True for _ in _personal_spans(text))


def is_nip(digits: str) -> bool:
    """Whether 18 digits have the structure of a NIP."""
    return digits.isascii() and _NIP.fullmatch(digits) is not None


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """Text with NIP, NIK, telephone numbers and e-mail addresses made unreadable."""
    for start, end in _personal_spans(text):
        text = text[:start] + re.sub(r"\d", "•", text[start:end]) + text[end:]
    text = _PHONE.sub(lambda m: re.sub(r"\d", "•", m.group()), text)
    return _EMAIL.sub("•••@•••", text)


def _personal_spans(text: str) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        groups = list(re.finditer(r"\d+", run.group()))
        if any(len(g.group()) in (NIK_DIGITS, NIP_DIGITS) for g in groups) or (
            _grouped_number(_DATE.sub("", run.group()))
        ):
            yield run.span()


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
