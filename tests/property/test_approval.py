"""One changed letter, anywhere in any approved text, withdraws its approval and only its."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from small_records import records

from suluh.approval import fingerprint
from suluh.catalogue import ELEMENTS
from suluh.disclosure import texts
from suluh.records import Records

LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
WORDS = st.text(LETTERS, min_size=1, max_size=60)


def approved(*said: str) -> Records:
    """Records of these suggestions, all of them approved."""
    response = {"tanggal": date(2026, 8, 1), "kode_opd": "dinas", "tayang": "ya"}
    rows = [{**response, **dict.fromkeys(ELEMENTS, 4), "saran": words} for words in said]
    known = [{"jejak": fingerprint("skm", "saran", "dinas", words)} for words in said]
    return records(date(2026, 9, 30), skm=rows, persetujuan=known)


def shown(known: Records) -> list[str]:
    return [voice.kata for voice in texts.voices(known)]


def with_suggestions(known: Records, said: list[str]) -> Records:
    skm = known.tables["skm"].assign(saran=pd.Series(said, dtype="str"))
    return replace(known, tables={**known.tables, "skm": skm})


@given(WORDS, st.data())
def test_one_changed_letter_withdraws_the_approval(words: str, data: st.DataObject) -> None:
    known = approved("Tetap.", words)
    assert sorted(shown(known)) == sorted(["Tetap.", words])
    at = data.draw(st.integers(0, len(words) - 1))
    letter = data.draw(LETTERS.filter(lambda sign: sign != words[at]))
    changed = f"{words[:at]}{letter}{words[at + 1 :]}"
    assert shown(with_suggestions(known, ["Tetap.", changed])) == (
        ["Tetap."] if changed != "Tetap." else ["Tetap.", "Tetap."]
    )


@given(WORDS, st.data())
def test_a_letter_more_or_less_withdraws_the_approval(words: str, data: st.DataObject) -> None:
    known = approved(words)
    at = data.draw(st.integers(0, len(words)))
    more = f"{words[:at]}{data.draw(LETTERS)}{words[at:]}"
    assert shown(with_suggestions(known, [more])) == []
    assert shown(with_suggestions(known, [words[:-1]])) == []
