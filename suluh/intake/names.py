"""What reads like a person's name where only a pseudonym may stand."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s.,'’_]+")
_TITLE = re.compile(
    r"\b(?:S|M|A|D)\.\s?[A-Z][A-Za-z]{0,3}\b|\b(?:Drs?|Dra|Ir|Hj?|Prof|dr|drg|Ns)\.\s*\w{2,}"
)
_PROPER = re.compile(r"\b[A-Z][a-z]{2,}\b")
_CONSONANTS = "(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwxyz]){0,2}"
_GIVEN = re.compile(f"(?:{_CONSONANTS}[aiueo]{{1,2}}){{2,}}{_CONSONANTS}", re.IGNORECASE)
"""Syllables as Indonesian names have them: one in six words of random letters is like that."""

_GIVEN_LETTERS = range(4, 13)
_NO_NAMES = frozenset(
    {"admin", "anggota", "anonim", "camat", "data", "dosen", "guru", "honorer", "karyawan",
     "kepala", "kode", "kosong", "lurah", "nama", "nihil", "operator", "orang", "pegawai",
     "petugas", "rahasia", "samaran", "tanpa", "tenaga", "umum"}
)  # fmt: skip
"""What stands for nobody in particular."""

_LEAST_WORDS = 2
_LETTER = re.compile(r"(?<=[^\W\d_])[^\W\d_]")


def reads_like_a_name(text: str) -> bool:
    """Whether a cell has two words of letters alone, a title, or a word like a given name.

    `Siti A., S.E.` has a title; `Siti` is written like a name, `siti` and `SITI` sound like one. A
    short word (`sri`), one of other sounds, or `p-siti` cannot be told from a pseudonym.
    """
    if any(sign.isdigit() for sign in text):
        return False
    words = [word for word in _BETWEEN.split(text) if len(word) > 1]
    plain = all(word.replace("-", "").isalpha() for word in words)
    return (
        (plain and len(words) >= _LEAST_WORDS)
        or _PROPER.search(text) is not None
        or _TITLE.search(text) is not None
        or _sounds_given(text.strip())
    )


def _sounds_given(word: str) -> bool:
    is_likely = len(word) in _GIVEN_LETTERS and word.lower() not in _NO_NAMES
    return is_likely and _GIVEN.fullmatch(word) is not None


def masked_name(text: str) -> str:
    """Initials alone: enough to find the cell by, not to tell whose it is."""
    return _LETTER.sub("•", text)
