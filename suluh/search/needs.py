"""What citizens call the services they come for: `content/kebutuhan.toml`, which may be absent.

A service of the records is called as its department calls it ("Penerbitan KTP elektronik"); who
comes for it says something else ("KTP hilang").
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from suluh.text import INDONESIAN, Language

NEEDS_FILE = "kebutuhan.toml"


class NeedsError(ValueError):
    """The file cannot be read; the message, in Indonesian, says what is wrong with it."""


def read_needs(folder: Path, language: Language = INDONESIAN) -> Mapping[str, str]:
    """What is said for each service, by its name without capitals; nothing if there is no file.

    On English pages what is said in English counts as well: who lives here knows both. A service
    that no department gives (any more) is no mistake: services come and go by year.
    """
    file = folder / NEEDS_FILE
    if not file.exists():
        return {}
    try:
        listed = tomllib.loads(file.read_text(encoding="utf-8")).get("kebutuhan", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NeedsError(f"{_shown(file)}: bukan TOML yang benar ({error})") from None
    if not isinstance(listed, list):
        raise NeedsError(f"{_shown(file)}: tulis [[kebutuhan]] dengan dua kurung siku")
    said: dict[str, list[str]] = {}
    for at, one in enumerate(listed, start=1):
        service, words, english = _need(one, f"{_shown(file)}, [[kebutuhan]] ke-{at}")
        spoken = words if language == INDONESIAN else [*words, *english]
        said.setdefault(service.casefold(), []).extend(spoken)
    return {service: " ".join(words) for service, words in said.items()}


def _need(written: object, place: str) -> tuple[str, list[str], list[str]]:
    """A service, what is said for it, and what is said for it in English."""
    match written:
        case {"layanan": str(service), "kata": [*words], **more}:
            english = more.get("inggris", [])
            if isinstance(english, list) and all(isinstance(w, str) for w in (*words, *english)):
                return service, words, english
    raise NeedsError(
        f'{place}: isi layanan = "…" dan kata = ["…", "…"], bila perlu juga inggris = ["…"], '
        "semuanya teks di antara tanda petik"
    )


def _shown(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
