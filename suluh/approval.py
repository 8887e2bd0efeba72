"""Approval of words: which cells hold free text, and the fingerprint that an approval is of.

An approval is of these very words in this column, said under the name of this department. One
changed letter, or another department, is another fingerprint: nobody has approved it
(docs/adr/0019).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from suluh.contract import Table

APPROVALS = "persetujuan"
"""The table of approvals; without it no free text is published."""

CONSENT: Mapping[str, str] = {
    "skm": "tayang",
    "pengaduan": "tayang",
    "penghargaan": "izin_tayang",
    "kisah": "izin_tayang",
}
"""The column of each table with words that says whether a row may be shown at all."""

GIVEN = "ya"

_VERSION = "suluh-teks-1"
_LENGTH = 40
"""160 bits: nobody finds other words with the same fingerprint."""

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def free_text_columns(table: Table) -> tuple[str, ...]:
    """Columns of class `text` in anybody's own words: no choice, date or code of another table."""
    codes = {name for key in table.foreign_keys for name in key.columns}
    return tuple(
        column.name
        for column in table.columns
        if column.privacy == "text"
        and column.type == "string"
        and not column.enum
        and column.name not in codes
    )


def fingerprint(tabel: str, kolom: str, kode_opd: str, teks: str) -> str:
    """`jejak` of a text as intake reads it: 40 letters from a to p.

    Hexadecimal SHA-256 with letters for its digits, which could look like a NIP to the intake
    and like a number to Excel.
    """
    parts = (_VERSION, tabel, kolom, kode_opd, teks)  # no cell can hold a NUL
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return digest[:_LENGTH].translate(_LETTERS)
