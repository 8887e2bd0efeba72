"""The catalogue of messages: what each Indonesian text of the program is in English.

The Indonesian text is its own key (GNU gettext). `locale/en/LC_MESSAGES/suluh.po` is what people
edit; the `.mo` beside it is the same in the form that loads in a few milliseconds. Both are kept
by `make words`, and tests hold them to the program and to one another.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "suluh"
FOLDER = Path(__file__).with_name("locale")


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The messages of a language; for Indonesian each message is its own."""
    if lang == "id":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [lang])


def translated(message: str, lang: str) -> str:
    """A message in a language; the Indonesian one where the catalogue does not know it."""
    return catalogue(lang).gettext(message) if message and lang != "id" else message


def counted(message: str, count: float, lang: str) -> str:
    """The form of a message that goes with a count; Indonesian has but one."""
    if lang == "id":
        return message
    number = int(count) if count == int(count) else 2
    return catalogue(lang).ngettext(message, message, number)
