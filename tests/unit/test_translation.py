"""The catalogue is whole: every text of the program, nothing else, in English, and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from built_site import ROOT

from suluh.compiled_words import compiled
from suluh.text import ENGLISH, INDONESIAN
from suluh.translation import FOLDER

SOURCE = FOLDER / "en" / "LC_MESSAGES" / "suluh.po"
SAYING: Mapping[str, Any] = {
    "say": None,
    "say_text": None,
    "say_many": (1, 1),
    "text_many": (1, 1),
    "many_": (1, 1),
    "gettext": None,
    "_": None,
    "ngettext": (1, 2),
}
"""As `make words` has it."""

PLACEHOLDER = re.compile(r"{\w+}|%\(\w+\)s|<[^>]+>")


@pytest.fixture(scope="module")
def messages() -> dict[str, Message]:
    """Every message of the catalogue by its Indonesian."""
    with SOURCE.open("rb") as file:
        return {_indonesian(m): m for m in read_po(file) if m.id}


def test_the_catalogue_has_every_text_of_the_program_and_no_other(
    messages: dict[str, Message],
) -> None:
    used = set(_used())
    assert len(used) > 1000
    assert used - messages.keys() == set(), "say it in English: make words"
    assert messages.keys() - used == set(), "nobody says it any more: make words"


def test_every_message_is_translated_and_nobody_doubts_it(messages: dict[str, Message]) -> None:
    assert [m.id for m in messages.values() if m.fuzzy or not all(_english(m))] == []


def test_what_has_forms_for_one_and_many_has_both(messages: dict[str, Message]) -> None:
    counted = [m for m in messages.values() if isinstance(m.id, tuple)]
    assert len(counted) > 50
    assert [m.id for m in counted if len(_english(m)) != 2] == []


def test_translations_keep_the_names_and_the_markup(messages: dict[str, Message]) -> None:
    differ = {
        (text, english)
        for text, message in messages.items()
        for english in _english(message)
        if _placeholders(text) != _placeholders(english)
    }
    assert differ == set()


def test_translations_keep_the_space_at_their_ends(messages: dict[str, Message]) -> None:
    differ = [
        (text, english)
        for text, message in messages.items()
        for english in _english(message)
        if _ends(english.lstrip(","))
        != _ends(text.lstrip(","))  # English lists have no comma before "and"
    ]
    assert differ == []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    kept = SOURCE.with_suffix(".mo").read_bytes()
    assert kept == compiled(SOURCE), "make words"


def test_every_hand_written_page_has_its_english_one() -> None:
    content = ROOT / "content"
    pages = {path.relative_to(content) for path in content.rglob("*.md")}
    english = {path.relative_to("en") for path in pages if path.parts[0] == "en"}
    assert english == {path for path in pages if path.parts[0] != "en"}


def test_hand_written_pages_have_the_same_sections_in_both_languages() -> None:
    content = ROOT / "content"
    for path in (content / "en").rglob("*.md"):
        english = re.findall(r"{: #([a-z-]+) }", path.read_text(encoding="utf-8"))
        text = (content / path.relative_to(content / "en")).read_text(encoding="utf-8")
        indonesian = re.findall(r"{: #([a-z-]+) }", text)
        assert [id_ for id_ in english if id_ != "bahasa"] == indonesian, path


def test_a_text_that_is_not_in_the_catalogue_stays_as_it_is() -> None:
    assert INDONESIAN.say("Kecamatan Talawi") == "Kecamatan Talawi"
    assert ENGLISH.say("Kecamatan Talawi") == "Kecamatan Talawi"


def _used() -> Iterator[str]:
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    for folder in ("suluh", "templates"):
        found = extract_from_dir(
            ROOT / folder,
            [
                (_below(folder, pattern), method)
                for pattern, method in methods
                if _is_in(folder, pattern)
            ],
            {_below(folder, p): o for p, o in options.items() if _is_in(folder, p)},
            dict(SAYING),
        )
        for _, _, message, _, _ in found:
            yield message[0] if isinstance(message, tuple) else message


def _is_in(folder: str, pattern: str) -> bool:
    return pattern.startswith(f"{folder}/")


def _below(folder: str, pattern: str) -> str:
    return pattern.removeprefix(f"{folder}/")


def _indonesian(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def _english(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def _ends(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def _placeholders(text: str) -> list[str]:
    """Names that are filled in, and tags; a language is free to leave a foreign word unmarked."""
    found = (x for x in PLACEHOLDER.findall(text) if x not in ('<i lang="en">', "</i>"))
    return sorted(x.replace("deed.id", "deed.en") for x in found)
